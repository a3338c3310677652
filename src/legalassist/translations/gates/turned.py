"""What is turned round for certain: an order not to, a before, an up to, a person, a consent that says the opposite.

Other gates ask a reader to look at many a thing that may be right. What is here stops the print of a handout: each rule
asks for the English and for a Chinese that contradicts it, and is silent where the Chinese could be said to mean the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.denied import bidden
from legalassist.translations.gates.halves import other_half, without_halves
from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.roles import PEOPLE
from legalassist.translations.gates.said_numbers import NUMERALS, UNITS
from legalassist.translations.gates.said_of import turned_of_somebody
from legalassist.translations.gates.sentences import side_by_side
from legalassist.translations.gates.sequence import condition_exchanged, turned_in_time

_NO = r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unless)\b|n't\b"
_CHOICE = (
    r"\b(?:whether|free|choice|choose|optional|skip\w*|miss\w*|stay|need|only|too|hard|refuse\w*|stop\w*|lose|lost)\b"
)


@dataclass(frozen=True, slots=True)
class Turned:
    """The English and what would excuse it there, the Chinese that contradicts it and what would excuse that."""

    english: str
    unless: str
    chinese: str
    but: str
    says: str


_AS_BEFORE = "(?:再|照样|照旧|继续|接着|一样|像以前一样|给您|为您|来|去)*"
_SPAN = r"(?:years?|months?|weeks?|days?|hours?)"
TURNED = (
    Turned(rf"\bup to [\w,]+ {_SPAN}\b(?! (?:early|before|ahead))", r"at least|minimum|or more|from \w+ (?:to|up)",
           "至少|起码|最少|不少于|不低于", "最多|至多|不超过|以内|之内", "最多"),
    Turned(rf"\bup to [\w,]+ {_SPAN} (?:early|before|ahead)\b", r"\bby\b|no later|latest", "最迟|最晚", "最早|最多|提前至多", "最早"),
    Turned(r"\beven (?:for|if it was|if it is|if|just|only)?\b ?(?:only |just )?(?:one|an?|a single|half an?) \w+", rf"{_NO}|\bexcept\b",
           "(?:只有?|仅|才|就|哪怕|即使)[^，。；不]{1,10}(?:的|的话)?，?(?:就|也|都|可以?|那)*(?:不[算计用必需行]|不可|不包括|除外|不在内|不需要)", "也(?:要)?算|也[要得]|也包括", "哪怕…也"),
    Turned(r"\bwe (?:will |also |then )*(?:(?:go on|keep|continue|still) (?:to )?help\w*|help you (?:whether|even if|also if|all the same|in the same way))",
           r"(?<!if you do )(?<!or )\bnot\b|(?<!if you do)n't\b|(?<!say )\bno\b|\b(?:never|nobody|nothing|cannot|unless|only)\b",
           f"(?<!会)不(?:能|会|再|可以|可能|愿意?|肯)*{_AS_BEFORE}帮(?!不)|(?:停止|终止)(?:再|继续)?帮|帮不[了上到]|[没无]办?法{_AS_BEFORE}帮|没人[再来]?帮|(?:别|不)(?:想|要)(?:再)?(?:让|叫|找|请)?我们帮",
           "不会(?:不|就?因|就此|停|从此)|不是|并不|不等于|不代表|不意味|[别不]用?担心|(?<![不能会再法])(?:也|照样|一样|照旧|继续|仍然?|还是?|依然)(?:会|要|来)?(?:照样|照旧|一样|继续)?帮", "我们也照样帮您"),
    Turned(r"\bwe (?:then |will )?(?:(?:tell|say|share|give|send) (?:\w+ )?(?:nothing|nobody|no one|no more)|(?:do not|don't|will not|won't|never|no longer|stop) (?:\w+ )?(?:tell|say|shar|talk|giv|send)\w*)",
           r"\byou (?:may|can|must|do|should|will|cannot)\b", "您(?:就|也|都|便|从此|以后)*(?:不能|不得|不可以?|不会|不许|不准|不该|不应该?|不要|不用|不必|不|别|没法|无法)(?:再|继续|往外|对外|多)*(?:说|讲|告诉|透露|提|谈|给|寄)",
           "我们(?!的)", "我们不再说"),
    Turned(r"\b(?:at most|no more than|not more than)\b", r"at least|minimum|no (?:less|fewer)", "至少|起码|不少于|不低于",
           "最多|至多|不超过|以内", "最多"),
    Turned(r"\bat least\b", r"at most|up to|no more|maximum|not more", "最多|至多|不超过|不高于|不多于", "至少|起码|最少|以上|不少于|不低于", "至少"),
    Turned(r"\b(?:under|younger than) (?:the age of )?\d+", r"over|older|above|\bor more|turn", r"超过|大于|(?<![未不没])满\d+岁(?!以?[前下])",
           "未满|不满|没满|不到|以下|小于|之前|以前", "未满"),
    Turned(r"\b(?:over|older than) (?:the age of )?\d+", r"under|younger|below|not over", "未满|不满|没满|不到|小于", "超过|已满|以上|大于|年满", "超过"),
    Turned(r"\bonly (?:with|after|if) (?:your|you)\b[^.;]*", r"without|need not|no need|not have to",
           "(?:不用|不需要|不必|无需|不经|不管|未经)(?:经过|得到|征得|有)?您(?:的)?(?:书面)?(?:同意|许可|允许)", "[就便]?不会|不能|不可", "只有…才"),
    Turned(r"\bcrimes? (?:of|by) (?!you)", r"you commit|your crime|by you\b(?<!not by you)", "(?<!不)是您(?:在|的)?犯|(?<!不是)您(?:就|也|是|会)?犯了?[罪法]",
           "不是您|您没有", "对方犯罪"),
    Turned(r"\bask (?:somebody|someone|anybody|anyone|a friend) to\b", r"\byou to\b", "请", "人|谁|友|亲|托|别|对方|家|同事|律师", "请人"),
    Turned(r"(?:^|, |[.;:] |must |have to |please |always )go\b(?! (?:away|on)\b)|\bgo to (?:every|your|the|each) (?:hearing|court|interview)",
           rf"{_NO}|{_CHOICE}", "可以不[去到来]|不用[去到来]|不必[去到来]|不需要[去到来]|不去也|无需[去到]", "可不可以", "请去"),
    Turned(r"\b(?:may|might|could) (?:be|mean|count|lead)\b", rf"{_NO}|\b(?:only|un\w+|hard|refuse\w*|den\w+|lost?|lose|stop\w*|end\w*)\b",
           "不会|不可能", "(?<!不)可能|也许|或许|能不能|会不会|(?<!不)会", "可能"),
    Turned(r"\bunless\b", r"\beven\b", "即使|就算|哪怕", "除非|否则|如果|要是|才|只有|除了|再", "除非"),
    Turned(r"\bbefore, not after\b", r"(?!)", "不要(?:等到)?[^，。／]*(?:先|前)", "(?!)", "先, 不要等到…之后"),
    Turned(r"\bbefore, not after\b", r"(?!)", "(?:过了|完了|之后|以后|事后)，?(?:再|才)", "提前|事先|预先|[不别]要?等|就晚|来不及|先", "先, 不要等到…之后"),
    Turned(r"\bcriminal (?:case|court|charge|law|lawyer|record)", r"\bcivil\b", "民事", "刑事", "刑事"),
    Turned(r"\bcivil (?:case|court|claim|law)", r"\bcriminal\b", "刑事", "民事", "民事"),
    Turned(r"\bconvict(?:ed|ion)\b", r"arrest|detain|held", "被捕|逮捕", "定罪|判|有罪|罪名成立", "定罪"),
    Turned(r"\bwith the door closed\b|\b(?:keep|leave) the door (?:closed|shut|locked)\b", r"\bopen\w*\b", "开着门|打开门|把门打开|开门(?!见)",
           "关|不|别|隔着", "关着门"),
    Turned(r"\b(?:nobody|no one) who\b", r"\b(?:but|except|only)\b", "只有[^，。；不没未无别]{1,16}(?:的人|可以|才|能)", "(?!)", "凡…的人都不"),
    Turned(r"\b(?:kept|keep|hidden|hide)(?: [\w']+){0,3} from\b", r"\bnot\b|n't\b|\bnever\b",
           "由[^，。]{1,10}(?:保存|保管|收着|存放)|(?:交给|告诉)[^，。]{1,8}(?:官员?|人员|政府|警察)", "[不别瞒避防拒]|保密", "不让…看到"),
    Turned(r"\bdoor\b", r"\b(?:open\w*|let|come in|comes? inside|enter\w*|unlock\w*|answer|go out|leave)\b",
           "(?:请|可以|应该|要)(?:您|先)*(?:打开门|开门|把门打开|打开大门)", "[不别没才只]|除非", "不开门"),
    Turned(r"\bwho (?:hurt|harmed|abused|trafficked|forced|threatened|exploited|held|cheated|controlled) (?:you|her|them)\b", r"\bhurt by\b",
           "受伤?害(?:的人|者|人)|受虐待?的人|被[^，。您]{0,3}(?:伤害|贩运|强迫|威胁|骗|虐待|控制)的人", "您的人|对您|施暴|加害|贩运者|对方|害您", "伤害您的人"),
    Turned(r"\bas few\b|\bas little\b|\bfewer\b", r"\b(?:more|many|much)\b", "(?:更|越|尽量)[^，。少]{0,4}多", "少|只", "尽量少"),
    Turned(r"\bas (?:many|much)\b[^.;]*\bas\b", r"\b(?:few\w*|less|little|twice)\b", "尽量少|越少|更少", "[多全都]", "尽量多"),
    Turned(r"\bas soon as (?:possible|you can)\b|\bright away\b|\bimmediately\b", _NO, "不(?:用|必|要)(?:马上|立即|立刻|急|着急)|不急|慢慢来", "(?!)", "马上"),
    Turned(r"\bagainst you\b", r"\byou (?:sue|file|bring)|\byour (?:claim|case) against", "您(?:要|在|去|想)?(?:告|起诉|控告)(?!诉|您)",
           "告您|起诉您|控告您|针对您|对您|被告|被起诉|被控", "针对您"),
    Turned(r"\border (?:somebody|someone|them|the other person|anyone|others?|your \w+) to\b", r"\border you\b", "(?:命令|要求|叫|让)您",
           "(?:命令|要求|叫|让)(?:对方|有人|别人|某人|人|那)", "命令对方"),
    Turned(r"\b(?:do|does|did)(?: not|n't) (?:have|need) to\b|\bneed not\b|\bneedn't\b", r"\bmust\b(?! not)|\b(?:but|only|if|unless|until)\b",
           "不得不|不能不|不可以?不|必须|非[^，。]{1,8}不可|一定[要得]", "不必|不用|可以不|无需|不需要|不一定|没必要|不是必|没有必|并非|自愿|不强|不勉强", "不用, 可以不"),
    Turned(r"^(?!.*\b(?:must|ha(?:ve|s|d) to|forc\w+|ma[dk]e|choice|need\w*|requir\w+|cannot|only|not|never|no|nobody)\b)", "(?!)",
           "不得不", "(?!)", "可以"),
    *(Turned(rf"\bwithout (?:giving |having |paying |an? |any |your |the )*(?:{noun})\b", r"\b(?:not|no|never|nobody|nothing|cannot|nor|only|must|unless)\b|n't\b",
             f"(?:请|要|必须|须|需|得)(?:您|先|有|自己|得到|说明?|写明?|带上?|交|付|出示|讲明?|给)*(?:{han})", f"[不无没免][^，。]{{0,6}}(?:{han})", "不用")
      for noun, han in (("reasons?", "理由|原因"), ("appointments?", "预约"), ("lawyers?|attorneys?", "律师"), ("fees?|costs?|charge|payment", "费|钱"),
                        ("passports?", "护照"), ("papers?", "证件|文件"), ("consent|permission", "同意|许可"), ("interpreters?", "口译"))),
    Turned(r"(?:\b(?:not|never|nobody|cannot)\b|n't\b)[^.;]*\bwithout\b", r"\b(?:have to|need)\b",
           "(?:没有?|不用|不经|未经|不需要|无需)[^，。；]{1,10}，?[^，。；不]{0,4}(?:也|照样|都)(?:请|可以|能|要|会)", "也不|不可以|不能|也别", "没有…不"),
    Turned(r"\bor an? (?:judge's )?warrant\b|\b(?:your )?consent or\b", r"\band\b|\bboth\b", "并且|而且|同时|还要|还得|缺一不可", "或|要么|还是|任", "或"),
    Turned(r"\bsigned by (?:a|the) judge\b", r"\bofficers?\b|\bnot\b", "(?:执法人员|官员|警察|对方|律师)(?:的)?签[名字]", "法官(?:的)?签|由法官", "有法官签名"),
    Turned(r"\bsigned by an? (?:immigration )?officer\b", r"\bjudges?\b|\bnot\b", "法官(?:的)?签[名字]", "人员(?:的)?签|由执法", "由执法人员签名"),
    Turned(r"\bonly (?:an?|the|your) [^.;,]*\b(?:may|can)\b", r"\b(?:not|no|never)\b|n't\b",
           "不是[^。；]{1,16}也(?:可以|能|行)|(?:谁|任何人|别人|其他人)(?:也|都)(?:可以|能|行)", "(?!)", "只有…才"),
    Turned(r"\b(?:can|may|might|could) be\b", rf"{_NO}|\b(?:only|always|certain\w*)\b", "(?:就|肯定|一定|必然)是", "可能|也许|或许|可以|能|未必|也会", "可能"),
)  # fmt: skip
"""One line, one contradiction; `but` names every way in which the Chinese may still be right."""


def turned_round(pair: Pair) -> Iterator[Found]:
    """Yield what says the opposite of its English beyond doubt; on a handout and the release it stops the print."""
    for english, chinese in side_by_side(pair):
        contradicted = list(_contradicted(english, chinese))
        yield from contradicted
        if _order_lost(english, chinese):
            yield "an order not to do a thing became one to do it", "say 不要 each time"
        elif not contradicted and (bidden(english, chinese) or turned_of_somebody(english, chinese)):
            yield "what is to be done and what is not have changed places", "look whether it is to be done or not"
        if _not_this_one(english, chinese):
            yield (
                "the one the English says *not* of, and the other one, have changed places",
                "look whom “not” is about",
            )
    if turned_in_time(pair):
        yield "what comes first in English comes second in Chinese", "look which of the two comes first"
    if condition_exchanged(pair):
        yield "the condition became what follows from it", "look what stands behind “if”"


def _contradicted(english: str, chinese: str) -> Iterator[Found]:
    for one in TURNED:
        found = search(one.english, english)
        wrong = search(one.chinese, chinese) if found else None
        if found and wrong and not search(one.unless, english) and not search(one.but, chinese):
            yield f"“{found[0].strip(' ,.;:')}” became {wrong[0]}", f"say {one.says}"


_ORDERS = re.compile(r"\b(?:do not|don't|never) (?!(?:need|have|know|want|understand|agree|mean)\b)")
_MORE = re.compile(
    r"\b(?:but|instead|just|can|may|could|rather|then|stay|keep)\b|;|, (?!and (?:do not|don't|never)|or\b)"
)
_HAN_NOT = re.compile("[不没别勿莫未无]|切勿|禁止|避免|停止|拒")
_NOT_THAT = re.compile("不利|不同(?!意)|不久|不断|不过|无论|不论|不管|别人|别的|特别|没收|对不起|不但|不仅|未来|差不多")
_JOINS = re.compile("或|和|及|跟|、|也|还|并|与")
_POSITIVE = re.compile("^(?:请|您|也|还|就)*(?:可以|要|应该|能|请)|起来$|^[^，]{1,3}$")
_OTHERWISE = re.compile("前|先|才|再|免|除|随时|欢迎|放心|尽管|记|留|保管|收好|只")


def _order_lost(english: str, chinese: str) -> bool:
    """Say whether of two *do not* side by side one became a *do*, or the only order of a sentence did."""
    orders = list(_ORDERS.finditer(english))
    text = _NOT_THAT.sub("", chinese)
    if not orders:
        return False
    if len(orders) == 1:
        begins = re.match(r"(?:if [^,]+, )?(?:please )?(?:do not|don't|never) ", english) is not None
        alone = not search(
            r"hesitate|forget|lose|miss|hand over|give up|afraid|worry|without|until|before|unless", english
        )
        allowed = search("(?:^|，)(?:请|您)*(?:可以|要|应该|必须)", text)
        return bool(begins and alone and allowed and not _HAN_NOT.search(text) and not _OTHERWISE.search(text))
    if _MORE.search(english[orders[0].end() :]) or len(_HAN_NOT.findall(text)) >= len(orders):
        return False
    clauses = [one for one in re.split("[，。；！／]", text) if one]
    first = next((number for number, one in enumerate(clauses) if _HAN_NOT.search(one)), None)
    rest = clauses[first + 1 :] if first is not None else []
    return any(_POSITIVE.search(one) and not _HAN_NOT.search(one) and not _JOINS.search(one) for one in rest)


_DENIED = re.compile(
    "(?:不是|没有|并非|而非|(?:[不别勿]|无需)(?:用|必|需要|要|能|会|可以|应该?|是)*(?:告诉|交给|寄给|打给|给|问|找|跟|和|与|向|对|由|为|替|帮|听|信|靠|归|属于))"
    "(?:由|您的|我们的)?([^，。／；？！]{1,8})"
)
_NOT_ONE = re.compile(
    r"(?<!do )(?<!does )(?<!did )(?<!is )(?<!are )\b(?:not|instead of|rather than) (?:by |to |from |with |for |about |against |on )?(?:the |your |an? |any )?(\w+)"
)


_PEOPLE: Mapping[str, str] = MappingProxyType({**PEOPLE, r"\bfamily\b": "家人|亲属|亲戚"})


def _not_this_one(english: str, chinese: str) -> bool:
    """Say whether *X, not Y* became *Y, not X*: both stand in both texts, and the *not* is at the other one."""
    denied = {zh for word in _NOT_ONE.findall(english) for en, zh in _PEOPLE.items() if search(rf"^(?:{en})$", word)}
    said = {zh for en, zh in _PEOPLE.items() if search(en, _NOT_ONE.sub(" ", english))} - denied
    if not denied or not said:
        return False
    nots = [one[1] for one in _DENIED.finditer(chinese)]
    rest = _DENIED.sub(" ", chinese)
    exchanged = any(search(f"^(?:{zh})", one) for one in nots for zh in said)
    return exchanged and all(search(zh, rest) and not any(search(zh, one) for one in nots) for zh in denied)


_COUNTS = {word: number for word, number in UNITS.items() if number <= 12}  # noqa: PLR2004 - a dozen
_HAN_COUNTS = {NUMERALS[number]: number for number in _COUNTS.values()} | {"两": 2}
_HAN_UNITS = {"year": "年(?!级|代|龄)", "month": "个月", "week": "(?:个?星期|周|个礼拜)", "day": "天", "hour": "个?(?:小时|钟头)",
              "minute": "分钟", "copy": "份", "copies": "份", "time": "次", "page": "页"}  # fmt: skip
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)}|\d+)[- ](year|month|week|day|hour|minute|cop(?:y|ies)|time|page)s?\b")


def other_number(pair: Pair) -> Iterator[Found]:
    """Yield a span or count whose number is another one in Chinese: 两年 for *one year*. Asked of handouts."""
    for whole, said_whole in side_by_side(pair):
        if wrong_half := other_half(whole, said_whole):
            yield f"{wrong_half[0]} became {wrong_half[1]}", "write the number of the English"
        english, chinese = without_halves(whole, said_whole)
        for unit, han in _HAN_UNITS.items():
            ours = {_COUNTS.get(one, 0) or int(one) for one, name in _COUNTED.findall(english) if name == unit}
            text = re.sub(r"第[一二三四五六七八九十\d]+|[一二三四五六七八九十\d]+[多几]", " ", chinese)
            theirs = {
                _HAN_COUNTS.get(one[1], 0) or int(one[1])
                for one in finditer(
                    rf"(?<![\d一二三四五六七八九十百千.])(十[一二]|[一二两三四五六七八九十]|\d{{1,4}}){han}", text
                )
                if one[1] in _HAN_COUNTS or int(one[1]) < 1900  # noqa: PLR2004 - a year has a name, not a number
            }
            if ours and theirs and not ours & theirs:
                said, wrong = (", ".join(str(one) for one in sorted(some)) for some in (ours, theirs))
                yield f"{said} ({unit}) became {wrong}", "write the number of the English"
