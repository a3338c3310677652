"""What a name on the first sheet for a firm may carry: a name, and nothing that was said about anybody.

A name that was typed into a sentence may hold a street, a town, a number, or a word that says what the case is about
("smuggling"). Such a name does not go out: the name inside it is entered as a name of its own. A business may be named
after a street or a town, and a person's name that was entered in its parts may look like one.
"""

import re

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.word_lists import (
    ALLOWED_PLACES,
    BESIDE_TOWNS,
    BOROUGHS,
    BUSINESSES,
    COURTS,
    MORE_TOWNS,
    PLACES,
    ROLES,
    ROOMS,
    SENTENCE,
    STREETS,
    WAYS,
)
from legalassist.placement.kinship import is_kin
from legalassist.placement.typed_names import person_in

TELLS = "a word that says what the case is about"
PLACE = "a street or a place"
NUMBER = "a number"
ACCOUNT = "an account or an address in the net"
LONG = "more words than a name has"

_LONGEST, _LONGEST_HAN = 4, 4
"""Words, and characters, of a name that is nobody's business."""
_SHORT_NUMBER = 3
_TELLING = re.compile(
    r"(?<![a-z])(?:traffick|victim|surviv|(?:im|e)?migra(?!ine)|undocumented|unauthori[sz]|paperless|illegal"
    r"|deport(?!es\b|iv)|detain|detention|asyl(?:um|ee)|refugee|smuggl|snake ?heads?\b|prostitut|brothel|escort"
    r"|rap(?:e[drs]?|ists?|ing)\b|sex(?:y|es|ual\w*|work\w*)?\b|abus(?:e|ing|ive)|assault|kidnap|hostage|pimps?\b"
    r"|slave|enslav|servitude|bondage|forced|coerc|debt|loan ?sharks?\b|inmate|prison|jail"
    r"|raid(?:s|ed)?\b|naturali[sz]|inadmiss|parole|alien(?!ware)|overstay"
    r"|exploit|indentured|captiv|captor|sweatshop|mafia|cartels?\b|ransom|underage|violen|stalk|harass"
    r"|arrest(?:s|ed|ing)?\b|felon|fugitive|warrants?\b|criminal(?! court)|wage theft|safe ?house"
    r"|clients?\b|witness(?:es)?\b|informants?\b|removal (?:case|defen|hearing|officer|order|proceeding)"
    r"|[tu]\W{0,2}(?:non\W?immigrant|visas?\b)|visas?\b"
    r"|green ?cards?\b|work permit|border patrol|homeland security|customs and border|enforcement and removal"
    r"|i\W?9(?:14|18|29|12)\b|(?:uscis|eoir|vtvpa|tvpa|vawa)\b"
    r"|ice (?:agent|arrest|custody|detain|detention|facility|hold|officer|raid)|18 usc 15\d\d)"
)
"""Beginnings of words, in lower case, that say what somebody needs a lawyer for."""
_AGENCIES = re.compile(
    r"(?<![A-Za-z])(?:I\.?C\.?E\.?(?! ?CREAM)|C\.?B\.?P\.?|D\.?H\.?S\.?|H\.?S\.?I\.?|INS|ERO|NTA)(?![A-Za-z])"
)
"""Agencies by their capital letters: "ice" in small ones is ice."""
_TELLING_HAN = re.compile(
    "贩[运卖]|[拐贩]卖|人口贩|人蛇|蛇头|受害|被害|幸存|移民|签证|绿卡|庇护|难民|偷渡|遣返|遣送|驱逐|递解|拘留|关押|羁押|监狱|坐牢|黑工|黑户"
    "|非法|无证|没身份|卖淫|嫖|妓|性交易|性工作|性侵|色情|强奸|强迫|强制|胁迫|绑架|虐待|家暴|奴[役工隶]|债|高利贷|扣护照|入境|海关|国土安全|逾期|剥削|血汗|黑社会"
    "|黑帮|逮捕|抓捕|逃犯|未成年|赎金|暴力|骚扰|当事人|证人|线人|护照|假结婚"
)

_ACCOUNT = re.compile(
    r"(?i)@|www\.|https?:|\.(?:com|net|org|cn)(?![a-z])"
    r"|(?<![a-z])(?:wechat|weixin|whatsapp|telegram|qq|line id|gmail)(?![a-z])|微信|抖音|支付宝"
)
_AS_PEOPLE = frozenset({"virginia", "india", "us"})
"""Places that are somebody's name or a word as well."""
_LATIN_TOWNS = {
    one.replace("-", " ") for one in PLACES | MORE_TOWNS | BOROUGHS | ALLOWED_PLACES if one.isascii()
} - _AS_PEOPLE
_TOWNS = re.compile(r"\b(?:" + "|".join(sorted(_LATIN_TOWNS, key=len, reverse=True)) + r")\b")
COUNTRIES = {"burma", "canada", "china", "india", "indonesia", "japan", "korea", "malaysia", "mexico", "nepal",
              "singapore", "taiwan", "thailand", "usa", "vietnam"}  # fmt: skip
