"""What a text for the ear says idea by idea: it repeats where a written text points back, so what is gone leaves a mark.

Such a text has more sentences than its English, and its pauses part ideas, not sentences: neither can be held against the
English one by one. These checkers look at what a lost, turned or exchanged idea leaves behind in the others.
"""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.keywords import ACTORS
from legalassist.translations.gates.patterns import match, search, unanswered
from legalassist.translations.gates.spoken import PAUSE

_POINTS_BACK = re.compile("也(?!许|就是)|还有|或者?|但|而且|并且|除非|否则|不然|另一种|另外|所以|因此|那样做|至少")
_GOES_ON = re.compile(r"(?:and|or|but|so|also|too|then|unless|otherwise|at least|whether|another|still)\b")
_HAN_NOT = re.compile("[不没无未别勿]")
_NOT_TOO = re.compile("也(?:请|都)?(?:不(?!是)|没有|别|勿)")
_DO_NOT = re.compile(
    r"\b(?:do not|don't|never)\b(?= (?!(?:need|have|know|want|understand|agree|mean|speak|consent|owe)\b))"
)
_HAN_DO_NOT = re.compile("不要|不可|不能|不得|不用|不必|别(?![人的])|勿|不该|从不|绝不")
_ALLOWED = re.compile("可以(?=([一-鿿]))(?!不)")
_REFUSED = re.compile("可以不([一-鿿])")
_WHOSE = {r"\bofficers?\b", r"\bagents?\b", r"\bguards?\b", r"\bwitness(?:es)?\b"}
"""Words that mean many people: how often they are said tells nothing."""


def _ideas(pair: Pair) -> list[str]:
    """Return the ideas of a text in simplified characters, each up to its pause or its stop."""
    return [one.strip() for one in re.split(rf"[。？！；{PAUSE}]", pair.simplified) if one.strip()]


def stray_pauses(pair: Pair) -> Iterator[Found]:
    """Yield a pause with nothing before it or after it: what stood there is gone."""
    if any(not one.strip() for one in pair.text.split(PAUSE)):
        yield "a pause has nothing before or after it", "look whether an idea is missing"


def begins_in_the_middle(pair: Pair) -> Iterator[Found]:
    """Yield a text whose first idea goes on from one that is not there (也, 还有, 除非), and 和 with nothing before it."""
    ideas = _ideas(pair)
    found = _POINTS_BACK.match("".join(ideas[:1]))
    joined = next((one for one in ideas if match("[和与及](?=[^，]*[、，])", one)), "")
    if joined:
        yield f"an idea begins with {joined[0]}", "say 还有, or 或者 where the English says “or”"
    if found and not _GOES_ON.match(pair.low):
        yield f"it begins with {found[0]}, and nothing stands before it", "look whether the first idea is missing"


def negated_too(pair: Pair) -> Iterator[Found]:
    """Yield 也不 after an idea that is not negated: there was a *not* before it."""
    before = ""
    for idea in re.split("[，。？！；／]+", pair.simplified):
        found = _NOT_TOO.search(idea)
        if found and not _HAN_NOT.search(before + idea[: found.start()]):
            yield f"{found[0]} follows an idea without a negation", "look whether a 不 or 没 is missing before it"
        before = idea or before


def said_both_ways(pair: Pair) -> Iterator[Found]:
    """Yield what one may do in one idea and may leave in another, where the English has no *can*."""
    text = pair.simplified
    both = {one[1] for one in _ALLOWED.finditer(text)} & set(_REFUSED.findall(text))
    if both and not search(r"\b(?:can|may|could|allowed|choice|choose whether)\b", pair.low):
        said = "".join(sorted(both))[0]
        yield f"可以{said} and 可以不{said} both stand in it", "look which of the two the English says"


def orders_lost(pair: Pair) -> Iterator[Found]:
    """Yield a text with fewer 不要 than the English has *do not*: each is said by itself."""
    english, chinese = len(_DO_NOT.findall(pair.low)), len(_HAN_DO_NOT.findall(pair.simplified))
    if chinese < english:
        yield f"“do not” is said {chinese} times instead of {english}", "say 不要 each time"


