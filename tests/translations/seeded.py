"""Faults put into real messages, one a text: what a hurried hand, a converter or a copied cell does."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legalassist.translations.gates.alarm import Pair

Break = Callable[[Pair], str | None]
"""Returns the text with the fault in it, or None where the message has no place for it."""


@dataclass(frozen=True)
class Seeded:
    """One fault: its kind, the message as it was, and as it is now."""

    kind: str
    before: Pair
    after: Pair


def _swap(*pairs: tuple[str, str]) -> Break:
    def broken(pair: Pair) -> str | None:
        for old, new in pairs:
            if old in pair.text:
                return pair.text.replace(old, new, 1)
        return None

    return broken


def _sub(pattern: str, new: str) -> Break:
    def broken(pair: Pair) -> str | None:
        text, count = re.subn(pattern, new, pair.text, count=1)
        return text if count and text != pair.text else None

    return broken


def _when(english: str, then: Break) -> Break:
    return lambda pair: then(pair) if re.search(english, pair.low) else None


def _digit(pair: Pair) -> str | None:
    found = re.search(r"(?<!\{)\d", re.sub(r"\{[^}]*\}", lambda one: "x" * len(one[0]), pair.text))
    if not found:
        return None
    return pair.text[: found.start()] + str((int(found[0]) + 3) % 10) + pair.text[found.end() :]


def _last_sentence(pair: Pair) -> str | None:
    parts = [one for one in re.split(r"(?<=[。？！])", pair.text) if one]
    return "".join(parts[:-1]) if len(parts) > 1 else None


def _no_sentence(pair: Pair) -> str | None:
    parts = [one for one in re.split(r"(?<=[。？！])", pair.text) if one]
    return "".join(parts[1:]).lstrip("／") if len(parts) > 1 else None  # a hand takes the pause away, too


def _half(pair: Pair) -> str | None:
    return pair.text[: len(pair.text) // 4] if len(pair.english) > 60 else None


KINDS: dict[str, Break] = {
    # what a machine sees
    "number changed": _digit,
    "placeholder lost": _sub(r"\{\w+\}", ""),
    "placeholder renamed": _sub(r"\{(\w+)\}", r"{\1s}"),
    "half-width comma": _swap(("，", ",")),
    "half-width stop": _sub(r"(?<=[一-鿿])。", "."),
    "half-width question mark": _sub(r"？", "?"),
    "half-width brackets": _sub(r"（([^）]*)）", r"(\1)"),
    "full-width digit": _sub(r"\d", "\uff18"),
    "straight quotes": _sub(r"“([^”]*)”", r'"\1"'),
    "quotes of the other script": _sub(r"“([^”]*)”", r"「\1」"),
    "bracket lost": _sub(r"）", ""),
    "space after Latin": _sub(r"([一-鿿])([A-Za-z0-9])", r"\1 \2"),
    "doubled stop": _sub(r"。", "。。"),
    "three dots": _sub(r"。$", "..."),
    "traditional characters": _swap(("们", "們"), ("问", "問"), ("请", "請"), ("时", "時"), ("证", "證")),
    "word of another region": _swap(("短信", "简讯"), ("复印", "影印"), ("信息", "资讯"), ("身份", "身分")),
    "invisible character": lambda pair: pair.text[:2] + "\u200b" + pair.text[2:],
    "byte order mark": lambda pair: "\ufeff" + pair.text,
    "wrong encoding": lambda pair: pair.text.encode().decode("latin-1"),
    "script tag": lambda pair: pair.text + "<script>x</script>",
    "template sign": lambda pair: pair.text + "{{ client.name }}",
    "line break added": lambda pair: pair.text[:3] + "\n" + pair.text[3:],
    "left in English": lambda pair: pair.english if len(pair.english.split()) > 3 else None,
    "English in the middle": lambda pair: f"{pair.text}{' '.join(pair.english.split()[:5])}"
    if len(pair.english.split()) > 5 and pair.english.replace(" ", "").isascii() and not re.search(r"[,.?\d{]", " ".join(pair.english.split()[:5]))
    else None,
    "question mark lost": _sub(r"？$", "。"),
    "telephone or short number changed": _swap(("911", "991")),
    "form number changed": _sub(r"I-9(\d)", r"I-6\1"),
    # address and tone
    "你": _swap(("您", "你")),
    "她": _swap(("当事人", "她"), ("这位家人", "她"), ("对方", "她")),
    "slur": _swap(("没有证件", "非法移民"), ("无证", "黑户"), ("当事人", "客户"), ("家人", "小姐")),
    "smuggling for trafficking": _swap(("人口贩运", "人口走私"), ("贩运者", "蛇头")),
    "promise": _sub(r"可以", "一定可以"),
    # meaning
    "negation lost": _when(r"\bnot\b|n't\b", _swap(("不要", "要"), ("不会", "会"), ("不用", "用"), ("没有", "有"), ("不", ""))),
    "negation added": _when(
        r"^(?!.*\b(?:not|no|never|only|without|un\w+|if|stay|left|leave|other|any|too|still|open)\b).*$",
        _swap(("可以", "不可以"), ("会", "不会"), ("能", "不能")),
    ),
    "duty for choice": _when(r"\b(?:can|may)\b", _swap(("可以", "必须"))),
    "omission: last sentence": _last_sentence,
    "omission: first sentence": _no_sentence,
    "omission: most of it": _half,
    "actor: lawyer to police": _when(r"\b(?:lawyer|attorney)", _swap(("律师", "警察"))),
    "actor: judge to officer": _when(r"\bjudge", _swap(("法官", "官员"))),
    "actor: interpreter to lawyer": _when(r"interpreter", _swap(("口译员", "律师"))),
    "agency: USCIS to ICE": _swap(("（USCIS）", "（ICE）"), ("USCIS", "ICE")),
    "and/or: or to and": _when(r"\bor\b", _sub(r"或者|或|还是", "和")),
    "and/or: and to or": _when(r"^(?!.*\bor\b).*\band\b", _sub(r"和(?!我|您|律|谁|解|这)|以及", "或")),
    "bounds: only lost": _when(r"\bonly\b", _sub(r"只有|只|仅", "")),
    "bounds: before to after": _when(r"\bbefore (?:the|you|we|any|a|it|your)\b", _swap(("之前", "之后"), ("以前", "以后"), ("先", "后来"))),
    "bounds: after to before": _when(r"\bafter (?:the|you|we|any|a|it|your)\b", _swap(("以后", "以前"), ("之后", "之前"), ("后", "前"))),
    "bounds: within added": _when(r"^(?!.*(?:within|\bin\b|up to|less|last|past)).*(?:day|week|month|year)", _swap(("天", "天以内"), ("个月", "个月以内"), ("年", "年之内"))),
    "term: other word for visa, statement, exhibit": _swap(
        ("签证", "证件"), ("证据附件", "展品"), ("移民法庭", "移民局法院"), ("保护令", "限制令"), ("递解", "驱逐"), ("口译员", "翻译")
    ),
    "thing lost": _swap(("护照", "东西"), ("电话", "东西"), ("地址", "地方"), ("证据", "东西")),
}  # fmt: skip

EACH = 8
"""How many of each kind are taken, where so many messages have a place for it."""

WRITTEN = (
    ("date changed", "Call by November 22, 2026.", "请在2026年11月22日之前打电话。", "请在2026年11月23日之前打电话。"),
    ("date with strokes", "Call by November 22, 2026.", "请在2026年11月22日之前打电话。", "请在11/22/26之前打电话。"),
    ("month changed", "Since March 2024 we ask.", "2024年3月以来我们会问。", "2024年5月以来我们会问。"),
    ("weekday changed", "We are open on Monday.", "我们星期一开门。", "我们星期二开门。"),
    ("a.m. to p.m.", "Come at 9 a.m.", "请上午9点来。", "请晚上9点来。"),
    ("amount changed", "The fee is $1,440.", "费用是US$1,440。", "费用是US$1,404。"),
    ("currency", "The fee is $1,440.", "费用是US$1,440。", "费用是1,440元。"),
    ("telephone", "Call 212-555-0123.", "请拨打212-555-0123。", "请拨打212-555-0132。"),
    ("telephone without groups", "Call 212-555-0123.", "请拨打212-555-0123。", "请拨打2125550123。"),
    ("address of the net", "See https://example.org/a.", "请看https://example.org/a。", "请看https://example.org/b。"),
    ("mail", "Write to help@example.org.", "请写信到help@example.org。", "请写信到help@example.com。"),
    ("statute", "See 8 CFR 214.208.", "请看8 CFR 214.208。", "请看8 CFR 214.280。"),
    ("form", "Form I-914, Supplement B", "I-914表附件B", "I-918表附件B"),
    ("T to U", "A T visa", "T签证", "U签证"),
    ("places changed", "Part {number} of {total}", "第{number}部分（共{total}部分）", "第{total}部分（共{number}部分）"),
    ("ten thousand", "A debt of $35,000", "3.5万美元债务", "35万美元债务"),
    ("at least to at most", "Wait at least 3 days.", "请至少等3天。", "请最多等3天。"),
    ("more to less", "It takes more than 3 days.", "要超过3天。", "不到3天。"),
    ("within lost", "Answer within 30 days.", "请在30天内回答。", "请在30天后回答。"),
    ("unless to if", "Do not sign unless you agree.", "除非您同意，否则不要签字。", "您同意也不要签字。"),
    ("until lost", "Stay here until we call.", "请留在这里，直到我们打电话。", "请留在这里，我们打电话。"),
    ("every lost", "Bring every paper.", "请带来每一份文件。", "请带来一份文件。"),
    ("never to not now", "We never call your boss.", "我们从不打电话给您的老板。", "我们打电话给您的老板。"),
    ("two to three", "Wait two weeks.", "请等两个星期。", "请等三个星期。"),
    ("list item lost", "1. Call us.\n2. Come here.", "1. 打电话。\n2. 来这里。", "1. 打电话，来这里。\n"),
    ("double negation", "You can call us.", "您可以打电话给我们。", "您不能不打电话给我们。"),
    ("open the door", "Do not open the door.", "不要开门。", "请打开门。"),
    ("bare agency", "USCIS decides.", "由美国公民及移民服务局（USCIS）决定。", "由移民局决定。"),
    ("guarantee", "We help you apply.", "我们帮您申请。", "我们保证帮您申请成功。"),
    ("except lost", "Every day except Sunday.", "除了星期日，每天都可以。", "每天都可以，星期日。"),
)  # fmt: skip
"""Faults written by hand: kind, English, a good translation, a bad one."""


def seeded(pairs: Sequence[Pair]) -> Iterator[Seeded]:
    """Yield the faults: of each kind up to `EACH`, spread over the messages, then those written by hand."""
    for kind, break_it in KINDS.items():
        places = [(pair, text) for pair in pairs if (text := break_it(pair)) is not None and text != pair.text]
        step = max(1, len(places) // EACH)
        for pair, text in places[::step][:EACH]:
            yield Seeded(kind, pair, replace(pair, text=text))
    for kind, english, good, bad in WRITTEN:
        before = Pair(f"written.{kind}", english, good)
        yield Seeded(kind, before, replace(before, text=bad))


def drawn(pairs: Sequence[Pair], seed: int, each: int) -> Iterator[Seeded]:
    """Yield faults in messages chosen by chance, up to `each` of every kind: a sample no rule was tuned on."""
    chance = random.Random(seed)  # noqa: S311 - a draw, no secret
    for kind, break_it in KINDS.items():
        places = [(pair, text) for pair in pairs if (text := break_it(pair)) is not None and text != pair.text]
        for pair, text in chance.sample(places, min(each, len(places))):
            yield Seeded(kind, pair, replace(pair, text=text))
