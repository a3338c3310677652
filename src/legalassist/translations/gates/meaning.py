"""Negation, duty and permission, connectors and bounds, promises, agencies, forms of address: what a slip turns round."""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search
from legalassist.translations.gates.said_without import without_all_right, without_answered, without_rhetorical
from legalassist.translations.gates.sentences import parts_of, without_reported
from legalassist.translations.gates.sequence import in_time, turned_in_time

_NOT = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unless|no one)\b|n't\b|\bun(?:safe|sure|known|able|less)\b"
)
_MEASURED = re.compile(r"\b(?:no|not) (?:more|less|fewer|later|earlier|longer) than\b")
"""A bound, which Chinese says without a negation: 最多, 至少."""
_NOT_ALONE = re.compile(r"\bnot (?:only|just|merely)\b(?=[^.;?!]*\b(?:but|also|too)\b)")
"""*Not only … but also* says that both are so: Chinese says 都, without a negation."""
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
_HAN_MAY = re.compile("可|能|会|會|许|許|吗|嗎|？|行|[得不][见見到了清]")
_HAN_ORDER = re.compile("必须|必須|务必|務必|一律|不得|严禁|嚴禁")
_ORDER = re.compile(r"\b(?:must|have to|has to|shall|required|need|needs)\b")
_PROMISE = re.compile(
    "保证|保證|(?<!不)一定(?!要)|绝对|絕對|肯定[会會能]|百分之百|百分百|包[过過]|必[定然将將](?!要)|[无無]疑|包管|[准準]能|[万萬][无無]一失|注定|打包票|[稳穩][赢贏]|确保|確保"
)
_BIDDEN = re.compile(
    "(?<=[请請])(?:(?:您|先|也|都|就|还|還|在[^，。；]{1,8}?)*(?:一定|绝对|絕對|务必|務必)(?!能|会|會|可以|成功|得到))|"
    "(?:一定|绝对|絕對)(?=不要|别(?!人)|別(?!人))"
)
"""一定 and 绝对 that only press a request: 请一定出庭, 绝对不要签."""
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


_NOT_BUT = re.compile(r"\b(?:without|unless|until|before|except|but)\b")
"""What turns a *not* before it into a condition, which Chinese may say without a negation."""


def lost_negation(pair: Pair) -> Iterator[Found]:
    """Yield a *not* that the Chinese lacks: ``请打开门`` for "Do not open the door"."""
    english = without_answered(_MEASURED.sub("", _NOT_ALONE.sub("only", pair.low)), pair.simplified)
    text = without_rhetorical(without_all_right(pair.low, _NOT_NEGATIVE.sub("", pair.simplified)))
    text = text.replace("除非", "") if _NOTS.search(english) else text  # 除非 answers “unless”, not the other “not”
    said, negative = _NOT.search(english), _BU.search(text)
    if "until" in english and search("[才再]", text) and not turned_in_time(pair):  # not until then: only then
        return
    if _NOT_BUT.search(english) and search("先|才|只(?!要)", text) and not turned_in_time(pair):  # advice first
        return
    if said and not negative and in_time(pair):  # not A before B: before A, B
        return
    if said and not negative and not search("禁止|拒|免(?![费得])|停止|避免|防止|空着|以外|之外|除|绝|无", text):
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
        english = without_answered(part.low, part.simplified)
        if _NOTS.search(english) and not _HAN_NOTS.search(_NOT_NEGATIVE.sub("", part.text)):
            yield f"sentence {number} lost its negation", "say 不, 没有 or 不要"


def fewer_negations(pair: Pair) -> Iterator[Found]:
    """Yield a text with fewer negations than its English."""
    english = len(_NOTS.findall(without_answered(pair.low, pair.simplified)))
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
        and not search("[可能怕]|[说沒没]准|也许|或许|说不定|不一定|吗|？", re.sub("许可(?!以)", "", pair.simplified))
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
    forbidden = search(r"\b(?:may|must|can) ?not\b|\bno \w+ (?:may|can)\b", english)
    ordered = pair.text.replace("不得", "") if forbidden else pair.text
    if _HAN_ORDER.search(ordered) and not _ORDER.search(english):
        yield "the Chinese orders, the English does not", "say 可以, or 请"


_WHOLE = re.compile("百分之百|百分百")


def promises(pair: Pair) -> Iterator[Found]:
    """Yield words that promise an outcome."""
    text = _BIDDEN.sub("", pair.text)
    found = _PROMISE.search(_WHOLE.sub("", text) if "100%" in pair.english else text)
    if found and not _PROMISED.search(pair.low):
        yield f"{found[0]} promises an outcome", "say what we do, not what will come of it"
    will = search("(?<![可才不许就要])会(?:被|获得?)?(?:批准|获批|获准|核准|准许|颁发)", pair.simplified)
    chance = search(r"\b(?:may|might|could|can) (?:\w+ )?(?:be )?(?:grant|approv|issu)\w*", pair.low)
    if will and chance and not search("可能|也许|或许|不一定|[吗？]|是否", pair.simplified):
        yield f"{will[0]} promises an outcome", "say 可能, or 可以"


_EITHER = r"\b(?:either|whether|neither|nor)\b|/"
_ALIKE = re.compile(
    "父亲?或母亲?|母亲?或父亲?|父親或母親|同父或同母|丈夫或妻子|兄弟或姐妹|孙子女或外孙子女|外婆或奶奶|店铺?或公司|邮局或快递"
)
"""Words of kin and the like, one word in English."""
_SAME = re.compile("[和跟与與](?=[^，。；]{1,10}(?:不同|一样|一樣|相同|不符))")


def and_or(pair: Pair) -> Iterator[Found]:
    """Yield an *or* that became *and*, or the other way round."""
    english = re.sub(
        r"\b\d+ or (?:older|more|over|above|under|younger|less|fewer)\b|husband or wife|son or daughter|brother or sister|is or was|school or college",
        "",
        pair.low,
    )
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
