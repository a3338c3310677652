"""What finds no room in a piece, and what to do: looked for only once it does not fit in its smallest letters."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from legalassist.handouts.piece import Piece

USUAL_NAME = 40
"""Characters of a clinic's name up to which it is not the first thing to look at."""

USUAL_NUMBER = 12
"""Characters of a telephone number that has room on every card: 212-555-0100."""

SHORT_NUMBER = "give clinic.yaml a number that stands on one line, without an extension"


def without_room(piece: Piece, fits: Callable[[Piece], bool]) -> tuple[str, str]:
    """Return what of a piece finds no room, and what to do.

    What the clinic itself adds comes first: where the piece would fit without it, no statement is to blame.
    """
    for what, hint, without in _of_the_clinic(piece):
        if without != piece and fits(without):
            return what, hint
    told = piece.topic.printed_on(piece.form)
    kept = (count for count in range(len(told) - 1, 0, -1) if fits(_with_first(piece, count)))
    first_out = told[next(kept, 0)].id if told else "title"
    return f"there is no room for {first_out!r}", "shorten it, give it more 'room', or make a statement 'optional'"


def _of_the_clinic(piece: Piece) -> Iterator[tuple[str, str, Piece]]:
    """Yield each thing that a clinic may leave off or shorten, what to do about it, and the piece without it."""
    shown = piece.shown
    shorter = "a 'card_name' under 'handouts' in clinic.yaml" if piece.form.covered else "one"
    yield (
        f"the clinic's name has {len(shown.name)} characters",
        f"{shorter} of {USUAL_NAME} characters would have room here",
        replace(piece, shown=replace(shown, name=shown.name[:USUAL_NAME])),
    )
    yield (
        f"the clinic's telephone number has {len(shown.number)} characters",
        SHORT_NUMBER,
        replace(piece, shown=replace(shown, number=_short(shown.number))),
    )
    yield "the code to scan takes the room", "print it without --code", replace(piece, scanned=False)
    for what, said, without in (
        ("disclaimer", shown.disclaimer, replace(shown, disclaimer=())),
        ("advertising line", shown.advertising, replace(shown, advertising=())),
        ("line of hours", shown.hours, replace(shown, hours=())),
    ):
        length = sum(map(len, said))
        told = f"the clinic's {what} has {length} characters and takes the room"
        yield told, "shorten it in clinic.yaml, under 'handouts'", replace(piece, shown=without)
    if piece.address:
        told = f"the clinic's address on the web has {len(piece.address)} characters and takes the room"
        yield told, "shorten 'plain_url' in clinic.yaml", replace(piece, shown=replace(shown, url=""))
    bare = replace(
        shown, name=shown.name[:USUAL_NAME], number=_short(shown.number), disclaimer=(), advertising=(), hours=()
    )
    yield (
        "the clinic's own lines and its code to scan take the room together",
        "shorten them in clinic.yaml, or print it without --code",
        replace(piece, scanned=False, shown=bare),
    )


def _short(number: str) -> str:
    """Return a telephone number, or as much of it as has room on every piece."""
    return number[:USUAL_NUMBER]


def _with_first(piece: Piece, count: int) -> Piece:
    """Return a piece with only its first statements, in the order they are printed."""
    return replace(piece, topic=replace(piece.topic, statements=piece.topic.printed_on(piece.form)[:count]))
