"""Check a finished packet: read it back and say whether it is what its manifest claims.

Nothing is taken from the program that built it: hashes, tags, texts, numbers and links are read from the files.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from legalassist.documents.pdf_file import MAX_PACKET_BYTES, whole_pdf
from legalassist.documents.rendered.word_file import word_faults
from legalassist.documents.tags.tagged import audit
from legalassist.errors import DocumentError, Place, Problem
from legalassist.packets.binder import bind
from legalassist.packets.check_bound import OUR_FONTS, BoundCheck
from legalassist.packets.check_look import LookCheck
from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.manifest import MANIFEST, Manifest, Piece, read_manifest
from legalassist.packets.pieces import TELLING, BoundPiece

LONG_ENOUGH = 40
"""Characters (white space not counted) from which a paragraph of an internal piece may not occur in the filing."""

_IN_WORD = "give the text one of the house's styles: they name the font and the language of Chinese"
_SPACE = re.compile(r"\s+")
_XML = re.compile(r"<[^>]*>")
_MAX_PART = 30 * 1024 * 1024


def check(
    path: Path, *, stamp_font: Path, forbidden: Sequence[str] = (), our_fonts: Sequence[str] = OUR_FONTS
) -> list[Problem]:
    """Return everything that is wrong with a packet's folder, or with one bound PDF.

    `stamp_font` is the font of our running numbers, the one thing a page may have beyond what its piece's page has.
    `forbidden` are texts (a client's names) that must not occur in file names, titles, bookmarks or metadata; a message
    names them by their number only. `our_fonts` are what the names of our fonts begin with.

    Raises DocumentError where the folder has no readable manifest, or the PDF cannot be opened.
    """
    if path.is_dir():
        return sorted(set(_Folder(path, forbidden, our_fonts, stamp_font).problems()))
    bound = BoundPdf(_bytes(path), path.name)
    with whole_pdf(path.name):
        checked = BoundCheck(bound, None)
        found = checked.problems(Counter(), our_fonts) if bound.is_packet else checked.alone(our_fonts)
        return sorted({*found, *checked.forbidden(forbidden)})


def remarks(path: Path, names: Sequence[str] = ()) -> list[Problem]:
    """Return what is no fault of a packet's folder or PDF, and a person should look at: line ends, pale letters.

    `names` are names in Chinese characters that should stand on one line each. Raises as `check` does.
    """
    if path.is_dir():
        return sorted(set(_Folder(path, (), OUR_FONTS, Path()).remarks(names)))
    bound = BoundPdf(_bytes(path), path.name)
    with whole_pdf(path.name):
        return sorted(set(BoundCheck(bound, None).remarks(names)))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_PACKET_BYTES:
            message = f"{path.name}: more than {MAX_PACKET_BYTES // 2**20} MB"
            raise DocumentError(message, hint="this is no packet of ours")
        return path.read_bytes()
    except OSError as wrong:
        message = f"{path.name} cannot be read: {wrong.strerror}"
        raise DocumentError(message, hint="name a packet's folder or its PDF") from None


def bound_alone(content: bytes, piece: Piece) -> bytes:
    """Return a piece bound by itself, unstamped: the tags that the binder gives it, and nothing else."""
    one = BoundPiece(piece.code, piece.title, content, ours=False)
    return bind([one], title="exhibit", language="en", identifier=bytes(16), stamp_font=Path()).pdf


def _plain(text: str) -> str:
    """Return a text without white space: line ends differ between files, words do not."""
    return _SPACE.sub("", text)


class _Folder:
    """A packet's folder being checked."""

    def __init__(self, path: Path, forbidden: Sequence[str], fonts: Sequence[str], stamp_font: Path) -> None:
        self.path, self.forbidden, self.fonts, self.stamp_font = path, forbidden, fonts, stamp_font
        self.manifest: Manifest = read_manifest(path)

    def problems(self) -> Iterator[Problem]:
        """Yield everything that is wrong."""
        yield from self._files()
        filing_text = []
        for name, pieces in self._bound_pdfs():
            try:
                bound = BoundPdf(_bytes(self.path / name), name)
                with whole_pdf(name):
                    yield from self._bound(bound, pieces)
                    if name.startswith("filing/"):
                        filing_text.append(_everything(bound))
            except DocumentError as wrong:
                yield Problem(Place(name), wrong.message, wrong.hint)
        filing_text += self._filing_words()
        yield from self._leaks(_plain("\n".join(filing_text)))

    def remarks(self, names: Sequence[str]) -> Iterator[Problem]:
        """Yield what a person should look at; a file that cannot be read is a problem, not a remark."""
        for name, pieces in self._bound_pdfs():
            with suppress(DocumentError):
                bound = BoundPdf(_bytes(self.path / name), name)
                with whole_pdf(name):
                    yield from BoundCheck(bound, pieces, self.manifest).remarks(names)
        for name in self.manifest.files:
            if name.endswith(".docx") and (self.path / name).is_file():
                with suppress(DocumentError):
                    faults = word_faults(_bytes(self.path / name), name=name)
                    yield from (Problem(Place(name), fault, _IN_WORD) for fault in faults)

    def _files(self) -> Iterator[Problem]:
        """Check that the files are those of the manifest, unchanged, with names that tell nothing."""
        found = {p.relative_to(self.path).as_posix(): p for p in sorted(self.path.rglob("*")) if p.is_file()}
        for name, digest in self.manifest.files.items():
            if name not in found:
                yield Problem(Place(name), "the file is missing", "build the packet again")
            elif sha256(_bytes(found[name])).hexdigest() != digest:
                yield Problem(Place(name), "the file was changed after the packet was made",
                              "bind edited pieces with 'packet bind'; do not edit the packet's files")  # fmt: skip
        for name in sorted(found.keys() - self.manifest.files.keys() - {MANIFEST}):
            yield Problem(Place(name), "the file is not in the manifest", "move it out of the packet's folder")
        names = "\n".join(found).casefold().replace("_", " ")
        if any(word in names for word in TELLING) or any(word and word.casefold() in names for word in self.forbidden):
            yield Problem(Place(MANIFEST), "a file name tells too much",
                          "file names carry the reference and the piece's code")  # fmt: skip
        yield from self._two_hashes()

    def _two_hashes(self) -> Iterator[Problem]:
        """Check that a piece is the same file wherever it lies by itself."""
        for piece in self.manifest.pieces:
            apart = f"{piece.folder}/{self.manifest.reference}-{piece.code}.pdf"
            for name in (f"pieces/{piece.code}.pdf", *((apart,) if not piece.first else ())):
                if self.manifest.files.get(name, piece.pdf_sha256) != piece.pdf_sha256:
                    yield Problem(Place(MANIFEST), f"{piece.code}: the manifest has two hashes for its PDF")

    def _bound_pdfs(self) -> Iterator[tuple[str, list[Piece] | None]]:
        """Yield every finished PDF with the pieces bound in it; None for a piece that stands alone."""
        for name in self.manifest.files:
            folder, _, file = name.partition("/")
            if folder in {"filing", "agency", "internal"} and file.endswith(".pdf") and (self.path / name).is_file():
                bound = [each for each in self.manifest.pieces if each.folder == folder and each.first]
                yield name, bound or None

    def _bound(self, bound: BoundPdf, pieces: list[Piece] | None) -> Iterator[Problem]:
        checked = BoundCheck(bound, pieces, self.manifest)
        yield from checked.forbidden(self.forbidden)
        if pieces is None:
            yield from checked.alone(self.fonts)
            return
        yield from checked.problems(self._foreign_audits, self.fonts)
        texts = bound.part_texts()
        for piece in pieces:
            if piece.text_sha256 and sha256(texts.get(piece.code, "").encode()).hexdigest() != piece.text_sha256:
                message = f"the text of {piece.code}, read in the order of its tags, is not the text of the piece"
                yield checked.problem(message)
        own = {piece.code: each for piece in pieces if (each := self._own(piece)) is not None}
        whole = [piece for piece in pieces if piece.code in own and piece.last <= len(bound.pdf.pages)]
        yield from (problem for piece in whole for problem in _words(checked, piece, own[piece.code]))
        looks = LookCheck(bound, own, whole, self.stamp_font)
        yield from (problem for piece in whole for problem in _looks(checked, piece, looks))

    def _own(self, piece: Piece) -> BoundPdf | None:
        """Return a piece's own PDF, or None where the folder has none (which is a problem of its own)."""
        alone = self.path / "pieces" / f"{piece.code}.pdf"
        return BoundPdf(_bytes(alone), f"pieces/{piece.code}.pdf") if alone.is_file() else None

    @cached_property
    def _foreign_audits(self) -> Counter[str]:
        """How many tag problems each foreign piece has by itself."""
        found: Counter[str] = Counter()
        for piece in self.manifest.pieces:
            alone = self.path / "pieces" / f"{piece.code}.pdf"
            if not piece.ours and alone.is_file():
                found[piece.code] = len(audit(_bytes(alone), piece.code))
        return found

    def _filing_words(self) -> Iterator[str]:
        """Yield the text of the filing's Word files."""
        for name in self.manifest.files:
            path = self.path / name
            if name.startswith("filing/") and name.endswith(".docx") and path.is_file():
                yield from _word_texts(_bytes(path))

    def _leaks(self, filing: str) -> Iterator[Problem]:
        """Check that no paragraph of an internal piece occurs in the filing."""
        for piece in self.manifest.pieces:
            alone = self.path / "pieces" / f"{piece.code}.pdf"
            if piece.folder != "internal" or not alone.is_file():
                continue
            internal = BoundPdf(_bytes(alone), f"pieces/{piece.code}.pdf")
            for number, line in enumerate(internal.read.text().split("\n"), 1):
                plain = _plain(line)
                if len(plain) >= LONG_ENOUGH and plain in filing:
                    yield Problem(Place(f"pieces/{piece.code}.pdf"), f"paragraph {number} also stands in the filing",
                                  "internal work stays in the office: take it out of the filing")  # fmt: skip


def _words(checked: BoundCheck, piece: Piece, own: BoundPdf) -> Iterator[Problem]:
    """Check that each page of a piece says and shows, in the packet, what it does in the piece's own PDF."""
    length = piece.last - piece.first + 1
    if len(own.pdf.pages) != length:
        yield checked.problem(f"{piece.code} has {length} pages here, {len(own.pdf.pages)} by itself")
        return
    if piece.exhibit:  # by itself it has no tags: it is bound by itself to be read the same way
        own = BoundPdf(bound_alone(own.content, piece), own.name)
    for number in range(length):
        page = piece.first - 1 + number
        if checked.bound.fingerprint(page, stamped=piece.ours) != own.fingerprint(number, stamped=False):
            yield checked.problem(f"the page is not page {number + 1} of {piece.code}", page)


def _looks(checked: BoundCheck, piece: Piece, looks: LookCheck) -> Iterator[Problem]:
    """Check that each page of a piece looks, in the packet, as it does in the piece's own PDF."""
    length = piece.last - piece.first + 1
    if len(looks.own[piece.code].pdf.pages) != length:
        return
    marks = [checked.marks(piece.first - 1 + number) for number in range(length)]
    try:
        yield from (checked.problem(what, page) for page, what in looks.piece(piece, checked.prefix, marks))
    except DocumentError as wrong:
        yield Problem(Place(f"pieces/{piece.code}.pdf"), wrong.message, wrong.hint)


def _everything(bound: BoundPdf) -> str:
    """Return all text of a PDF, tagged or not, metadata of left out."""
    lines = [bound.read.text()]
    for page in bound.read.pages:
        parts = [*(marked.runs for marked in page.marked), *(artifact.runs for artifact in page.artifacts)]
        lines.append("".join(run.text for runs in parts for run in runs))
    return "\n".join(lines)


def _word_texts(content: bytes) -> Iterator[str]:
    """Yield the text of each XML part of a .docx; a part too large to be a letter's is left to its hash."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for info in archive.infolist():
                if info.filename.endswith(".xml") and info.file_size <= _MAX_PART:
                    yield _XML.sub("", archive.read(info).decode(errors="replace"))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
