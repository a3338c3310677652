"""What somebody of the family does in a Chinese sentence: 我妈妈把我卖给老板, 我怕我爸爸."""

import re

from legalassist.placement.kin_words import Found

HAN_PEOPLE = "老板|蛇头|人贩|警察|债主|中介|经理|工头|有人|别人|那些人|对方|客人|坏人|黑社会"
"""Who else may act in a clause."""
_TO = "(?:我们|我|俺)"
_THINGS = "的?(?:所有|全部)?的?(?:钱|工资|薪水|护照|证件|身份证|手机|收入|小费)"
_OTHERS = "(?:老板|蛇头|他们|人家|对方|人贩子|男方|中介)"
_HURT = (
    "打|踢|揍|抽|掐|扇|砍|捅|烧|咬|杀|害|卖|拐|绑|骗|哄|逼|迫|强奸|性侵|猥亵|侵犯|虐待|威胁|恐吓|控制|囚禁|软禁"
    "|跟踪|抓|欺负|剥削"
    "|折磨|伤害|报复|利用|惩罚|收拾|弄|管住"
)
_ACTS = (
    (
        r"(?:把|将){o}[^,。]{{0,6}}?(?:卖|送给|送去(?!学校|医院|上学|读书|看病)|交给|带到|带去|带来|关|锁|嫁|打"
        r"|赶|骗|绑|弄到|介绍给"
        r"|推给|押|拐|害|抵|藏|丢给|送到(?!学校|医院|外婆|奶奶|爷爷|幼儿园|机场|车站))"
    ),
    rf"(?:{_HURT})(?:死|过|了|着|伤)*{{o}}(?!的?电话)",
    r"(?:会|要|能|来)找到{o}",
    r"(?:不让|不准|不许|不给|禁止){o}(?:工|钱|饭|出|走|离|打电话|联系|吃|睡|回|见|说|休息|停|报警|用)",
    (
        r"(?:叫|让|要|命令){o}(?:去|来)?(?:帮忙|上班|店里|工作|做工|打工|干活|接客|陪(?!他看病|她)|还债|卖"
        r"|做按摩|嫁|跟老板|偷|签"
        r"|撒谎)"
    ),
    rf"(?:拿走|拿|扣押|扣|收走|收|抢|偷|花|藏|没收|骗走)了?(?:走)?{{o}}{_THINGS}",
    rf"把{{o}}{_THINGS}[^,。]{{{{0,4}}}}(?:拿|扣|收|抢|藏|偷|没收)",
    rf"(?:收|拿|得|要)了?{_OTHERS}的?[^,。]{{{{0,5}}}}钱",
    rf"(?:跟|和|与){_OTHERS}(?:娘)?[^,。]{{{{0,3}}}}(?:一伙|串通|勾结|合伙|同伙|一起(?:骗|做|害|卖))",
    r"是(?:个|一个|那个)?(?:老板|蛇头|人贩子|中介|工头)(?:$|、)",
    rf"帮{_OTHERS}[^,。]{{{{0,3}}}}(?:骗|找|带|招|看|管|卖)",
    r"(?:介绍|安排){o}(?:去|来|到|给|认识)",
    r"带{o}(?:来|去|到)(?!看病|看医生|医院|上学|学校|买|玩|吃|公园|教堂)",
    r"(?:干|害|指使)的$",
    r"(?:碰|摸|猥亵)(?:了|过|着)?{o}(?!的?(?:头|手|额|脸))",
    rf"收了?{_OTHERS}的?[^,。]{{{{0,6}}}}(?:钱|块|万|千|元|美金|彩礼|礼金)",
    (
        r"(?:收|拿|得)了(?:一笔|很多|好多|那笔|所有的?)?(?:钱|彩礼|礼金|好处费?|[一二两三四五六七八九十百千万\d]+(?:块|元|美金))"
        r"(?!钱?(?:给我|去|来|帮|买|看|寄|交|回))"
    ),
    r"家暴|有暴力|(?:会|爱|总|老|经常)打人",
)
"""Acts against her, behind whoever acts; `o` is whom they are against. Within one clause."""
_DONE_BY = re.compile(
    "[^,。]{0,8}?(?:打|卖|骗|逼|关|锁|强奸|性侵|虐待|威胁|控制|带到|带来|送|害|侵犯|扔|赶|嫁|强迫|欺负|拐|拿走|扣)"
)
_BROUGHT_BY = re.compile("(?:卖|骗|逼|拐|弄|介绍|带)(?!大)[^,。]{0,6}的")  # 我是舅舅卖过来的
_FEAR = re.compile(
    r"(?:(?<![不可恐哪])害?怕|惧怕|恐惧|躲着?|躲避|躲开|逃离|逃出|提防|防着|不敢见|不敢面对)(?:再?(?:见|碰|遇|看)到)?$"
)
_FEARED = re.compile(
    r"$|[、\s”\"]|[和跟与](?:老板|他们|蛇头|她|他)|(?:会|要|又|再|还)*来?(?:找我|找到|打|杀|害|报复|卖|抓|逼|把我)"
    "|的(?:报复|威胁|暴力|拳)|因为"
)
_IS = "(?:就|其实|原来|竟然|也|都)*是$"
_DID_IS = re.compile(rf"(?:老板|老板娘|蛇头|人贩子?|中介|工头|鸡头|债主){_IS}")
_WHO_IS = re.compile(rf"(?P<did>.*)的(?:那个|那些|这个)?(?:人|男人|女人)?{_IS}")
_ONE_IS = re.compile(rf"^[\s“\"]*(?:而且|其实|因为|但)?(?:他|她|那|这)们?个?人?{_IS}")
_ENDS = re.compile('$|[、\\s”"吧啊呢]|[和跟与]')
_POSSESSOR = re.compile(r"(我们|我|俺|自己|她|他|他们|她们)?的?亲?生?$")
_DENIED = re.compile(r"(?:没有?|不|从不|未|别|从来没有?)(?:会|曾|再|要|想|被)?$")
_CLAUSE = re.compile(r"[^,，:：]+")
_LEAD = r"[\s“\"]*(?:就是|而是|是|后来|然后|因为|所以|于是|就|还|又|便)*"
_NEXT_CLAUSES = 2


