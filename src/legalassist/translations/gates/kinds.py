"""What a placeholder stands for: a person, a day or a count, told by its name; one put where another belongs is found."""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair

_PERSON = {"client", "attorney", "lawyer", "person", "who", "relative", "applicant", "interpreter", "witness", "sender",
           "reader", "preparer", "translator", "name", "names", "signer", "member", "child", "spouse"}  # fmt: skip
_DAY = {
    "date",
    "day",
    "deadline",
    "written",
    "again",
    "today",
    "birthday",
    "due",
    "until",
    "since",
    "expires",
    "begins",
    "ends",
}
_COUNT = {
    "count",
    "number",
    "total",
    "minutes",
    "pages",
    "days",
    "n",
    "months",
    "years",
    "copies",
    "age",
    "done",
    "left",
}
_PLACE = {"court", "agency", "office", "place", "address", "city", "country"}
_ONE = re.compile(r"\{\{\s*(\w+)\s*\}\}|%\((\w+)\)[sd]|\{(\w+)\}")
_AT_A_TIME = re.compile(r"(?:[于在至自到]|截至|直到)$")
_TIME_AFTER = re.compile("之前|以前|之后|以后|前[，。]|后[，。]|起|当天|到期|截止|（星期|（周|的?[上下]午|出生")
_COUNT_AFTER = re.compile("分钟|[个份次天页封条张岁种题项]|个?月|年(?!龄)")
_SHEETS = re.compile("[页份张封件个名位](?!人)")
"""What counts things; a day counts none."""
_MEASURE = re.compile(
    "[个個份页頁次天名位张張封条條项項种種题題件处處家所间間本年月周週日岁歲号號层層楼樓段句字行分秒时時点點倍人遍步笔筆句台部章节節室元%]|小[时時]|星期|美元"
)
_ACTED_ON = re.compile("[由给向对替请让被把和与同]$")
_ADDRESSED = re.compile("女士|先生|，?您好|签名|出生于|告诉|同意|来自|的(?:父|母|配偶|子女|姓名|护照)")
_SOMEWHERE = re.compile("的?(?:家|处|那里|那边|办公室|名下|账户|国|的)")
_IN_A_PLACE = re.compile("举行|开庭|见面|开会|[开召]")


def _kind(name: str) -> str:
    """Return what a placeholder stands for: its whole name or its last word says so; nothing where it does not."""
    last = name.rsplit("_", 1)[-1]
    kinds = {"person": _PERSON, "day": _DAY, "count": _COUNT, "place": _PLACE}
    return next((kind for kind, names in kinds.items() if name in names or last in names), "")


def placeholder_kinds(pair: Pair) -> Iterator[Found]:
    """Yield a person where a day belongs, a day where a person belongs, a name where a count belongs.

    Asked only of texts with placeholders of two kinds: with one, nothing can have changed places.
    """
    names = [next(filter(None, one)) for one in _ONE.findall(pair.english)]
    if len({kind for one in names if (kind := _kind(one))}) < 2:  # noqa: PLR2004 - two kinds
        return
    text = pair.simplified
    for found in _ONE.finditer(text):
        name = next(filter(None, found.groups()))
        if _misplaced(_kind(name), text[: found.start()], text[found.end() :]):
            yield f"{found[0]} stands where it cannot", "look which placeholder belongs here"


def measures(pair: Pair) -> Iterator[Found]:
    """Yield a count that stands right before a thing: Chinese puts a measure word between them (3份文件)."""
    for found in _ONE.finditer(pair.text):
        name = next(filter(None, found.groups()))
        after = pair.text[found.end() :]
        if _kind(name) == "count" and re.match("[一-鿿]{2}", after) and not _MEASURE.match(after):
            yield f"no measure word after {found[0]}", "say 个, 份, 名, 次 or 天"


def _misplaced(kind: str, before: str, after: str) -> bool:
    """Say whether something of a kind cannot stand between these two pieces of a Chinese text."""
    if kind == "person":
        at = _AT_A_TIME.search(before) and not _SOMEWHERE.match(after)
        timed = _TIME_AFTER.match(after) and not after.startswith(("出生", "起"))
        return bool(at or timed or _COUNT_AFTER.match(after) or before.endswith(("共", "第")))
    if kind == "day":
        held = before.endswith("在") and before.count("在") > 1 and _IN_A_PLACE.match(after)
        return bool(_ACTED_ON.search(before) or _ADDRESSED.match(after) or held or _SHEETS.match(after))
    if kind in {"count", "place"}:
        timed = _TIME_AFTER.match(after) and kind == "place"
        named = _ADDRESSED.match(after) and not after.startswith("同意")
        return bool(timed or named or (kind == "count" and _ACTED_ON.search(before)))
    return False
