"""Which letters a PDF carries itself: what it does not, another machine draws otherwise, or not at all."""

from typing import Final

import pikepdf

from legalassist.documents.pdf_file import entry, kids, text_of

_EVERYWHERE: Final = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial", "CourierNew")
"""The fonts every reader of PDF brings along (ISO 32000-1, 9.6.2.2), and their usual names."""

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST = 6


def not_carried(font: object) -> bool:
    """Say whether a font is neither in the file nor in every reader; its letters then hang on the machine."""
    descriptor = entry(font, "/FontDescriptor")
    if any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in _PROGRAMS):
        return False
    name = (text_of(entry(font, "/BaseFont")) or "").lstrip("/")
    return not name.startswith(_EVERYWHERE) and text_of(entry(font, "/Subtype")) != "/Type3"


def any_not_carried(resources: object, depth: int = 0) -> bool:
    """Say whether a page (or a drawing it shows) may use such a font."""
    fonts, shown = entry(resources, "/Font"), entry(resources, "/XObject")
    if isinstance(fonts, pikepdf.Dictionary):
        for font in fonts.values():
            below = list(kids(entry(font, "/DescendantFonts"))) or [font]
            if any(not_carried(each) for each in below):
                return True
    return (
        depth < _DEEPEST
        and isinstance(shown, pikepdf.Dictionary)
        and any(any_not_carried(entry(each, "/Resources"), depth + 1) for _, each in shown.items())
    )
