"""Keep the clinic's blanks: add them, list them, look at their boxes, map new editions, verify boxes on real forms."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from legalassist.documents.folder import save
from legalassist.errors import UsageError
from legalassist.forms.answering import item_of, items_of
from legalassist.forms.blank import Kind
from legalassist.forms.boxes import SUFFIX, Box, Boxes, all_boxes
from legalassist.forms.edition import Edition, Item, read_edition
from legalassist.forms.filled import AS_MAPPED, NEVER, GivenBlank
from legalassist.forms.library import Blanks, Kept, Said
from legalassist.forms.mapping import mapped
from legalassist.forms.recognising import Currency, Recognised, currency, day_of_edition, recognise
from legalassist.forms.vetting import vet
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.library import Library

SHELF = "tvisa"
WHERE = "https://www.uscis.gov/forms/all-forms"
_NOTHING = frozenset({Kind.BARCODE, Kind.BUTTON})


@dataclass(frozen=True, slots=True)
class Added:
    """A blank that was added: what it is, and what our data say of its form."""

    kept: Kept
    form: str
    edition: str
    recognised: Recognised
    currency: Currency

    @property
    def superseded(self) -> bool:
        """Say whether a newer edition was seen."""
        return self.currency.is_superseded(self.edition)


def add_form(path: Path, blanks: Blanks, library: Library, *, by: str, on: dt.date) -> Added:
    """Look at a file in a limited process, recognise it, and keep it as it is.

    Raises UsageError where there is no such file, DocumentError where it is no untouched official blank of a form there
    is a map for.
    """
    blank, content = vet(path)
    editions = dict(all_boxes(library, SHELF))
    found = recognise(blank, editions, path.name)
    form = editions[found.name].form
    edition = blank.edition or (editions[found.name].edition if found.same_edition else "")
    kept = blanks.add(content, form, day_of_edition(edition), by=by, on=on)
    return Added(kept, form, edition, found, currency(form, on))


@dataclass(frozen=True, slots=True)
class FormLine:
    """One edition as the list shows it: what is there of it, and what our data say of it."""

    name: str
    form: str
    edition: str
    file: str
    state: str
    currency: Currency
    lapsed: bool
    soon: bool
    unverified: int


def list_forms(blanks: Blanks, library: Library, as_of: dt.date) -> tuple[FormLine, ...]:
    """Return every edition there is a map for, and every other file that was added."""
    given = {one.name: one for one in given_blanks(blanks, library, as_of)}
    lines = []
    for name, boxes in all_boxes(library, SHELF):
        known, one = currency(boxes.form, as_of), given.get(name)
        empty = sum(box.unverified for box in boxes.boxes) if one is None else len(one.unverified)
        file = _file_of(blanks, one)
        state = "missing" if one is None else _state(one)
        lines.append(
            FormLine(
                name=name,
                form=boxes.form,
                edition=boxes.edition,
                file=file,
                state=state,
                currency=known,
                lapsed=known.is_lapsed(as_of),
                soon=known.lapses_soon(as_of),
                unverified=empty,
            )
        )
    return tuple(lines)


def _file_of(blanks: Blanks, given: GivenBlank | None) -> str:
    if given is None:
        return ""
    return next((one.path.name for one in blanks.kept() if one.sha256 == given.blank.sha256), "")


def _state(given: GivenBlank) -> str:
    """Say in a few words what a blank may be used for."""
    if given.superseded:
        return "superseded: drafts only" if not given.allowed_by else f"superseded, allowed by {given.allowed_by}"
    if not given.known:
        return "not the known file: drafts only" if not given.allowed_by else f"allowed by {given.allowed_by}"
    return "here"


def given_blanks(blanks: Blanks, library: Library, as_of: dt.date) -> Iterator[GivenBlank]:
    """Yield, for each edition there is a map for, the file that fits it best: the known one, else one like it."""
    editions = dict(all_boxes(library, SHELF))
    for name, boxes in editions.items():
        best = None
        for kept in blanks.of(boxes.form):
            found = recognise(kept.blank(), editions, boxes.form)
            if found.name == name and (found.known or (best is None and found.same_edition)):
                best = kept, found
        if best is None:
            continue
        kept, found = best
        allowed = blanks.allowed(kept.sha256)
        yield GivenBlank(
            name=name,
            content=kept.read(),
            boxes=boxes,
            verified=blanks.verified(kept.sha256),
            known=found.known,
            superseded=currency(boxes.form, as_of).is_superseded(boxes.edition),
            allowed_by=allowed.by if allowed is not None else "",
        )


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One Item as ``form show`` prints it: where its answer is from, and its boxes."""

    item: str
    label: str
    source: str
    boxes: int
    unverified: int


