"""What finds no room in a piece, and what to do: looked for only once it does not fit in its smallest letters."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from legalassist.handouts.piece import Piece

USUAL_NAME = 40
"""Characters of a clinic's name up to which it is not the first thing to look at."""

USUAL_NUMBER = 12
"""Characters of a telephone number that has room on every card: 212-555-0100."""

SHORT_NUMBER = "give clinic.yaml a number that stands on one line, without an extension"


@dataclass(frozen=True, slots=True)
class _Own:
    """Something a clinic may leave off or shorten: what it is, what to do about it, and a piece without it."""

    what: str
    hint: str
    without: Callable[[Piece], Piece]


def without_room(piece: Piece, fits: Callable[[Piece], bool]) -> tuple[str, str]:
    """Return what of a piece finds no room, and what to do.

    What the clinic itself adds comes first: where the piece would fit without it, no statement is to blame. One thing
    alone is named where that is enough; else as few as it takes, of those that stand on the piece.
    """
    there = [one for one in _of_the_clinic(piece) if one.without(piece) != piece]
    alone = next((one for one in reversed(there) if fits(one.without(piece))), None)
    if alone:
        return f"{alone.what} takes the room", alone.hint
    if len(there) > 1 and fits(_left(piece, there)):
        taking = list(there)
        for one in there:  # what it fits with is given back, the lines at the foot first
            rest = [other for other in taking if other is not one]
            taking = rest if fits(_left(piece, rest)) else taking
        return f"{_listed([one.what for one in taking])} take the room together", "; ".join(
            dict.fromkeys(one.hint for one in taking)
        )
    told = piece.topic.printed_on(piece.form)
    kept = (count for count in range(len(told) - 1, 0, -1) if fits(_with_first(piece, count)))
    first_out = told[next(kept, 0)].id if told else "title"
    return f"there is no room for {first_out!r}", "shorten it, give it more 'room', or make a statement 'optional'"


def _left(piece: Piece, taken: Iterable[_Own]) -> Piece:
    for one in taken:
        piece = one.without(piece)
    return piece


def _listed(all_of_them: Sequence[str]) -> str:
    return " and ".join((", ".join(all_of_them[:-1]), all_of_them[-1]))


def _of_the_clinic(piece: Piece) -> Iterator[_Own]:
    """Yield each thing of the clinic's that may take the room, the one that is given back first where several do."""
    shown, card = piece.shown, piece.form.covered
    lines = {"line of hours": ("hours", shown.hours), "advertising line": ("advertising", shown.advertising)}
    if not card:  # a card leaves it off
        lines["disclaimer"] = ("disclaimer", shown.disclaimer)
    for what, (key, said) in lines.items():
        told = f"the clinic's {what} of {sum(map(len, said))} characters"
        yield _Own(told, "shorten it in clinic.yaml, under 'handouts'", partial(_shown_with, key, ()))
    if piece.address:
        told = f"the clinic's address on the web of {len(piece.address)} characters"
        yield _Own(told, "shorten 'plain_url' in clinic.yaml", partial(_shown_with, "url", ""))
    if piece.code_to_scan[0]:
        yield _Own("the code to scan", "print it without --code", lambda one: replace(one, scanned=False))
    number = f"the clinic's telephone number of {len(shown.number)} characters"
    yield _Own(number, SHORT_NUMBER, partial(_shown_with, "number", _short(shown.number)))
    named = f"the clinic's name of {len(shown.name)} characters"
    shorter = "a 'card_name' under 'handouts' in clinic.yaml" if card else "one"
    hint = f"{shorter} of {USUAL_NAME} characters or fewer would have room here"
    yield _Own(named, hint, partial(_shown_with, "names", tuple(one[:USUAL_NAME] for one in shown.names)))


def _shown_with(key: str, value: object, piece: Piece) -> Piece:
    return replace(piece, shown=replace(piece.shown, **{key: value}))  # type: ignore[arg-type]


def _short(number: str) -> str:
    """Return a telephone number, or as much of it as has room on every piece."""
    return number[:USUAL_NUMBER]


def _with_first(piece: Piece, count: int) -> Piece:
    """Return a piece with only its first statements, in the order they are printed."""
    return replace(piece, topic=replace(piece.topic, statements=piece.topic.printed_on(piece.form)[:count]))
