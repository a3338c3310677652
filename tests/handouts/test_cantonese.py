"""Cantonese, once a clinic has filled it: printed as a script, signed by itself, said plainly where it lacks something.

The texts here are invented for these tests: a bell that rings. No Cantonese of ours stands on any shelf.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from handouts.shelf import CHINESE, message, shelf

from legalassist.api.approving import ledger_of
from legalassist.api.handout_paper import print_kit
from legalassist.api.handout_records import approve_sheet, log_copies, ready, sheet_of
from legalassist.api.handout_run import Run, cantonese_lines, orders
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_handouts, print_run
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.gates import Clearances
from legalassist.handouts.texts import texts_of
from legalassist.handouts.words import WORDS
from legalassist.languages.scripts import to_traditional
from legalassist.languages.tags import YUE
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger

DAY = date(2026, 11, 26)
PO = "locales/zh_Hant/LC_MESSAGES/spoken-yue.po"
BELL = """topic: bell
name: The bell
title: "The test bell"
written: 2026-11-22
numbers: []
spoken: yes
statements:
  - id: rings
    kind: say
    text: The bell rings.
    own: yes
  - id: wait
    kind: do
    text: Do not wait.
    more: Count to three.
    own: yes
"""
SAID = {
    ("spoken-yue.script.before", WORDS["script.before"]): "測試：我慢慢讀。／你幾時都可以問。",
    ("spoken-yue.script.pause", WORDS["script.pause"]): "測試：等等。／有冇嘢問？",
    ("spoken-yue.script.after", WORDS["script.after"]): "測試：想唔想攞啲嘢走？／攞咗安唔安全？",
    ("spoken-yue.bell.rings", "The bell rings."): "測試：個鐘響喇。",
    ("spoken-yue.bell.wait", "Do not wait. Count to three."): "測試：唔好等。／數到三。",
}
"""What the clinic of these tests says, by context and English."""


def clinics(folder: Path, shipped: Library, said: Mapping[tuple[str, str], str] = SAID) -> Library:
    """Return the shelf of a clinic with the topic of the bell, in simplified, traditional, and what is said."""
    own = shelf(folder, shipped)
    (folder / "interviews/kyr/topics/bell.yaml").write_text(BELL, encoding="utf-8")
    written = {
        ("topic.bell.title", "The test bell"): "测试的响声",
        ("topic.bell.rings.text", "The bell rings."): "它响了。",
        ("topic.bell.wait.text", "Do not wait."): "请不要等。",
        ("topic.bell.wait.more", "Count to three."): "请数到三。",
    }
    simplified = folder / "locales/zh_Hans/LC_MESSAGES/kyr.po"
    extra = "".join(message(*key, text) for key, text in written.items())
    simplified.write_text(simplified.read_text(encoding="utf-8") + extra, encoding="utf-8")
    (folder / "locales/zh_Hant/LC_MESSAGES").mkdir(parents=True)
    kept = shipped.get("locales/zh_Hant/LC_MESSAGES/kyr.po").text.split('\n# draft, machine\nmsgctxt "topic.')[0]
    kept += "".join(message(*key, to_traditional(text)) for key, text in (CHINESE | written).items())
    (folder / "locales/zh_Hant/LC_MESSAGES/kyr.po").write_text(kept, encoding="utf-8")
    mandarin = {("spoken-cmn.script.before", WORDS["script.before"]): "请听。／请随时问。",
                ("spoken-cmn.script.pause", WORDS["script.pause"]): "停一下。／请问：有问题吗？",
                ("spoken-cmn.script.after", WORDS["script.after"]): "想带走吗？／安全吗？",
                ("spoken-cmn.bell.title", "The test bell"): "测试的铃。",
                ("spoken-cmn.bell.rings", "The bell rings."): "它响了。",
                ("spoken-cmn.bell.wait", "Do not wait. Count to three."): "请不要等。／请数到三。"}  # fmt: skip
    put(folder / "locales/zh_Hans/LC_MESSAGES/spoken-cmn.po", "zh_Hans", mandarin)
    other = {key: to_traditional(text) for key, text in mandarin.items()}
    put(folder / "locales/zh_Hant/LC_MESSAGES/spoken-cmn.po", "zh_Hant", other)
    if said:
        put(folder / PO, "zh_Hant", said)
    return own


def put(path: Path, language: str, said: Mapping[tuple[str, str], str]) -> None:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    texts = "".join(message(*key, text) for key, text in said.items()).replace("draft, machine", "draft, person")
    path.write_text(head + texts, encoding="utf-8")


def run_on(library: Library, ledger: Ledger | None = None) -> Run:
    return Run(library, open_clinic(library), DAY, Clearances(ledger or Ledger()))


@pytest.fixture(scope="module")
def own(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return clinics(tmp_path_factory.mktemp("clinic"), library)


@pytest.fixture(scope="module")
def printed(own: Library, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The banded script."""
    out = tmp_path_factory.mktemp("script") / "out"
    print_handouts(own, open_clinic(own), ["bell"], ["script"], [YUE], out, DAY)
    (file,) = out.glob("*.pdf")
    assert file.name == "bell-script-yue-Hant.pdf"
    return file.read_bytes()


