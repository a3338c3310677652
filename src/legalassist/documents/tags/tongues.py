"""The language of each part among the tags: without it a screen reader says Chinese in an English voice.

WeasyPrint writes the language of the whole document and forgets that of its parts (`lang` of an element), which
PDF/UA-1 asks for (ISO 14289-1, 7.2). The elements of the tags are made box by box in one function of the engine; it is
wrapped, and what it makes for an element with a language is given that language.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

_WHOLE = ("html", "body")
_NAME = "_build_box_tree"

Build = Callable[..., Iterator[Any]]


def name_languages() -> None:
    """Let the engine write the language of each part; doing it twice does it once."""
    tags: Any = import_module("weasyprint.pdf.tags")
    build: Build = getattr(tags, _NAME)
    if not isinstance(build, _Naming):
        setattr(tags, _NAME, _Naming(build))


class _Naming:
    """The engine's function that builds the tags of a box, and names its language."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.string: Callable[[str], object] = import_module("pydyf").String

    def __call__(self, box: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401 - the engine's own, untyped
        """Yield the elements that the engine makes for a box, those of a part in a language with it."""
        placed = getattr(box, "_box", box)
        html = placed.element if placed.element_tag not in _WHOLE else None
        language = html.attrib.get("lang", "") if html is not None else ""
        for element in self.build(box, *rest):
            if language:
                element["Lang"] = self.string(language)
            yield element
