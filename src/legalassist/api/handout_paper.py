"""Papers around handouts: the sheet an attorney signs, the calibration sheet of a printer, the kit of a session."""

from pathlib import Path

from legalassist.api.handout_run import Run
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.handouts.folder import check_untouched, save
from legalassist.handouts.sheet import SignSheet, sign_sheet_pdf
from legalassist.library import fonts


def print_sign_sheet(run: Run, sheet: SignSheet, out: Path) -> str:
    """Put the sheet as a PDF into a folder of its own; return the file's name.

    Raises UsageError where the folder holds something else, DocumentError where it cannot be written.
    """
    check_untouched(out)
    pdf = sign_sheet_pdf(sheet, environment(run.library), Fonts.read(fonts()))
    name = f"{sheet.topic.id}-sheet-{sheet.language}.pdf"
    save({name: pdf}, {"sheet": sheet.code, "topic": sheet.topic.id, "language": sheet.language}, out)
    return name
