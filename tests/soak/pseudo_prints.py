"""The pseudo-language laid out: every handout in every format, every print piece, and the screens of every example."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cli.sitting import goto, sit
from one_library import LIBRARY
from translations.pseudo import pseudo_shelf
from translations.test_pseudo_prints import DAY, NAMES, every_piece, faults_of, fits
from translations.test_pseudo_screens import cut_off

from legalassist.api.handout_run import Run
from legalassist.api.opening import example_cases, open_clinic
from legalassist.errors import LegalAssistError
from legalassist.library import Library


def run(most: int) -> tuple[int, int, list[str]]:
    """Lay out so many handouts, and everything else; return how many, how many do not fit a card, the faults."""
    with TemporaryDirectory() as folder:
        shelf = pseudo_shelf(Path(folder), LIBRARY, ("app", "tvisa", "kyr", "placement"))
        tight, wrong = 0, []
        made = every_piece(Run(shelf, open_clinic(shelf), DAY), shelf)[:most]
        for one in made:
            try:
                tight += not fits(one, shelf)
            except (LegalAssistError, AssertionError) as fault:
                wrong.append(f"{one.name}: {fault}")
        wrong += [f"{name}: {fault}" for name in NAMES for fault in faults_of(name)]
        for example in example_cases(LIBRARY):
            wrong += [f"{example.stem}: {path}" for path in screens_cut(example, shelf, Path(folder))]
    return len(made) + len(NAMES), tight, wrong


def screens_cut(example: Path, shelf: Library, folder: Path) -> list[str]:
    """Return the questions of a case whose screen cuts a text off."""
    copy = folder / example.name
    copy.write_bytes(example.read_bytes())
    session, found = sit(copy, shelf, "zh_Hans"), []
    for step in session.opened.steps:
        goto(session, step.path)
        found += [step.path] if cut_off(session) else []
    return found
