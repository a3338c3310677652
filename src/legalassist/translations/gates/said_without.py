"""An English *not* that good Chinese says without one: no longer, not alone, no wrong answer, no earlier than then.

Each line is an English way and the Chinese ways that answer it. Where both stand there, the *not* is answered, and the
gates of negation ask for no 不. Everything here is in simplified characters.
"""

import re

from legalassist.translations.gates.patterns import kept, search

_N = r"(?:not|n't|never|cannot)"
SAID_WITHOUT: tuple[tuple[str, str], ...] = (
    (r"\bno longer\b", "已|再|停"),
    (rf"\b{_N} (?:so |very |at all )?un(?!der|til|less|ion|it)\w+|\bnot (?:im|ir|in(?=[a-z]{3})(?!side|terpret|terview|form|to|vit|vol))\w+", ""),
    (rf"\b{_N} (?:be afraid |fear )?(?:to )?hesitate\b", "随时|尽管|欢迎|放心"),
    (rf"\b{_N} (?:be (?:afraid|scared|shy)|worry|fear)\b", "放心|安心|尽管|大胆|别"),
    (rf"\b{_N} forget\b", "记"),
    (rf"\b(?:{_N}|nothing|cannot) (?:\w+ ){{0,2}}(?:take[ns]?|taking) (?:\w+ )?away\b", "还|仍|都|保留"),
    (
        r"\b(?:nobody|no one|not) (?:\w+ ){0,2}(?:turned away|refused|denied|left out|excluded|left behind)\b",
        "都|每|人人",
    ),
    (rf"\b{_N} (?:hand over|give (?:up|away)|part with|let go of)\b", "留|保管|收好|拿好|拿着"),
    (rf"\b{_N} (?:lose|miss)\b", "还|仍|都|保|记|准时|一定要|收好"),
    (rf"\b{_N} (?:be late|come late)\b", "准时|按时|提前|早点"),
    (rf"\b{_N} (?:stop|give up|end)\b", "继续|坚持|一直|还|仍"),
    (rf"\b{_N} (?:\w+ ){{0,4}}alone\b", "陪|一起|有人|帮|在您身边|支持"),
    (r"\b(?:no|never an?|not an?) wrong (?:\w+ )?(?:answer|way|time|question|reply|choice)", "都(?:可以|行|对|好|算|能)|随"),
    (r"\bno (?:right or wrong|bad|silly|stupid|foolish) (?:\w+)", "都(?:可以|行|对|好|能)|随"),
    (r"\b(?:no|not|n't) (?:any )?(?:earlier|sooner)\b|\b(?:not|n't) (?:\w+ ){0,3}(?:before|until) then\b", "才|最早|起|以后|之后"),
    (r"\bnot (?:every\w*|all|always|each)\b(?: \w+){0,2}|\bn't (?:\w+ ){1,3}(?:everything|all)\b(?: at once| today| now)?",
     "一部分|部分|有的|有些|有时|只|慢慢|一点|几|先|以后|下次|看情况"),
    (r"\bno (?:\w+ ){0,2}(?:fees?|costs?|charges?|payment)\b|\bcosts? (?:you )?nothing\b|\bnothing to pay\b", "免费|白"),
    (r"\b(?:not|n't) (?:have to |need to )?(?:pay|cost|charge)\b", "免费|白"),
    (r"\b(?:no matter|does not matter|doesn't matter)\b", "无论|不论|不管|任何|都|随|哪怕|即使"),
    (r"\bno (?:one|body)? ?(?:other than|but|except)\b|\bnobody (?:but|except|other than|else)\b|\bnothing (?:but|else|except)\b", "只|除|仅|唯"),
    (r"\b(?:not|n't|cannot)\b[^.;]*\b(?:anyone|anybody|people|those|someone|others)\b[^.;]*\b(?:not|never)\b", "只"),
    (rf"\b{_N}\b[^.;]*\b(?:you|that|which|who|anything)\b[^.;]*(?:\b(?:not|cannot|never)\b|n't\b)", "才|只"),
    (r"\bnobody who (?:is|does|has) not\b", "只"),
    (r"\bnever too late\b|\bnot too late\b|\bn't too late\b", "随时|什么时候|来得及|任何时候|还"),
    (r"\b(?:nothing|no \w+|never) (?:is )?too (?:small|little|short|minor)\b", "再小|哪怕|多小|都"),
    (rf"\b{_N} (?:a )?(?:guilty|crime|criminal|illegal|against the law)\b", "无罪|清白|合法"),
    (rf"\b{_N} (?:yet )?married\b", "未婚|单身"),
    (rf"\b{_N} (?:yet )?(?:an adult|of age|grown|18|21)\b", "未成年|未满|小"),
    (rf"\b{_N} the same\b|\b{_N} alike\b", "不同|差|别|另|各"),
    (rf"\b{_N} (?:at home|there|here|in)\b", "外出|出门|走开|别处|缺席"),
    (rf"\b{_N} (?:open|public)\b", "关|闭|保密|私|内部"),
    (rf"\b{_N} (?:far|long)\b", "近|快|短|一会"),
    (rf"\b{_N} (?:true|real|right)\b", "假|错|误"),
    (rf"\b{_N} (?:your|a|the) (?:fault|mistake)\b", "错在|怪对方|是对方"),
    (rf"\b{_N} (?:on purpose|by choice|willingly)\b", "无意|被迫|被逼|逼"),
    (rf"\b{_N} (?:now|today|this time|right now|tonight)\b", "以后|下次|改天|晚点|待会|稍后|另|再|等"),
    (rf"\b{_N} (?:have to |need to )?(?:say anything|speak|talk|answer|tell anyone|tell anybody)\b", "沉默|保密|闭口"),
    (rf"\b{_N} (?:leave|go|move|go out)\b", "留在|待在|呆在|原地"),
    (rf"\b{_N} (?:use|touch|eat|drink)\b", "远离|离"),
    (rf"\b{_N} (?:give (?:your|a) (?:real )?(?:name|phone)|sign|write)\b[^.;]*", "空着|留空"),
    (rf"\b{_N} (?:in person|face to face)\b", "视频|电话|线上|网上|远程"),
    (r"\bwithout (?:delay|waiting|hesitat\w+)\b", "立即|马上|尽快|立刻|赶快|当场"),
    (r"\bwithout (?:any )?(?:help|assistance)\b", "自己|独自"),
    (r"\bwithout (?:cost|charge|a fee|paying|any fee)\b", "免费"),
    (rf"\b{_N} (?:panic|get upset|lose your temper)\b", "冷静|镇定|平静"),
    (rf"\b{_N} (?:say no|refuse)\b", "答应|同意"),
    (rf"\b{_N} (?:have to |need to )?bring\b", "空手"),
    (rf"\b{_N} (?:tell (?:a )?)?(?:lies?|lying)\b", "实话|真话|如实|诚实|真实"),
    (rf"\b{_N} (?:throw|get rid)\b", "留|保存|保管|收好"),
    (rf"\b{_N} (?:give|tell|share|show)\b[^.;]*\b(?:anybody|anyone|others)\b", "只[^，。]{0,6}自己|自己(?:知道|留|收|保管)|保密"),
    (r"\b(?:nobody|no one) (?:else )?(?:\w+ ){0,2}(?:know|knows|find|finds|hear|hears|see|sees)\b", "保密|私下|自己"),
    (r"\bno problem\b|\bno trouble\b|\bnothing wrong\b", "可以|好|正常|对"),
)  # fmt: skip
"""The English with its *not*, and how it is then said; an empty Chinese is answered by anything."""


