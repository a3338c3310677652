"""Numbers that a word beside them names: "SSN 231550199", "passport EA5507123", "docket no. 2024-00852"; rule (9).

Nine digits are nobody's number in particular until a word near them says whose; alone they are asked about.
"""

import re
from collections.abc import Iterator

from legalassist.disclosure.exact_days import days_in
from legalassist.disclosure.hits import Level

SIGN = r"[ \t.·•_–—\u2010-]"
BETWEEN = SIGN + "{0,3}"
"""What may stand between the digits of one number."""
NO_LAW = r"(?<!CFR )(?<!USC )(?<!S\.C\. )(?<!F\.R\. )(?<!§)(?<!§ )"
"""A section of a law is no number of anybody: 8 CFR 214.204."""
BEGINS, ENDS = r"(?<![A-Za-z0-9])(?<!\d[.,-])", r"(?![A-Za-z0-9])(?![.,-]\d)"
"""Where a number begins and ends; Chinese may stand right beside it."""
_NINE = re.compile(
    rf"(?=\d){NO_LAW}{BEGINS}(?<!\d[ )–])(?<!\) )(?<!PM-)"
    rf"(?P<digits>\d(?:{BETWEEN}\d){{6,8}})(?!{BETWEEN}\d)(?![A-Za-z])(?![.,]\d)"
)
"""Seven to nine digits, signs between them ignored."""
_SEVEN = re.compile(r"(?:\d\D*){7}")
_BARE = re.compile(rf"\d{{9}}|\d{{3}}{SIGN}\d{{3}}{SIGN}\d{{3}}|\d\d-\d{{7}}")
"""Nine digits as one number, in threes, or as an employer's number."""
_BEFORE, _BEHIND = 40, 25
"""Characters before and behind a number in which a word says what it is."""
_PHONE = "a telephone number"
_LOCAL = rf"[2-9]\d\d{BETWEEN}(?!(?:19|20)\d\d|[1-9]\d00)\d{{4}}"
"""A number without its area; years and round amounts are none."""
_CALLED = re.compile(
    r"(?i)(?:(?<![a-z])(?:(?:call|dial|text|contact|message)(?:s|ed|ing)?|reach(?:es|ed|ing)?|ring|rang|sms)(?![a-z])|打|拨|致电|联系)[^\d\n]{0,20}$"
)
"""Words before a number without its area that say what it is for."""
_YEARS = re.compile(r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d")


def _words(pattern: str) -> re.Pattern[str]:
    """Return the pattern of words in any case, that begin no inside of another word."""
    return re.compile(rf"(?i)(?<![a-z])(?:{pattern})")


_NAMED = (
    ("a social security number", 9, _words(
        r"s\.?s\.?n(?![a-z])|soc(?:ial)?[ .-]{0,2}sec(?:urity)?|i?tin(?![a-z])|tax(?:payer)? id"
        r"|社安|社会安全|社保号|税号")),
    ("an A-Number", 7, _words(
        r"a[ -]?(?:#|no(?![a-z])|num(?:ber)?(?![a-z]))|alien (?:reg|no|num|#|file|id)|uscis|a[ -]file"
        r"|外国人(?:登记)?号|外侨|a号")),
    (_PHONE, 7, _words(
        r"(?:tele)?phone|(?:tel|cell|mobile|fax|whatsapp|beeper|voicemail)(?![a-z])|call (?:her|him|at|me)"
        r"|电话|手机|传真")),
)  # fmt: skip
"""What a number is called, the digits it has at least, and the words that call it so."""

_GAP = (
    r"(?:[\s:#=.,()'\"“”-]|(?:account|acct|number|handle|name|card|code|file|nos?|num|ids?|is|was|reads)(?![a-z])"
    r"|号码?|账号|帐号|证号?|是|为){1,8}"
)
_NO = r" (?=no|num|#|id|file)"
_HANDLE = r"(?=[a-z0-9_-]*[\d_])[a-z][a-z0-9_-]{4,29}"
_LONG = rf"(?:[a-z]{{1,4}}[ /-]?)?\d(?:{BETWEEN}[\da-z]?\d){{4,}}[a-z]{{0,4}}"
"""Five digits and more: a year is none."""
_MIXED = r"(?=[a-z-]*\d)[a-z0-9]{1,6}(?:-[a-z0-9]{2,8}){1,3}"
_IN_DOCKET = rf"20\d\d ?[a-z]{{2}} ?\d{{5,6}}|\d(?:{BETWEEN}[a-z]{{0,3}}\d){{4,}}[a-z]{{0,4}}"
"""Letters in the midst of a docket: 2023QN012345."""
_LABELS = (
    ("a passport or visa", rf"passports?|visa{_NO}|visa foil|travel document|护照|签证号", _LONG),
    ("an account of a messenger", (
        r"wechat|weixin|wx|qq|微信|alipay|支付宝|whatsapp|telegram|小红书|抖音|facebook|instagram|line id|kakao|signal"
    ), rf"{_HANDLE}|{_LONG}"),
    ("an account", (
        r"accounts?|acct|routing|bank card|debit card|credit card|card|iban|policy|member|账号|帐号|账户|银行卡"
    ), _LONG),
    ("a docket or file number", (
        rf"dockets?|dkt|indictment|(?:ind\.?|index|case|file|court file|complaint|arrest|precinct|report){_NO}|nysid"
        r"|booking|案号|案件号"
    ), rf"{_MIXED}|{_IN_DOCKET}|{_LONG}"),
    ("a number of a paper", (
        r"i-?94|licen[cs]e|driver'?s? id|plate|medical record|mrn|medicaid|receipt|fein|ein|sevis|驾照|车牌"
    ), rf"{_MIXED}|{_LONG}"),
)  # fmt: skip
_ASKED = tuple(
    (what, re.compile(rf"(?i)(?<![a-z])(?:{words})(?:(?<= )|(?![a-z])){_GAP}(?P<said>{value})(?![a-z0-9])"))
    for what, words, value in _LABELS
)
_NUMBERED = r"s\.?s\.?n|social|numbers?|a-?#|phone|cell|mobile|passport|account|card|receipt|digits?|docket|id"
_ENDS_IN = re.compile(
    rf"(?i)(?<![a-z])(?:{_NUMBERED})(?![a-z])[^.;\n]{{0,40}}?(?<![a-z])(?:end(?:s|ed|ing)?|last)(?![a-z])[^.;\n]{{0,30}}?"
    r"(?<!\d)(?P<said>\d{3,5})(?!\d)"
    rf"|(?i:(?<![a-z])(?:end(?:s|ed|ing)? (?:in|with|on)|last (?:three|four|five|[345]))(?![a-z]))[^.;\n]{{0,30}}?"
    r"(?<!\d)(?!(?:19|20)\d\d(?!\d))(?P<alone>\d{3,5})(?!\d)"
    r"|(?:尾号|末[三四五345]位|[后最][后]?[三四五345]位)[^。；\n]{0,8}?(?P<han>\d{3,5})(?!\d)"
    r"|(?<![\w*#•])[xX*#•]{2,3}[ -]?[xX*#•]{2,3}[ -]?(?P<masked>\d{4})(?!\d)"
)
"""The end of a number, by which a bank or an office knows whose it is: "SSN ends in 0171", 尾号0171, xxx-xx-0171."""
_ENDING = re.compile(r"(?i)(?<![a-z])(?:end|last)|尾号|[末后最][后三四五345]|[x*#•]{2}")
"""What every such end has: looked for first."""
_ANY_LABEL = re.compile("(?i)(?<![a-z])(?:" + "|".join(words for _, words, _ in _LABELS) + ")")
_SHAPED = (
    ("a passport or visa", re.compile(rf"(?=[EGDPS]){BEGINS}[EGDPS][A-HJ-NP-Z]?[ -]?\d{{7,8}}{ENDS}")),
    ("a docket or file number", re.compile(
        rf"(?=[A-Z\d]){BEGINS}(?<![A-Za-z0-9]-)(?:[A-Z]{{2}}-\d{{5,6}}-\d\d(?:[A-Z]{{2}})?|20\d\d-\d{{3}}-\d{{4,5}}"
        rf"|20\d\d[A-Z]{{2}}\d{{6}}|\d{{5,6}}[/-]20\d\d){ENDS}")),
    (_PHONE, re.compile(rf"(?=\d){BEGINS}(?<![A-Za-z]-)[2-9]\d\d-(?!(?:19|20)\d\d|[1-9]\d00)\d{{4}}{ENDS}(?!-)")),
    (_PHONE, re.compile(
        rf"(?=\d){BEGINS}(?=[2-9](?: ?\d){{2}} ?[2-9](?: ?\d){{6}}(?! ?\d))(?!(?:19|20)\d\d )"
        rf"(?:\d{{4,6}} \d{{4,6}}|\d\d(?: \d\d){{4}}){ENDS}")),
)  # fmt: skip
"""Papers known by how their number looks: passports of China, dockets of New York's courts, cards."""


def labelled_in(text: str) -> Iterator[tuple[Level, str, str]]:
    """Yield each number that a word beside it names, or whose look does: how bad, what it is, and itself."""
    many = _SEVEN.search(text) is not None
    for found in _NINE.finditer(text) if many else ():
        digits, what = re.sub(r"\D", "", found["digits"]), _named(text, found)
        if what:
            yield Level.BLOCK, what, found["digits"]
        elif len(digits) == len("231550199") and _BARE.fullmatch(found["digits"]):
            yield Level.ASK, "nine digits", found["digits"]
    for what, shape in _ASKED if _ANY_LABEL.search(text) else ():
        yield from ((Level.ASK, what, found["said"]) for found in shape.finditer(text))
    ends = _ENDS_IN.finditer(text) if _ENDING.search(text) else ()
    yield from ((Level.ASK, "the end of a number", found[found.lastgroup or 0]) for found in ends)
    for what, shape in _SHAPED if many else ():
        yield from ((Level.ASK, what, found[0]) for found in shape.finditer(text))


def _named(text: str, found: re.Match[str]) -> str:
    """Return what the words near a number say that it is; nothing where none does. Days and years are no number."""
    near = text[max(0, found.start() - _BEFORE) : found.start()], text[found.end() : found.end() + _BEHIND]
    said = found["digits"]
    digits = re.sub(r"\D", "", said)
    if digits != said and (_YEARS.fullmatch(said) or any(days_in(said))):
        return ""
    if re.fullmatch(_LOCAL, said) and _CALLED.search(near[0]):
        return _PHONE
    for what, least, words in _NAMED:
        if len(digits) >= least and any(words.search(one) for one in near):
            return what
    return ""
