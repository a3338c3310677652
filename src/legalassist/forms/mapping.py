"""Map a new edition from the map of an old one: what is the same is taken over, what differs is left as a problem.

A box that differs in anything gets its place and kind from the new file and no Item. ``legalassist check`` then names
it until an author has looked at the form and said what it is; what it was stands in a comment above it.
"""

import json
from collections.abc import Iterator

from legalassist.forms.blank import Blank, BlankBox, Kind
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.recognising import box_differences

_KEYS = ("item", "line", "part", "row", "is", "group", "repeat", "by hand", "unverified", "block", "native")


def mapped(blank: Blank, old: Boxes, was: str) -> str:
    """Return the text of the new edition's boxes file; `was` names the edition it is made from."""
    under = old.under if all(box.name.startswith(old.under) for box in blank.boxes) else ""
    lines = [
        f"# {old.form.upper()}, edition {blank.edition or '?'}: made from the map of {was} by comparing the boxes.",
        "# A box with a comment above it differs and has no Item yet: look at the form, and say what it is.",
        f"form: {old.form}",
        f"edition: {json.dumps(blank.edition)}",
        f"sha256: {blank.sha256}",
        f"pages: {blank.pages}",
        *([f"under: {json.dumps(under)}"] if under else []),
        *([f"addition: {json.dumps(old.addition)}"] if old.addition else []),
        "boxes:",
    ]
    known = old.by_name
    for there in blank.boxes:
        lines.extend(_box(there, known.get(there.name), under))
    gone = [name for name, box in known.items() if name not in blank.by_name and box.kind is not Kind.BARCODE]
    lines.extend(f"  # gone: {name}" for name in gone)
    return "\n".join(lines) + "\n"


def _box(there: BlankBox, before: Box | None, under: str) -> Iterator[str]:
    """Yield the lines of one box: a comment where it differs, and the box."""
    place = _place(there, under)
    if there.kind in {Kind.BARCODE, Kind.BUTTON}:
        yield _flow(place)
        return
    changed = list(box_differences(before, there)) if before is not None else ["new box"]
    if before is None or changed:
        was = f" (it was: {_flow(_meaning(before)).strip(' -')})" if before is not None else ""
        yield f"  # {'; '.join(changed)}{was}"
        yield _flow(place)
    else:
        yield _flow({**place, **_meaning(before)})


def _place(there: BlankBox, under: str) -> dict[str, object]:
    """Return what a file says of a box."""
    said: dict[str, object] = {
        "box": there.name.removeprefix(under),
        "kind": there.kind.value,
        "page": there.page,
        "rect": " ".join(f"{side:g}" for side in there.rect),
        "max": there.max_length,
        "comb": there.comb,
        "lines": there.lines and there.kind is Kind.TEXT,
        "on": there.on,
    }
    return {key: value for key, value in said.items() if value}


def _meaning(box: Box) -> dict[str, object]:
    """Return what a map says of a box, in the order of the keys."""
    said = box.model_dump(by_alias=True, exclude_defaults=True)
    return {key: said[key] for key in _KEYS if key in said}


def _flow(said: dict[str, object]) -> str:
    """Return one box as a line of the file."""
    return "  - {" + ", ".join(f"{key}: {_value(key, value)}" for key, value in said.items()) + "}"


def _value(key: str, value: object) -> str:
    if value is True:
        return "yes"
    if isinstance(value, int) or key == "kind":
        return str(value)
    return json.dumps(str(value), ensure_ascii=False)
