"""Print papers for the table: the information sheet, the interviewer's guide, the list of papers to look for.

No case and no answer: they start at *asked*, from the interview's own questions.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from legalassist import __version__
from legalassist.api.approving import ledger_of
from legalassist.api.opening import open_interview
from legalassist.documents import folder
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.errors import UsageError
from legalassist.interviews.schema import Interview
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.library import Library, fonts
from legalassist.papers.sheet import KINDS, context_of
from legalassist.papers.voices import Voices
from legalassist.papers.written import Papers, read_papers

RECORD = "papers.json"
_WHAT = "the papers"
_FILES = {"sheet": "information-sheet.pdf", "guide": "guide.pdf", "documents": "papers-to-look-for.pdf"}


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper that was printed: its kind, its file, and how many of its translations nobody has approved."""

    kind: str
    file: str
    unapproved: int = 0


def print_papers(
    library: Library, kinds: Sequence[str], out: Path, *, language: str = "zh_Hans", interview: str = "tvisa"
) -> tuple[PrintedPaper, ...]:
    """Print papers (`KINDS`) into a folder, whole or not at all; each in English and the language beside it.

    A page with a translation that the clinic has not approved carries the draft band; the record lists them. Raises
    UsageError for an unknown kind and for a folder that holds something else, ContentError for problems in the papers'
    texts.
    """
    for kind in kinds:
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"there are: {', '.join(KINDS)}"
            raise UsageError(f"there is no paper {kind!r}", hint=hint)
    check_untouched(out)
    opened = open_interview(library, interview)
    papers = read_papers(library, opened)
    files, waiting = {}, {}
    for kind in dict.fromkeys(kinds):
        files[_FILES[kind]], waiting[kind] = paper_pdf(library, opened, papers, kind, language)
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    whole = {"version": __version__, "language": language, "files": digests, "unapproved": waiting}
    record = json.dumps(whole, indent=1, sort_keys=True)
    folder.save({**files, RECORD: f"{record}\n".encode()}, out, what=_WHAT, check=check_untouched)
    return tuple(PrintedPaper(kind, _FILES[kind], len(waiting[kind])) for kind in dict.fromkeys(kinds))


def paper_pdf(
    library: Library, interview: Interview, papers: Papers, kind: str, language: str
) -> tuple[bytes, list[str]]:
    """Return one paper (`KINDS`) in English and a language, and the contexts of what the clinic has not approved of it.

    Raises ContentError for a text without a translation.
    """
    ledger, voices = ledger_of(library), Voices(library, interview, papers, language)
    context = context_of(kind, interview, papers, voices)
    waiting = sorted(one.context for one in voices.translated.values() if not ledger.holds(one))
    html = piece(
        environment(library), f"{interview.name}/{KINDS[kind]}.html", context,
        title=voices.both(f"papers.{kind}.title").english, language="en",
        bands=(DRAFT,) if waiting or not voices.translated else (),
    )  # fmt: skip
    return write_pdf(html, fonts=Fonts.read(fonts())), waiting


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but papers as they were printed; raises UsageError."""
    if not folder.check_place(out, _WHAT):
        return
    try:
        digests = json.loads((out / RECORD).read_bytes())["files"]
        changed = tuple(folder.changed_files(out, digests, own=(RECORD,)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        changed = (RECORD,)
    if changed:
        message = f"{out} holds something else than papers as they were printed"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")
