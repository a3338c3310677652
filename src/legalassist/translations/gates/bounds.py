"""Connectors and bounds: unless, only, within, at least, before and after; what is lost, and what only the Chinese has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search


@dataclass(frozen=True, slots=True)
class Link:
    """A word of English that has to be there in Chinese in one of these ways."""

    english: str
    chinese: str
    says: str


LINKS = (
    Link(r"\bunless\b", "除非|否则|否則|不然|如果|要是|只有|才|除了|未经|未經|[没沒]有.*之?前", "除非"),
    Link(
        r"\b(?:no|not) (?:less|fewer|earlier|sooner) than\b",
        "至少|最少|起码|起碼|不少于|不少於|不早于|不早於|不低于|不低於|以上|满|滿|最早",
        "至少",
    ),
    Link(r"\b(?:no|not) later than\b", "最晚|最迟|最遲|不晚于|不晚於|前", "最晚"),
    Link(
        r"\b(?:under|younger than|below) \d+",
        r"没满|沒滿|未满|未滿|不满|不滿|以下|不到(?=[\d一二三四五六七八九十])|小于|小於|不足|低于|低於|少于|少於",
        "未满",
    ),
    Link(
        r"\b(?:over|older than|above) \d+|\b\d+ or (?:older|more|over)\b",
        "满|滿|以上|超过|超過|大于|大於|多于|多於|过|過|高于|高於",
        "满",
    ),
    Link(
        r"\b(?:stop|stops|stopped|keep|keeps|kept|prevent)\w* (?:[\w']+ ){0,3}from\b",
        "不|阻|妨|防|别(?!人)|免|没(?!有)|无|離|离|拦",
        "不让",
    ),
    Link(r"\bnot only\b", "只|仅|僅|不止|不光|单|單|都|也", "不只"),
    Link(r"(?<!not )\bonly\b(?! (?:after|when|if|once|then))", "只|仅|僅|唯|单|單|就|专|限|除了[^。]*[不没沒]", "只"),
    Link(r"\bonly (?:after|when|if|once|then)\b", "只|仅|僅|才|再|除", "才"),
    Link(
        r"\bwithin (?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety|the (?:next|first|last))\b",
        "内(?!容)|內(?!容)|[之以]前|不超过|不超過",
        "…内",
    ),
    Link(r"\bat least\b", "至少|最少|起码|起碼|以上|不少于|不少於|不[得能可]?低[于於]|满|滿", "至少"),
    Link(
        r"\b(?:at most|no more than|up to \d(?!\d*,? \w+ (?:early|before|ahead)))",
        "最多|至多|不超过|不超過|不[得能可]?(?:高[于於]|多[于於]|超[过過])|以内|以內|以下",
        "最多",
    ),
    Link(
        r"\b(?:other than|apart from|besides|aside from|excluding|not including)\b",
        "除|以外|之外|不算|不包括|另|别",
        "除了",
    ),
    Link(r"(?<!no )(?<!not )\bmore than\b", "超过|超過|多于|多於|以上|不止|不只|多个|更多", "超过"),
    Link(
        r"(?<!no )(?<!not )\b(?:less|fewer) than\b",
        r"少于|少於|不到(?=[\d一二三四五六七八九十])|不足|以下|以内|未满|未滿",
        "不到",
    ),
    Link(r"\bbefore (?:the|you|we|any|a|it|they|that|this|an|your|\{)", "前|先|才|再", "…之前"),
    Link(r"\bafter (?:the|you|we|any|a|it|they|that|this|an|your|\{)", "后|後|过|過|再|才|了", "…之后"),
    Link(
        r"\bsince (?:you|they|we|the|then|\d|\w+day\b)",
        "以后|以後|以来|以來|之后|之後|起|自从|自從|从|從|后来|後來|至今|到现在|到現在|因为|因為|既然|就|后|後",
        "…以后",
    ),
    Link(r"\buntil\b", "到|直到|为止|為止|前|才|再|后", "直到"),
    Link(r"\bnever\b", "不|没|沒|无|無|从未|從未|别|勿|未", "从不"),
    Link(r"\bevery\b", "每|都|各|所有|全部|凡|任何|一切|天天", "每"),
    Link(r"\beither\b", "或|还是|任|哪|也|都|两|一方|其中", "或者"),
    Link(r"\bboth\b", "都|两|兩|双|雙|和|也|各|同时", "两…都"),
    Link(r"\bexcept\b", "除|以外|之外|不包括|但", "除…以外"),
)


def links(pair: Pair) -> Iterator[Found]:
    """Yield a connector or bound of the English that the Chinese does not have: unless, only, within, at least."""
    for link in LINKS:
        found = search(link.english, pair.low)
        if found and not search(link.chinese, pair.text):
            yield f"“{found[0]}” is missing", f"say {link.says}"


_ADDED = (
    (
        "不[得能可]?低[于於]|不[得能可]?少[于於]",
        r"at least|minimum|or more|or older|no (?:less|fewer)|not less|below|under|less|fewer",
    ),
    (
        "不[得能可]?高[于於]|不[得能可]?多[于於]",
        r"at most|up to|no more|maximum|not more|not exceed|above|over|more than|higher",
    ),
    ("至少|起码", r"at least|minimum|or more|or older|no (?:less|fewer)|not less"),
    ("最多|至多", r"at most|up to|no more|maximum|not more|as many as|most\b"),
    ("除非", r"unless|except|only|without"),
    ("不算", r"\b(?:not|no|none|never|nor|nothing|cannot|except|without)\b|n't|other than|apart from|besides"),
    (
        "一个人(?:决定|签|去|来|说)|独自",
        r"\b(?:alone|lonely|single|only|sole|by (?:your|him|her|them|it)sel\w+|on (?:your|their) own|one person|no one|separate\w*|own|private\w*|unaccompanied|each|apart)\b",
    ),
    ("某些", r"certain|some|specific|particular|one of|several"),
    ("有些", r"some|certain|several|many|part|few|others?|most|not all|exceptions?|things"),
    (
        "(?<!从)以[后後](?!的|才能)",
        r"later|after|since|then|future|next|once|when|from|now on|again|until|if\b|stay|every|each|go on|first|any more|begin|next|keep|any time|in advance|will\b|convict",
    ),
    (
        "以前",
        r"before|earlier|former|past|previous|ever\b|ago|already|used to|until|first|last|old|since|ahead|by\b|was|were|did|had|has|have|been|then|\w+ed\b|back|without",
    ),
    ("最早", r"earl|first|soon|old|ahead|before|up to"),
    (
        "最晚|最迟|最遲",
        r"late|\bby (?:(?:the|that|this|your|then|when|\w+day)\b|\d|\{)|before|deadline|last|until|up to .*after|within",
    ),
    ("包括|包含", r"includ|such as|count|cover|mean|with\b|and\b|even|too\b|also|list|name"),
    ("当天|當天", r"same day|that day|the day|one day|on .*day|today"),
    (
        "以内|之内|以內|之內",
        r"within|inside|in \w+ (?:days|hours|weeks|months|years)|less than|under|no more|up to|\bin\b|last|past",
    ),
    ("超过|超過", r"more than|over|exceed\w*|longer|beyond|past|above|overstay\w*|later|expired|\d or more"),
)


_ONLY = re.compile("只|仅|才|唯|就|除|先|单|专|(?<!然后)(?<!之后)再")


def fewer_only(pair: Pair) -> Iterator[Found]:
    """Yield a text with fewer limits (*only*) than its English."""
    english = len(re.findall(r"(?<!not )\bonly\b", pair.low))
    if english > 1 and len(_ONLY.findall(pair.simplified)) < english:
        yield f"“only” stands {english} times, fewer times in Chinese", "say 只 or 才 each time"


def added_bounds(pair: Pair) -> Iterator[Found]:
    """Yield bounds of the Chinese that the English does not have."""
    for chinese, english in _ADDED:
        found = search(chinese, pair.text)
        if found and not search(english, pair.low):
            yield f"the Chinese says {found[0]}, the English does not", "take it out"


def unless_turned(pair: Pair) -> Iterator[Found]:
    """Yield *unless you say yes* that became *unless you say no*: 除非您不同意."""
    english = search(r"\bunless ([^,.;]+)", pair.low)
    chinese = search("除非([^，。；]+)", pair.simplified)
    if (
        english
        and chinese
        and search("[不没未别]", re.sub("不同(?!意)|不久|没收|未成年|别人", "", chinese[1]))
        and not search(r"\b(?:not|no|never|nobody|without|un\w+|refuse\w*|den\w+|stop\w*|fail\w*)\b|n't", english[1])
    ):
        yield "what follows “unless” is turned round in Chinese", "say 除非 with the same yes or no"


def order_in_time(pair: Pair) -> Iterator[Found]:
    """Yield a *before* that became *after*, or the other way round."""
    before, after = (search(rf"\b{word}\b", pair.low) for word in ("before", "after"))
    earlier, later = (
        search("前|先", pair.text),
        search("之后|以后|之後|以後|后来|後來|后[，。再]|後[，。再]", pair.text),
    )
    if (
        before
        and not after
        and later
        and (not earlier or ("先" in pair.text and "前" not in pair.text and "后来" in later[0]))
    ):
        yield "the English says “before”, the Chinese says 后", "say …之前"
    if before and not after and search("[之以]后，.*先", pair.text) and "前" not in pair.text:
        yield "the English says “before”, the Chinese says 后", "say …之前"
    if search(r"\bbefore, not after\b", pair.low) and search("不要[^，。／]*(?:先|前)", pair.text):
        yield "the English says “before, not after”, the Chinese the other way round", "say 先, 不要等到…之后"
    since = search(r"\bsince (?:\d{4}|then|last|the|\w+day)\b", pair.low)
    if since and search("[之以]前", pair.text) and not search("起|以[来來]|以[后後]|之[后後]|[从從]|自", pair.text):
        yield "the English says “since”, the Chinese says 前", "say …起, or …以来"
    until = search(r"\b(?:until|till)\b", pair.low)
    if until and later and not after and not search("[前才再]|直到|为止|為止", pair.text):
        yield "the English says “until”, the Chinese says 后", "say 直到…, or …之前"
    if after and not before and search("[之以]前(?!.*[之以]?后)", pair.text):
        yield "the English says “after”, the Chinese says 前", "say …之后"
