"""Recognise a blank: which form and edition it is, and how its boxes differ from those a map knows."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legalassist.errors import ContentError, DocumentError
from legalassist.forms.blank import Blank, BlankBox, Kind
from legalassist.forms.boxes import Box, Boxes
from legalassist.law.parameters import DatedValue, Parameters

_ALIKE = 0.5
"""From this share of common boxes on, a file is an edition of the form and no other form."""

_MOVED = 3.0
"""Points that a box may stand elsewhere before it counts as moved."""

SOON = 30
"""So many days before its check-again day an edition counts as about to lapse."""

_PART = re.compile(r"\bPart (\d+)\.")
_ITEM = re.compile(r"(?:^|[\s.)])(\d{1,2})\. ?(?:([A-Z])\. ?)?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is: the edition's name on the shelf, whether it is that very file, and how its boxes differ."""

    name: str
    known: bool
    same_edition: bool
    differences: tuple[str, ...] = ()


def recognise(blank: Blank, editions: Mapping[str, Boxes], name: str) -> Recognised:
    """Return the edition a blank is or comes nearest to; `name` stands in messages.

    Raises DocumentError for a file that is no edition of any form there is a map for.
    """
    for edition, boxes in editions.items():
        if boxes.sha256 and boxes.sha256 == blank.sha256:
            return Recognised(edition, known=True, same_edition=True, differences=tuple(differences(boxes, blank)))
    nearest = max(editions, key=lambda edition: (_share(editions[edition], blank), edition), default="")
    if not nearest or _share(editions[nearest], blank) < _ALIKE:
        said = f"form {blank.form.upper()}, edition {blank.edition}" if blank.form else "a PDF with boxes"
        known = ", ".join(sorted({boxes.form.upper() for boxes in editions.values()}))
        message = f"{name}: this is {said}, and no map has its boxes"
        raise DocumentError(message, hint=f"there are maps for {known}")
    boxes = editions[nearest]
    # A file whose barcodes name no edition is taken for the mapped one only if it has exactly its boxes.
    same = blank.edition == boxes.edition if blank.edition else _share(boxes, blank) == 1
    return Recognised(nearest, known=False, same_edition=same, differences=tuple(differences(boxes, blank)))


def _share(boxes: Boxes, blank: Blank) -> float:
    """Return how many of all boxes, the map's and the file's, are in both."""
    mapped = {boxes.full(box) for box in boxes.boxes if box.kind is not Kind.BARCODE}
    found = {box.name for box in blank.boxes if box.kind is not Kind.BARCODE}
    return len(mapped & found) / len(mapped | found) if mapped | found else 0


def differences(boxes: Boxes, blank: Blank) -> Iterator[str]:
    """Yield how a file's boxes differ from the map's, one line each."""
    found, mapped = blank.by_name, boxes.by_name
    if blank.pages != boxes.pages:
        yield f"{blank.pages} pages where the map has {boxes.pages}"
    if blank.edition and blank.edition != boxes.edition:
        yield f"edition {blank.edition} where the map has {boxes.edition}"
    for name, box in mapped.items():
        if name not in found:
            if box.kind is not Kind.BARCODE:
                yield f"box is gone: {name}"
            continue
        yield from (f"{what}: {name}" for what in box_differences(box, found[name]))
    for name, there in found.items():
        if name not in mapped and there.kind is not Kind.BARCODE:
            yield f"new box ({there.kind.value}, page {there.page}): {name}"


def box_differences(box: Box, there: BlankBox) -> Iterator[str]:
    """Yield how one box of a file differs from what the map says of it."""
    if box.kind is not there.kind:
        yield f"box is now a {there.kind.value}"
    if box.page and box.page != there.page:
        yield f"box is now on page {there.page}"
    elif box.rect is not None and max(abs(a - b) for a, b in zip(box.rect, there.rect, strict=True)) > _MOVED:
        yield "box has moved"
    told = box.rect is not None and there.kind is Kind.TEXT
    if told and (box.max, box.comb, box.lines) != (there.max_length, there.comb, there.lines):
        yield "box takes another length or layout of text"
    if box.on and box.on.strip().casefold() != there.on.strip().casefold():
        yield "box has another on-state"
    if is_doubtful(box, there.label):
        yield "the form labels this box as another Item"


def is_doubtful(box: Box, label: str) -> bool:
    """Say whether a box's own label names another Part or Item than the map does. Names lie; labels rarely do."""
    part, items = _PART.search(label), _ITEM.findall(label)
    mapped_part, _, mapped = box.item.partition(".")
    number = re.match(r"(\d+)", mapped)
    if part is None or not items or number is None or not mapped_part.isdigit() or box.repeat:
        return False
    return part[1] != mapped_part or number[1] not in {item for item, _ in items}


@dataclass(frozen=True, slots=True)
class Currency:
    """What our data say of a form's editions on a day: the one last seen, on which authority, when to look again."""

    form: str
    edition: str = ""
    authority: str = ""
    as_of: dt.date | None = None
    check_again: dt.date | None = None

    def is_superseded(self, edition: str) -> bool:
        """Say whether an edition is older than the one last seen."""
        ours, seen = day_of_edition(edition), day_of_edition(self.edition)
        return ours is not None and seen is not None and ours < seen

    def lapses_soon(self, day: dt.date) -> bool:
        """Say whether it will be time to look again within a month."""
        return not self.is_lapsed(day) and self.is_lapsed(day + dt.timedelta(days=SOON))

    def is_lapsed(self, day: dt.date) -> bool:
        """Say whether it is time to look again, or nobody has looked at all."""
        return self.check_again is None or self.check_again <= day


def currency(form: str, day: dt.date, parameters: Parameters | None = None) -> Currency:
    """Return what our data say of a form's editions on a day; nothing where no source of ours speaks of it."""
    held = _held(form, day, parameters or Parameters.load())
    if held is None:
        return Currency(form)
    return Currency(form, str(held.value), held.authority, held.as_of, held.check_again)


def _held(form: str, day: dt.date, parameters: Parameters) -> DatedValue | None:
    try:
        return parameters.entry_on(f"edition_{form.replace('-', '')}", day)
    except ContentError:
        return None


def day_of_edition(edition: str) -> dt.date | None:
    """Return the day an edition is named by (``01/20/25``), or None where it is written otherwise."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/(\d\d)", edition)
    if found is None:
        return None
    month, day, year = (int(part) for part in found.groups())
    try:
        return dt.date(2000 + year, month, day)
    except ValueError:
        return None