def acts_in_chinese(sentence: str, kin: Found, start: int) -> bool:
    """Say whether a sentence, folded and simplified, tells so of somebody of the family; it begins at `start`."""
    clauses = list(_CLAUSE.finditer(sentence))
    at = kin.start - start
    number = next((number for number, one in enumerate(clauses) if one.start() <= at < one.end()), -1)
    if number < 0:
        return False
    clause = clauses[number]
    before, after = sentence[clause.start() : at], sentence[kin.end - start : clause.end()]
    found = _POSSESSOR.search(before)
    whose, ahead = (found[1] or "", before[: found.start()]) if found else ("", before)
    if _of_somebody(whose, before, sentence):
        return False
    against = whose if whose in {"她", "他"} else _TO if whose else f"(?:{_TO}|她|他)"
    if (
        _was_who_did(ahead, after)
        or _done_by(ahead, after)
        or (_FEAR.search(ahead) and _FEARED.match(after))
        or _acts_after(after, kin, against)
    ):
        return True
    earlier = clauses[number - 1][0] if number else ""
    if earlier and is_who_in_chinese(clause[0], kin, start + clause.start(), earlier):
        return True
    if re.search(HAN_PEOPLE, clause[0]):
        return False
    opens = not ahead.strip(' “"就而是因为后来') or ahead.endswith("是")
    following = clauses[number + 1 : number + 1 + _NEXT_CLAUSES]
    return any(goes_on_in_chinese(one[0], kin, unsaid=opens) for one in following)


def goes_on_in_chinese(clause: str, kin: Found, *, unsaid: bool = False) -> bool:
    """Say whether a clause goes on about whoever stood before, and tells; `unsaid`: also without a pronoun."""
    pronoun = {"they": "他们|她们", "she": "她(?!们)|他(?!们)", "he": "他(?!们)"}.get(kin.gender, "他们?|她们?")
    found = re.match(rf"{_LEAD}(?:{pronoun})(?:自己)?", clause)
    if found:
        return _acts_after(clause[found.end() :], kin, _TO)
    rest = re.sub(rf"^{_LEAD}", "", clause)
    acts = (re.match(act.format(o=_TO), rest) for act in _ACTS) if unsaid else ()
    return any(one is not None and not rest[one.end() :].startswith("的") for one in acts)


def is_who_in_chinese(clause: str, kin: Found, start: int, before: str) -> bool:
    """Say whether a clause says who somebody is that the one before tells of: 她把我卖了，她是我妈妈."""
    ahead = _POSSESSOR.sub("", clause[: kin.start - start])
    ends = _ENDS.match(clause[kin.end - start :])
    return ends is not None and _ONE_IS.search(ahead) is not None and goes_on_in_chinese(before, kin)


def _was_who_did(ahead: str, after: str) -> bool:
    """Say whether the relative is who did it, said the other way round: 老板是我舅舅, 打我的人是我爸爸."""
    if not _ENDS.match(after):
        return False
    who = _WHO_IS.search(ahead)
    acts = (re.search(act.format(o=_TO), who["did"]) for act in _ACTS) if who else ()
    return _DID_IS.search(ahead) is not None or any(
        act and not _DENIED.search(act.string[: act.start()]) for act in acts
    )


def _of_somebody(whose: str, before: str, sentence: str) -> bool:
    """Say whether it is kin of somebody else: 老板和老婆, 丽姐的哥哥; his wife, where she speaks of herself."""
    if not whose and re.search(r"(?:们|他|她|老板|老板娘|”|\")(?:和|跟|与|及|的)$|的$", before):
        return True
    return whose in {"她", "他", "他们", "她们"} and "我" in sentence


def _done_by(ahead: str, after: str) -> bool:
    """Say whether something was done by the relative, or she was given to them, or worked for them."""
    passive = re.search(r"(?:被|遭到?|受到?)$", ahead)
    if passive and _DONE_BY.match(after):
        return not _DENIED.search(ahead[: passive.start()])
    given = re.search(r"(?:卖|嫁|交|送)给$", ahead) and re.search(_TO, ahead)
    brought = ahead.endswith("是") and _BROUGHT_BY.match(after)
    worked = re.search(r"(?:给|替|帮)$", ahead) and re.match(r"(?:白|免费)?(?:干活|打工|做工|还债)", after)
    return bool(given or brought or worked)


def _acts_after(after: str, kin: Found, against: str) -> bool:
    """Say whether what stands behind a word of kin, or a pronoun for it, is an act of theirs, with nobody between."""
    other = {"he": "|她", "she": "|他(?!们)"}.get(kin.gender, "")
    for act in _ACTS:
        for found in re.finditer(act.format(o=against), after):
            gap = re.sub(r"在?我[^,。]{0,8}(?:时候|时|后|前)", "", after[: found.start()])
            if not re.search(rf"{HAN_PEOPLE}|被|我|他们|人家{other}", gap) and not _DENIED.search(gap):
                return True
    return False
