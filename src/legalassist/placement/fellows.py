"""Who may have been hurt with the client: an answer that speaks of anybody such, and the words that say so.

"Peter Ho; victims: Grace Holloway, Maria Lopez" reads as a list of adverse people. No program knows where the list of
the others ends, so one word that says somebody was hurt, worked or lived with her, is her friend, her kin or a witness
makes every name of that answer wait for a person, but one that is called a boss or the like in its own piece.
"""

import re
from collections.abc import Iterator, Sequence

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.word_lists import BUSINESSES, GENERIC, TITLE_WORDS, TITLES
from legalassist.languages.scripts import to_simplified
from legalassist.placement.kin_words import BEFORE_KIN, Found, kin_words
from legalassist.placement.typed_names import person_in

_MATES = r"(?:(?:room|house|flat|dorm|bunk|cell|class|school|work|team|suite|apartment|bed)[ -]?)mates?|roomies?"
_WITH_HER = (
    rf"{_MATES}|co[ -]?(?:workers?|victims?|survivors?|employees?|tenants?)|colleagues?|fellow|employees?"
    r"|(?:best ?)?friends?|bestie|buddy|buddies|acquaintances?|neighbou?rs?|compatriots?|villagers?|townsm[ae]n"
    r"|amig[oa]s?|compa[nñ]er[oa]s?"
)
_HURT = (
    r"victims?|vics?|survivors?|sufferers?|witness(?:es)?|informants?|complainants?|hurt|injured|harmed|abused|trafficked"
    r"|beaten|raped|assaulted|molested|exploited|enslaved|smuggled|sold|wounded|suffer(?:ed|s|ing)?|rescued|escaped"
    r"|v[ií]ctimas?|testigos?|tricked|deceived|cheated|forced|helped|helps|rescuers?"
)
_WOMEN = r"girls?|wom[ae]n|ladies|(?<!boss )(?<!boss)lady|kids?|children|child|minors?|workers"
_TOGETHER = (
    r"(?:live[sd]?|living|work(?:s|ed|ing)?|sta(?:ys?|yed|ying)|sle(?:pt|eps|eping)|c[ao]me|shared)(?: \w+){0,2} with"
    r"|together|same (?:room|house|bed|dorm(?:itory)?|apartment|village|town|thing)"
    r"|like (?:me|her|him)|with (?:me|her|us)"
)
_TIE = re.compile(rf"(?<![a-z])(?:{_WITH_HER}|{_HURT}|{_WOMEN}|{_TOGETHER})(?![a-z])|[(\[（]\s*v\.?\s*[)\]）]")
_TIE_HAN_ALONE = (
    "受害[人者]?|被害[人者]?|幸存者?|证人|目击[人者]?|室友|舍友|同屋|同住|同宿舍|同房|房友|同事|工友|同伴|伙伴|同仁|同僚|同学|员工|工人|难友"
    "|[姐姊]妹们?|兄弟们?|女孩子?们?|姑娘们?|女[人生]们?|女工|闺[蜜密]|好友|朋友|友人|同乡|老乡|邻居|熟人|小孩|孩子"
)
_TIE_HAN = re.compile(rf"{_TIE_HAN_ALONE}|一起|一块|一同|一道|也被|被打|被骗|被卖|受伤|帮助?过?[我她他]|救了?[我她他]")
_LEADING_HAN = re.compile(rf"^[前好原老]?(?:{_TIE_HAN_ALONE})[们是叫]?")
_BEHIND_HAN = re.compile(rf"(?:{_TIE_HAN_ALONE})$")
_LEADING = re.compile(
    r"(?i)^(?:(?:other|my|her|the|former)\s+|ex[ -])?"
    rf"(?:{_WITH_HER}|{_WOMEN}|cousins?|nieces?|nephews?|daughter)[\s:,-]+(?=\w)"
)
_BEHIND = re.compile(rf"(?i)[\s,-]+(?:{_WITH_HER}|{_WOMEN})$")
_SHOPS_NAME = re.compile(
    r"(?i)^(?:[\w'’&.-]+ )*(?:famil(?:y|ies)|brothers?|sisters?|friends?|mama|mother|father|uncle"
    r"|aunt(?:ie)?|girls?|sons?|kids?|children|lady|ladies|wom[ae]n|neighbou?rs?|buddy|partners?|grandma)"
    r"(?:['’]?s)?(?: [\w'’&.-]+)*$"
)
"""What many a business is called after."""
_SHOPS_HAN = re.compile("(?:店|馆|楼|厅|厂|公司|餐饮|酒家|饭庄|美容|美发|发廊|美甲|按摩|足疗|超市|集团|幼儿园|中心)$")
_THEIRS = re.compile(
    r"(?<![a-z])(?:(?:his|their)(?: own)? [a-z-]+"
    r"|(?:mrs|ms|miss|madam|landlady|owner|boss|manager|employer)[^,;:\n]{0,40} and her (?:husband|wife|spouse)"
    r")(?![a-z])"
    r"|(?<![a-z])(?:hurt|harmed|abused|trafficked|raped|assaulted|exploited|smuggled|sold|tricked|deceived|cheated|forced)"
    r" (?:me|us|her|him)(?![a-z])(?!\s*(?:,|and|&|with|too|as))|sanctuary for families|family (?:justice|services)"
    r"|他的?(?:老婆|妻子|太太|儿子|女儿|弟弟|哥哥)"
)
"""Kin of somebody adverse, and what somebody adverse did to her."""
_AT_WORK = re.compile(
    r"(?<![a-z])(?:famil(?:y|ies)|household|workers|employees?|child|children|kids?|helped|helps)(?![a-z])"
)
"""What an employer is asked for with: "nanny for the children of Mrs. Kim"."""
_ADVERSE = re.compile(
    r"(?<![a-z])(?:traffickers?|boss(?:es)?|owners?|managers?|supervisors?|employers?|landlords?|landlad(?:y|ies)|recruiters?"
    r"|brokers?|smugglers?|snakeheads?|pimps?|madam|foreman|headman|abusers?|captors?|perpetrators?|defendants?|suspects?"
    r"|enforcers?|loan ?sharks?|debt collectors?|kidnappers?|rapists?|ringleaders?)(?![a-z'’])"
    r"|老板娘?|工头|经理|店主|房东|主管|雇主|蛇头|中介|头目|老鸨|鸡头|人贩子|债主|打手|店长"
)
_WHOSE = re.compile(
    r"(?:boss|owner|manager|trafficker|pimp|landlord|employer|recruiter)['’]s|(?:老板娘?|经理|工头|蛇头|房东)的"
)
_BETWEEN = re.compile(r"[\n,;/:；，、：。“”\"]|\.\s|(?<!\w)(?:and|or)(?!\w)|&|(?<=[)）\]])")
_HEADING = re.compile(r"([^:：;；\n。,，()（）]*)[:：]")
_IN_A_HEADING = GENERIC | BUSINESSES | frozenset({
    "adverse", "conflict", "conflicts", "name", "names", "party", "parties", "opposing", "side", "gained", "is", "was",
    "my", "her", "also", "known", "as", "called", "aka", "chinese", "english", "legal", "firm", "counsel", "business",
    "businesses", "companies", "restaurants", "salons", "employment", "job", "work", "worked", "main", "other",
    "second", "first",
})  # fmt: skip


