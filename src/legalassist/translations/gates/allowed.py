"""Who can, may, must or will: the one of whom the English says so, and the one of whom the Chinese does."""

from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, match, search
from legalassist.translations.gates.people import ACTS, ANYONE, LED, PEOPLE, word_of
from legalassist.translations.gates.sentences import side_by_side

_SAYS = r"can|may|could|will|would|must|should|cannot|do|does|did|has to|have to|need|needs|want|wants|would like|is|are|was|were|has|have|had"
_ASKS = r"(?:^|[,;:.?!] |\b(?:and|or|but|when|if|how|what|where|why|which|time|day|date|place|long|much|many|\w+ing) )"
"""What stands before *can* in a question."""
_HAN_SAYS = "可以|不可以|不用|不必|必须|会|不会|可能|能|不能|没法|没办法|无法|应该|不应该|要|不要|想|需要|愿意|有权|有没有|是不是|是否|曾经"
_BEFORE = "也|都|就|还|先|现在|随时|最好"


def allowed(pair: Pair) -> Iterator[Found]:
    """Yield one who can, must or will in Chinese only, where somebody else does in English only."""
    for english, chinese in side_by_side(pair):
        ours = {
            zh
            for en, zh in PEOPLE.items()
            if any(_said_of(english, *one.span()) for one in word_of(en).finditer(english))
        }
        theirs = [zh for zh in PEOPLE.values() if _said_in_chinese(zh, chinese)]
        if ours and theirs and not ours & (ANYONE | set(theirs)) and not ANYONE & set(theirs):
            yield f"{theirs[0].split('|')[0]} can, must or will in Chinese, somebody else in English", "look who it is"
            return


def _said_of(english: str, begins: int, ends: int) -> bool:
    """Say whether *can* or the like stands behind a person, or before him in a question."""
    behind = match(rf"\s+(?:\w+ly )?(?:{_SAYS}|'ll|'d)\b", english[ends:])
    return bool(behind or search(rf"{_ASKS}(?:{_SAYS})\s+(?:the |your |our |an? |any )?(?:\w+ )?$", english[:begins]))


def _said_in_chinese(who: str, chinese: str) -> bool:
    return any(
        not LED.search(chinese[: one.start()]) or ACTS.search(chinese[: one.start()])
        for one in finditer(f"(?:{who})(?=(?:{_BEFORE})?(?:{_HAN_SAYS}))", chinese)
    )
