"""How a run looks, and whether a reader of the paper would see it at all."""

from lxml import etree

from legalassist.documents.docx_file import EXPORT_AS_PDF
from legalassist.documents.subset.blocks import Look
from legalassist.documents.subset.faults import HIDDEN, REMOVE, Faults
from legalassist.documents.subset.styles import (
    CHARACTER_STYLES,
    Properties,
    Styles,
    W,
    brightness,
    child,
    is_on,
    properties_in,
    val,
    whole,
)

_SMALLEST = 9
"""Half points; smaller letters are hidden text by another name."""
_BRIGHTEST = 200
"""Of 255; a paler colour hardly shows on white paper."""
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett", "zapf dingbats")
_PLAIN_FILLS = ("", "auto", "FFFFFF")
_NO_UNDERLINE = ("", "none")
_RAISED = {"superscript": "super", "subscript": "sub"}

_EFFECTS = {
    "strike": ("has text struck through", "delete it, or remove the line"),
    "dstrike": ("has text struck through", "delete it, or remove the line"),
    "caps": ("has capitals made by formatting", "type the capitals (Shift+F3)"),
    "rtl": ("has text that runs from right to left", EXPORT_AS_PDF),
}


class Looks:
    """Reads the look of runs, with the styles of one file."""

    def __init__(self, styles: Styles, faults: Faults) -> None:
        """Take the file's styles and the collector of problems."""
        self._styles = styles
        self._faults = faults

    def look(self, run: etree._Element | None) -> Look:
        """Return the look that a run's own properties and its character style give it."""
        own = self._own(run)
        if not own:
            return Look()
        return Look(
            bold=is_on(own.get("b")),
            italic=is_on(own.get("i")),
            underline=val(own.get("u")) not in _NO_UNDERLINE,
            small_caps=is_on(own.get("smallCaps")),
            raised=_RAISED.get(val(own.get("vertAlign")), ""),
        )

    def east_asian(self, run: etree._Element | None, paragraph_style: str) -> str:
        """Return the language Word gives to Chinese characters of a run."""
        lang = {**self._styles.run_properties(paragraph_style), **self._own(run)}.get("lang")
        return val(lang, "eastAsia") or self._styles.east_asian

    def check(self, run: etree._Element | None, paragraph_style: str) -> None:
        """Note problems where the text of a run would not be seen on paper as it stands in the file."""
        styled = self._styles.run_properties(paragraph_style)
        properties = {**self._styles.default_run, **styled, **self._own(run)}
        if is_on(properties.get("vanish")):
            self._faults.add(*HIDDEN)
        for name, fault in _EFFECTS.items():
            if is_on(properties.get(name)):
                self._faults.add(*fault)
        self._check_ink(properties)
        self._check_place(properties)
        self._check_style(run)

    def check_table(self, ident: str) -> None:
        """Note problems where a table's style would hide text or change it (its parts, such as header rows, too)."""
        for style in self._styles.chain(ident) if ident else ():
            for element in style.element.iter(W + "rPr"):
                properties = properties_in(element)
                if is_on(properties.get("vanish")):
                    self._faults.add(*HIDDEN)
                for name, fault in _EFFECTS.items():
                    if is_on(properties.get(name)):
                        self._faults.add(*fault)

    def _own(self, run: etree._Element | None) -> Properties:
        own = properties_in(run)
        styled = self._styles.run_properties(val(own.get("rStyle"))) if "rStyle" in own else {}
        return {**styled, **own} if styled else own

    def _check_ink(self, properties: Properties) -> None:
        color = val(properties.get("color"))
        size = properties.get("sz")
        if is_pale(color) or (size is not None and whole(val(size), _SMALLEST) < _SMALLEST):
            self._faults.add("has text that hardly shows (colour or size)", "delete it, or make it black and readable")
        marked = val(properties.get("highlight")) not in _NO_UNDERLINE
        shading = properties.get("shd")
        if marked or val(shading, "fill").upper() not in map(str.upper, _PLAIN_FILLS):
            self._faults.add(
                "has highlighted text", "settle what the colour marks, then remove it; blacking out hides nothing"
            )

    def _check_place(self, properties: Properties) -> None:
        fonts = properties.get("rFonts")
        if fonts is not None and val(fonts, "ascii").lower().startswith(_SYMBOL_FONTS):
            self._faults.add("has characters from a symbol font", f"type ordinary characters, or {EXPORT_AS_PDF}")
        if whole(val(properties.get("position"))):
            self._faults.add("has raised or lowered text", "use superscript or subscript")
        for name in ("em", "fitText", "eastAsianLayout"):
            found = properties.get(name)
            if found is not None and val(found) != "none":
                self._faults.add("has marked or squeezed East Asian text", f"remove the effect, or {EXPORT_AS_PDF}")

    def _check_style(self, run: etree._Element | None) -> None:
        ident = val(child(run, "rStyle"))
        if ident and self._styles.name(ident) not in CHARACTER_STYLES:
            self._faults.add("has text in a style of its own", f"clear it with Ctrl+Space, or {REMOVE}")


def is_pale(color: str) -> bool:
    """Say whether a colour written as RRGGBB hardly shows on white paper."""
    bright = brightness(color)
    return bright is not None and bright > _BRIGHTEST
