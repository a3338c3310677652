"""Print a page: HTML in, a tagged PDF (PDF/UA-1) out, the same bytes for the same page on one machine.

WeasyPrint lays out and writes. Around it we keep four promises: no font but ours, nothing fetched, nothing
half-right (every warning of the engine stops the page), nothing in the metadata but a neutral title.
"""

import ctypes.util
import io
import logging
import os
import re
import threading
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from legalassist.documents.fonts import FAMILIES, Fonts, MissingGlyphsError
from legalassist.documents.margins import release_margins
from legalassist.documents.style_sheets import KeptSheets
from legalassist.documents.tags.tongues import name_languages
from legalassist.documents.undisturbed import undisturbed
from legalassist.errors import DocumentError

PRODUCER: Final = "legalassist"
"""What the PDF names as its maker; no version, no path, no date."""

_ENGINE_TURN: Final = threading.Lock()
"""One page at a time: the engine's font map and its log belong to the whole process."""

_HARMLESS: Final = ("Using fontTools instead of HarfBuzz-Subset",)
"""Fonts are cut to size more slowly, into other bytes, where libharfbuzz-subset is not installed. Not a fault."""


def write_pdf(html: str, *, fonts: Fonts, identifier: bytes = b"", producer: str = PRODUCER) -> bytes:
    """Return the page as a tagged PDF.

    Args:
        html: a whole document as `legalassist.documents.page.page` makes it, with a language and a title.
        fonts: our fonts; no other is used.
        identifier: the first half of the PDF's file identifier (ISO 32000-1, 14.4): from the inputs, not random.
            Where nothing is named, it comes from the page itself.
        producer: what is named as its maker; nothing for what is handed to somebody who may have to hide it.

    Returns:
        PDF 1.7, PDF/UA-1 (ISO 14289-1).  Same html, fonts and identifier: same bytes, as long as the system
        libraries (Pango, HarfBuzz) stay the same; without libharfbuzz-subset the embedded fonts differ.

    Raises:
        DocumentError: a character without a glyph, a fault in the CSS, a link that leads nowhere, an attempt to
            fetch something, a page without language or title, text drawn as nothing, or Pango not installed.
    """
    identifier = identifier or sha256(html.encode()).digest()[:16]
    finish = partial(_finish, producer=producer)
    with _ENGINE_TURN:
        engine = _engine(fonts.config)
        with _listening() as heard, _laid_out(), _undisturbed(html):
            document = engine.lay_out(html)
            _check_metadata(document.metadata)
            with _tagged():
                pdf: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier, finisher=finish)
        _refuse(heard)
    return pdf


def count_pages(html: str, *, fonts: Fonts) -> int:
    """Return on how many pages a page is laid out; nothing is drawn or written, which is half of the work.

    Arguments and errors are those of `write_pdf`, without what is only found when a page is drawn.
    """
    with _ENGINE_TURN:
        engine = _engine(fonts.config)
        with _listening() as heard, _laid_out(), _undisturbed(html):
            pages = len(engine.lay_out(html).pages)
        _refuse(heard)
    return pages


@contextmanager
def _laid_out() -> Iterator[None]:
    """Refuse a page that the engine cannot lay out: too deep inside one another, or kept together and too high."""
    try:
        yield
    except AssertionError:  # what must stay together, a table's head and its first row, finds no page high enough
        message = "a page cannot be printed: a row of a table is higher than a page"
        raise DocumentError(message, hint="make the row shorter, or export the piece from Word as PDF") from None
    except RecursionError:
        message = "a page cannot be printed: its elements stand too deep inside one another"
        raise DocumentError(message, hint="close every element of the template") from None


@contextmanager
def _tagged() -> Iterator[None]:
    """Refuse a page with text that is drawn as nothing: the engine looks for its place among the tags in vain."""
    try:
        yield
    except KeyError:
        message = "a page cannot be printed: text on it has no size, and is not drawn"
        raise DocumentError(message, hint="take 'transform: scale(0)' out of the style sheet") from None


