"""The papers of a hand-over: whose case they are of, and what is of ``internal``, under whatever name it was given.

A packet's manifest and a summary's record know each of their files by its hash, and which case they were made of. What
neither of them knows (a scan, a letter that was edited) is of this case only where a person says so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pypdfium2

from legalassist.api.placing import TO_FIRMS
from legalassist.cases.case import Case
from legalassist.errors import DocumentError, UsageError
from legalassist.packets.manifest import MANIFEST, Manifest, read_manifest
from legalassist.placement.record import RECORD, Record, case_mark, read_record

_OF_A_PACKET = ("filing", "agency")
"""Folders of a packet that a firm gets; ``internal`` only by a supervisor, ``pieces`` stand in the packet already."""
_INTERNAL, _PIECES = "internal", "pieces"
_BESIDE_INTERNAL = (MANIFEST, *_OF_A_PACKET, _PIECES, TO_FIRMS, RECORD)
"""What lies beside an ``internal`` of ours: a packet's own, or a summary's; an office's folder may have the name."""
_MARKS = ("attorney work product", "sheet for the second reader")
"""What stands on the first page of papers of ours that stay in the office."""
_HEADINGS = frozenset({"filing day", "signing session"})
"""What others of them are headed by."""
_HEAD = 3
"""In so many lines the heading stands."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What goes along: the papers by their paths, and the names of those a person said are of this case."""

    files: Mapping[str, bytes]
    by_word: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """A packet or a summary that lies about: of this case or not (None: nobody can tell), and its files' hashes."""

    root: Path
    ours: bool | None
    files: frozenset[str] = frozenset()
    internal: frozenset[str] = frozenset()


def read_papers(
    papers: Sequence[Path], case: Case, *, internal: bool, supervisor: bool, by_word: Sequence[Path] = ()
) -> Papers:
    """Return the papers for a firm: files, and of folders of packets what a firm gets.

    `by_word` are the papers, or folders, of which a person says that they are of this case. Raises UsageError for
    papers of ``internal`` without a supervisor who wants them, for those of another case, those that nobody can tell
    the case of, one that cannot be read, and where there is none.
    """
    named = any(map(_is_internal, papers))
    _check_privileged(wanted=internal, named=named, supervisor=supervisor)
    files = _read(papers, internal=internal)
    hashes = {path: sha256(data).hexdigest() for path, data in files.items()}
    made = tuple(_all_made([*map(Path, files), *papers], case))
    kept_back = frozenset(one for each in made for one in each.internal)
    privileged = any(hashes[path] in kept_back or _is_marked(data) for path, data in files.items())
    _check_privileged(wanted=internal, named=privileged, supervisor=supervisor)
    return Papers(files, _check_case(hashes, made, by_word))


def _check_privileged(*, wanted: bool, named: bool, supervisor: bool) -> None:
    """Refuse papers of ``internal`` that were named without saying so, and whoever may not; raises UsageError."""
    if (wanted and not supervisor) or (named and not wanted):
        message = "papers of internal/ are privileged: only a supervisor hands them over, with --internal"
        raise UsageError(message, hint="leave them out, or ask a supervisor; a copy under another name is one too")


