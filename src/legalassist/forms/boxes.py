"""The boxes of one edition (``NAME.boxes.yaml`` beside the edition's items): every box, and which Item fills it.

Official box names stand in these files and nowhere else. A box is told by its place and its label on the page, not by
its name, which is often another box's; the file therefore keeps the rectangle where it is known, and `differences`
compares it with a real file.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from legalassist.errors import ContentError
from legalassist.forms.blank import Kind
from legalassist.interviews.written import Text, WholeNumber, YesNo, validate
from legalassist.interviews.yaml_source import Source, read_yaml
from legalassist.library import Library

SUFFIX = ".boxes"
Rect = tuple[float, float, float, float]


def _rect(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    found = re.fullmatch(r"(\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)", str(word))
    if found is None:
        raise PydanticCustomError("rect", "a rectangle is four numbers: left, bottom, right, top, in points")
    return tuple(float(side) for side in found.groups())


def _raw(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if not isinstance(word, str) or not word.strip():
        raise PydanticCustomError("text", "one text is expected here, in quotes")
    return word


Raw = Annotated[str, BeforeValidator(_raw)]
"""A text whose blanks count: on-states begin and end with some."""


class Box(BaseModel):
    """One box of an edition.

    `item` is the Item it belongs to (PART.ITEM), `line` which of several Items printed under that number; `part` is the
    part of the answer (``family``, ``street``, or a fact of a group's row), `row` the row of a list, counted from 1.
    A check box is ticked where the answer `is` its word; boxes of one `group` exclude one another. `repeat` marks a box
    that prints again what another one says. `by_hand` says why a person fills it. `unverified`: its meaning or order is
    not known for certain, so it stays empty until somebody has looked at the real form. `block` is the space of the
    additional-information part it belongs to, counted from 1. `native` boxes are written in the person's own script.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    box: Raw
    kind: Kind
    page: WholeNumber = 0
    rect: Annotated[Rect, BeforeValidator(_rect)] | None = None
    max: WholeNumber = 0
    comb: YesNo = False
    lines: YesNo = False
    on: Raw = ""
    item: Text = ""
    line: WholeNumber = 1
    part: Text = ""
    row: WholeNumber = 0
    means: Annotated[Text, Field(alias="is")] = ""
    group: Text = ""
    repeat: YesNo = False
    by_hand: Annotated[Text, Field(alias="by hand")] = ""
    unverified: YesNo = False
    block: WholeNumber = 0
    native: YesNo = False

    @property
    def name(self) -> str:
        """Return the official name."""
        return self.box


class Boxes(BaseModel):
    """Every box of one edition: its form, edition, the sha256 of the known file and its pages.

    `under` is the beginning all names have in common; `addition` the Part for additional information.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    form: Text
    edition: Text
    sha256: Text = ""
    pages: WholeNumber
    under: Text = ""
    addition: Text = ""
    boxes: tuple[Box, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Box]:
        """Every box by its full official name."""
        return {self.full(box): box for box in self.boxes}

    def full(self, box: Box) -> str:
        """Return a box's full official name."""
        return self.under + box.box

    @property
    def names(self) -> frozenset[str]:
        """All full names."""
        return frozenset(self.by_name)


def boxes_source(library: Library, shelf: str, name: str) -> Source:
    """Return the file of an edition's boxes, with places."""
    book = library.get(f"templates/{shelf}/forms/{name}{SUFFIX}.yaml")
    return read_yaml(book.text, book.name)


def has_boxes(library: Library, shelf: str, name: str) -> bool:
    """Say whether an edition has a file of boxes."""
    return library.find(f"templates/{shelf}/forms/{name}{SUFFIX}.yaml") is not None


def read_boxes(library: Library, shelf: str, name: str) -> Boxes:
    """Read ``templates/SHELF/forms/NAME.boxes.yaml``; raise ContentError with every problem in its shape."""
    source = boxes_source(library, shelf, name)
    boxes, shape = validate(Boxes, source)
    if boxes is None or source.problems:
        raise ContentError(problems=(*source.problems, *shape))
    return boxes


def all_boxes(library: Library, shelf: str) -> Iterator[tuple[str, Boxes]]:
    """Yield every edition's boxes with the edition's name (``g28.2018-09-17``), in name order."""
    for book in library.books(f"templates/{shelf}/forms", f"{SUFFIX}.yaml"):
        name = book.name.rpartition("/")[2].removesuffix(f"{SUFFIX}.yaml")
        yield name, read_boxes(library, shelf, name)