_SMALL: Final = 60_000
"""Characters of HTML up to which a page takes a few megabytes to lay out."""


def _undisturbed(html: str) -> AbstractContextManager[None]:
    """Let a small page be laid out without a search for unused memory, which finds little.

    A large page is laid out with it, or the memory of a packet would have no bound.
    """
    return undisturbed() if len(html) <= _SMALL else nullcontext()


class _Engine:
    """WeasyPrint, loaded and given our fonts; one for each font folder in a process."""

    def __init__(self, config: Path) -> None:
        """Load WeasyPrint and let its font configuration read our fontconfig file."""
        with _fontconfig_file(config):
            weasyprint = _weasyprint()
            name_languages()
            self.font_config: Any = import_module("weasyprint.text.fonts").FontConfiguration()
            reading: Any = import_module("weasyprint.css")
            if not isinstance(reading.CSS, KeptSheets):
                reading.CSS = KeptSheets(reading.CSS)
        self.font_config.add_font_face = _no_font_face
        self.html: Any = weasyprint.HTML
        # Only data: addresses, which carry their content with them; no file, no network.
        self.fetcher: Any = weasyprint.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)

    def lay_out(self, html: str) -> Any:  # noqa: ANN401 - the engine's own, untyped
        """Return a page as the engine has laid it out."""
        return self.html(string=html, url_fetcher=self.fetcher).render(
            font_config=self.font_config, pdf_variant="pdf/ua-1"
        )


def _no_font_face(*_of: object) -> None:
    """Refuse a font that a style sheet brings along; without this the engine would copy it to a temporary folder."""
    message = "a page cannot be printed with @font-face in its CSS"
    raise DocumentError(message, hint="name 'LA Sans': our fonts need no declaration, and there are no others")


@cache
def _engine(config: Path) -> _Engine:
    """Return the engine of this process: laying out takes half as long when the fonts are read once."""
    return _Engine(config)


@contextmanager
def _fontconfig_file(config: Path) -> Iterator[None]:  # world: fontconfig asks only the environment
    """Let fontconfig read this file while the engine starts, then put the environment back.

    WHY the environment: fontconfig asks it, and nothing else, which file to read when a configuration is made,
    and WeasyPrint makes one as it is imported.  With the machine's own file any font on it could be chosen for a
    character, and the bytes would depend on the machine.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _weasyprint() -> ModuleType:
    """Import WeasyPrint, here and not at the top: it costs half a second that ``--help`` need not wait for."""
    # On a missing library it prints a page of advice; ours is one line, and standard output may be read by a program.
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            with _no_library_search():
                return import_module("weasyprint")
        except OSError:
            pass  # the names alone did not lead to the libraries: let it search
        try:
            return import_module("weasyprint")
        except OSError as wrong:
            message = f"PDF cannot be made here: the library Pango is not installed ({_library(wrong)})"
            hint = (
                "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
                "macOS: brew install pango"
            )
            raise DocumentError(message, hint=hint) from None


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Keep ``ctypes`` from searching for libraries by starting compilers.

    WeasyPrint tries several names for each library; for every name that fails Python starts ldconfig, gcc and ld,
    54 processes in all, before it comes to the name that Linux knows (measured: a fifth of the import).
    """
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - find_library's own signature
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _library(wrong: OSError) -> str:
    """Return the name of the library that an error of the loader is about."""
    words = str(wrong).split("'")
    return words[1] if len(words) > 1 else "unknown library"