def _check_case(hashes: Mapping[str, str], made: Collection[_Made], by_word: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of papers that are of this case by a person's word alone; raises UsageError."""
    known = frozenset(digest for one in made if one.ours for digest in one.files)
    for path, digest in hashes.items():
        others = [one for one in made if one.ours is False and _within(Path(path), one.root)]
        if digest not in known:
            others += [one for one in made if one.ours is False and digest in one.files]
        if others:
            message = f"{path} is of another client's case, by {others[0].root}: nothing was written"
            raise UsageError(message, hint="name the packet or the summary of this case; nobody can release that one")
    unknown = [path for path, digest in hashes.items() if digest not in known]
    unsaid = [path for path in unknown if not any(_within(Path(path), said) for said in by_word)]
    if unsaid:
        listed = "\n  ".join(unsaid)
        message = f"nothing was written: whose case these papers are of stands in no manifest beside them\n  {listed}"
        hint = "look at each; where it is this client's, say so: --of-this-case FILE (or its folder); that is logged"
        raise UsageError(message, hint=hint)
    idle = [said for said in by_word if not any(_within(Path(path), said) for path in hashes)]
    if idle:
        raise UsageError(f"{idle[0]} is not among the papers", hint="name with --of-this-case what is handed over")
    return tuple(Path(path).name for path in unknown)


def _within(path: Path, other: Path) -> bool:
    """Say whether a path is another, or lies in it, by its name or by where it leads."""
    ways, ends = {path.absolute(), path.resolve()}, {other.absolute(), other.resolve()}
    return any(end == way or end in way.parents for way in ways for end in ends)


def _all_made(paths: Sequence[Path], case: Case) -> Iterator[_Made]:
    """Yield the packets and summaries that papers lie in, or that were named."""
    roots: dict[Path, None] = {}
    for path in paths:
        for way in (path.absolute(), path.resolve()):
            above = (one for one in (way, *way.parents) if (one / MANIFEST).is_file() or (one / RECORD).is_file())
            roots |= dict.fromkeys(list(above)[:1])
    for root in roots:
        with suppress(DocumentError, OSError):  # one that cannot be read tells nothing of any case
            if (root / MANIFEST).is_file():
                yield _of_a_packet(root, read_manifest(root), case)
        with suppress(DocumentError, OSError):
            record = read_record(root)
            if record is not None:
                yield _of_a_summary(root, record, case)


def _of_a_packet(root: Path, manifest: Manifest, case: Case) -> _Made:
    ours: bool | None = manifest.reference == case.reference
    by_id = {one.id: one for one in case.answers}
    used = (one for piece in manifest.pieces for one in piece.answers)
    if ours and not all(one.id in by_id and case.digest(by_id[one.id]) == one.sha256 for one in used):
        ours = None  # of a file beside the store with the same reference, or of an answer that was struck since
    inside = {piece.code for piece in manifest.pieces if piece.folder == _INTERNAL}
    internal = (
        digest
        for name, digest in manifest.files.items()
        if name.startswith(f"{_INTERNAL}/") or (name.startswith(f"{_PIECES}/") and Path(name).stem in inside)
    )
    return _made(root, MANIFEST, ours, manifest.files, internal)


def _of_a_summary(root: Path, record: Record, case: Case) -> _Made:
    ours = record.case == case_mark(record.reference, case.reference)
    internal = (digest for name, digest in record.files.items() if name.startswith(f"{_INTERNAL}/"))
    return _made(root, RECORD, ours, record.files, internal)


def _made(root: Path, own: str, ours: bool | None, files: Mapping[str, str], internal: Iterator[str]) -> _Made:  # noqa: FBT001 - what was found
    """Return what lies about; the manifest or record itself stays in the office as well."""
    itself = sha256((root / own).read_bytes()).hexdigest()
    return _Made(root, ours, frozenset({*files.values(), itself}), frozenset({*internal, itself}))


def _read(papers: Sequence[Path], *, internal: bool) -> Mapping[str, bytes]:
    """Return the papers by their paths; raises UsageError for one that cannot be read, or where there is none."""
    found: dict[str, bytes] = {}
    try:
        for path in _files(papers, internal=internal):
            found[str(path)] = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"{wrong.filename} cannot be read: {wrong.strerror}", hint="name files or folders") from None
    if not found:
        raise UsageError("there is nothing to hand over", hint="build the packet first: legalassist packet build CASE")
    return found


def _files(papers: Sequence[Path], *, internal: bool) -> Iterator[Path]:
    """Yield files, and of a packet's folder what a firm gets."""
    for path in papers:
        if not path.is_dir():
            yield path
            continue
        wanted = (*_OF_A_PACKET, *((_INTERNAL,) if internal else ()))
        folders = [path / name for name in wanted if (path / name).is_dir()] or [path]
        for folder in folders:
            inside = (one for one in sorted(folder.rglob("*")) if one.is_file() and not one.name.startswith("."))
            yield from (one for one in inside if internal or not _is_internal(one))


def _is_internal(paper: Path) -> bool:
    """Say whether a paper is, or lies in, a packet's or a summary's ``internal``, under whatever name it was given.

    A folder of the office may have the name too (``/srv/internal/cases``): of one farther above, what lies beside it
    tells. What lies in such a folder itself is taken for ours, also where somebody moved it away from its packet.
    """
    ways = (paper.absolute(), paper.resolve())  # a link to it, and one that it is reached by
    if any(way.parent.name.casefold() == _INTERNAL and not way.is_dir() for way in ways):
        return True
    inside = (one.parent for way in ways for one in (way, *way.parents) if one.name.casefold() == _INTERNAL)
    return any((ours / name).exists() for ours in inside for name in _BESIDE_INTERNAL) or any(map(_is_piece, ways))


def _is_piece(paper: Path) -> bool:
    """Say whether a paper of a packet's ``pieces`` is one of ``internal``, or its manifest cannot be read."""
    packet = paper.parent.parent
    if paper.parent.name.casefold() != _PIECES or not (packet / MANIFEST).is_file():
        return False
    try:
        pieces = read_manifest(packet).pieces
    except DocumentError:
        return True
    return any(one.code == paper.stem and one.folder == _INTERNAL for one in pieces)


def _is_marked(data: bytes) -> bool:
    """Say whether a paper's first page, or a text's beginning, says that it stays in the office."""
    said = data[:400].decode(errors="replace")
    if data.startswith(b"%PDF-"):
        said = ""
        with suppress(pypdfium2.PdfiumError), closing(pypdfium2.PdfDocument(data)) as pdf:
            said = pdf[0].get_textpage().get_text_range()
    lines = [" ".join(line.split()).casefold() for line in said.splitlines()]
    told = " ".join(lines)
    return any(mark in told for mark in _MARKS) or not _HEADINGS.isdisjoint(lines[:_HEAD])
