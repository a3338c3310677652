"""What is said of one person: that he does it, or that he does not; 政府付律师费 for “the government does not pay”.

A *not* elsewhere in the Chinese does not help: the person and the verb stand side by side in both languages. Silent
where the English has a condition, or says of anybody else that he does it.
"""

import re
from collections import Counter

from legalassist.translations.gates.denied import ANY_NOT, EXCUSED, LOST, way_of
from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.people import ANYONE, LED, PEOPLE, word_of

_NOT = (
    rf" (?:(?:do|does|did|will|can|may|must|should|would|could)(?: not|n't)|cannot|can't|won't|never) (?:{LOST} )*(\w+)"
)
_NOTHING = r" (\w+) (?:nothing|nobody|no one)\b"
_DOES = r" (?:(?:will|can|may|must|also|then|still|always|go on|goes on) )*(\w+)"
_SOFTER = re.compile(
    r"\b(?:refus\w+|stop\w*|fail\w*|avoid\w*|if|when|only|until|unless|before|too|less|few\w*|out|skip\w*|instead|without|after|once|while)\b"
)
_ANSWER = re.compile(r"\bsay(?:s|ing)? (?:yes or )?no\b|\byes or no\b")
_AND_DOES = "(?:就|也|都|会|将|来|一定)*"
_DOES_NOT = "(?:就|也|都|并|将|从来?|绝对?)*(?:不会|不再|不能|不可以?|不得|没有?|不)"
_HAN_NOT = re.compile("[不没别未谁]|如果|要是")
_MAY = re.compile(r" (?:may|can) (?!not\b)\w+")


def turned_of_somebody(english: str, chinese: str) -> bool:
    """Say whether one person does in Chinese what he does not in English, or the other way round."""
    words = Counter(re.findall(r"\w+", english))
    for en, zh in PEOPLE.items():
        if zh in ANYONE or not search(zh, chinese):
            continue
        for one in word_of(en).finditer(english):
            if _does_not(english[one.end() :], zh, chinese, words, english) or _does(
                english[one.end() :], zh, chinese, english
            ):
                return True
    return False


def _does_not(behind: str, zh: str, chinese: str, words: Counter[str], english: str) -> bool:
    found = re.match(_NOT, behind) or re.match(_NOTHING, behind)
    way = way_of(found[1]) if found else ""
    if not found or not way or words[found[1]] > 1 or EXCUSED.search(english):
        return False
    said = [
        one
        for one in finditer(f"(?:{zh})(?={_AND_DOES}(?:{way})(?!.?[不没]))", chinese)
        if not LED.search(chinese[: one.start()])
        and not _HAN_NOT.search(re.split("[，。；／]", chinese[: one.start()])[-1])
    ]
    return bool(said) and not search(f"(?:{zh})[^，。；／]{{0,8}}[不没别未][^，。；／]{{0,4}}(?:{way})", chinese)


def _does(behind: str, zh: str, chinese: str, english: str) -> bool:
    plain = _ANSWER.sub("", english)
    if ANY_NOT.search(plain) or _SOFTER.search(plain):
        return False
    if _MAY.match(behind) and search(f"(?:{zh})(?:也|都|就)*不(?:可以|能|得)(?!不)", chinese):
        return True
    found = re.match(_DOES, behind)
    way = way_of(found[1]) if found else ""
    return bool(way and search(f"(?:{zh}){_DOES_NOT}(?:{way})", chinese))
