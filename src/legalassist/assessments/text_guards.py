"""Whether what a statement tells truly happened and is hers: not another's, not feared, wished, refused or only said.

One guard for all events. Where it is not sure it says no: an event that is missed is read by a person all the same, a
question about something that nobody said costs her trust.
"""

import re

from legalassist.assessments.text_ages import KIN, OTHERS
from legalassist.assessments.text_clauses import Clause
from legalassist.assessments.text_events import UNREAL
from legalassist.facts.text_dates import TextDate

_NOT_SO = re.compile(
    r"\b(?:not|never|nobody|no one|without|almost|nearly|instead of|said|says?|told|asked|thought|believed|wrote"
    r"|claimed|lied|heard|wanted|hoped|planned|tried|wish(?:ed)?|dream(?:ed|t|s)?|imagined?|pretend(?:ed)?|rumou?rs?"
    r"|whether|who|whom|which|that)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Before an event, in its clause."""
_NOT_SO_HAN = re.compile(
    r"没|不(?!久|得不|小心|知不觉|了|住)|未|无法|[别想敢梦劝逼等能借凑]|要(?!求)|打算|准备|决定|计划|答应|保证|愿意|申请|听|说|以为|差点"
    r"|许(?!多)|(?<!我)叫|让|(?<![教社机])会(?![议面])|将(?!近)|可以|应该|要是|再次|第二次|又[去到]|寄|汇|电话(?:到|回)|写信|微信"
)
_GIVEN_UP = re.compile(
    r"\bbut\s+(?:then\s+)?(?:I\s+|we\s+)?(?:did not|didn['’]t|could not|couldn['’]t|dared not|hung up"
    r"|put (?:it|the \w+) down|turned (?:back|around)|ran away|never|was too)\b"
    r"|(?:可是|但是?|却|又|就)[^，。]{0,3}(?:不敢|没敢|没有?[进说报去打]|放下|挂|走开|回头)",
    re.IGNORECASE,
)
"""After an event, in its sentence."""
_REST = re.compile(
    r"^\W*(?:之?前|以前|之?后|以后|的(?!时候|那|[\s\x00。，]*$))|会|将|的话|吗|能"
    r"|\b(?:again|will|would|in (?:my|every|all my) (?:mind|dreams?|head|thoughts|heart))\b",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(r"\b(?:before|after|since|until|till|once)\b", re.IGNORECASE)
_ALONE = re.compile(r"一个人|自己|本人|独自")
_OTHERS = re.compile(
    rf"{KIN}|{OTHERS}|[他她它]|(?<!被)人|老板|司机|客人|大家|[^，。]?姐"
    r"|警察(?=[^，。]{0,3}说)|店里|餐馆里|公司"
)
_WITH = re.compile(r"[跟和与随]着?[^，。\x00]{1,5}?(?=一[起块]|[来到去坐飞报])")
_TO_ME = re.compile(r"[说诉叫让给劝逼问对向骂怕等替为害求听]$")
_NOBODY = re.compile(
    r"(?:\W|那天|那年|那时候?|后来|终于|最后|然后|于是|所以|结果|第一次|[是在从于就才又再也还去到坐]|飞机|船"
    r"|曾经?|已经|当天|当时|大概|左右|偷偷|马上|早上|晚上|中午|下午|凌晨|夜里)*"
)


def truly_hers(sentence: str, clause: Clause, found: re.Match[str], said: TextDate, *, mine: bool) -> bool:
    """Say whether an event is told as her own and as having happened on that day.

    Args:
        sentence: the sentence, with what others say in it masked.
        clause: the clause of it that tells of the event, and `found`, where.
        found: the words for the event; a Chinese one names her itself, or stands behind whoever it is about.
        said: the date that belongs to it.
        mine: whether a sentence without a subject is about her, as the sentence before it says.
    """
    end = clause.start + found.end()
    before, head, rest = clause.words[: found.start()], clause.words[: found.end()], clause.words[found.end() :]
    if UNREAL.search(sentence, 0, end) or _REST.search(rest) or _GIVEN_UP.search(sentence, end):
        return False
    in_it = clause.start <= said.start < clause.start + len(clause.words)
    if _NOT_SO.search(before) or (_ANOTHER_DAY.search(before) and not in_it):
        return False
    return found[0].replace("\x00", "").isascii() or _hers_in_chinese(head, before, sentence[: clause.start], mine=mine)


def _hers_in_chinese(head: str, before: str, earlier: str, *, mine: bool) -> bool:
    """Say whether the one a Chinese clause is about is she: whoever is named last, or nobody, where it goes on."""
    head = _ALONE.sub("", head)
    if _NOT_SO_HAN.search(head):
        return False
    led, me, after = _WITH.sub("", head).rpartition("我")
    if me:
        return not (_TO_ME.search(led) or re.match(r"们?的", after) or _OTHERS.search(after))
    if not _NOBODY.fullmatch(before):
        return False
    last = max((found.end() for found in _OTHERS.finditer(earlier)), default=-1)
    at = earlier.rfind("我")
    return at > last if at >= 0 or last >= 0 else mine
