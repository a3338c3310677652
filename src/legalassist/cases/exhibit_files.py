"""Exhibit files as an answers file names them: below ``exhibit_files:``, and as entries of its log.

The files lie in a folder beside the answers file, cleaned; the entry's digest says whether one was changed since.
"""

import re
from collections.abc import Iterator

from legalassist.cases.entries_file import EntryShape, entry_lines, read_entries
from legalassist.cases.exhibit_file import EXHIBITS, ExhibitFile, FiledAs
from legalassist.errors import Problem
from legalassist.interviews.yaml_source import At, Data, Source

_ROW = re.compile(rf"{EXHIBITS}\[[1-9][0-9]{{0,3}}\]", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?", re.ASCII)
_FORMS = {"row": _ROW, "file": _FILE, "pages": re.compile(r"[1-9][0-9]{0,2}", re.ASCII),
          "sha256": re.compile(r"[0-9a-f]{64}", re.ASCII)}  # fmt: skip
_HINTS = {"row": "write exhibits[2]", "file": "a name in the folder beside this file", "pages": "a number from 1",
          "sha256": "'legalassist case exhibit add' writes it"}  # fmt: skip


def read_exhibit_files(source: Source, data: Data, at: At, *, first: int = 0
                       ) -> tuple[tuple[ExhibitFile, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the exhibit files a list names, and every problem in it; `first` is the place of its first entry."""
    entries, problems = read_entries(source, data, at, _SHAPE, first=first)
    return tuple(map(_exhibit_file, entries)), problems


def _exhibit_file(said: dict[str, str]) -> ExhibitFile:
    role, pages = FiledAs(said["as"]), int(said["pages"])
    return ExhibitFile(said["row"], role, pages, said["sha256"], said["file"], said["by"], said["at"])


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    if key in _FORMS and not _FORMS[key].fullmatch(word):
        yield source.problem(at, f"{key}: this does not fit", _HINTS[key])
    if key == "as" and word not in set(FiledAs):
        yield source.problem(at, "as: this is no way to be part of an exhibit", f"one of: {', '.join(FiledAs)}")


_SHAPE = EntryShape(
    keys=("file", "row", "as", "pages", "sha256", "by", "at"),
    needed=("file", "row", "as", "pages", "sha256"),
    listed="a list of exhibit files",
    lacking="an exhibit file needs 'file:', 'row:', 'as:', 'pages:' and 'sha256:'",
    wrong=_wrong_word,
)


def exhibit_file_lines(one: ExhibitFile) -> Iterator[str]:
    """Yield the lines of a log entry."""
    said = (one.source, one.row, one.role.value, str(one.pages), one.sha256, one.by, one.at)
    return entry_lines(dict(zip(_SHAPE.keys, said, strict=True)), _SHAPE)
