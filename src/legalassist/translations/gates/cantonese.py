"""What is asked of Cantonese, which only the clinic writes: what holds for any ear, and nothing that only Mandarin has.

Its negations, particles and form of address are its own (唔, 冇, 嘅, 你), so rules made of Mandarin words would find a
fault in every sound text. A lost *not* is asked about in its words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.meaning import lost_negation

HOLDS = frozenset({
    "placeholders", "half-width", "full-width", "odd-characters", "markup", "template-signs", "spaces", "dots",
    "untranslated", "english-left", "addresses", "mixed-scripts", "promises", "agencies", "harm", "forbidden",
    "personal-data", "spoken-length", "spoken-brackets", "spoken-figures", "spoken-numbers", "spoken-pauses",
    "spoken-stray-pauses",
})  # fmt: skip
"""The rules that are asked of Cantonese as of any text for the ear."""

_NOT = str.maketrans({"唔": "不", "冇": "沒", "咪": "別"})
_MANDARIN = re.compile(
    "他們|她們|我們|你們|您們|沒有|什麼|怎麼|哪裡|哪裏|這個|這樣|這些|這裡|這裏|那個|那些|那樣|那裡|那裏|不要|不是|不會|不用|不想|不知道|"
    "誰都|的時候|的人|在這|在那|現在|剛才|他(?!人)|您的|你的|我的"
)


def negation_lost(pair: Pair) -> Iterator[Found]:
    """Yield a *not* of the English that no 唔, 冇, 未, 無 or 咪 says."""
    for message, _ in lost_negation(replace(pair, text=pair.text.translate(_NOT))):
        yield message, "say 唔, 冇, 未 or 咪"


def mandarin(pair: Pair) -> Iterator[Found]:
    """Yield a word that is said in Mandarin and not in Cantonese: somebody wrote it down as one writes, not as one says."""
    if found := _MANDARIN.search(pair.text):
        yield f"{found[0]} is said in Mandarin", "write it as it is said in Cantonese"
