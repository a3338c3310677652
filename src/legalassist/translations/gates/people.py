"""People in both languages, and what stands before one in Chinese who does not act."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

PEOPLE: Mapping[str, str] = MappingProxyType({
    r"you": "您",
    r"we|us": "我们",
    r"i|me": "我(?!们)",
    r"lawyers?|attorneys?": "律师",
    r"firms?": "事务所",
    r"police": "警察|警方",
    r"officers?|agents?": "执法人员|官员|对方",
    r"officials?": "官员",
    r"judges?": "法官",
    r"courts?": "法院|法庭",
    r"government": "政府",
    r"uscis": "USCIS|移民服务局",
    r"interpreters?": "口译员",
    r"translators?": "笔译员",
    r"employers?|boss": "雇主|老板",
    r"landlords?": "房东",
    r"doctors?": "医生",
    r"providers?": "服务机构",
    r"agenc(?:y|ies)": "机构|部门|州政府",
    r"notar(?:y|ies)": "公证人",
    r"traffickers?|abusers?": "贩运者|施暴者",
    r"child(?:ren)?": "孩子|子女",
    r"parents?": "父母|家长",
    r"client": "当事人",
    r"person|relatives?|family members?": "家人|亲属|近亲|亲戚",
    r"spouse|husband|wife": "配偶",
    r"friends?": "朋友",
    r"somebody|someone|anybody|anyone|nobody|no one|people|others?": "有人|别人|谁|其他人|人",
    r"who": "谁",
})  # fmt: skip
ANYONE = frozenset({"有人|别人|谁|其他人|人", "家人|亲属|近亲|亲戚", "谁", "孩子|子女"})
"""Words for so many people that a text may call them otherwise."""
_LEADS = "向|给|对|跟|替|帮|问|告诉|找|交给|寄给|把|将|(?<!因)为|从|和|与|陪|怪|信|听|看|请|让|叫|由|除了|关于|有没有|没有|有"
_ACTS_LED = "由|让|叫|请|有没有|没有|有|除了|关于"
"""He who stands behind one of these acts all the same."""
BETWEEN = (
    "(?:您的|您|我们的?|这位|那位|一位|一个|其他|别的|任何|自己的?|移民|执法|纽约市?|纽约州|美国|当地的?|所有|该)*"
)
LED = re.compile(f"(?:{_LEADS}){BETWEEN}$")
ACTS = re.compile(f"(?:{_ACTS_LED}){BETWEEN}$")


@lru_cache(maxsize=512)
def word_of(pattern: str) -> re.Pattern[str]:
    """Return what finds a word of English where nothing is said to be his: *police*, but not as an owner."""
    return re.compile(rf"\b(?:{pattern})\b(?!'s)")
