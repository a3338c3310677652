"""Style sheets, read once in a process: the same few stand on every page, and reading them is a tenth of the work.

WeasyPrint reads the ``<style>`` elements of each page anew. A sheet that was read without a word of complaint, and
that brings nothing along that would belong to its page alone, is given to the next page as it was read.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

MOST: Final = 64
"""How many sheets are kept; the one that was asked for longest ago goes first."""

_OF_ITS_PAGE: Final = ("@import", "@font-face", "@counter-style", "@color-profile", "@layer", "\\")
"""Rules that are told to the page and not to the sheet: with one of them a sheet is read again for every page.

A backslash could spell one of them otherwise.
"""


class KeptSheets:
    """What WeasyPrint calls to read a style sheet: its own reader, asked once for each text."""

    def __init__(self, read: Callable[..., Any]) -> None:
        """Take WeasyPrint's own reader."""
        self._read = read
        self._kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()

    def __call__(self, **how: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own, untyped
        """Return a style sheet as it was read before, or read now; the arguments are those of ``weasyprint.CSS``."""
        text = how.get("string")
        # Rules for pages stay the sheet's own: the list WeasyPrint hands in is that of a page, and collects them all.
        alone = {**how, "page_rules": None}
        if text is None or any(rule in text.lower() for rule in _OF_ITS_PAGE):
            return self._read(**alone)
        key = (text, how.get("base_url"), how.get("media_type"))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        heard = _Heard()
        logger = logging.getLogger("weasyprint")
        logger.addHandler(heard)
        try:
            sheet = self._read(**alone)
        finally:
            logger.removeHandler(heard)
        if not heard.anything:  # a complaint is to be heard for every page
            self._kept[key] = sheet
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return sheet


class _Heard(logging.Handler):
    """Remembers whether anything was complained of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.anything = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - a handler's own signature
        """Remember it."""
        self.anything = True
