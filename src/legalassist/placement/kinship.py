"""Who of the family the answers say did it, by role: "her mother, who sold her" names nobody, and means somebody.

A role is compared with the relations of the relatives in the case. What a word of kin means cannot be known from a
text: a relative of that kind may be the one, and where none of that kind is written down, any relative may.
Source: the abuser never signs for a child, 34 U.S.C. 12291(b)(2)(B).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.cases.case import Case
from legalassist.disclosure.folding import fold
from legalassist.disclosure.word_lists import SURNAMES, TITLE_WORDS, TITLES
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.names import FIRST, RELATIVES, said_of
from legalassist.placement.typed_names import person_in

BY_FAMILY = "first.by_family"
RELATION = "family[].relation"
TIE = "adverse[].tie"
_SAYS_WHO = (*FIRST, TIE, "trafficking.recruitment", "contact.must_not_know")
"""Facts in which a word of kin may mean whoever did it, or whom she keeps it from."""
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
    ), "妈|母|娘|爸|爹|父|双亲"),
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
_NO_KIN = re.compile(
    r"老板娘|姑娘|新娘|师[父傅]|神父|小姐|墨西哥|芝加哥|哥伦|母公司|[酵字]母|徒弟|阿拉伯|老板的(?:妈|母|爸|父|姐|妹|哥|弟|女儿|儿子|妻|老婆|老公)[妈亲爸姐妹哥弟子]?"
    r"|(?<![a-z])(?:boss|owner|manager|landlord|landlady|supervisor|employer|recruiter)['’]s(?: \w+)?"
    r"|(?<![a-z])(?:family (?:name|doctor|court|restaurant)|business partners?)(?![a-z])"
)
"""What holds a word of kin and is none, and kin of the boss."""
_WORD = tuple((kinds, re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{han}")) for kinds, latin, han in _KINDS)
_TITLED = re.compile(r"([\u4e00-\u9fff])$")
_BEFORE_KIN = frozenset("我你您他她们的亲表堂大二三四五六小老阿哥姐弟妹叔姨伯姑舅爷和与跟是叫被把给让同家个位名")
"""Characters before a word of kin that make no name of it; behind another one it may be somebody's title (丽姐)."""
_CALLED = re.compile(r"[\s,:：，(（“\"'‘「]{0,3}(?:(?:named|called|is)\s+|叫做?|是|名叫)?[“\"'‘「]?")
_NO_NAMES = frozenset("于向和与任从由常在对跟同让")
_SHORTEST, _LONGEST = 2, 3


@dataclass(frozen=True, slots=True)
class Kin:
    """A word of kin in an answer: the answer's path, the relations it may be, whether a name stands beside it."""

    path: str
    relations: frozenset[str]
    named: bool


@dataclass(frozen=True, slots=True)
class Meant:
    """Who may be meant: rows of relatives (``family[2]``), whether somebody not written down, by which answers."""

    rows: frozenset[str] = frozenset()
    strangers: bool = False
    paths: tuple[str, ...] = ()


def meant_by_role(case: Case) -> Meant:
    """Return who of the family the answers may mean by a role alone; superseded answers count too."""
    said = tuple(kin_said(case))
    by_family = any(one.path == BY_FAMILY and one.value is True for one in case.answers)
    relations = _relations(case)
    rows: set[str] = set()
    matched = False
    for kin in said:
        own = {row for row, known in relations.items() if known & kin.relations}
        matched = matched or bool(own)
        rows |= own or (set() if kin.named else set(relations))
        rows |= {row for row, known in relations.items() if not known and not kin.named}
    if by_family and not matched:
        rows |= set(relations)
    strangers = any(not kin.named for kin in said) or (by_family and not said)
    paths = (*(kin.path for kin in said), *((BY_FAMILY,) if by_family else ()))
    return Meant(frozenset(rows), strangers, tuple(dict.fromkeys(paths)))


def kin_said(case: Case) -> Iterator[Kin]:
    """Yield the words of kin in the answers that may say who did it."""
    named_rows = {one.path.rpartition(".")[0] for one in case.answers if pattern_of(one.path) == "adverse[].name"}
    for answer in case.answers:
        pattern = pattern_of(answer.path)
        value = said_of(answer.value) if isinstance(answer.value, PersonName) else answer.value
        if pattern in _SAYS_WHO and isinstance(value, str):
            row = pattern == TIE and answer.path.rpartition(".")[0] in named_rows
            yield from (Kin(answer.path, relations, row or named) for relations, named in kin_in(value))


def kin_in(text: str) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield the words of kin in a text: which relations each may be, and whether a name stands beside it."""
    read = to_simplified(_NO_KIN.sub(" ", to_simplified(fold(text).lower())))
    for relations, word in _WORD:
        for found in word.finditer(read):
            yield relations, _is_named(read, found)
        read = word.sub(lambda one: "\0" * len(one[0]), read)


def is_kin(text: str) -> bool:
    """Say whether a text is a word of kin and nothing more ("my mother", 妈妈): that names no family."""
    read = to_simplified(fold(text).lower())
    for _, word in _WORD:
        read = word.sub(" ", read)
    rest = set(re.sub(r"[我你您他她的\W_]+", " ", read).split())
    return rest <= {"my", "her", "his", "own", "the", "a", "our", "s"} and any(True for _ in kin_in(text))


def _is_named(read: str, found: re.Match[str]) -> bool:
    """Say whether a whole name stands right behind a word of kin, or the word is a title behind a name (丽姐)."""
    start = found.end()
    called = _CALLED.match(read, start)
    rest = read[called.end() if called else start :]
    words = re.match(r"[a-z'’-]+(?: [a-z'’-]+){0,2}", rest)
    latin = words[0].title().split() if words else []
    if latin and found[0] in TITLES | TITLE_WORDS and latin[0].lower() in SURNAMES:  # "Uncle Zhou"
        return True
    if any(person_in(" ".join(latin[:length])) for length in (_LONGEST, _SHORTEST) if len(latin) >= length):
        return True
    han = re.match(r"[\u4e00-\u9fff]+", rest)
    if han and len(han[0]) in (_SHORTEST, _LONGEST) and han[0][0] not in _NO_NAMES and person_in(han[0]):
        return True
    before = _TITLED.search(read[: found.start()])
    return before is not None and len(found[0]) == 1 and before[1] not in _BEFORE_KIN


def _relations(case: Case) -> dict[str, frozenset[str]]:
    """Return the relatives who are named in a case, by row, with every relation that was said of them."""
    rows = {one.path.partition("].")[0] + "]" for one in case.answers if pattern_of(one.path) in RELATIVES}
    said = [(one.path.rpartition(".")[0], one.value) for one in case.answers if pattern_of(one.path) == RELATION]
    return {row: frozenset(str(value) for path, value in said if path == row and value) for row in rows}