def test_the_script_says_what_the_clinic_says_and_writes_the_rest_in_traditional(printed: bytes) -> None:
    with open_pdf(printed, "script") as opened:
        text = read_tagged(opened, "script").text().replace("\n", "")
    assert all(said in text for said in SAID.values())
    assert "測試的響聲" in text  # the title
    assert "The bell rings." in text  # what is to be said in English
    assert "它響了" not in text
    assert "未審閱 請勿分發" in text


def test_the_language_of_what_is_said_is_in_the_pdf(printed: bytes) -> None:
    with open_pdf(printed, "script") as opened:
        assert str(opened.Root.Lang) == "yue-Hant"
        tags = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        parts = [one for one in tags if "/Lang" in one]
        assert {str(one.Lang) for one in parts} == {"zh-Hant", "en", "yue-Hant"}


def test_only_a_script_is_made_in_it(own: Library) -> None:
    assert languages_on(own)[-1] == YUE
    assert [form.name for form in FORMATS.values() if form.speaks(YUE)] == ["script"]


def test_paper_in_traditional_says_what_is_written(own: Library) -> None:
    topic = run_on(own).topic("bell")
    assert not [one for one in texts_of(own, topic, FORMATS["letter"], "zh_Hant") if one.context.startswith("spoken-")]


def test_a_sheet_of_its_own_clears_it_and_nothing_else_does(own: Library, tmp_path: Path) -> None:
    run = run_on(own)
    sheet = sheet_of(run, "bell", YUE)
    lines = {line.context: line.text for line in sheet.lines}
    assert lines["spoken-yue.bell.wait"] == "測試：唔好等。／數到三。"
    assert lines["topic.bell.rings.text"] == ""  # said in English
    assert {one.language for one in sheet.texts} == {"zh_Hant", "en"}
    with pytest.raises(UsageError, match="not cleared"):
        print_run(run, ["bell"], ["script"], [YUE], tmp_path / "final", final=True)
    approve_sheet(run, tmp_path / "records", "bell", YUE, sheet.code, by="je", read_by="Y. Lin", known="teaches")
    cleared = run_on(own, ledger_of(own, None))
    row = print_run(cleared, ["bell"], ["script"], [YUE], tmp_path / "final", final=True).rows[0]
    assert (row.banded, "bell-script-yue-Hant" in row.file) == (False, True)
    assert not cleared.standing(sheet.texts, ()).unapproved
    with pytest.raises(UsageError, match="not cleared"):
        print_run(cleared, ["bell"], ["script"], ["zh_Hant"], tmp_path / "other", final=True)
    assert log_copies(cleared, tmp_path / "records", "bell", "script", YUE, 2).language == YUE


def test_one_changed_character_of_the_english_bands_it_again(own: Library, library: Library, tmp_path: Path) -> None:
    clinics(tmp_path, library)
    book = tmp_path / "interviews/kyr/topics/bell.yaml"
    book.write_text(BELL.replace("Count to three.", "Count to three!"), encoding="utf-8")
    before, after = (
        {one.wording for one in sheet_of(run_on(one), "bell", YUE).texts} for one in (own, Library(tmp_path))
    )
    assert {one.context for one in before ^ after} == {"spoken-yue.bell.wait"}


