from datetime import date
from pathlib import Path

import pytest

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.facts.known import Facts
from legalassist.library import Library
from legalassist.packets.enclosed import forms_for


def facts_of(path: Path, library: Library, today: date) -> Facts:
    build = prepare(path, library, as_of=today)
    return assess(build.interview, build.case, as_of=build.as_of).facts


@pytest.mark.parametrize(("wants", "forms"), [("no", ("I-914",)), ("yes", ("I-914", "I-765"))])
def test_the_forms_of_an_appearance_are_those_the_packet_holds(
    wants: str, forms: tuple[str, ...], tmp_path: Path, library: Library, today: date
) -> None:
    path = tmp_path / "case.yaml"
    text = f"invented: true\ninterview: tvisa\nanswers:\n  work.card_while_waiting: {wants}\n"
    path.write_text(text, encoding="utf-8")
    assert forms_for(library, "tvisa", facts_of(path, library, today), "") == forms