class _Listener(logging.Handler):
    """Keeps what the engine says instead of printing it: a message may hold a client's words."""

    def __init__(self) -> None:
        """Listen from warnings upward."""
        super().__init__(logging.WARNING)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.heard.append(record)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Yield the list that fills with the warnings of WeasyPrint and fontTools; they go nowhere else."""
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [(logger.propagate, logger.disabled) for logger in loggers]
    for logger in loggers:
        logger.addHandler(listener)
        logger.propagate, logger.disabled = False, False
    try:
        yield listener.heard
    finally:
        for logger, (propagate, disabled) in zip(loggers, before, strict=True):
            logger.removeHandler(listener)
            logger.propagate, logger.disabled = propagate, disabled


def _check_metadata(metadata: Any) -> None:  # noqa: ANN401 - WeasyPrint carries no types
    """Refuse a page without a title, or with metadata that could tell who wrote it, or when."""
    if not (metadata.title or "").strip():
        message = "a page cannot be printed without a title"
        raise DocumentError(message, hint="give `page` a neutral title: it shows in the window of the reader")
    named = ("authors", "description", "keywords", "generator", "created", "modified", "custom", "attachments")
    carried = [name for name in named if getattr(metadata, name)]
    if carried:
        message = f"a page cannot be printed with {' and '.join(carried)} in its head"
        raise DocumentError(message, hint="take the <meta> and <link> elements out: a PDF of ours tells nobody's name")


def _finish(document: Any, pdf: Any, *, producer: str) -> None:  # noqa: ANN401 - WeasyPrint carries no types
    """Refuse a font that is not ours, free the margins, name the producer; all is drawn, nothing is written yet."""
    release_margins(document, pdf)
    _name_producer(pdf, producer)
    _press(pdf)
    foreign = sorted({font.family for font in document.fonts.values()} - set(FAMILIES))
    if foreign:
        message = f"a page was set in a font that is not ours: {', '.join(foreign)}"
        raise DocumentError(message, hint="name no font but 'LA Sans' in the CSS")


_NAMED: Final = re.compile(rb'<rdf:Description rdf:about="" pdf:Producer="[^"]*" ?/>')
"""Where the engine names itself and its version a second time, for programs that read XMP."""


def _name_producer(pdf: Any, producer: str) -> None:  # noqa: ANN401 - pydyf carries no types
    """Name the maker in one place, or in none; the engine's own name and version stay nowhere."""
    pdf.info["Producer"] = import_module("pydyf").String(producer)
    if not producer:
        del pdf.info["Producer"]
    for one in pdf.objects:
        if getattr(one, "extra", {}).get("Type") == "/Metadata":
            one.stream = [_NAMED.sub(b"", part) for part in one.stream]


def _press(pdf: Any) -> None:  # noqa: ANN401 - pydyf carries no types
    """Compress each stream once, into the bytes pydyf makes of it: pydyf does it twice, once for the identifier."""
    kind = import_module("pydyf").Stream
    for stream in pdf.objects:
        if isinstance(stream, kind) and stream.compress:
            pressed = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            stream.stream, stream.compress = [pressed], False
            stream.extra["Filter"] = "/FlateDecode"


def _refuse(heard: list[logging.LogRecord]) -> None:
    """Raise DocumentError for what the engine warned of; its message is told without any text of the page."""
    faults = [record for record in heard if not str(record.msg).startswith(_HARMLESS)]
    missing = {code for record in faults if record.msg.startswith(".notdef") for code in _numbers(record)}
    if missing:
        raise MissingGlyphsError(tuple(sorted(missing)), of="a page")
    if faults:
        told = list(dict.fromkeys(map(_told, faults)))
        message = "a page cannot be printed as it is: " + "; ".join(told)
        raise DocumentError(message, hint="correct the template or its CSS; pages fetch nothing but data: addresses")


def _told(record: logging.LogRecord) -> str:
    """Return the engine's sentence, its texts left out, its numbers (lines, columns) kept.

    The name and the reason of a refused CSS declaration are kept as well: the author needs them, and both come
    from the engine's own lists or from a template.
    """
    arguments = record.args if isinstance(record.args, tuple) else ()
    shown: list[object] = [argument if isinstance(argument, int) else "…" for argument in arguments]
    if record.msg.startswith("Ignored `%s") and len(shown) > 1:
        shown[0], shown[-1] = arguments[0], arguments[-1]
    return (str(record.msg) % tuple(shown)).strip().rstrip(".")


def _numbers(record: logging.LogRecord) -> list[int]:
    """Return the numbers among a record's arguments."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    return [argument for argument in arguments if isinstance(argument, int)]
