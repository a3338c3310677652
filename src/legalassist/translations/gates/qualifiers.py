"""Small words that carry a condition, a time or a measure, and words that turned into their opposite.

Both lists are everyday vocabulary: an English word, and every usual way to say it. Chinese often needs no word of its
own for one of them, so a finding is for a reader to look at.
"""

from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search, unanswered

_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"\beven\b(?! number)", "即使|哪怕|就算|连|也|甚至|都|便是", "即使, 哪怕 or 也"),
    (r"\bincluding\b|\bincludes?\b", "包括|包含|含|连|算|在内|也|和|写明|有", "包括"),
    (r"\bagain\b", "再|又|重新|重|还", "再"),
    (r"\bsometimes\b", "有时|有的|偶尔|可能|会", "有时"),
    (r"\busually\b|\bnormally\b", "通常|一般|往往|多半|平时|大多|常", "通常"),
    (r"\boften\b", "常|往往|多|总", "常常"),
    (r"\b(?:right away|immediately)\b", "立即|马上|立刻|尽快|当场|就|赶快", "立即"),
    (r"\bas soon as\b", "一|尽快|立即|马上|就|后", "一…就"),
    (r"\btogether\b", "一起|共同|同时|一并|连同|一同|共|合|和", "一起"),
    (r"\b(?:alone|by yourself|on your own)\b", "独|一个人|单独|自己|只", "单独"),
    (r"\bnot yet\b|\byet\b", "还|尚|未|暂|过", "还没有"),
    (r"\balready\b", "已|过|早|了|在先", "已经"),
    (r"\bstill\b", "还|仍|依然|照样|也|照", "仍然"),
    (r"\bfirst\b(?! name| time you| page)", "先|第一|首|初|最早|头|1|之前|最前|开始|从最", "先"),
    (r"\blater\b(?! than| on)", "后|再|晚|迟|以后|过|将来", "以后"),
    (r"\bchange (?:your|my|our) minds?\b", "改|变|换|反悔", "改变主意"),
    (r"\b(?:might|maybe|perhaps|possibly|may be able|could be)\b", "可能|也许|或许|有机会|说不定|或者|能|大概", "可能"),
    (r"\banother\b", "另|其他|别|再|换|又|一|还", "另一"),
    (r"\banyone else\b|\bsomeone else\b|\bothers\b|\bother people\b", "别|其他|他人|另|外人|谁|有没有人|传染|有人|旁人|人家", "别人"),
    (r"\boutside\b", "外|离开|境外|不在", "…之外"),
    (r"\bthrough (?:us|our|the|your|a)\b(?! page| question| interview)|\bvia\b", "通过|经|从|透过|由|用|到|在|以", "通过"),
    (r"\b(?:in writing|written)\b(?! (?:in|by|with|down))", "书面|写|字|笔|文件|文|记", "书面"),
    (r"\bby hand\b", "亲手|亲笔|手写|手|笔", "亲手"),
    (r"\bout loud\b|\baloud\b", "声|说|念|读|讲", "大声"),
    (r"\bslowly\b", "慢", "慢慢"),
    (r"\bclearly\b", "清楚|明确|清", "清楚地"),
    (r"\bcarefully\b", "仔细|小心|认真|谨慎|细", "仔细"),
    (r"\bat any time\b|\bany time\b|\bwhenever\b", "随时|任何时|什么时候|时间|都", "随时"),
    (r"\bin advance\b|\bahead of time\b", "提前|事先|预先|先|前", "提前"),
    (r"\b(?:at no cost|for free|free of charge)\b", "免费|不收|不要钱|不用付|不需要付|无需付|不用花", "免费"),
    (r"\bbecause\b(?! of)", "因|由于|所以|才|为|的|是", "因为"),
    (r"\bas long as\b|\bso long as\b", "只要|多久|就|期间|一直", "只要"),
    (r"\binstead\b", "而|改|不|代替|换|却", "而"),
    (r"\botherwise\b", "否则|不然|要不|另", "否则"),
    (r"\bprivate(?:ly)?\b", "私|单独|隐|保密|不公开|自己|个人", "私下"),
    (r"\b(?:about|around|approximately|roughly|nearly|almost) (?:\d|one\b|two\b|three\b|half\b|an? \w+\b(?= (?:hour|week|month|year)))",
     "约|左右|前后|差不多|近|快|大概|上下|将近|几乎", "大约"),
    (r"\bsome\b(?! of (?:it|this)\b)", "有些|一些|有的|某|部分|几|有|点|若干|些", "有些"),
    (r"\bmost\b(?! (?:recent|important|of all))", "大多|大部分|多数|最|绝大|多半|主要", "大多数"),
    (r"(?<! is )\ball\b(?! right| day| the time| we | of )", "都|所有|全|各|每|一切|整|齐|任何|凡|总|什么|完", "所有"),
    (r"\beach\b", "每|各|逐|都|一个一个|分别|一", "每"),
    (r"\bwhole\b|\bentire\b", "全|整|所有|完整|都|通|一生|从头", "整个"),
    (r"\bsame\b", "同|一样|还是|这|那|一|也|相|照", "相同"),
    (r"\bown\b(?! (?:a|the|any|you|us)\b)", "自己|本人|自|私|亲|专|各|独", "自己的"),
    (r"\bforever\b|\bpermanently\b", "永远|永久|一直|一辈子|终身", "永远"),
    (r"\bdirectly\b", "直接|当面|亲自", "直接"),
    (r"\bpersonally\b|\bin person\b|\bface to face\b", "亲自|本人|当面|面谈|面|到场|自己|来|去", "亲自"),
    (r"\bwhere\b(?=[^?]*\?)", "哪|何处|地方|什么地|在何", "哪里"),
    (r"\bwhy\b", "为什么|原因|为何|理由|怎么|什么", "为什么"),
    (r"(?:, |\band |\bor )who (?:was|were|is|are|did|has|had|else|can|could|will|would|kept|came|got|took|paid|gave|said)\b", "谁|哪|什么人|人", "谁"),
    (r"\bhow long\b", "多久|多长|时间|几", "多久"),
    (r"\bhow (?:much|many)\b", "多少|几|若干|多大|数", "多少"),
    (r"\blast (?:arrival|entry|trip|visit|meeting|hearing|stay|departure|one|known|thing|person|job|address|letter|page|part|line)s?\b", "最后|最近|上次|上一|末", "最后"),
    (r"\blast (?:day|week|month|year|night|time|five|ten|two|three|\d)", "过去|上|最后|最近|去年|昨|近|内|以来|截止|末|最晚", "过去"),
    (r"\bif\b(?! any\b)", "如|若|要是|的话|假|一旦|万一|时|是否|是不是|有没有|能不能|不|就|只要|吗|哪怕|即使|否则|没|后|凡|当|都|才|也|前", "如果"),
)  # fmt: skip
"""English, every usual Chinese way (simplified), and what to say."""

