"""Everyday words that are nearly always there in both texts: who does it, to whom, what with. A slip changes one."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search

ACTORS: Mapping[str, str] = MappingProxyType({
    r"\b(?:lawyers?|attorneys?)\b": "律师|律師",
    r"\bpolice\b": "警",
    r"\bjudges?\b": "法官",
    r"\binterpreters?\b": "口译|口譯",
    r"\btranslators?\b": "译|譯",
    r"\b(?:employers?|boss)\b": "雇主|僱主|老板|老闆|工作的地方|单位|單位",
    r"\bconsulates?\b": "领事|領事",
    r"\bdoctors?\b": "医|醫",
    r"\bfamily members?\b|\brelatives?\b": "家人|亲|親|家庭|家属",
    r"\bspouses?\b": "配偶",
    r"\bchild(?:ren)?\b": "孩|子女|儿童|兒童|未成年|儿|子",
    r"\bparents?\b": "父|母|家长|家長",
    r"\bofficers?\b": "官|执法|執法|人员|人員|警",
    r"\bcourts?\b": "法院|法庭|庭",
    r"\b(?:tell|call|ask|show) us\b": "我们|我們|办公室|辦公室|团队|團隊",
    r"\bprosecutors?\b": "检察|檢察",
    r"\blandlords?\b": "房东|房東",
    r"\bmothers?\b": "母|妈|媽|娘",
    r"\bfathers?\b": "父|爸",
    r"\bsisters?\b": "姐|妹|姊",
    r"\bbrothers?\b": "兄|弟|哥",
    r"\bsons?\b": "儿子|兒子|子女|孩|孙|孫",
    r"\bdaughters?\b": "女儿|女兒|子女|孩|孙|孫",
    r"\bhusbands?\b": "丈夫|配偶",
    r"\bwi(?:fe|ves)\b": "妻|配偶",
    r"\bfriends?\b": "朋友|友",
    r"\bneighbou?rs?\b": "邻|鄰",
    r"\b(?:recruiters?)\b": "招|中介|仲介|介绍|介紹",
    r"\bwitness(?:es)?\b": "证人|證人|见证|見證|目击|目擊|证明|在场|在場|证词|證詞",
    r"\bagents?\b": "人员|人員|代理|中介|仲介|官|经纪|經紀",
    r"\bsocial workers?\b": "社工",
    r"\bvolunteers?\b": "志愿|志願|义工|義工|公益|自愿|自願",
    r"\bguards?\b": "警卫|警衛|看守|保安|守|监护|監護|保护|看着|看著",
})  # fmt: skip
THINGS: Mapping[str, str] = MappingProxyType({
    r"\bpassports?\b": "护照|護照",
    r"\bsign(?:ed|ing|s)?\b(?! of|s of)": "签|簽",
    r"\bphone\b|\btelephone\b": "电话|電話|手机|手機|拨打",
    r"\bmail\b": "信|邮|郵|寄",
    r"\bdoors?\b": "门|門",
    r"\bunder (?:the|your) door\b": "门[下缝縫底]|门的?下|門的?下|底下|[塞递遞]进",
    r"\bvisas?\b": "签证|簽證",
    r"\bmoney\b|\bpaid\b|\bpay\b": "钱|錢|付|工资|工資|费|費|收入|薪|给|缴|还|交",
    r"\bmonths?\b": "月",
    r"\byears?\b": "年|岁|歲",
    r"\bweeks?\b": "周|星期|週",
    r"(?<!half an )(?<!half )\bhours?\b": "时|時|点|點",
    r"\bhalf an? hour\b|\bhalf-hour\b": "半|30 ?分|三十分",
    r"\bdays?\b": "天|日|昼夜|晝夜",
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
    r"\bwrite\b(?! to\b)|\bwritten\b": "写|寫|书面|書面|记|填",
    r"\bphotos?\b|\bphotographs?\b": "照|相片|拍",
    r"\benvelopes?\b": "信封",
    r"\bwindows?\b": "窗|视窗|视窗|視窗",
    r"\bbadges?\b": "证件|證件|警徽|徽|胸牌|工作证|名牌|识别证",
    r"\bschools?\b": "学校|學校|上学|上學|学|學",
    r"\bhospitals?\b": "医院|醫院",
    r"\bbanks?\b": "银行|銀行",
    r"\bwages?\b|\bsalar(?:y|ies)\b": "工资|工資|薪|报酬|報酬",
    r"\bfingerprints?\b": "指纹|指紋|按指|手印",
    r"\bhearings?\b": "听|聽|开庭|開庭|聆|庭审|出庭",
    r"\bappointments?\b": "预约|預約|约|約|面谈|見面|见面|任命|时间|指定",
    r"\breceipts?\b": "收据|收據|收到|收条|回执|回執",
    r"\bchildhood\b": "小时候|童年|小時候",
    r"\bminutes?\b": "分",
    r"\bpages?\b": "页|頁|张|張|面|处",
    r"\bbox(?:es)?\b": "格|框|栏|欄|箱|盒|项|項|方块|处|空",
    r"\btouch(?:ed|ing)?\b(?! screen)": "碰|摸|触|觸|动|動|联系|聯",
    r"\b(?:lie|lies|lied|lying)\b(?! (?:down|flat|in|on|with))": "谎|謊|骗|騙|假|不实|实话|真",
    r"\bcertified\b|\bcertificate\b": "证|證|核",
    r"\bspeak\b|\btalk\b": "说|說|谈|談|讲|講|话|話|沟通|溝通|商量|咨询|諮詢|聊|发言|發言|代表",
})  # fmt: skip
_ADDED: Mapping[str, str] = MappingProxyType({
    "律师|律師": r"lawyer|attorney|counsel|legal|firm|represent|clinic|pro bono|pay|accredited",
    "警察|警方": r"polic|officer|nypd|911|law.enforcement|sheriff|arrest",
    "法官": r"judge|judicial|magistrate",
    "口译员|口譯員": r"interpret",
    "检察官|檢察官": r"prosecut|district attorney|\bda\b",
    "房东|房東": r"landlord|owner|rent|hous",
    "邻居|鄰居": r"neighbo",
    "老板|老闆|雇主|僱主": r"boss|employer|work|job|\{|manager|owner",
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
        found = search(english, low)
        if found and not search(chinese, pair.text):
            yield f"“{found[0]}” is not named", f"say {chinese.split('|')[0]}"
    for chinese, english in _ADDED.items():
        named = search(chinese, pair.text)
        if named and not search(english, pair.low):
            yield f"{named[0]} does not stand in the English", "say who it is in the English"


def things(pair: Pair) -> Iterator[Found]:
    """Yield everyday things of the English that the Chinese does not name."""
    low = _PLACES.sub("{}", pair.low)
    for english, chinese in THINGS.items():
        found = search(english, low)
        if found and not search(chinese, pair.text):
            yield f"“{found[0]}” is missing", f"say {chinese.split('|')[0]}"
