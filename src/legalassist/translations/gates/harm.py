"""Renderings no Chinese text of ours may use: the few that hurt, mislead or promise. Always checked.

They are looked for after the glossary's approved terms are taken out of a text: 卖淫罪 is the name of a charge. So the one
way round them is a row of the glossary, which people read; a clinic's own glossary may forbid more.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.languages.scripts import to_simplified
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.sentences import without_reported

FORBIDDEN: Mapping[str, str] = MappingProxyType({
    "人口走私": "it means smuggling; say 人口贩运",
    "非法移民": "it is a slur; say 无证",
    "黑户": "it is a slur; say 无证",
    "偷渡": "it means smuggling",
    "外星人": "a machine's word for alien; say 外国人 or name the status",
    "卖淫": "it puts the blame on the person",
    "妓女": "it is a slur",
    "客户": "it is what buyers are called; say 当事人",
    "客人": "it is what buyers are called; say 当事人",
    "小姐": "it has a sexual meaning; leave it out",
    "口供": "it is a police confession; say 陈述",
    "交代": "it is a police word; say 说明",
    "检讨": "it is self-criticism before the Party",
    "收容": "it is a police word",
    "公安": "it is the police of another country",
    "坦白": "it is a police word; say 说明",
    "真名": "it suggests that another name is false; name the paper it stands on",
    "假名": "it suggests a lie; say 其他姓名",
    "移民局": "it means two agencies, one of which arrests; write the agency's name in full",
    "保证": "it promises an outcome",
    "一定能": "it promises an outcome",
    "为什么没": "it blames",
    "为什么不": "it blames",
    "必须": "it orders; say what the person may do",
    "虚岁": "it is one or two years more than the law counts; say 周岁",
})  # fmt: skip
"""Each rendering, in simplified characters, and what to write instead."""


def harm(pair: Pair) -> Iterator[Found]:
    """Yield each forbidden rendering, whatever the script."""
    yield from harm_in(looked_at(pair), traditional=pair.traditional)


_DUTY = re.compile(r"\b(?:must|ha(?:s|ve|d) to|required|requires?|only (?:after|if|when|once))\b(?! not)")
_PROMISE = re.compile(r"\b(?:guarantee\w*|promise\w*)\b")


def looked_at(pair: Pair) -> str:
    """Return what harm is looked for in: without reported speech, without duties and promises the English has too.

    As many 必须 as the English has *must*; 保证 where the English speaks of a promise (``We cannot promise``).
    """
    text = without_reported(pair)
    text = re.sub("必[须須]", "", text, count=len(duties)) if (duties := _DUTY.findall(pair.low)) else text
    return re.sub("保[证證](?:一定能?)?|一定能", "", text) if _PROMISE.search(pair.low) else text


def harm_in(text: str, *, traditional: bool) -> Iterator[Found]:
    """Yield each forbidden rendering in a text."""
    text = to_simplified(text) if traditional else text
    for word, why in FORBIDDEN.items():
        if word in text:
            yield f"it says {word}", why