"""What many a business is called after: alone, it is no name; beside a word, it tells nothing."""
_SMALLER = "|".join(sorted(_LATIN_TOWNS - COUNTRIES, key=len, reverse=True))
_LESS_THAN_A_COUNTRY = re.compile(rf"\b(?:{_SMALLER})\b")
_BEHIND = re.compile(rf"\w+ (?!of )\w+ (?:{_SMALLER})$")
"""A town behind two words: "Lucky Nails Flushing" says where."""
_TOWNS_HAN = re.compile("|".join(sorted((one for one in PLACES if not one.isascii()), key=len, reverse=True)))
_STREET_HAN = re.compile(
    r"大道|[街路巷弄][\d一二三四五六七八九十百]*号?$|[\d一二三四五六七八九十百]+[街号楼室层]|(?<![超夜])[村镇乡县市省]$|地下室|公寓$"
)
_BUSINESS_HAN = re.compile(
    r"(?:[店馆楼厅院厂行所社城坊屋吧轩阁园司团部家处铺场堂庄居房校甲摩会网站]|中心|超市|公司|集团|发廊|足疗|按摩|装修|物流|快餐|家政|火锅|拉面|小吃|烧烤|外卖|美发|搬家)$"
)
_ROLE_OF_A_SHOP = re.compile(
    "(?:按摩|足疗|足浴|美甲|美发|中餐|外卖|洗衣|衣|餐|饭|理发|装修|家政|中介|职介)?(?:店|馆|厅|厂|公司|工厂|餐馆|所|院|发廊|工地)"
    "的?(?:老板娘?|经理|店长|店主|主管|工头|司机)"
)
"""What somebody is in a shop that has no name: 按摩店老板."""


def misfit(said: str, *, in_parts: bool = False) -> str:
    """Return why a name cannot stand on the first sheet, as words for a message; nothing where it can.

    `in_parts`: it was entered as family and given name, and not typed as one text.
    """
    folded = fold(said)
    if _tells(folded):
        return TELLS
    if _ACCOUNT.search(folded):
        return ACCOUNT
    han = "".join(filter(is_han, folded))
    latin = "".join(" " if is_han(one) else one for one in folded)
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’]s?(?!\w)|[.]", "", latin).lower())
    return _in_parts(folded, words, han) if in_parts else _of_words(words) or _of_han(han)


def _in_parts(folded: str, words: list[str], han: str) -> str:
    """Return what is wrong with a name that was entered in its parts: "Della Street" is one, a sentence is none."""
    if any(one.isdigit() for one in folded):
        return NUMBER
    if not SENTENCE.isdisjoint(words):
        return LONG
    street = len(words) > _LONGEST - 1 and not STREETS.isdisjoint(words)
    return PLACE if street or (len(han) > _LONGEST_HAN and _of_han(han) == PLACE) else ""


def is_place(said: str) -> bool:
    """Say whether a name is a town's, a state's or a country's alone: that is no party, and is left out."""
    folded = fold(said)
    rest = _TOWNS_HAN.sub("", _TOWNS.sub(" ", " ".join(re.findall(r"[^\W_]+", folded)).lower()))
    return rest.split() != re.findall(r"[^\W_]+", folded.lower()) and set(rest.split()) <= BESIDE_TOWNS


def is_nobody(said: str) -> bool:
    """Say whether a text names nobody: what somebody is ("The Owner", 司机, 妈妈), or one Chinese character."""
    if is_kin(said) or _ROLE_OF_A_SHOP.fullmatch(fold(said)):
        return True
    words = re.findall(r"[^\W_]+", fold(said).lower())
    one = len(words) == 1 and len(words[0]) == 1 and is_han(words[0])
    return one or (bool(words) and set(words) <= ROLES | {"the", "my", "her", "his", "a", "and"})


def _tells(folded: str) -> bool:
    lower = " ".join(re.sub(r"[-_/]", " ", folded.lower()).split())
    glued = re.sub(r"(?<=\w)[-_./*](?=\w)", "", folded.lower())
    han = "".join(filter(is_han, folded))
    return bool(
        _TELLING.search(lower) or _TELLING.search(glued) or _AGENCIES.search(folded) or _TELLING_HAN.search(han)
    )


def _of_words(words: list[str]) -> str:
    """Return what is wrong with the Latin words of a name."""
    if not words:
        return ""
    text, last = " ".join(words), words[-1]
    business = last in BUSINESSES
    named = not BUSINESSES.isdisjoint(words)
    for number in (re.sub(r"\D", "", word) for word in words if any(map(str.isdigit, word))):
        if len(number) > _SHORT_NUMBER or not (named or len(set(number)) == 1):  # "888" is luck
            return NUMBER
    if not business and not _is_person(words):
        room = not ROOMS.isdisjoint(words)
        streets = any(word in STREETS for word in words[1:]) or words[0] in STREETS - {"st"}
        way = len(words) > 1 and last in WAYS and not (last == "court" and words[-2] in COURTS)
        town = _LESS_THAN_A_COUNTRY.search(text) is not None and not named
        if room or streets or way or town or _BEHIND.search(text):
            return PLACE
    return LONG if len(words) > _LONGEST and not business else ""


def _of_han(han: str) -> str:
    """Return what is wrong with the Chinese characters of a name."""
    business = _BUSINESS_HAN.search(han) is not None
    town = _TOWNS_HAN.search(han) and not business and person_in(han) is None  # 李福清
    if town or _STREET_HAN.search(han):
        return PLACE
    return LONG if len(han) > _LONGEST_HAN and not business else ""


def _is_person(words: list[str]) -> bool:
    return person_in(" ".join(word.title() for word in words)) is not None
