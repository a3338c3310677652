"""Random English of any length in every text box of every form: nothing may be lost."""

import random

from forms.maps import editions
from forms.whole_text import lost, random_english


def run(texts: int, seed: int) -> tuple[int, list[str]]:
    """Try so many texts in every box of every form; return how often a box was tried, and where a text was lost."""
    dice, wrong, tried = random.Random(seed), [], 0  # noqa: S311 - repeatable, not secret
    for _ in range(texts):
        text = random_english(dice)
        for name, boxes in editions().items():
            tried += len(boxes.boxes)
            wrong += [f"{name}: {box}" for box in lost(name, text)]
    return tried, wrong
