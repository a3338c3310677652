"""Many orders of steps, against an oracle that knows no chain: the file goes only at the end of a whole one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

from legalassist.errors import DocumentError
from legalassist.placement.chain import ready_for
from legalassist.placement.releases import Answered, GivenBack, Granted, Retained, Told, Undertaken, Withdrawn
from legalassist.placement.steps import OfACase

FIRM = "Example LLP"
BEGIN = datetime(2026, 11, 2, 12, tzinfo=UTC)
WORDS = ("release 2", "undertaking", "sheet 1", "clear 1", "sheet 2", "clear 2", "release 3", "retained")
OVER = ("withdraw", "expire", "return")
EVERY = (*WORDS, *OVER, "not clear 1", "not clear 2")
SHEETS = {"1": "adverse names", "2": "client's names"}
A_MONTH = timedelta(days=30)


@cache
def event(word: str, now: datetime) -> OfACase:
    """Return the step a word stands for, as it would be recorded on a day, whether or not it may be."""
    said = {"on": now.date().isoformat(), "firm": FIRM}
    kind, _, number = word.rpartition(" ")
    if kind == "release":
        until = (now + timedelta(days=14)).isoformat()
        made = {"stage": int(number), "why": "x", "until": until, "language": "en", "interpreter": ""}
        return Granted.model_validate({**said, **made})
    if kind == "sheet":
        return Told.model_validate({**said, "step": SHEETS[number], "digest": "", "delete_by": "2027-12-31"})
    if kind in {"clear", "not clear"}:
        return Answered.model_validate({**said, "step": SHEETS[number], "clear": kind == "clear"})
    others = {"undertaking": lambda: Undertaken(**said, delete_by="2027-12-31"), "withdraw": lambda: Withdrawn(**said),
              "retained": lambda: Retained(**said), "return": lambda: GivenBack(on=said["on"])}  # fmt: skip
    return others[word]()


def goes(words: tuple[str, ...]) -> bool:
    """Say whether the program would hand the file over after these steps; "expire" lets a month pass."""
    now, steps = BEGIN, []
    for word in words:
        if word == "expire":
            now += A_MONTH
        else:
            steps.append(event(word, now))
    try:
        return bool(ready_for(steps, FIRM, "hand-over", now))
    except DocumentError:
        return False


def may_go(words: tuple[str, ...]) -> bool:
    """Say the same from the rule alone, by looking words up: everything after the last cut, in its order."""
    if not since_last(words, "release 3", *OVER):
        return False
    mine = since_last(words, "release 2", "withdraw", "return")
    if "expire" in mine and not retained(mine[: mine.index("expire")]):
        return False
    return retained(mine) and stands(mine)


def since_last(words: tuple[str, ...], begin: str, *cuts: str) -> tuple[str, ...]:
    """Return the words from the last `begin` on; nothing where a cut comes after it, or it never was."""
    last = max((at for at, word in enumerate(words) if word in {begin, *cuts}), default=-1)
    return words[last:] if last >= 0 and words[last] == begin else ()


def retained(words: tuple[str, ...]) -> bool:
    return any(word == "retained" and stands(words[:at]) for at, word in enumerate(words))


def stands(words: tuple[str, ...]) -> bool:
    return clear(words, "1") and clear(words, "2")


def clear(words: tuple[str, ...], number: str) -> bool:
    """Say whether the last sheet was sent in its order and last answered "clear"."""
    about = [at for at, word in enumerate(words) if word.endswith(number) and not word.startswith("release")]
    sent = [at for at in about if words[at].startswith("sheet")]
    if not sent or words[about[-1]] != f"clear {number}":
        return False
    before = words[: sent[-1]]
    return "undertaking" in before and (number == "1" or clear(before, "1"))


def in_order(words: tuple[str, ...]) -> bool:
    """Say whether the whole order is among words, each after the one before it."""
    rest = iter(words)
    return all(any(word == wanted for word in rest) for wanted in ("release 2", *WORDS[1:6], "retained"))


def walks() -> Iterator[tuple[str, ...]]:
    """Yield a chain as far as it went, a cut or none, a late step, and the order anew, whole or without a step.

    And the whole order with any two steps put into it, which takes in every pair of cuts.
    """
    for far, cut, late, without in product(range(len(WORDS) + 1), ("", *OVER), ("", *EVERY), ("", *WORDS)):
        anew = tuple(word for word in WORDS if word != without)
        yield (*WORDS[:far], *filter(None, (cut, late)), *anew)
    for one, two in product(EVERY, repeat=2):
        for first in range(len(WORDS) + 1):
            for second in range(first, len(WORDS) + 1):
                yield (*WORDS[:first], one, *WORDS[first:second], two, *WORDS[second:])


def test_the_file_goes_only_at_the_end_of_one_chain() -> None:
    found = {words: goes(words) for words in {walk[-longest:] for walk in walks() for longest in (7, 20)}}
    wrong = [words for words, went in found.items() if went != may_go(words)]
    assert not wrong[:5]
    for words in (one for one, went in found.items() if went):
        last = max(at for at, word in enumerate(words) if word in {"withdraw", "return", "release 2"})
        assert in_order(words[last:])
    assert sum(found.values()) > 500
    assert len(found) > 10_000


def test_the_oracle_knows_the_fault_that_was_found() -> None:
    again = ("release 2", "undertaking", "sheet 1", "clear 1", "release 3", "retained")
    late = (*WORDS[:5], "withdraw", "clear 2", *again)
    assert not may_go(late)
    assert not goes(late)
    assert may_go((*WORDS[:5], "withdraw", "clear 2", *WORDS))
