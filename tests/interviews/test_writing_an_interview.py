"""The guide for authors cannot lie: its example is read by the reader, and it names every key and type there is."""

import re
from pathlib import Path

import pytest

from legalassist.interviews.reader import read_page
from legalassist.interviews.types import TYPES
from legalassist.interviews.written import PageWritten, QuestionWritten


@pytest.fixture(scope="module")
def guide(top: Path) -> str:
    return (top / "docs/writing-an-interview.md").read_text(encoding="utf-8")


def test_the_page_shown_in_the_guide_reads_without_a_problem(guide: str) -> None:
    (page,) = [block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if block.startswith("page:")]
    read, problems = read_page(page, "guide.yaml")
    assert problems == ()
    assert read is not None
    assert [question.fact for question in read.questions] == ["hardship.fear", "family"]


def test_the_guide_names_every_key_and_every_type(guide: str) -> None:
    keys = {"type" if key == "kind" else key for key in (*PageWritten.model_fields, *QuestionWritten.model_fields)}
    assert [key for key in sorted(keys) if not re.search(rf"`{key}\b", guide)] == []
    assert [kind for kind in (*TYPES, "group") if f"`{kind}`" not in guide] == []
