"""Exhibit files as an answers file names them: below ``exhibit_files:``, and as entries of its log.

The files lie in a folder beside the answers file, cleaned; the entry's digest says whether one was changed since.
"""

import re
from collections.abc import Iterator

from legalassist.cases.exhibit_file import EXHIBITS, ExhibitFile, FiledAs
from legalassist.errors import Problem
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted

KEYS = ("file", "row", "as", "pages", "sha256", "by", "at")
_ROW = re.compile(rf"{EXHIBITS}\[[1-9][0-9]{{0,3}}\]", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?", re.ASCII)
_FORMS = {"row": _ROW, "file": _FILE, "pages": re.compile(r"[1-9][0-9]{0,2}", re.ASCII),
          "sha256": re.compile(r"[0-9a-f]{64}", re.ASCII)}  # fmt: skip
_HINTS = {"row": "write exhibits[2]", "file": "a name in the folder beside this file", "pages": "a number from 1",
          "sha256": "'legalassist case exhibit add' writes it"}  # fmt: skip


def read_exhibit_files(source: Source, data: Data, at: At, *, first: int = 0
                       ) -> tuple[tuple[ExhibitFile, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the exhibit files a list names, and every problem in it; `first` is the place of its first entry."""
    if not isinstance(data, list):
        return (), (source.problem(at, "a list of exhibit files is expected here", "begin each with '- file:'"),)
    found: list[ExhibitFile] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, first):
        wrong = list(_problems(source, entry, (*at, number)))
        problems.extend(wrong)
        if not wrong and isinstance(entry, dict):
            said = {key: str(entry.get(key, "")) for key in KEYS}
            found.append(ExhibitFile(said["row"], FiledAs(said["as"]), int(said["pages"]), said["sha256"], said["file"],
                                     said["by"], said["at"]))  # fmt: skip
    return tuple(found), tuple(problems)


def _problems(source: Source, entry: Data, at: At) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""
    if not isinstance(entry, dict) or any(not isinstance(entry.get(key), str) for key in KEYS[:5]):
        yield source.problem(at, "an exhibit file needs 'file:', 'row:', 'as:', 'pages:' and 'sha256:'")
        return
    for key, word in entry.items():
        if key not in KEYS:
            yield source.problem((*at, key), f"unknown key {key!r}", did_you_mean(key, KEYS))
        elif not isinstance(word, str):
            yield source.problem((*at, key), f"{key}: one text is expected here")
        elif key in _FORMS and not _FORMS[key].fullmatch(word):
            yield source.problem((*at, key), f"{key}: this does not fit", _HINTS[key])
    if entry["as"] not in set(FiledAs):
        yield source.problem(
            (*at, "as"), "as: this is no way to be part of an exhibit", f"one of: {', '.join(FiledAs)}"
        )


def exhibit_file_lines(one: ExhibitFile) -> Iterator[str]:
    """Yield the lines of a log entry."""
    said = (one.source, one.row, one.role.value, str(one.pages), one.sha256, one.by, one.at)
    for place, (key, text) in enumerate(zip(KEYS, said, strict=True)):
        if text:
            yield f"  {'- ' if place == 0 else '  '}{key}: {quoted(text)}"