def named_each_time(pair: Pair) -> Iterator[Found]:
    """Yield people named less often than in the English: an ear needs the word each time, and a slip takes one away."""
    for english, chinese in ACTORS.items():
        said, there = len(re.findall(english, pair.low)), len(re.findall(chinese, pair.text))
        if english not in _WHOSE and 0 < there < said:
            yield f"{chinese.split('|')[0]} is said {there} times, its English {said} times", "name them each time"


def turned_in_time(pair: Pair) -> Iterator[Found]:
    """Yield *before* said as 之后 in one of several ideas, and *after* that none of them says."""
    before, after = (search(rf"\b{word}\b", pair.low) for word in ("before", "after"))
    ideas = _ideas(pair)
    turned = next((one for one in ideas if search("[一-鿿](?:之后|以后)(?:，|$)", one)), "")
    if before and not search(r"\b(?:after|once|when|then|later|if|since)\b", pair.low) and turned:
        yield "the English says “before”, one idea says 之后", "say …之前"
    left = re.sub("先[^。？]*?再|最后|背后|随后", "", "。".join(ideas))
    if after and not search("后|过|起|满|完|了[，。]", left):
        yield "the English says “after”, no idea does", "say …之后, or 过了…"


_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"\bsilent\b|\bsilence\b", "沉默|不说话|不开口|不作声|不出声|安静", "沉默"),
    (r"\bfree\b(?! to\b)", "免费|不收|不要钱|不用付|不用花|无偿|不花钱|自由|没有费用", "免费"),
    (r"\benough\b", "够|足以|就行|就可以", "足够"),
    (r"\bpurposes?\b", "目的|为了|为什么|用途|图什么", "目的"),
    (r"\blast day\b|\bdeadlines?\b", "最后一天|期限|截止|限期|最晚|到期", "最后一天"),
    (r"\bunited states\b|\bu\.s\.", "美国", "美国"),
    (r"\bnew york\b", "纽约", "纽约"),
    (r"\bcriminal\b", "刑|犯罪|罪", "刑事"),
    (r"\bimmigration\b", "移民", "移民"),
    (r"\bwhatever\b|\bno matter\b|\bregardless\b", "不管|无论|不论|任何|有没有|都一样|怎么|什么", "不管"),
    (r"\bempty\b|\bblank\b", "空", "空白"),
    (r"\bsign says\b|\bsigns? (?:say|read)s?\b", "牌|告示|写着", "招牌"),
    (r"\bhow (?:you|we|they|it|he|she)\b", "怎么|怎样|如何|方式|方法|办法|经过", "怎么"),
    (r"\bborn\b", "生", "出生"),
    (r"\btrust\w*", "信", "信任"),
    (r"\bchoose|\bchose\b|\bchoice\b", "选|决定|愿", "选择"),
    (r"\bstate\b", "州", "州"),
    (r"\bfederal\b", "联邦", "联邦"),
    (r"\bcome in\b|\bcomes? into\b", "进", "进来"),
    (r"\bbeen through\b|\bhappened\b", "经历|发生|遭遇|受过|事", "经历"),
    (r"\bby heart\b", "背|记", "背下来"),
    (r"\bwith you\b|\bbeside you\b", "陪|一起|同您|跟您|和您|与您", "陪您"),
    (r"\bexceptions?\b", "例外|除外|特殊", "例外"),
    (r"\bcitizens?\b", "公民", "公民"),
    (r"\brights\b", "权|可以|对", "可以"),
    (r"\bwarrants?\b", "令", "令状"),
    (r"\bwhere\b(?=[^?]*\?|.*\bborn)", "哪|地方|何处", "哪里"),
    (r"\bcrimes?\b", "罪", "犯罪"),
    (r"\bhelps?\b|\bhelped\b", "帮|助|服务|协", "帮助"),
    (r"\bconsents?\b", "同意|允许|授权", "同意"),
    (r"\bharder\b|\bhardship\b|\bhard\b", "难", "难"),
    (r"\bdoors?\b(?=.*\bopen)|\bopening\b", "开", "开门"),
)  # fmt: skip
"""English, the usual ways to say it aloud (simplified), and what to say: a lost idea takes such a word with it."""


def words_lost(pair: Pair) -> Iterator[Found]:
    """Yield a word that carries an idea and that no idea of the Chinese says."""
    for found, says in unanswered(_WORDS, pair.low, pair.simplified):
        yield f"“{found[0]}” is not said", f"say {says}"