def may_be_hurt_too(said: str, text: str, names: Sequence[str], *, employer: bool = False) -> bool:
    """Say whether a name (`said`) of a text waits, because the text speaks of people hurt with her.

    `names`: all names of the text; `employer`: the text answers who the employer was.
    """
    if not _speaks_of_fellows(text, names, employer=employer):
        return False
    return not any(_is_adverse(piece) for piece in _BETWEEN.split(text) if said in " ".join(piece.split()))


def is_shop_in_chinese(han: str) -> bool:
    """Say whether characters of the simplified script are a business's name, by how they end."""
    return _SHOPS_HAN.search(han) is not None


def without_tie(said: str) -> str:
    """Return a name without what somebody is to her: 室友林美 -> 林美, "Roommate Grace Lee" -> "Grace Lee"."""
    if said and all(map(is_han, said)):
        if (read := to_simplified(said)) and _SHOPS_HAN.search(read):
            return said
        found = _LEADING_HAN.match(read)
        rest = said[found.end() :] if found else said
        behind = _BEHIND_HAN.search(to_simplified(rest))
        rest = rest[: behind.start()] if behind else rest
        return rest or said
    if said.rpartition(" ")[2].lower() in BUSINESSES and _SHOPS_NAME.match(said):
        return said
    rest = _BEHIND.sub("", _LEADING.sub("", said, count=1), count=1)
    return rest or said


