"""No number of others gets round its call: not in a sentence, not in its Chinese, not in a line of the clinic's own."""

from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.api.handout_paper import print_cues
from legalassist.api.handout_run import Run, shown_of
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.documents.clinic import Clinic, Outreach
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.check import handout_problems
from legalassist.handouts.piece import OPEN, PLAIN
from legalassist.handouts.telephones import not_own, numbers_in
from legalassist.law.authorities import Authorities
from legalassist.library import Library

DAY = date(2026, 11, 26)
OTHERS = "212-555-0199"
BETWEEN = (
    "-",
    " ",
    ".",
    "\u2011",
    "\u2013",
    " - ",
    "\u00a0",
    "",
    "\uff0d",
    " \u2014 ",
    "\u200b",
    "/",
    "\u00b7",
    "  ",
    ") ",
)


@given(
    area=st.integers(200, 999), last=st.integers(0, 9999), first=st.sampled_from(BETWEEN),
    second=st.sampled_from(BETWEEN),
    wide=st.booleans(),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_number_is_found_in_any_writing(area: int, last: int, first: str, second: str, *, wide: bool) -> None:
    typed = f"{area}{first}555{second}{last:04}"
    if wide:
        typed = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in typed)
    for text in (f"Call {typed}.", f"请打{typed}。", f"+1 {typed}", f"{typed}, then {OTHERS}"):
        assert numbers_in(text)[0] == f"{area}555{last:04}"


@pytest.mark.parametrize(
    "text",
    [
        "(212) 555-0199", "二一二五五五零一九九", "555-0199", "1-800-HELP-NOW", "138 0013 8000", "+86 591 8755 1234",
        "010-8888 6666", "text BEFREE to 233733", "打電話 988", "call 311", "212 555\n0199",
    ],
)  # fmt: skip
def test_other_kinds_of_numbers_are_found(text: str) -> None:
    assert numbers_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mon–Fri 9:00–17:00", "9.00-17.00 10.00-16.00", "2026-11-22", "2020–2024", "Call 911.", "请打九一一。",
        "41-60 Main Street, Flushing NY 11354-1234", "911 Main Street, Suite 311", "8 CFR 214.200", "$1,000,000",
        "2026年11月25日", "call within 180 days", "Call us at 9:00", "365 days", "CPL 440.10(1)(i)", "二〇二六年",
    ],
)  # fmt: skip
def test_other_digits_are_let_be(text: str) -> None:
    assert numbers_in(text) == ()


def test_the_clinics_own_number_is_its_own_in_any_writing() -> None:
    for own in ("212-555-0100", "+1 (212) 555-0100", "212.555.0100 ext. 4", "212-555-0100 / 718-555-0101"):
        assert not_own(["Call (212) 555 0100", "555-0100", "2125550100"], own) == ()
        assert not_own(["Call 212-555-0101"], own) == ("2125550101",)
    assert not_own(["718-555-0101"], "212-555-0100 / 718-555-0101") == ()


# ---- where it is refused ----


def with_own(library: Library, **own: object) -> Clinic:
    return open_clinic(library).model_copy(update={"handouts": Outreach.model_validate(own)})


@pytest.mark.parametrize("variant", [OPEN, PLAIN])
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("hours", f"Mon–Fri, nights {OTHERS}"),
        ("hours", {"en": "Mon–Fri", "zh_Hans": "晚上请打 212\u2011555\u20110199"}),
        ("disclaimer", "Hotline: 1 (888) 555-0199"), ("advertising", {"en": "Ads", "zh_Hant": "熱線 233733"}),
        ("plain_name", f"Office {OTHERS}"), ("card_name", f"Office {OTHERS}"), ("url", "https://example.org/2125550199"),
    ],
)  # fmt: skip
def test_a_number_of_others_in_clinic_yaml_is_refused_with_what_to_do(
    library: Library, variant: str, key: str, said: object
) -> None:
    with pytest.raises(UsageError, match=rf"clinic.yaml: handouts.{key} holds a telephone number that is not") as wrong:
        shown_of(with_own(library, **{key: said}), variant, ["en"])
    assert "legalassist contact checked" in wrong.value.hint
    assert "0199" not in f"{wrong.value}"


def test_the_clinics_own_number_may_stand_in_its_lines(library: Library) -> None:
    own = with_own(library, hours="Mon–Fri 9:00–17:00, (212) 555-0100", disclaimer="In danger? Call 911.")
    assert shown_of(own, OPEN, ["en"]).hours == ("Mon–Fri 9:00–17:00, (212) 555-0100",)
    named = open_clinic(library).model_copy(update={"name": f"Clinic {OTHERS}"})
    with pytest.raises(UsageError, match=r"clinic.yaml: name holds"):
        shown_of(named, OPEN, ["en"])


@pytest.mark.parametrize("number", [OTHERS, "212\u2011555\u20110199", "二一二五五五零一九九", "212 - 555 - 0199"])
def test_a_number_in_the_chinese_of_a_statement_is_found(library: Library, tmp_path: Path, number: str) -> None:
    own = shelf(tmp_path / "own", library, TOPIC, silent_text=f"请打{number}。")
    said = [one for one in handout_problems(own, Authorities.load()) if "telephone number" in one.message]
    assert [one.message for one in said] == ["'topic.at-shop.silent.text': a telephone number stands in the sentence"]
    with pytest.raises(ContentError, match="telephone number"):
        print_run(Run(own, open_clinic(own), DAY), ["at-shop"], ["wallet"], ["zh_Hans"], tmp_path / "out")
    with pytest.raises(ContentError, match="telephone number"):
        print_cues(Run(own, open_clinic(own), DAY), ["at-shop"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_number_in_what_stands_on_every_handout_is_found(library: Library, tmp_path: Path) -> None:
    own = shelf(tmp_path / "own", library, TOPIC)
    book = own.get("locales/zh_Hans/LC_MESSAGES/kyr.po").path
    text = book.read_text(encoding="utf-8")
    before, call, after = text.partition('msgctxt "piece.call_us"\nmsgid "Call us"\nmsgstr "')
    book.write_text(f"{before}{call}{OTHERS} {after}", encoding="utf-8")
    run = Run(Library(tmp_path / "own"), open_clinic(own), DAY)
    with pytest.raises(ContentError, match=r"piece\.call_us.*telephone number"):
        print_run(run, ["at-shop"], ["wallet"], ["zh_Hans"], tmp_path / "out")
