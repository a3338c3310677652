"""An attorney signs what she sees: a sheet without a line, or a band nobody sees, is refused before it is printed."""

from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import with_template

from legalassist.api.handout_paper import print_cues, print_kit, print_sign_sheet
from legalassist.api.handout_records import sheet_of
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.errors import DocumentError
from legalassist.library import Library


def run_with(folder: Path, shipped: Library, name: str, old: str, new: str) -> Run:
    """Return a run of a clinic that has changed one shipped template or style sheet."""
    own = with_template(folder, shipped, name, old, new)
    return Run(own, open_clinic(own), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("sign.html", "in rows %}", "in rows[1:] %}", "of its"), ("sign.html", "<td>{{ law.text }}", "<td>", "of its"),
        ("sign.html", "{{ line.text or", "{{ line.english or", "of its"),
        ("sign.css", "", "tbody tr:last-child { color: #fff }", "cannot be seen"),
        ("sign.css", "", "tbody tr:nth-child(2) { display: none }", "of its"),
        ("sign.css", "", "td[lang] { text-decoration: line-through }", "runs through text"),
    ],
)  # fmt: skip
def test_a_sheet_that_does_not_show_what_is_signed_is_refused(
    library: Library, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    run = run_with(tmp_path / "own", library, name, old, new)
    with pytest.raises(DocumentError, match=told) as refused:
        print_sign_sheet(run, sheet_of(run, "one-option", "zh_Hans"), tmp_path / "out")
    assert refused.value.message.startswith("the approval sheet of one-option: ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("cue.html", "{% if band %}", "{% if false %}", "page 1 has no band"),
        ("cue.css", "", "table .band { color: #000 !important }", "cannot be seen"),
        ("cue.html", '<td lang="zh-Hans">{{ idea.chinese }}</td>', "<td>{{ idea.english }}</td>", "of its"),
    ],
)  # fmt: skip
def test_a_cue_card_without_its_band_or_an_idea_is_refused(
    library: Library, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    run = run_with(tmp_path / "own", library, name, old, new)
    with pytest.raises(DocumentError, match=told):
        print_cues(run, ["one-option"], tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("kit-tally.html", "{% if band %}", "{% if false %}", "page 1 has no band"),
        ("kit.css", "", ".band { opacity: 0 }", "cannot be seen"),
    ],
)
def test_a_paper_of_a_session_without_its_band_is_refused(
    library: Library, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    run = run_with(tmp_path / "own", library, name, old, new)
    with pytest.raises(DocumentError, match=told):
        print_kit(run, ["one-option"], ["en"], tmp_path / "out")
