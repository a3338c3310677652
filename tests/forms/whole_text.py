"""Box and continuation are the whole text: the law itself, for a few texts in the tests and for many in the soak."""

import random
from collections.abc import Iterator, Sequence

from forms.maps import editions, files

from legalassist.forms.blank import Blank, Kind
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.placing import BoxAnswer, Overflow, place

WORDS = ("a", "the", "worked", "restaurant", "in Queens,", "Flushing;", "Mr. Li", "passport.", "(borrowed)", "é", "§",
         "Wollongongsmithsonianhyphenless", "1,200", "-", "“quoted”")  # fmt: skip
"""What random English is made of: clauses, sentences, long words, letters with accents."""


def whole(kept: Sequence[str], left: Sequence[Overflow]) -> str:
    return "".join([*kept, *(one.text for one in left)])


def texts_of(boxes: Boxes, blank: Blank) -> list[Box]:
    by_name = blank.by_name
    return [
        box
        for box in boxes.boxes
        if box.kind is Kind.TEXT and box.item and not (box.by_hand or box.block or box.unverified or box.comb)
        and boxes.full(box) in by_name
    ]  # fmt: skip


def lost(name: str, text: str) -> Iterator[str]:
    """Yield the text boxes of a form in which a text is not kept whole, on its stand-in and on the real blank."""
    boxes = editions()[name]
    blocks = {box.block: boxes.full(box) for box in boxes.boxes if box.block and box.part == "text"
              and not box.unverified}  # fmt: skip
    order = [blocks[number] for number in sorted(blocks)]
    for _, blank in files(name):
        for box in texts_of(boxes, blank):
            placed = place(blank, boxes, [BoxAnswer(box, text)])
            kept = [placed.entries[one].value for one in (boxes.full(box), *order) if one in placed.entries]
            wanted = text if blank.by_name[boxes.full(box)].lines else text.replace("\n", " ")
            if placed.problems or whole(kept, placed.addendum) != wanted:
                yield box.box


def random_english(dice: random.Random) -> str:
    """Return English of a random length, from nothing to some pages."""
    return " ".join(dice.choice(WORDS) for _ in range(dice.choice((0, 3, 30, 300, 1500))))