_OPPOSITES: tuple[tuple[str, str, str, str], ...] = (
    # English of one, Chinese of one, English of the other, Chinese of the other
    (r"approv\w+|grant(?:s|ed|ing)?", "批准|获准|准许|核准|给予|同意", r"den(?:y|ies|ied|ial)\w*|refus\w+|reject\w*", "驳回|拒绝|不批准|否决"),
    (r"refus\w+|declin\w+|reject\w*|den(?:y|ies|ied|ial)\w*", "拒|不同意|不接受|不批|驳|不肯|不愿|不让|否|不给|不", r"approv\w+|grant\w*|accept\w*|agree\w*|consent\w*", "批准|同意|接受|答应"),
    (r"fine|okay|ok|all right|allowed", "可以|没关系|没事|行|好|也|都|许|准|能|合法|够|没问题", r"not (?:allowed|fine|okay)|never allowed", "不行|不可以|不允许|不准"),
    (r"accept\w*|agree\w*|consent\w*", "接受|同意|答应|愿意|协议|约定|商定|收|可以|说好|接", r"refus\w+|declin\w+|reject\w*|not|n't", "拒绝|反对|不同意"),
    (r"open(?:s|ed|ing)?", "开", r"clos\w+|shut", "关门|关闭|关上"),
    (r"clos(?:e|es|ed|ing)(?! to| of| friend| relative)", "关|休息|不开|结|闭|停", r"open\w*", "开门|开放|打开"),
    (r"leave|leaves|leaving|left", "离|走|留|出|剩|左|交|空|放|不", r"enter\w*|arriv\w+|came|come|stay\w*", "进入|抵达|入境"),
    (r"enter(?:s|ed|ing)?|arriv\w+", "进|入|到|抵|来|填|写|录", r"leav\w+|left|depart\w*", "离开|出境"),
    (r"more", "多|更|再|超|还|另|其他|进一步|以上|详|不止", r"less|fewer|least", "更少|较少|减少"),
    (r"less|fewer", "少|不到|不足|低|未|不|减|没有那么", r"more|most", "更多|较多|增加|超过"),
    (r"early|earlier|earliest", "早|前|先|提前|凌晨|初|以前", r"late|later|latest|after", "更晚|较晚|推迟|最晚"),
    (r"late|later|latest", "晚|后|迟|再|最近|最新|之后|以后|已过|才|然后", r"early|earlier|before|soon\w*", "更早|提前|早些"),
    (r"safe|safely|safety", "安全|平安|放心|稳", r"danger\w*|unsafe|risk\w*|threat\w*|not", "危险"),
    (r"danger|dangerous|unsafe", "危险|不安全|安全|险|伤害", r"safe", "很安全"),
    (r"legal|lawful(?:ly)?", "合法|法", r"illegal\w*|unlawful\w*|without", "非法|违法"),
    (r"illegal(?:ly)?|unlawful(?:ly)?", "非法|违法|不合法|违规", r"legal|lawful", "合法"),
    (r"public(?:ly)?", "公", r"private\w*|confidential|secret", "私人|保密|不公开"),
    (r"confidential\w*|private(?:ly)?|secret\w*", "保密|私|隐|秘|不公开|不告诉|不外传|单独|不让", r"public\w*|open\w*", "公开|公布"),
    (r"receiv(?:e|es|ed|ing)", "收|得|接|拿|领|到|获|有", r"sen[dt]\w*|mail\w*|give\w*|gave", "寄出|发出|送出"),
    (r"sen[dt]s?|mail(?:s|ed|ing)?", "寄|发|送|传|交|邮|信|递|派|给|通知", r"receiv\w+|get\w*|got", "收到|领取"),
    (r"original(?:s)?", "原|正本|本来|最初", r"cop(?:y|ies)\w*", "复印件|副本"),
    (r"copy|copies", "复|副本|影印|份|抄|拷", r"original\w*", "原件|正本"),
    (r"married", "婚", r"unmarried|single|not", "未婚"),
    (r"before", "前|先|才|再|没|还|曾", r"after\w*|later|then|once", "之后|以后"),
    (r"inside", "里|内|中|进|屋", r"outside|out", "外面|外边|之外"),
    (r"outside", "外|离", r"inside|in", "里面|内部|之内"),
    (r"old(?:er|est)?", "岁|旧|老|大|以前|过去|年", r"young\w*|new\w*|under", "更小|年轻|新的"),
    (r"older|over", "大|超|年长|以上|满|多|过|完|上|翻|结束", r"young\w*|under|less", "更小|以下|不满|未满"),
    (r"younger|under", "小|未满|以下|不满|不到|下|根据|依|少于|年幼|内|在|中|受|低|按|假", r"old\w*|over|more", "更大|以上|超过"),
    (r"right(?= to| side| hand)|rights", "权|对|右|义务", r"dut\w+|obligation\w*|must|have to|required", "义务|责任"),
    (r"continue(?:s|d)?|keep (?:on|going)", "继续|一直|接着|下去|连续|仍|保持|往下", r"stop\w*|end\w*", "停止|中断"),
    (r"stop(?:s|ped|ping)?", "停|止|中断|不|拦|截|结束|阻|别|站住", r"continu\w+|start\w*|begin\w*", "继续|开始"),
    (r"start(?:s|ed|ing)?|begin(?:s|ning)?|began", "开始|起|先|启|初|从|开|第一|前|动手|头", r"stop\w*|end\w*|finish\w*", "结束|停止"),
    (r"end(?:s|ed|ing)?|finish(?:es|ed)?", "结束|完|止|末|最后|终|到期|满|期|停|了", r"start\w*|begin\w*|began", "开始"),
    (r"true|truth(?:ful)?", "真|实|对|事|属", r"false|lie\w*|untrue|not", "虚假|不实|假的"),
    (r"false", "假|虚|不实|不真|错|伪", r"true|truth\w*", "真实的"),
    (r"guilty", "罪", r"not", "不认罪|无罪"),
    (r"strong(?:er|ly)?", "强|有力|大|好|坚|很", r"weak\w*", "较弱|削弱"),
    (r"(?:easy|easier|easily)", "容易|方便|简单|轻松|好|易|便", r"hard\w*|difficult\w*", "困难|很难|较难"),
    (r"(?:hard|harder|difficult)(?! copy| to hear)", "难|辛苦|困|不容易|不好|努力|不易|吃力|沉重", r"eas\w+", "很容易|更容易|方便"),
    (r"remember(?:s|ed)?", "记|想", r"forg[eo]\w*|not", "忘记|忘了"),
    (r"win|won", "赢|胜|获", r"los[et]\w*", "输了|败诉"),
    (r"tak(?:e|es|ing)|took", "拿|取|收|带|吃|用|参|服|抽|花|接|做|采|扣|夺|抢|照|搭|乘|坐|走|占|记|抄|需|要", r"giv\w+|hand\w*|sen[dt]", "交出|交给|递给|送给|还给"),
    (r"give|gives|giving|gave", "给|交|提|供|发|送|递|出|写|说|告|让|准|留|放", r"tak\w+|took|keep\w*|kept", "拿走|收走|扣下|没收"),
    (r"ask(?:s|ed|ing)?", "问|要|请|求|申|提|叫|让", r"answer\w*|repl\w+", "回答|答复"),
    (r"answer(?:s|ed|ing)?", "答|回|接|应|说|写|填|选|批|结果", r"ask\w*|question\w*", "提问|追问|询问"),
    (r"buy|buys|bought", "买|购", r"s[eo]ll\w*|sold", "卖掉|卖给|出售"),
    (r"s(?:ell|ells|old)", "卖|售", r"buy\w*|bought", "购买|买下"),
    (r"pay|pays|paid", "付|钱|费|交|给|资|还|薪|款|缴|赔", r"receiv\w*|collect\w*|earn\w*|charg\w*|get", "收取|收钱"),
    (r"win|wins|won", "赢|胜|得", r"los[et]\w*", "输"),
    (r"accus\w+|charg(?:es|ed)", "控|告|收|罪|诉", r"defend\w*", "辩护"),
    (r"yes", "(?<!不)可以|(?<!不)同意|(?<!不)愿意|说是|好的|答应|肯定|批准|有|是", r"no|not", "不可以|不同意|不行|不愿意|不答应"),
    (r"borrow(?:ed|s)?", "借|贷|欠", r"len[dt]\w*", "借给|出借"),
    (r"tell|told", "告|说|讲|知|通知|谈|提|透露|诉|吩咐|叫|让|写|交代|报|问", r"hid\w*|conceal\w*|ask\w*", "隐瞒|瞒着"),
)  # fmt: skip


def qualifiers(pair: Pair) -> Iterator[Found]:
    """Yield a small word of the English that the Chinese does not have: *even*, *including*, *again*, *some*, *all*."""
    for found, says in unanswered(_WORDS, pair.low, pair.simplified):
        yield f"“{found[0]}” is missing", f"say {says}"


def opposites(pair: Pair) -> Iterator[Found]:
    """Yield a word that became its opposite: *approved* as 驳回, *open* as 关门."""
    text = pair.simplified
    for english, ours, other, theirs in _OPPOSITES:
        found, wrong = search(rf"\b(?:{english})\b", pair.low), search(f"(?<![不没未别要])(?:{theirs})", text)
        if (
            found
            and wrong
            and not search(rf"\b(?:{other})\b|n't\b", pair.low)
            and not search(ours, text.replace(wrong[0], ""))
        ):
            yield f"“{found[0]}” became {wrong[0]}", "look which of the two is meant"