def without_answered(english: str, chinese: str) -> str:
    """Return the English (in small letters) without each *not* that the Chinese answers in another way."""
    for ours, theirs in SAID_WITHOUT:
        if search(ours, english) and search(theirs, chinese):
            english = kept(ours).sub(" ", english)
    return english


_RHETORICAL = re.compile(
    "(?:不然|否则)[^，。；！？]{0,4}(?:不行|不可以|不能|不可|办不了|没用)|不得不|不能不|不可以?不|不会不|不可能不|不可缺少|不可或缺|少不了|免不了|难免|缺一不可"
    "|(?:少|缺)了?[^，。；！？]{1,10}不(?:行|可)(?=[，。；！？]|$)|非[^，。；！？]{1,10}不可(?=[，。；！？]|$)"
)


_ALL_RIGHT = re.compile("没有?(?:关系|问题|例外)|不要紧|不奇怪|没事")
_IS_RIGHT = re.compile(
    r"\b(?:matter|problem|fine|ok|okay|worry|trouble|exceptions?|all right|wrong|harm|surpris\w+|too)\b"
)


def without_all_right(english: str, chinese: str) -> str:
    """Return the Chinese without a 没关系 that the English does not have: it denies nothing of what is said."""
    return chinese if _IS_RIGHT.search(english) else _ALL_RIGHT.sub("", chinese)


def without_rhetorical(chinese: str) -> str:
    """Return the Chinese without two negations that make one duty: 不得不, 非…不可, 不然不行."""
    return _RHETORICAL.sub("", chinese)
