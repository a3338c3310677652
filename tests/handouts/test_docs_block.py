"""What the documentation tells a clinic to write in clinic.yaml has room on the fullest pieces, with a code to scan."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from handouts.everything import everything_cleared
from one_library import LIBRARY
from PIL import Image

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Outreach
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.handouts.logo import read_logo

DAY = date(2026, 12, 1)
_BLOCK = re.compile(r"```yaml\n(handouts: +# in clinic\.yaml\n.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def runs(top: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """A draft run and a cleared one of a clinic that wrote what the page tells it to, a wide logo beside it."""
    (block,) = _BLOCK.findall((top / "docs/printing-a-handout.md").read_text(encoding="utf-8"))
    own = Outreach.model_validate(yaml.safe_load(block)["handouts"])
    assert all((own.hours.every, own.url, own.logo, own.colour, own.advertising.every, own.disclaimer.every))
    picture = tmp_path_factory.mktemp("logo") / own.logo
    Image.new("L", (480, 180), 20).save(picture)
    library = LIBRARY
    clinic = open_clinic(library).model_copy(update={"handouts": own})
    draft = Run(library, clinic, DAY, logo=read_logo(picture), scanned=True)
    return draft, replace(draft, clearances=everything_cleared(draft, DAY))


@pytest.mark.parametrize(
    ("topic", "form", "language", "cleared"),
    [
        ("at-the-door", "half", BOTH, False), ("at-the-door", "letter", BOTH_TRADITIONAL, True),
        ("after-leaving", "half", BOTH_TRADITIONAL, True), ("at-the-door", "palm", "zh_Hans", False),
        ("at-work", "poster", "zh_Hant", True),
    ],
)  # fmt: skip
def test_the_block_of_the_page_has_room(
    runs: tuple[Run, Run], topic: str, form: str, language: str, *, cleared: bool
) -> None:
    run = runs[cleared]
    # It is read back: nothing is lost, and no letter is too small.
    sheet, stands = print_one(run, run.topic(topic), FORMATS[form], language)
    assert stands.cleared == cleared
    assert sheet.piece.tight
    assert sheet.piece.topic.statements == run.topic(topic).statements
    assert sheet.piece.code_to_scan[0]
