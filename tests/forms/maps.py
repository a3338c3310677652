"""The maps under test: each edition's boxes with a file to fill, its stand-in always and the real blank where it is."""

from functools import lru_cache

from forms.blanks_at_hand import folder
from forms.stand_in import stand_in
from one_library import LIBRARY

from legalassist.forms.blank import Blank, read_blank
from legalassist.forms.boxes import Boxes, all_boxes

SHELF = "tvisa"


@lru_cache(maxsize=1)
def editions() -> dict[str, Boxes]:
    """Return the boxes of every edition on the shelf by the edition's name."""
    return dict(all_boxes(LIBRARY, SHELF))


@lru_cache(maxsize=16)
def stand_in_of(name: str) -> tuple[bytes, Blank]:
    """Return the stand-in of an edition, and what it says of itself."""
    content = stand_in(editions()[name])
    return content, read_blank(content, name)


def files(name: str) -> list[tuple[bytes, Blank]]:
    """Return what an edition is tried on: the stand-in, and the real blank where it is here."""
    found = [stand_in_of(name)]
    boxes, at = editions()[name], folder()
    path = at / f"{boxes.form}.pdf" if at is not None else None
    if path is not None and path.is_file():
        found.append((path.read_bytes(), read_blank(path.read_bytes(), name)))
    return found
