"""One changed character of an English text: exactly its translations are stale, exactly its pieces are banded."""

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from one_library import LIBRARY

from legalassist.api.approving import approve, ledger_of
from legalassist.api.building import prepare
from legalassist.api.handout_run import Run, orders
from legalassist.api.opening import open_clinic
from legalassist.api.translating import extract_into_catalogs, texts, translation_overview
from legalassist.assessments.assess import assess
from legalassist.cli import main
from legalassist.documents.page import DRAFT
from legalassist.documents.wording import SWORN
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.gates import Clearances
from legalassist.handouts.reading import topic_names
from legalassist.handouts.texts import texts_of
from legalassist.languages.catalog import Catalog
from legalassist.library import Library
from legalassist.packets.build import Build, PacketState
from legalassist.packets.contexts import unapproved
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.written import Writer, Written
from legalassist.reviews.ledger import Ledger, Said, State, Step, entry_of

DAY = dt.date(2026, 11, 23)
MEI = "interviews/tvisa/examples/mei.yaml"
DECLARATION = "templates/tvisa/declaration.docx"
WORDS_OF_A_CONTEXT = 12


@pytest.fixture(scope="module")
def approved_shelf(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A clinic's shelf on which every text of the packets' letters has been checked and approved."""
    folder = tmp_path_factory.mktemp("clinic")
    for name in (DECLARATION, "locales/zh_Hans/LC_MESSAGES/tvisa.po", "clinic.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        source = "interviews/tvisa/examples/clinic.yaml" if name == "clinic.yaml" else name
        shutil.copy(library.get(source).path, folder / name)
    own = Library(folder)
    found = texts(own, "zh_Hans", "tvisa")
    approve(own, found, "A. Reader", DAY, step=Step.CHECKED, known="teaches Chinese")
    assert approve(own, found, "je", DAY).waiting == 0
    sworn = [one for one in texts(own, "en", "tvisa") if one.message.sheet in SWORN]
    assert approve(own, sworn, "je", DAY).waiting == 0
    return folder


@pytest.fixture
def shelf(approved_shelf: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(approved_shelf, tmp_path / "shelf"))


def edit_docx(path: Path, edit: Callable[[str], str]) -> None:
    """Change the text of a Word template, everything else as it is."""
    out = BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == "word/document.xml":
                changed = edit(content.decode())
                assert changed != content.decode(), "nothing was changed"
                content = changed.encode()
            after.writestr(member, content)
    path.write_bytes(out.getvalue())


def pieces(folder: Path, state: PacketState) -> tuple[Build, dict[str, Written]]:
    """Return the Word pieces of an invented client's packet, as they are written before they are laid out."""
    own = Library(folder)
    build = replace(prepare(own.get(MEI).path, own, as_of=DAY), state=state)
    assessment = assess(build.interview, build.case, as_of=DAY)
    planned = plan_pieces(required_plan(own, "tvisa"), assessment.facts).pieces
    writer = Writer(build, assessment, planned)
    return build, {one.code: writer.write(one) for one in planned if one.word}


def banded(written: dict[str, Written]) -> set[str]:
    return {code for code, one in written.items() if DRAFT in one.html}


def test_with_every_text_approved_no_piece_for_signature_is_banded(shelf: Path) -> None:
    build, written = pieces(shelf, PacketState.FOR_SIGNATURE)
    assert banded(written) == set()
    assert any(one.used.translated for one in written.values())
    assert not any(unapproved(build, one.used) for one in written.values())


def test_without_approvals_exactly_the_pieces_with_chinese_in_them_are_banded(library: Library) -> None:
    _, written = pieces(library.shelves[0][1], PacketState.FOR_SIGNATURE)
    assert banded(written) == {code for code, one in written.items() if one.used.translated}
    assert "cover-letter" in written
    assert "cover-letter" not in banded(written), "missing Chinese never bands an English piece"


def test_a_changed_letter_keeps_the_context_and_the_earlier_chinese_as_stale(shelf: Path) -> None:
    _, before = pieces(shelf, PacketState.FOR_SIGNATURE)
    declared = next(
        one
        for piece in before.values()
        for one in piece.used.translated.values()
        if one.context.startswith("template.declaration.") and len(one.english.split()) > WORDS_OF_A_CONTEXT
    )
    last = declared.english[-1]
    longer = declared.english[:-1] + ("!" if last == "." else f"{last}.")
    edit_docx(shelf / DECLARATION, lambda xml: xml.replace(declared.english, longer))
    own = Library(shelf)
    waiting = [one for one in texts(own, "zh_Hans", "tvisa") if one.state is not State.APPROVED]
    assert [(one.message.context, one.state, one.lapsed) for one in waiting] == [(declared.context, State.STALE, True)]
    with pytest.raises(ContentError, match="translates an earlier English text"):
        pieces(shelf, PacketState.FOR_SIGNATURE)
    build, written = pieces(shelf, PacketState.DRAFT)
    using = {code for code, one in written.items() if any(key[0] == declared.context for key in one.used.translated)}
    lists = {code: unapproved(build, one.used) for code, one in written.items()}
    assert {code for code, listed in lists.items() if listed} == using != set()
    assert {one for listed in lists.values() for one in listed} == {
        f"{language} {declared.context}" for language in ("en", "zh_Hans")
    }, "what is sworn to is approved in both languages"

    # The merge keeps the Chinese, marked; with the mark taken away the text is a draft, and exactly its pieces banded.
    (merged,) = extract_into_catalogs(own, ("zh_Hans",))
    assert (merged.merged.new, merged.merged.changed, merged.merged.gone) == ((), (declared.context,), ())
    one = Catalog.read(own, "zh_Hans", "tvisa").by_context[declared.context]
    assert (one.fuzzy, one.previous, one.english) == (True, declared.english, longer)
    catalog = shelf / "locales/zh_Hans/LC_MESSAGES/tvisa.po"
    text = catalog.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    catalog.write_text(text, encoding="utf-8")
    _, written = pieces(shelf, PacketState.FOR_SIGNATURE)
    assert banded(written) == using


def test_one_character_of_a_handout_bands_exactly_the_pieces_that_print_it(library: Library, tmp_path: Path) -> None:
    """Over all topics, formats and languages: everything is cleared, then one full stop of one statement changes."""
    run = Run(library, open_clinic(library), DAY)
    before = standings_of(run)
    said = dict.fromkeys(one for _, texts_printed in before.values() for one in texts_printed)
    steps = ((Step.CHECKED, "A. Reader"), (Step.APPROVED, "je"))
    ledger = Ledger(tuple(entry_of(one.wording, step, who, DAY) for one in said for step, who in steps))
    run = replace(run, clearances=Clearances(ledger, {one.id: DAY for one in run.authorities}))
    assert not any(unapproved for unapproved, _ in standings_of(run).values())
    topic = "interviews/kyr/topics/at-the-door.yaml"
    (tmp_path / topic).parent.mkdir(parents=True)
    text = library.get(topic).text
    (changed,) = [one for one in said if (one.context, one.language) == ("topic.at-the-door.no-consent.text", "en")]
    assert text.count(changed.english) == 1
    (tmp_path / topic).write_text(text.replace(changed.english, f"{changed.english[:-1]}!"), encoding="utf-8")
    after = standings_of(replace(run, library=Library(tmp_path)))
    assert after.keys() == before.keys()
    its = {changed.context, "spoken-cmn.at-the-door.no-consent"}  # what is read aloud is said of the same English
    using = {name for name, (_, printed) in after.items() if any(one.context in its for one in printed)}
    banded = {name for name, (waiting, _) in after.items() if waiting}
    assert banded == using
    assert 0 < len(banded) < len(after)
    waiting = {(one.language, one.context) for listed, _ in after.values() for one in listed}
    written = {(language, changed.context) for language in ("en", "zh_Hans", "zh_Hant")}
    assert waiting == written | {(language, "spoken-cmn.at-the-door.no-consent") for language in ("zh_Hans", "zh_Hant")}


def standings_of(run: Run) -> dict[tuple[str, str, str], tuple[tuple[Said, ...], tuple[Said, ...]]]:
    """Return for each piece there is what is not approved of it, and all it prints; no page is laid out."""
    topics = [run.topic(name) for name in topic_names(run.library)]
    found = {}
    for topic, form, language in orders(run.library, topics, tuple(FORMATS), languages_on(run.library)):
        printed = texts_of(run.library, topic, form, language)
        rest = run.behind(topic, (form,))
        found[topic.id, form.name, language] = run.standing(printed, rest).unapproved, printed
    return found


def test_who_is_no_attorney_cannot_approve_and_a_sheet_that_changed_is_refused(shelf: Path) -> None:
    own = Library(shelf)
    found = texts(own, "zh_Hans", "kyr", "at-the-door")
    with pytest.raises(UsageError, match="no attorney of this clinic"):
        approve(own, found, "somebody", DAY)
    with pytest.raises(UsageError, match="something has changed since"):
        approve(own, found, "je", DAY, code="222222")
    before = (shelf / "reviews/translations.jsonl").read_bytes()
    assert approve(own, found, "je", DAY, leave_out={1}).entered == len(found) - 1
    assert (shelf / "reviews/translations.jsonl").read_bytes().startswith(before)
    with pytest.raises(UsageError, match="no shelf of its own"):
        approve(LIBRARY, found, "je", DAY)


def test_a_number_that_is_not_on_the_sheet_approves_nothing(shelf: Path) -> None:
    own = Library(shelf)
    found, before = texts(own, "zh_Hans", "kyr", "at-the-door"), (shelf / "reviews/translations.jsonl").read_bytes()
    with pytest.raises(UsageError, match="the sheet has no number 99"):
        approve(own, found, "je", DAY, leave_out={1, 99})
    assert (shelf / "reviews/translations.jsonl").read_bytes() == before


def test_a_line_goes_behind_the_ledger_that_is_read_also_where_its_last_line_does_not_end(
    shelf: Path, tmp_path: Path
) -> None:
    (tmp_path / "above").mkdir()
    ledger = shelf / "reviews/translations.jsonl"
    ledger.write_bytes(ledger.read_bytes().rstrip(b"\n"))
    both = Library(tmp_path / "above", shelf)
    earlier = len(ledger_of(both).entries)
    found = texts(both, "zh_Hans", "kyr", "at-the-door")
    approve(both, found, "je", DAY)
    assert len(ledger_of(both).entries) == earlier + len(found)
    assert not (tmp_path / "above/reviews").exists()


def test_status_counts_every_text_once(shelf: Path) -> None:
    own = Library(shelf)
    counted = {(one.domain, one.language): one for one in translation_overview(own)}
    assert counted["tvisa", "zh_Hans"].states[State.APPROVED] == counted["tvisa", "zh_Hans"].total > 1000
    assert counted["kyr", "zh_Hans"].states[State.DRAFT] == counted["kyr", "zh_Hans"].total
    assert ledger_of(own).readers == 2


def test_the_doors_say_what_they_did(shelf: Path) -> None:
    run = CliRunner()
    shelf_option = ["--content", str(shelf)]
    done = run.invoke(main, [*shelf_option, "translate", "status", "--language", "zh_Hans"])
    assert done.exit_code == 1
    assert "kyr" in done.output
    told = json.loads(run.invoke(main, [*shelf_option, "translate", "status", "--format", "json"]).output)
    assert {(one["shelf"], one["language"]) for one in told} >= {("kyr", "zh_Hant"), ("tvisa", "zh_Hans")}
    listed = run.invoke(main, [*shelf_option, "translate", "status", "--shelf", "kyr", "--format", "json"])
    assert (listed.exit_code, {one["state"] for one in json.loads(listed.output)}) == (1, {"draft"})
    done = run.invoke(main, [*shelf_option, "translate", "status", "--shelf", "tvisa"])
    assert (done.exit_code, done.output) == (0, "")
    asked = [
        *shelf_option,
        "translate",
        "approve",
        "at-the-door",
        "--shelf",
        "kyr",
        "--as",
        "je",
        "--as-of",
        "2026-11-23",
    ]
    done = run.invoke(main, asked)
    assert (done.exit_code, "another person" in done.output) == (1, True), done.output
    for same in ("JE", "Example, Jordan", "J. Example"):
        done = run.invoke(main, [*asked[:-4], "--as", same, "--checked"])
        assert (done.exit_code, "that makes no second person" in done.output) == (2, True), done.output
    done = run.invoke(
        main, [*asked[:-4], "--as", "B. Reader", "--known", "teaches", "--checked", "--as-of", "2026-11-23"]
    )
    assert done.exit_code == 0, done.output
    done = run.invoke(main, [*shelf_option, "translate", "approve", "nothing", "--shelf", "kyr", "--as", "je"])
    assert (done.exit_code, "has no sheet" in done.output) == (2, True)