def show_form(name: str, library: Library) -> tuple[Edition, tuple[ShownItem, ...]]:
    """Return the table of one form: every Item with its source and its boxes; `name` is a form or an edition's name."""
    edition_name = edition_named(name, library)
    edition = read_edition(library, SHELF, edition_name)
    boxes = next((found for one, found in all_boxes(library, SHELF) if one == edition_name), None)
    by_item = _boxes_by_item(edition, boxes)
    shown = []
    for part in edition.parts:
        for item in part.items:
            own = by_item.get((part.number, id(item)), ())
            shown.append(ShownItem(f"{part.number}.{item.item}", item.label, source_of(item), len(own),
                                   sum(box.unverified for box in own)))  # fmt: skip
    return edition, tuple(shown)


def _boxes_by_item(edition: Edition, boxes: Boxes | None) -> Mapping[tuple[str, int], tuple[Box, ...]]:
    found: dict[tuple[str, int], tuple[Box, ...]] = {}
    items = items_of(edition)
    for box in boxes.boxes if boxes is not None else ():
        place = item_of(box, items) if box.item else None
        if place is not None:
            key = place[0], id(place[1])
            found[key] = (*found.get(key, ()), box)
    return found


def source_of(item: Item) -> str:
    """Return where an Item's answer is from, in the words of its file."""
    asked = item.fact or item.relative or item.group
    if asked:
        return f"asked: {asked}"
    if item.rule:
        return f"rule: {item.rule}"
    if item.clinic:
        return f"clinic: {item.clinic}"
    if item.attorney:
        return "attorney decides"
    return f"by hand: {item.by_hand}" if item.by_hand else "not asked yet"


def edition_named(name: str, library: Library) -> str:
    """Return the name of an edition on the shelf: it itself, or the newest of a form; UsageError for an unknown one."""
    books = library.books(f"templates/{SHELF}/forms", ".yaml")
    names = [book.name.rpartition("/")[2].removesuffix(".yaml") for book in books]
    editions = sorted(one for one in names if not one.endswith(SUFFIX))
    found = [one for one in editions if name == one or one.partition(".")[0] == name.replace("-", "").lower()]
    if found:
        return found[-1]
    raise UsageError(
        f"there is no form {name!r} on the shelf", hint=did_you_mean(name, editions) or ", ".join(editions)
    )


def map_form(path: Path, edition: str, library: Library, out: Path) -> tuple[Path, tuple[str, ...]]:
    """Write the map of a new edition into the folder `out`, made from an old one; return it and what differs.

    Raises UsageError for an edition that has no map or a folder that is in the way, DocumentError for a file that is
    no untouched blank.
    """
    editions = dict(all_boxes(library, SHELF))
    if edition not in editions:
        raise UsageError(f"there is no map of {edition!r}", hint=did_you_mean(edition, editions) or ", ".join(editions))
    blank, _ = vet(path)
    day = day_of_edition(blank.edition)
    name = f"{edition.partition('.')[0]}.{day.isoformat() if day else 'unknown'}"
    found = recognise(blank, {edition: editions[edition]}, path.name)
    items = library.get(f"templates/{SHELF}/forms/{edition}.yaml").text
    old = editions[edition]
    items = items.replace(f'edition: "{old.edition}"', f'edition: "{blank.edition}"', 1)
    items = items.replace(f"sha256: {old.sha256}", f"sha256: {blank.sha256}", 1)
    files = {f"{name}.yaml": items.encode(), f"{name}{SUFFIX}.yaml": mapped(blank, old, edition).encode()}
    save(files, out, what="the new map", check=_only_new)
    return out / f"{name}{SUFFIX}.yaml", found.differences