def _is_adverse(piece: str) -> bool:
    """Say whether a piece of a text says that who stands in it is a boss or the like, and nothing else of them."""
    read = to_simplified(fold(piece)).lower()
    return bool(_ADVERSE.search(read)) and not (_TIE.search(read) or _TIE_HAN.search(read) or _WHOSE.search(read))


def _speaks_of_fellows(text: str, names: Sequence[str], *, employer: bool) -> bool:
    """Say whether a text holds a word for people hurt with her, or a heading that nobody knows."""
    left = text
    for name in sorted(names, key=len, reverse=True):
        if _is_name_alone(name):
            left = left.replace(name, " \0 ")
    read = to_simplified(fold(left))
    small = read.lower() if len(read.lower()) == len(read) else read
    for harmless in (_THEIRS, *((_AT_WORK,) if employer else ())):
        small = harmless.sub(lambda one: "\0" * len(one[0]), small)
    if _TIE.search(small) or _TIE_HAN.search(small):
        return True
    return any(True for one in kin_words(small) if not _is_title(read, one)) or any(_unknown_headings(small, names))


def _is_name_alone(name: str) -> bool:
    """Say whether a word of kin inside a name is the name's own: a business's, or a Chinese person's (陈小妹)."""
    if all(map(is_han, name)):
        return _SHOPS_HAN.search(to_simplified(name)) is not None or person_in(name) is not None
    first, _, _ = name.partition(" ")
    if first.strip(".").lower() in TITLES | TITLE_WORDS:
        return False
    return person_in(name) is not None or (
        name.rpartition(" ")[2].lower() in BUSINESSES and _SHOPS_NAME.match(name) is not None
    )


def _is_title(read: str, kin: Found) -> bool:
    """Say whether a word of kin is part of what somebody is called: "Sister Hong", 丽姐, and the surname Son."""
    if kin.said.isascii():
        behind = re.match(r"\s+[A-Z][\w'’-]*(?!\s+[A-Z])", read[kin.end :])
        titled = behind and kin.said in TITLES | TITLE_WORDS and read[kin.start].isupper()
        mine = re.search(r"(?i)\b(?:my|her|our|client['’]?s) $", read[: kin.start])
        surname = kin.said in {"son", "ma", "pop", "gran"} and read[kin.start].isupper() and read[kin.end :][:1] != ":"
        return bool(titled or surname) and not mine
    before = read[kin.start - 1 : kin.start]
    return len(kin.said) == 1 and before != "" and is_han(before) and before not in BEFORE_KIN


def _unknown_headings(small: str, names: Sequence[str]) -> Iterator[str]:
    """Yield headings, before a colon, that say what somebody is in words nobody knows: they may be anybody."""
    known = {" ".join(name.lower().split()) for name in names}
    for found in _HEADING.finditer(small):
        heading = " ".join(found[1].replace("\0", " ").split()).strip(" .")
        words = set(re.findall(r"[a-z]+", _ADVERSE.sub(" ", heading)))
        if words and heading not in known and not words <= _IN_A_HEADING:
            yield heading
