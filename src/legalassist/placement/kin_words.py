"""Words of kin in English and Chinese, and the relations each may be."""

import re
from dataclasses import dataclass

_PARENTS, _SIBLINGS = frozenset({"parent", "stepparent"}), frozenset({"sibling"})
_SPOUSES, _CHILDREN = frozenset({"spouse", "other"}), frozenset({"child", "stepchild", "grandchild"})
_FARTHER, _BY_MARRIAGE = frozenset({"other", "in_law"}), frozenset({"in_law", "other", "stepparent"})
_ANY: frozenset[str] = frozenset()
"""A word that says family and not which: no relation is its own."""
_KINDS = (
    (_BY_MARRIAGE, r"\w+[ -]in[ -]laws?|in-?laws", "岳父|岳母|公公|婆婆|公婆|姐夫|妹夫|嫂|婶|女婿|儿媳|弟媳|婆家"),
    (_PARENTS | {"other"}, (
        r"(?:step|foster|adoptive|god)[ -]?(?:mother|father|mom|mum|dad|parent)s?"
        r"|(?:mother|father|mom|mum|dad)['’]s (?:\w+ )?(?:boyfriend|girlfriend|partner|husband|wife)"
    ), "[继养后干][父母妈爸爹娘]"),
    (_SIBLINGS | _FARTHER, r"(?:step|half|foster)[ -]?(?:brother|sister|sibling)s?", "[继养干][兄弟哥姐妹]"),
    (_FARTHER, (
        r"aunt(?:s|ie|ies|y)?|uncles?|cousins?|grand[ -]?(?:mother|father|ma|pa|mom|dad|parent)s?|nann?a|granny"
        r"|nephews?|nieces?|gran|ayi|shushu|jiujiu|popo|nainai|yeye|laolao|guardians?|godparents?"
    ), "[表堂][哥兄弟姐妹姨叔姑舅]|[姑姨舅叔伯][妈父母丈婆爷公]*|奶奶|外婆|外公|姥[姥爷]|爷|祖[父母]|侄|外甥|监护人"),
    (_PARENTS, (
        r"mothers?|mom(?:my|mies|s)?|mum(?:my|mies|s)?|mama|mamma|fathers?|dad(?:dy|dies|s)?|papa|pop"
        r"|parents?|baba|laoba|laoma"
    ), "妈+|母|娘+|爸+|爹+|父|双亲"),
    (_SIBLINGS, r"brothers?|bro|sisters?|sis|siblings?|twin|gege|jiejie|didi|meimei", "哥|姐|弟|妹|兄"),
    (_SPOUSES, (
        r"husbands?|wife|wives|spouses?|hubby|(?:boy|girl)friends?|fianc[eé]e?s?|partners?|ex|laogong|laopo"
    ), "丈夫|老公|妻|老婆|爱人|配偶|夫君|前夫|未婚夫|对象|男朋?友|女朋?友|我先生|我太太"),
    (_CHILDREN, r"sons?|daughters?|grand(?:child|children|sons?|daughters?)", "儿子|女儿|孙子|孙女|外孙"),
    (_ANY, (
        r"famil(?:y|ies)|relatives?|relations?|kin(?:folk|sfolk|sman|swoman)?|folks|household"
    ), "亲戚|家人|家里人|家里的人|亲人|亲属|娘家|全家|族人"),
)  # fmt: skip
"""Relations, and the words for them, the more exact before those they hold; Chinese in the simplified script."""
NO_KIN = re.compile(
    r"老板娘|姑娘|新娘|师[父傅]|神父|小姐|墨西哥|芝加哥|哥伦|母公司|[酵字]母|徒弟|阿拉伯|老板的(?:妈|母|爸|父|姐|妹|哥|弟|女儿|儿子|妻|老婆|老公)[妈亲爸姐妹哥弟子]?"
    r"|(?<![a-z])(?:boss|owner|manager|landlord|landlady|supervisor|employer|recruiter)['’]s(?: \w+)?"
    r"|(?<![a-z])(?:family (?:name|doctor|court|restaurant)|business partners?)(?![a-z])"
)
"""What holds a word of kin and is none, and kin of the boss."""
KIN_WORDS = tuple((kinds, re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{han}")) for kinds, latin, han in _KINDS)

BEFORE_KIN = frozenset("我你您他她们的亲表堂大二三四五六小老阿哥姐弟妹叔姨伯姑舅爷和与跟是叫被把给让同家个位名")
"""Characters before a word of kin that make no name of it; behind another one it may be somebody's title (丽姐)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word of kin in a text: where it stands, as said, and which relations it may be."""

    start: int
    end: int
    said: str
    relations: frozenset[str]

    @property
    def gender(self) -> str:
        """What may stand for it: "he", "she", "they", or any of them (empty)."""
        return next((gender for gender, words in _GENDERS if words.search(self.said)), "")


_GENDERS = (
    ("they", re.compile(r"parents|famil|folks|relatives|[a-z]{3}s$|父母|爸妈|家人|家里|亲戚|全家|公婆|双亲")),
    ("she", re.compile(
        r"moth|mom|mum|mama|mamma|aunt|sis|grandm|niece|daughter|wi[fv]e|girl|fianc.?ee|gran|nan|ma$|jie|mei|ayi|popo|laopo"
        r"|[妈母娘姐妹姨姑婶嫂婆奶姥妻女侄]"
    )),
    ("he", re.compile(
        r"fath|dad|papa|pop|baba|uncle|bro|nephew|son|husband|hubby|boy|ge|di|shu|jiu|ye|[爸父爹哥弟兄叔伯舅公爷夫]"
    )),
)  # fmt: skip


def kin_words(read: str) -> tuple[Found, ...]:
    """Return the words of kin in a folded text in small letters and the simplified script, in their order."""
    left = NO_KIN.sub(lambda one: "\0" * len(one[0]), read)
    found: list[Found] = []
    for relations, word in KIN_WORDS:
        for one in word.finditer(left):
            more = re.match(_MORE, read[one.end() :]) if not one[0].isascii() else None
            end = one.end() + (more.end() if more else 0)
            found.append(Found(one.start(), end, read[one.start() : end], relations))
        left = word.sub(lambda one: "\0" * len(one[0]), left)
    ordered = sorted(found, key=lambda one: one.start)
    return tuple(one for at, one in enumerate(ordered) if not any(one.start < two.end for two in ordered[:at]))


_MORE = "[亲咪子妈爸哥弟姐妹姑舅叔伯奶爷婆公]*"
"""What belongs to a Chinese word of kin behind its first character."""