def _only_new(out: Path) -> None:
    """Refuse a folder that has anything in it: a map somebody mended must not be written over."""
    if out.exists() and any(out.iterdir()):
        message = f"{out} is not empty"
        raise UsageError(message, hint="name a new folder")


@dataclass(frozen=True, slots=True)
class ToVerify:
    """One box somebody should look at on the real form: its Item, its name, where it is, what the file says of it."""

    item: str
    box: str
    page: int
    label: str
    on: str
    means: str


def to_verify(form: str, blanks: Blanks, library: Library, as_of: dt.date) -> tuple[ToVerify, ...]:
    """Return the boxes of a form that stay empty until somebody has looked at them."""
    given = _given(form, blanks, library, as_of)
    there = given.blank.by_name
    listed = []
    for box in given.sure.boxes:
        name = given.sure.full(box)
        if box.unverified and not box.by_hand and name in there:
            listed.append(ToVerify(box.item or f"block {box.block}", name, there[name].page, there[name].label,
                                   there[name].on, box.means))  # fmt: skip
    return tuple(listed)


def verify_form(  # noqa: PLR0913 - who says what of which box
    form: str, box: str, means: str, blanks: Blanks, library: Library, *, by: str, on: dt.date
) -> None:  # fmt: skip
    """Record what somebody saw a box mean on the real form.

    `means` is the word that ticks it, ``as mapped``, or ``never``. Raises UsageError for a form whose blank is not
    here, a box it does not have, or a nameless witness.
    """
    given = _given(form, blanks, library, on)
    names = [one for one in given.boxes.names if one == box or one.endswith(f".{box}")]
    if len(names) != 1:
        message = f"{form} has no box {box!r}" if not names else f"{box!r} is the end of {len(names)} names"
        raise UsageError(
            message, hint=did_you_mean(box, given.boxes.names) or "give the name as 'form verify' lists it"
        )
    found = given.boxes.by_name[names[0]]
    if found.kind in _NOTHING:
        raise UsageError(f"{box} is the agency's and stays as it is")
    if found.kind is not Kind.CHECK and means not in {AS_MAPPED, NEVER}:
        message = "a text box is as mapped, or is never filled"
        raise UsageError(message, hint=f"--means '{AS_MAPPED}' or --means {NEVER}")
    if found.kind is Kind.CHECK and means == AS_MAPPED and not found.means:
        message = "the map does not say what ticks this box"
        raise UsageError(message, hint="say which word on the form stands beside it, for example --means yes")
    blanks.record(Said(did="verified", file=given.blank.sha256, by=by, on=on.isoformat(), box=names[0], means=means))


def allow_form(  # noqa: PLR0913 - who allows what, and why
    form: str, blanks: Blanks, library: Library, *, by: str, why: str, on: dt.date
) -> None:  # fmt: skip
    """Record that a named attorney allows a blank to be mailed that is not the known file of the edition last seen."""
    given = _given(form, blanks, library, on)
    blanks.record(Said(did="allowed", file=given.blank.sha256, by=by, on=on.isoformat(), why=why))


def _given(form: str, blanks: Blanks, library: Library, as_of: dt.date) -> GivenBlank:
    """Return the newest blank of a form, or of an edition, that is here."""
    given = {one.name: one for one in given_blanks(blanks, library, as_of)}
    names = sorted(one for one in given if form in {one, given[one].boxes.form})
    if not names:
        message = f"no blank of {form} is here"
        raise UsageError(message, hint=f"download it from {WHERE}, and add it with 'legalassist form add'")
    return given[names[-1]]
