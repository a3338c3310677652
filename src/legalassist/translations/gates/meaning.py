"""Negation, duty and permission, connectors and bounds, promises, agencies, forms of address: what a slip turns round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search
from legalassist.translations.gates.sentences import parts_of, without_reported

_NOT = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unless|no one)\b|n't\b|\bun(?:safe|sure|known|able|less)\b"
)
_MEASURED = re.compile(r"\b(?:no|not) (?:more|less|fewer|later|earlier|longer) than\b")
"""A bound, which Chinese says without a negation: 最多, 至少."""
_BU = re.compile("[不没沒無无勿未非莫别別]")
_NOTS = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|nowhere)\b|n't\b")
_HAN_NOTS = re.compile("[不没沒無无勿未非别別莫免拒否绝]|禁止|停止|防止|空着|空著|以外|之外|除")
_NOT_NEGATIVE = re.compile(
    "不利|未成年|不同(?!意)|不久|不断|不斷|不过|不過|无论|無論|不论|不論|不管|非常|未来|未來|别人|別人|别的|別的|特别|特別|分别|分別|级别|級別|"
    "性别|性別|区别|區別|类别|類別|非移民|没收|沒收|对不起|對不起|不但|不仅|不僅|差不多|莫名|未婚|非营利|非營利|不动产|告别|不可入境|無罪|无罪|无人陪伴|無人陪伴|识别|個別|个别"
)
_ASKED = re.compile(r"([一-鿿])[不没沒]\1|有没有|有沒有|是否")
_DOUBLE = re.compile(
    "(?:不|没|沒)(?:可能|可以|应该|應該|[能可得会會是敢应應该該])不(?!同|够|夠|良)|没有不|沒有不|无不|無不|未必不|不无|不無|并非不|並非不|不再不|(?<!有)[没沒]有?人不[能会會可]|[無无]人不[能会會可]"
)
_SOFT_NEGATIVE = re.compile(
    r"\b(?:refus\w+|avoid\w*|lack\w*|fail\w*|miss\w*|den(?:y|ied|ial)\w*|stop\w*|only|leave|left|rather|other|different|"
    r"skip\w*|open|empty|undocumented|free|private|hid\w*|secret|lost|safe\w*|secure|earlier|instead|except|hard|forg\w+|"
    r"already|still|yet|single|minor|under|whether|any\w*|stay\w*|keep\w*|silent|end\w*|gone|wait\w*|cut|few\w*|less|"
    r"inadmiss\w*|remov\w*|forbid\w*|declin\w*|prefer\w*|unpaid|undecided|nonimmigrant|unmarried|if|too|expired?|out)\b"
)
_MUST = re.compile(r"(?<!not )(?<!n't )\b(?:must|have to|has to|shall|required|need to)\b(?! not)")
_HAN_MUST = re.compile("必须|必須|须|須|要|得|应|應|务必|務必|才|需|(?<![申声聲邀])[请請]|记得|記得")
_MAY = re.compile(r"\b(?:can|may|could|allowed to)\b(?! not)")
_HAN_MAY = re.compile("可|能|会|會|许|許|吗|嗎|？|行|得[见見到了清]")
_HAN_ORDER = re.compile("必须|必須|务必|務必|一律|不得|严禁|嚴禁")
_ORDER = re.compile(r"\b(?:must|have to|has to|shall|required|need|needs)\b")
_PROMISE = re.compile(
    "保证|保證|(?<!不)一定(?!要)|绝对|絕對|肯定[会會能]|百分之百|百分百|包[过過]|必[定然将將](?!要)|[无無]疑|包管|[准準]能|[万萬][无無]一失|注定|打包票|[稳穩][赢贏]|确保|確保"
)
_PROMISED = re.compile(
    r"\b(?:guarantee\w*|always|certain\w*|definite\w*|absolute\w*|sure|surely|ensure\w*|promise\w*)\b"
)
AGENCIES = re.compile(
    r"\b(USCIS|ICE|CBP|DHS|HSI|DOJ|DOL|FBI|EOIR|BIA|NYPD|HRA|OVS|HHS|IRS|SSA|DMV|ACS|MOIA)\b", re.ASCII
)
_YOU = re.compile("[你妳]")
_PRONOUN = re.compile("她|(?<!其)他(?![人们們])|他们|他們|她们|她們|(?<![A-Za-z])TA们?(?![A-Za-z])")
_TITLES = re.compile("小姐|女士|太太|先生")
_OFFICIAL = re.compile("进行(?:申请|办理|咨询|登记|填写)|對於|对于|关于该|此次|上述|贵处|特此|之规定|予以")
_REPEATED = re.compile("被[^，。；]{1,12}被|的[^，。；的]{1,6}的[^，。；的]{1,6}的")


def lost_negation(pair: Pair) -> Iterator[Found]:
    """Yield a *not* that the Chinese lacks: ``请打开门`` for "Do not open the door"."""
    english, text = _MEASURED.sub("", pair.low), _NOT_NEGATIVE.sub("", pair.text)
    text = text.replace("除非", "") if _NOTS.search(english) else text  # 除非 answers “unless”, not the other “not”
    said, negative = _NOT.search(english), _BU.search(text)
    if "until" in english and search("[才再]", text):  # not until then: only then
        return
    if said and not negative and not search("禁止|拒|免(?![费費得])|停止|避免|防止|空着|空著|以外|之外|除|绝|无", text):
        yield f"the English says “{said[0]}”, the Chinese has no negation", "say 不, 没有 or 不要"


def added_negation(pair: Pair) -> Iterator[Found]:
    """Yield a *not* that the English does not have."""
    english, text = pair.low, _ASKED.sub("", _NOT_NEGATIVE.sub("", pair.text))
    said, negative = _NOT.search(english), _BU.search(text)
    if negative and not said and not _SOFT_NEGATIVE.search(english):
        yield f"the Chinese says {negative[0]}, the English has no negation", "take the negation out"


def negation_by_sentence(pair: Pair) -> Iterator[Found]:
    """Yield a sentence among several that lost its *not*."""
    for number, part in enumerate(parts_of(pair), 1):
        if _NOTS.search(part.low) and not _HAN_NOTS.search(_NOT_NEGATIVE.sub("", part.text)):
            yield f"sentence {number} lost its negation", "say 不, 没有 or 不要"


def fewer_negations(pair: Pair) -> Iterator[Found]:
    """Yield a text with fewer negations than its English."""
    english = len(_NOTS.findall(pair.low))
    chinese = len(_HAN_NOTS.findall(_ASKED.sub("", _NOT_NEGATIVE.sub("", pair.text))))
    if english > 1 and chinese < english:
        yield f"{english} negations became {chinese}", "look whether a 不, 没 or 无 is missing"


def ordered_not_to(pair: Pair) -> Iterator[Found]:
    """Yield a *do not* among several that became *do*."""
    english = len(
        re.findall(r"\b(?:do not|don't|never)\b(?= (?!(?:need|have|know|want|understand|agree|mean)\b))", pair.low)
    )
    chinese = len(re.findall("[不没沒別别勿莫]|切勿|无需|無需", _NOT_NEGATIVE.sub("", pair.text)))
    if english > 1 and chinese < english:
        yield f"“do not” stands {english} times, a negation {chinese} times", "say 不要 each time"


def forbidden_choice(pair: Pair) -> Iterator[Found]:
    """Yield 不可以, 不能 and 不会 where the English sentence has no *not*."""
    forbids = search(r"\b(?:must|may|can|do) ?not\b(?! (?:have|need|want|know|understand)\b)", pair.low)
    if forbids and search("可以不(?!可以)", pair.text) and "不要" not in pair.text:
        yield "what the English forbids is a choice in Chinese (可以不)", "say 不要 or 不可以"
    english = [one for one in re.split(r"(?<=[.?!])\s+", pair.low) if one]
    chinese = [one for one in re.split(r"(?<=[。？！])", pair.text) if one]
    if len(english) != len(chinese):
        english, chinese = [pair.low], [pair.text]
    for one, other in zip(english, chinese, strict=True):
        found = search("不可以|不能|不会|不會|不必|不用|可以不(?![同会])", _ASKED.sub("", other))
        if (
            found
            and not _NOT.search(one)
            and not search(
                r"\b(?:only|stop|too|unless|whether|un\w+|refuse\w*|than|lost|closed|instead|silent|hard|skip\w*|leave|empty|blank|"
                r"declin\w+|free|optional)\b",
                one,
            )
        ):
            yield f"the Chinese says {found[0]}, the English has no “not”", "say 可以, 能 or 会"


def double_negation(pair: Pair) -> Iterator[Found]:
    """Yield double negations: they are read wrongly, and often were made wrongly."""
    found = _DOUBLE.search(pair.text)
    if found:
        yield f"a double negation ({found[0]})", "say it without a negation, or with one"


def modality(pair: Pair) -> Iterator[Found]:
    """Yield a duty that became a choice, a choice that became a duty."""
    english = re.sub(r"\bmay\s+\d", "", pair.low)
    if _MUST.search(english) and not _HAN_MUST.search(pair.text):
        yield "the English says what has to be, the Chinese does not", "say 要 or 需要"
    if _MAY.search(english) and not _HAN_MAY.search(pair.text):
        yield "the English says what one can do, the Chinese does not", "say 可以"
    if (
        search(r"\b(?:may|might|could)\b(?! (?:not|i|we)\b)", english)
        and "会" in pair.simplified
        and not search("[可能怕准]|也许|或许|说不定|不一定|吗|？", re.sub("许可(?!以)", "", pair.simplified))
    ):
        yield "what may be in English will be in Chinese", "say 可能"
    if (
        "不一定" in pair.text
        and search(r"\b(?:may|must|can|do|does|will) ?not\b", english)
        and not search(r"\b(?:always|every|necessarily|sure|know|yet|mean)\b", english)
    ):
        yield "what the English forbids or rules out is uncertain in Chinese (不一定)", "say 不可以 or 不会"
    if search(r"\bshould\b(?! not)", english) and not search("[应應该該要请請需须須得]|最好|不妨|建议|建議", pair.text):
        yield "the English says what one should do, the Chinese does not", "say 应该, 最好 or 请"
    if _HAN_ORDER.search(pair.text) and not _ORDER.search(english):
        yield "the Chinese orders, the English does not", "say 可以, or 请"


def promises(pair: Pair) -> Iterator[Found]:
    """Yield words that promise an outcome."""
    found = _PROMISE.search(pair.text)
    if found and not _PROMISED.search(pair.low):
        yield f"{found[0]} promises an outcome", "say what we do, not what will come of it"


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
    Link(r"\bnot only\b", "只|仅|僅|不止|不光|单|單", "不只"),
    Link(r"\bonly\b(?! (?:after|when|if|once|then))", "只|仅|僅|唯|单|單|就|专|限|除了[^。]*[不没沒]", "只"),
    Link(r"\bonly (?:after|when|if|once|then)\b", "只|仅|僅|才|再|除", "才"),
    Link(
        r"\bwithin (?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety|the (?:next|first|last))\b",
        "内(?!容)|內(?!容)|[之以]前|不超过|不超過",
        "…内",
    ),
    Link(r"\bat least\b", "至少|最少|起码|起碼|以上|不少于|满|滿", "至少"),
    Link(
        r"\b(?:at most|no more than|up to \d(?!\d*,? \w+ (?:early|before|ahead)))",
        "最多|至多|不超过|不超過|以内|以內|以下",
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
    ("至少|起码", r"at least|minimum|or more|or older|no (?:less|fewer)|not less"),
    ("最多|至多", r"at most|up to|no more|maximum|not more|as many as|most\b"),
    ("除非", r"unless|except|only|without"),
    ("不算", r"\b(?:not|no|none|never|nor|nothing|cannot|except|without)\b|n't|other than|apart from|besides"),
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


_EITHER = r"\b(?:either|whether|neither|nor)\b|/"
_ALIKE = re.compile(
    "父亲?或母亲?|母亲?或父亲?|父親或母親|同父或同母|丈夫或妻子|兄弟或姐妹|孙子女或外孙子女|外婆或奶奶|店铺?或公司|邮局或快递"
)
"""Words of kin and the like, one word in English."""
_SAME = re.compile("[和跟与與](?=[^，。；]{1,10}(?:不同|一样|一樣|相同|不符))")


def and_or(pair: Pair) -> Iterator[Found]:
    """Yield an *or* that became *and*, or the other way round."""
    english = re.sub(r"husband or wife|son or daughter|brother or sister|is or was|school or college", "", pair.low)
    text = re.sub(
        "或者说|或许|或許|和解|和平|温和|溫和|总和|共和|及时|及時|涉及|提及|来得及|來得及|普及|参与|给与", "", pair.text
    )
    text = _SAME.sub(
        "", re.sub("[和跟与與](?=[您我谁誰律家当當对對孩老警这這他政]|[别別](?![的國国])|其(?!他))", "", text)
    )
    has_or, has_and = search(r"\bor\b", english), search(r"\band\b|\bwith\b|\btogether\b", english)
    if has_or and not search("或|还是|還是|要么|不论|无论|不管|任何|、|哪|有没有|是不是|也|都|/|；", text):
        yield "the English says “or”, the Chinese gives no choice", "say 或"
    joined = re.findall("[和与與及]|[并並](?![非不无無未])|而且", text)
    chosen = search("或|还是|還是|要么|无论|不管|任何|/", text)
    counted = english.count(" and ") + english.count(" with ")
    fewer = len(re.findall("或|还是|還是|要么", text)) < len(re.findall(r"\bor\b", english))
    kept = has_and and len(joined) <= counted
    if (
        has_or
        and joined
        and ((not kept and (not chosen or not has_and)) or (fewer and len(joined) > english.count(" and ")))
    ):
        yield "the English says “or”, the Chinese says 和", "say 或"
    ours = re.findall(r"\b(?:and|or)\b", english)
    theirs = ["or" if one in "或还是還是" else "and" for one in re.findall("或|还是|還是|以及|[和与與及]", text)]
    if len(ours) > 1 and ours != theirs and sorted(ours) == sorted(theirs):
        yield "“and” and “or” have changed places", "look what belongs to which"
    if search("或(?!者?许)", _ALIKE.sub("", text)) and not has_or and not search(_EITHER, english):
        yield "the Chinese says 或, the English has no “or”", "say 和"


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
    since = search(r"\bsince (?:\d{4}|then|last|the|\w+day)\b", pair.low)
    if since and search("[之以]前", pair.text) and not search("起|以[来來]|以[后後]|之[后後]|[从從]|自", pair.text):
        yield "the English says “since”, the Chinese says 前", "say …起, or …以来"
    until = search(r"\b(?:until|till)\b", pair.low)
    if until and later and not after and not search("[前才再]|直到|为止|為止", pair.text):
        yield "the English says “until”, the Chinese says 后", "say 直到…, or …之前"
    if after and not before and search("[之以]前(?!.*[之以]?后)", pair.text):
        yield "the English says “after”, the Chinese says 前", "say …之后"


def agencies(pair: Pair) -> Iterator[Found]:
    """Yield an agency that is another one in Chinese: USCIS is not ICE."""
    english, chinese = set(AGENCIES.findall(pair.english)), set(AGENCIES.findall(pair.text))
    named = {
        "USCIS": r"immigration", "ICE": r"immigration",
        "CBP": r"Customs and Border|immigration", "DHS": r"Homeland Security", "NYPD": r"New York City Police", "DOL": r"Department of Labor",
        "FBI": r"Federal Bureau", "DOJ": r"Department of Justice", "EOIR": r"Executive Office for Immigration|immigration court",
        "HSI": r"Homeland Security Inv", "HHS": r"Health and Human", "BIA": r"Board of Immigration",
    }  # fmt: skip
    added = {one for one in chinese - english if not re.search(named.get(one, r"(?!)"), pair.english, re.IGNORECASE)}
    missing = english - chinese
    if missing or added:
        yield (
            f"the agencies differ: {', '.join(sorted(missing | added))}",
            "name the same agency, in full, with its English",
        )


_NAMED = re.compile(r"([一-鿿]{2,}(?:局|部))（([A-Z]{3,5})）")
_OF_NAME = (("服务局", "USCIS"), ("服務局", "USCIS"), ("执法局", "ICE"), ("執法局", "ICE"), ("保护局", "CBP"), ("保護局", "CBP"),
            ("国土安全部", "DHS"), ("國土安全部", "DHS"), ("司法部", "DOJ"), ("劳工部", "DOL"), ("警察局", "NYPD"))  # fmt: skip


def agency_names(pair: Pair) -> Iterator[Found]:
    """Yield an agency's Chinese name with the letters of another one."""
    for name, letters in _NAMED.findall(pair.text):
        ours = next((other for ending, other in _OF_NAME if name.endswith(ending)), letters)
        if letters != ours:
            yield f"{name} is not {letters}", f"write {name}（{ours}）"


def address(pair: Pair) -> Iterator[Found]:
    """Yield 你: every reader is addressed with 您."""
    if _YOU.search(without_reported(pair)):
        yield "你 is not how we address anybody", "say 您, or leave it out"


def pronouns(pair: Pair) -> Iterator[Found]:
    """Yield 他, 她 and 小姐: nothing here knows who reads it, or whom it is about."""
    if _PRONOUN.search(without_reported(pair)):
        yield "a gendered pronoun", "repeat the noun, or say 对方"
    found = _TITLES.search(pair.text)
    if found and not search(r"\b(?:mr|ms|mrs|sir|madam|title|wom[ae]n)\b", pair.low):
        yield f"{found[0]} decides what nobody has said", "leave the title out"


def officialese(pair: Pair) -> Iterator[Found]:
    """Yield the language of offices, chains of 的 and 被."""
    found = _OFFICIAL.search(pair.text) or _REPEATED.search(pair.text)
    if found:
        yield f"heavy wording ({found[0][:16]})", "say it with a verb, in two short parts"