def test_an_empty_shelf_is_said_plainly_and_nothing_is_printed(library: Library, tmp_path: Path) -> None:
    empty = clinics(tmp_path / "shelf", library, {})
    run = run_on(empty)
    assert YUE not in languages_on(empty)
    assert list(cantonese_lines(run, [run.topic("bell")])) == ["Cantonese: not filled by the clinic: 0 of 5 texts"]
    for doing in (
        lambda: print_run(run, ["bell"], ["script"], [YUE], tmp_path / "out"),
        lambda: sheet_of(run, "bell", YUE),
        lambda: log_copies(run, tmp_path / "records", "bell", "script", YUE, 1),
        lambda: print_kit(run, ["bell"], [YUE], tmp_path / "out"),
    ):
        with pytest.raises(UsageError, match=r"^Cantonese: not filled by the clinic: 0 of 5 texts of bell\n"):
            doing()
    with pytest.raises(UsageError, match="has no text for the ear"):
        print_run(run, ["at-shop"], ["script"], [YUE], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_half_filled_topic_is_refused_with_what_is_missing(library: Library, tmp_path: Path) -> None:
    half = {
        key: text for key, text in SAID.items() if key[0] not in {"spoken-yue.bell.wait", "spoken-yue.script.after"}
    }
    run = run_on(clinics(tmp_path / "shelf", library, half | {("spoken-yue.script.after", "x"): ""}))
    assert list(cantonese_lines(run, [run.topic("bell")])) == [
        "Cantonese: not filled by the clinic: 3 of 5 texts",
        "bell: not filled by the clinic: 3 of 5 texts",
    ]
    with pytest.raises(
        UsageError, match=r"3 of 5 texts of bell; there is none for spoken-yue\.script\.after, spoken-yue\.bell\.wait"
    ):
        print_run(run, ["bell"], ["script"], [YUE], tmp_path / "out")
    assert sorted(one.language for one in ready(run, ["bell"])) == ["en", "zh_Hans", "zh_Hant"]
    assert not list(orders(run.library, [run.topic("bell")], ["script"], [YUE]))


def test_a_full_one_lacks_nothing_and_waits_for_its_attorney(own: Library) -> None:
    run = run_on(own)
    assert list(cantonese_lines(run, [run.topic("bell"), run.topic("at-shop")])) == []
    assert YUE in [one.language for one in ready(run, ["bell"])]
    assert YUE not in [one.language for one in ready(run, ["at-shop"])]


def test_what_settles_disputed_law_is_refused_in_cantonese_too(library: Library, tmp_path: Path) -> None:
    said = SAID | {("spoken-yue.bell.wait", "Do not wait. Count to three."): "測試：佢冇權入嚟。／唔好等。"}
    own = clinics(tmp_path / "shelf", library, said)
    book = tmp_path / "shelf/interviews/kyr/topics/bell.yaml"
    kept = BELL.rpartition("    own: yes\n")[0] + "    authorities: [KY-05]\n"
    book.write_text(kept, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        print_run(run_on(own), ["bell"], ["script"], [YUE], tmp_path / "out")
    assert "冇权, which settles what is disputed" in str(refused.value.problems[0])


def test_the_papers_of_a_session_are_in_traditional_and_the_script_in_cantonese(own: Library, tmp_path: Path) -> None:
    run = run_on(own)
    files = print_kit(run, ["bell"], [YUE], tmp_path / "kit")
    assert {"session-outline-zh-Hant.pdf", "bell-script-yue-Hant.pdf", "bell-fold-both-Hant.pdf"} <= set(files)


def test_simplified_texts_of_a_clinic_without_traditional_ones_say_what_is_to_do(
    library: Library, tmp_path: Path
) -> None:
    own = shelf(tmp_path / "shelf", library)
    for language in ("zh_Hant", "both_Hant"):
        with pytest.raises(UsageError, match="no traditional Chinese beside the clinic's own simplified texts"):
            print_run(run_on(own), ["at-shop"], ["letter"], [language], tmp_path / "out")
