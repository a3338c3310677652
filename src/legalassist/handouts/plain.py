"""The plain variant: no word on it, in its file or in its file's name tells anybody what it is about."""

from collections.abc import Iterator

from legalassist.handouts.piece import Piece
from legalassist.handouts.telling import telling_word

HIDDEN, HANDED = "on a piece that is hidden", "on a card that is handed to an officer"
"""Where a word that tells may not stand: somebody searches for it, or would learn what its holder is."""


def plain_problems(piece: Piece) -> tuple[str, ...]:
    """Return everything in which a plain piece would tell; empty where it tells nothing."""
    return tuple(_problems(piece))


def hidden_problems(piece: Piece) -> Iterator[str]:
    """Yield each word that would tell, on a piece that is hidden (a mini card, a sticker) or handed to an officer."""
    shown, where = piece.shown, HANDED if piece.topic.handed_as(piece.form) else HIDDEN
    own = (
        ("the clinic's name", shown.names),
        ("its number", (shown.number,)),
        ("its hours", shown.hours),
        ("its line", shown.advertising),
    )
    for what, said in own:
        if word := telling_word(" ".join(said)):
            yield f"{what} says {word!r}, {where}"
    for one in piece.texts:
        if word := telling_word(one.text):
            yield f"{one.context} says {word!r}, {where}"


def _problems(piece: Piece) -> Iterator[str]:
    where = (
        ("the clinic's name", piece.shown.name), ("its number", piece.shown.number),
        ("its hours", " ".join(piece.shown.hours)),
        ("its address", piece.shown.url),
        ("the file's name", piece.name), ("the title of the file", f"{piece.topic.name} {piece.title}"),
        ("the version code", piece.code),
        *((one.context, one.text) for one in piece.texts),
    )  # fmt: skip
    for what, text in where:
        if word := telling_word(text):
            yield f"{what} says {word!r}"
    if piece.shown.logo:
        yield "it carries a logo"
