"""Whose it is: ours for yours, and what belongs to one person in English and to another in Chinese."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.everyday import Everyday
from legalassist.translations.gates.patterns import match, search

_OWNED = re.compile(r"\b(your|our) ([a-z]+)(?: ([a-z]+))?")
_OWNER = {"your": ("您的?", "我们的?"), "our": ("我们的?", "您的")}
"""Who has it: the Chinese of the right one, the Chinese of the other."""
_PEOPLE: Mapping[str, str] = MappingProxyType({
    # Chinese, what may stand for it in English
    "我们": "our|us|we",
    "您": "your?|you",
    "律师": "lawyer|attorney|firm|bar|legal|counsel",
    "事务所": "firm",
    "执法人员": "officer|enforcement|police",
    "官员": "offic",
    "警察": "police|officer",
    "警方": "police",
    "法官": "judge",
    "法院": "court",
    "政府": "government|state|city|federal|agenc",
    "雇主": "employer|boss",
    "老板": "boss|employer",
    "房东": "landlord",
    "对方": "their|them|they|other|someone|who|person|people",
    "当事人": "client|party|your|her|they",
    "申请人": "applicant|client",
    "家人": "family|relative|person|member",
    "医生": "doctor",
    "口译员": "interpreter",
    "贩运者": "traffick",
    "施暴者": "abus",
    "孩子": "child|son|daughter",
    "父母": "parent",
    "配偶": "spouse|husband|wife|that person",
    "机构": "agenc|office|provider",
    "别人": "others?|someone|somebody|anyone|anybody|else|people|another|strangers?",
    "朋友": "friend",
    "亲属": "relative|famil",
})  # fmt: skip
_ACT = r"consent|choice|decision|agreement|answer|help|permission|promise|request|signature|fault|crime|word"
_ACT_OF = re.compile(rf"\byour (?:\w+ )?({_ACT})s?\b")
"""What somebody does, said as a thing that he has: Chinese says it as a verb, with the one who does it before it."""
_POSSESSED = re.compile(f"({'|'.join(sorted(_PEOPLE, key=len, reverse=True))})的([一-鿿]{{1,4}})")
_ANYBODY = r"\b(?:their|its|own|his|her)\b"


@dataclass(frozen=True)
class Owners:
    """The checker, which knows words from the list of everyday words."""

    everyday: Everyday

    def owners(self, pair: Pair) -> Iterator[Found]:
        """Yield what is ours in one language and the reader's in the other, and what is somebody else's in Chinese."""
        yield from self._exchanged(pair.low, pair.simplified)
        yield from self._done_by_another(pair.low, pair.simplified)
        yield from self._somebody_elses(pair.low, pair.simplified)

    def _exchanged(self, english: str, chinese: str) -> Iterator[Found]:
        said = {
            (owner, way)
            for owner, *words in _OWNED.findall(english)
            for way in filter(None, map(self.everyday.ways, words))
        }
        between = "[^，。；？！、我您和]{0,4}"
        for owner, (right, wrong) in _OWNER.items():
            theirs = {way for other, way in said if other != owner}
            ways = sorted(way for other, way in said if other == owner and way not in theirs)
            if any(
                search(f"{wrong}{between}(?:{way})", chinese) and not search(f"{right}{between}(?:{way})", chinese)
                for way in ways
            ):
                yield f"“{owner}” became {wrong.rstrip('?')}", "look whose it is"

    def _done_by_another(self, english: str, chinese: str) -> Iterator[Found]:
        """Yield the reader's consent or choice that is somebody else's in Chinese."""
        others = "|".join(one for one in _PEOPLE if one not in {"您", "当事人", "申请人"})
        for act in dict.fromkeys(_ACT_OF.findall(english)):
            way = self.everyday.ways(act)
            theirs = way and search(f"({others})的?(?:{way})", chinese)
            if theirs and not search(f"您[^，。／；]{{0,6}}(?:{way})", chinese):
                yield f"“your {act}” became {theirs[0]}", "look whose it is"

    def _somebody_elses(self, english: str, chinese: str) -> Iterator[Found]:
        ways = {form: way for form in self.everyday.tokens(english) if (way := self.everyday.ways(form))}
        for owner, thing in dict.fromkeys(_POSSESSED.findall(chinese)):
            who = _PEOPLE[owner]
            for form, way in ways.items():
                said = re.escape(form.replace("_", " "))
                owned = rf"\b(?:{who})\w*(?:'s?)?(?:\s+[a-z'-]+){{0,3}}\s+{said}|{said}[^.;]*\b(?:{who})|{_ANYBODY}"
                readers = rf"\byour (?:\w+ ){{0,2}}{said}(?! (?:of|from|by)\b)(?!.*{said})"
                hers = rf"\b(?:{who})\w*'s? (?:\w+ ){{0,2}}{said}"
                found = match(way, thing)
                taken = (
                    owner not in {"您", "我们", "当事人", "对方"}
                    and search(readers, english)
                    and not search(hers, english)
                )
                if found and (taken or not search(owned, english)):
                    yield f"{owner}的{found[0]}: in the English it is not theirs", "look whose it is"
                    return
