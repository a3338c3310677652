"""The boxes of a question on paper: what a hand can fill in, for each type of question."""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.interviews.schema import Question


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its label as a context of the screen's words ("" for none), its width in parts of twelve, its ticks.

    `ticks` are contexts of words, each with an empty square before it, instead of a line to write on.
    """

    label: str = ""
    width: int = 12
    ticks: tuple[str, ...] = ()


_NAME = (Box("part.family", 4), Box("part.given", 4), Box("part.native", 4))
_DATE = (Box("paper.year", 3), Box("paper.month", 2), Box("paper.day", 2), Box(width=5, ticks=("paper.lunar",)))
_ADDRESS = (
    Box("part.in_care_of", 6), Box("part.street", 6), Box("part.unit", 4), Box("part.city", 4), Box("part.state", 4),
    Box("part.zip_code", 4),
)  # fmt: skip
_BOXES: Mapping[str, tuple[Box, ...]] = {
    "person name": _NAME,
    "date": _DATE,
    "partial date": _DATE,
    "address": _ADDRESS,
    "yes no": (Box(ticks=("ask.yes", "ask.no", "key.unknown")),),
    "country": (Box(width=6),),
    "a-number": (Box(width=6),),
    "passport": (Box(width=6),),
    "phone": (Box(width=6),),
}
_LINE = (Box(),)


def boxes_of(question: Question) -> tuple[Box, ...]:
    """Return the boxes of a question; those of a choice are ticked, one for each of its choices."""
    if question.choices:
        return (Box(ticks=tuple(f"{question.fact}.choices.{choice.value}" for choice in question.choices)),)
    return _BOXES.get(question.kind, _LINE)
