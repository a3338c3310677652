"""Everyday words that are nearly always there in both texts: who does it, to whom, what with. A slip changes one."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair

ACTORS: Mapping[str, str] = MappingProxyType({
    r"\b(?:lawyers?|attorneys?)\b": "律师|律師",
    r"\bpolice\b": "警",
    r"\bjudges?\b": "法官",
    r"\binterpreters?\b": "口译|口譯",
    r"\btranslators?\b": "译|譯",
    r"\b(?:employers?|boss)\b": "雇主|老板|老闆|工作的地方|单位",
    r"\bconsulates?\b": "领事|領事",
    r"\bdoctors?\b": "医|醫",
    r"\bfamily members?\b|\brelatives?\b": "家人|亲|親|家庭|家属",
    r"\bspouses?\b": "配偶",
    r"\bchild(?:ren)?\b": "孩|子女|儿童|兒童|未成年|儿|子",
    r"\bparents?\b": "父|母|家长|家長",
    r"\bofficers?\b": "官|执法|執法|人员|人員|警",
    r"\bcourts?\b": "法院|法庭|庭",
})  # fmt: skip
THINGS: Mapping[str, str] = MappingProxyType({
    r"\bpassports?\b": "护照|護照",
    r"\bsign(?:ed|ing|s)?\b(?! of|s of)": "签|簽",
    r"\bphone\b|\btelephone\b": "电话|電話|手机|手機|拨打",
    r"\bmail\b": "信|邮|郵|寄",
    r"\bdoors?\b": "门|門",
    r"\bvisas?\b": "签证|簽證",
    r"\bmoney\b|\bpaid\b|\bpay\b": "钱|錢|付|工资|工資|费|費|收入|薪|给|缴|还|交",
    r"\bmonths?\b": "月",
    r"\byears?\b": "年|岁|歲",
    r"\bweeks?\b": "周|星期|週",
    r"\bhours?\b": "时|時|点|點",
    r"\bdays?\b": "天|日",
    r"\bnames?\b": "名|姓|叫|称|稱|谁|誰",
    r"\baddress(?:es)?\b": "地址|邮箱|信箱|網址|网址|住址|住在哪",
    r"\bdebts?\b": "债|債|欠",
    r"\bsafe\b|\bsafety\b": "安全",
    r"\bevidence\b": "证据|證據|证明",
    r"\brights?\b(?! (?:now|away|after|here|hand))": "权|權|对|對|没错",
    r"\bfree of charge\b": "免费|免費|不收费|不收費|不要钱",
    r"\bexhibits?\b": "证据|附件|證據",
    r"\bcopy\b|\bcopies\b": "复印|副本|影印|份|抄|拷|复制",
    r"\bmarri(?:ed|age)\b": "婚",
    r"\bdivorced?\b": "离婚|離婚",
    r"\barrest(?:ed|s)?\b": "逮捕|被捕|抓",
    r"\bstatement\b": "陈述|陳述|声明|聲明|说明",
    r"\bsearch\b": "搜|找",
    r"\bwarrants?\b": "令",
    r"\btraffick(?:ing|er|ers|ed)\b": "贩运|販運",
    r"\bcalls?\b": "电话|電話|拨打|撥打|叫|联系|聯絡|称|稱|召|通话|通話|问",
    r"\bletters?\b": "信|字母|函",
    r"\bwrite\b|\bwritten\b": "写|寫|书面|書面|记|填",
    r"\bspeak\b|\btalk\b": "说|說|谈|談|讲|講|话|沟通",
})  # fmt: skip
_ADDED: Mapping[str, str] = MappingProxyType({
    "律师|律師": r"lawyer|attorney|counsel|legal|firm|represent|clinic|pro bono|pay|accredited",
    "警察|警方": r"polic|officer|nypd|911|law.enforcement|sheriff|arrest",
    "法官": r"judge|judicial|magistrate",
    "口译员|口譯員": r"interpret",
    "老板|雇主": r"boss|employer|work|job|\{|manager|owner",
    "配偶": r"spouse|husband|wife|marri|partner",
    "施暴者": r"abus|hurt|harm",
    "贩运者|販運者": r"traffick",
    "护照|護照": r"passport",
    "领事": r"consul|embass",
    "翻译(?!成|人|费|证)|翻譯(?!成|人|費|證)": r"translat",
    "限制令": r"restrain",
    "驱逐|驅逐": r"evict|expel",
    "当事人|當事人": r"client|person|applicant|party|they|she|who|relative|member|you",
})  # fmt: skip

_PLACES = re.compile(r"\{[^}]*\}")


def actors(pair: Pair) -> Iterator[Found]:
    """Yield people of the English whom the Chinese does not name, and people it adds."""
    low = _PLACES.sub("{}", pair.low)
    for english, chinese in ACTORS.items():
        found = re.search(english, low)
        if found and not re.search(chinese, pair.text):
            yield f"“{found[0]}” is not named", f"say {chinese.split('|')[0]}"
    for chinese, english in _ADDED.items():
        named = re.search(chinese, pair.text)
        if named and not re.search(english, pair.low):
            yield f"{named[0]} does not stand in the English", "say who it is in the English"


def things(pair: Pair) -> Iterator[Found]:
    """Yield everyday things of the English that the Chinese does not name."""
    low = _PLACES.sub("{}", pair.low)
    for english, chinese in THINGS.items():
        found = re.search(english, low)
        if found and not re.search(chinese, pair.text):
            yield f"“{found[0]}” is missing", f"say {chinese.split('|')[0]}"
