"""Overrides as an answers file spells them: below ``overrides:``, and as entries of its log."""

from collections.abc import Iterator

from legalassist.cases.override import LONGEST_REASON, RULE, Override
from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.text import clean
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted

FIRST_KEY = "overrides_rule"
"""The key by which an entry of a log is known to be an override."""

KEYS = (FIRST_KEY, "reason", "by", "at", "rests_on", "given")
_NEEDED = (FIRST_KEY, "reason", "by")
_LONGEST_LINE = 200
_YES_NO = {"yes": True, "no": False}


def read_overrides(source: Source, data: Data, at: At, *, first: int = 0
                   ) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the overrides a list holds, and every problem in it; `first` is the place of its first entry."""
    if not isinstance(data, list):
        return (), (source.problem(at, "a list of overrides is expected here", "begin each with '- '"),)
    found: list[Override] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, first):
        wrong = list(_problems(source, entry, (*at, number)))
        problems.extend(wrong)
        if not wrong and isinstance(entry, dict):
            said = {key: str(entry.get(key, "")) for key in KEYS}
            found.append(
                Override(said[FIRST_KEY], said["reason"], said["by"], said["at"], said["rests_on"],
                         given=_YES_NO[said["given"] or "yes"])
            )  # fmt: skip
    return tuple(found), tuple(problems)


def _problems(source: Source, entry: Data, at: At) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""
    if not isinstance(entry, dict) or any(not isinstance(entry.get(key), str) for key in _NEEDED):
        yield source.problem(at, "an override needs 'overrides_rule:', 'reason:' and 'by:' (the attorney's code)")
        return
    for key, word in entry.items():
        if key not in KEYS:
            yield source.problem((*at, key), f"unknown key {key!r}", did_you_mean(key, KEYS))
        elif not isinstance(word, str):
            yield source.problem((*at, key), f"{key}: one text is expected here")
        else:
            yield from _wrong_word(source, key, word, (*at, key))


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    reason = key == "reason"
    try:
        clean(word, one_line=not reason, limit=LONGEST_REASON if reason else _LONGEST_LINE)
    except AnswerRefused as refused:
        yield source.problem(at, f"{key}: {refused.message}", refused.hint)
        return
    if key == FIRST_KEY and not RULE.fullmatch(word):
        yield source.problem(at, "this is no rule of the gate", "'legalassist packet gate CASE' lists them")
    elif key == "given" and word not in _YES_NO:
        yield source.problem(at, "given: yes or no is expected here")


def override_lines(one: Override) -> Iterator[str]:
    """Yield the lines of a log entry, every value in quotes so that nothing is guessed."""
    words = {FIRST_KEY: one.rule, "reason": one.reason, "by": one.by, "at": one.at, "rests_on": one.rests_on,
             "given": "" if one.given else "no"}  # fmt: skip
    for place, (key, text) in enumerate(words.items()):
        if text or key in _NEEDED:
            yield f"  {'- ' if place == 0 else '  '}{key}: {quoted(text)}"
