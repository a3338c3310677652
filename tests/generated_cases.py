"""Cases made up from the interview itself: every question answered, put off, declined or left, at random by a seed.

The same seed makes the same case as long as the interview stays the same. Nobody in them exists.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case, read_answer
from legalassist.cases.determination import Determination
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.facts.known import Rows
from legalassist.facts.paths import row_path
from legalassist.facts.values import ExhibitAtHand
from legalassist.interviews.schema import Interview, Question
from legalassist.interviews.yaml_source import Data

SAID = Said("generated", "2026-11-20T10:00:00", "zh_Hans", "demo-interpreter")
REFERENCE = "G7N4-R8TD"
_FAMILY, _GIVEN = ("王", "李", "陈", "欧阳", "林", "媺"), ("小明", "秀英", "伟", "思琪", "建国", "玥")
_LATIN = ("WANG", "LI", "CHEN", "OUYANG", "LIN", "NGUYEN", "O'BRIEN", "DE LA CRUZ", "SMITH-JONES")
_FIRST = ("XIAOMING", "XIUYING", "WEI", "SIQI", "ANNA MARIA", "JOSE", "MEI", "")
_WORDS = (
    "a small kitchen", "{{ 7 * 7 }}", "she said <no> & left", "在一家餐馆", "每天十二个小时", "%s {0} \\n", "“自己人”",
    "the date was not clear", "她说：“不去的话要赔钱。”", "café", "Sunset Park",
)  # fmt: skip
_STATES = ("does not know", "prefers not to say", "later")

Make = Callable[[random.Random, Question], Data]


def _name(chance: random.Random, _question: Question) -> Data:
    parts = {"family": chance.choice(_LATIN), "given": chance.choice(_FIRST)}
    if chance.random() < 0.6:
        parts["native"] = chance.choice(_FAMILY) + chance.choice(_GIVEN)
    if chance.random() < 0.1:
        parts.pop("family")
    kept: dict[str, Data] = {key: text for key, text in parts.items() if text}
    return kept or {"native": "王伟"}


def _date(chance: random.Random, _question: Question) -> Data:
    return f"{chance.randint(1950, 2027)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _partial(chance: random.Random, question: Question) -> Data:
    year = f"{chance.randint(1950, 2027)}"
    shapes = (year, f"{year}~", f"{year}-{chance.randint(1, 12):02}", str(_date(chance, question)), "2004-02-29",
              f"lunar:{year}-08-15")  # fmt: skip
    return chance.choice(shapes)


def _address(chance: random.Random, _question: Question) -> Data:
    if chance.random() < 0.3:
        return {"street": "8 Sample Lane", "city": "Wenzhou", "province": "Zhejiang", "country": "CN"}
    confidential: dict[str, Data] = {"confidential": "yes"} if chance.random() < 0.2 else {}
    return {"street": "100 Example Street", "unit_kind": "APT", "unit": "3B", "city": "Flushing", "state": "NY",
            "zip_code": "00000", **confidential}  # fmt: skip


def _text(chance: random.Random, _question: Question) -> Data:
    return chance.choice(_WORDS)


def _long(chance: random.Random, _question: Question) -> Data:
    return "\n".join(" ".join(chance.choices(_WORDS, k=chance.randint(1, 12))) for _ in range(chance.randint(1, 4)))


def _digits(count: int) -> Make:
    return lambda chance, _question: "".join(str(chance.randint(0, 9)) for _ in range(count))


def _paper(chance: random.Random, _question: Question) -> Data:
    return {"title": chance.choice(_WORDS[:5]), "language": chance.choice(("en", "zh_Hans", "cmn")),
            "pages": str(chance.randint(1, 5)), "held": chance.choice(("yes", "no"))}  # fmt: skip


def _several(chance: random.Random, question: Question) -> Data:
    return list(chance.sample(question.values, chance.randint(1, len(question.values))))


_MAKE: Mapping[str, Make] = {
    "text": _text,
    "long text": _long,
    "yes no": lambda chance, _question: chance.choice(("yes", "no")),
    "choice": lambda chance, question: chance.choice(question.values),
    "relation": lambda chance, question: chance.choice(question.values),
    "several choices": _several,
    "number": lambda chance, _question: str(chance.randint(0, 40)),
    "money": lambda chance, _question: f"{chance.choice(('USD', 'CNY'))} {chance.randint(1, 300000)}",
    "date": _date,
    "partial date": _partial,
    "age": lambda chance, _question: chance.choice(("17", "19", "nominal:19", "40")),
    "person name": _name,
    "address": _address,
    "phone": lambda chance, _question: f"718-555-01{chance.randint(0, 99):02}",
    "email": lambda _chance, _question: "name@example.org",
    "country": lambda chance, _question: chance.choice(("CN", "US", "VN", "中国")),
    "language": lambda chance, _question: chance.choice(("cmn", "yue", "en")),
    "a-number": _digits(9),
    "ssn": _digits(9),
    "receipt number": lambda chance, _question: f"EAC{chance.randint(0, 9999999999):010}",
    "passport": lambda chance, _question: f"E{chance.randint(0, 99999999):08}",
    "exhibit": _paper,
    "references": lambda chance, _question: [chance.choice(("client.birth_date", "exhibits[1]", "paper-7"))],
    "code": lambda chance, _question: f"paper-{chance.randint(1, 99999)}",
}


def generated_case(interview: Interview, seed: int) -> Case:
    """Return the case that a seed makes; most questions are answered, some are not, in each of the ways there are."""
    making = _Making(interview, random.Random(seed))  # noqa: S311 - chance that can be had again
    for page in interview.pages:
        for question in page.questions:
            making.question(question, question.fact)
    return making.case


def with_files(case: Case, files: Mapping[str, tuple[bytes, int]], seed: int) -> tuple[Case, Mapping[str, bytes]]:
    """Return the case with a file for most papers at hand, and paragraphs that cite them; and the files by hash.

    `files` are cleaned PDFs with their numbers of pages, by what they are called.
    """
    chance, kept, cited = random.Random(-seed), dict[str, bytes](), list[str]()  # noqa: S311 - as above
    for row in (row_path("exhibits", number) for number in case.rows("exhibits").numbers):
        paper, key = case.current.get(f"{row}.paper"), case.current.get(f"{row}.key")
        held = paper is not None and isinstance(paper.value, ExhibitAtHand) and paper.value.held
        if case.current.get(f"{row}.answers_letter") is not None:  # goes with another packet
            continue
        if not held or not files or chance.random() < 0.2:
            continue
        content, pages = chance.choice(sorted(files.values()))
        digest = sha256(content).hexdigest()
        kept[digest] = content
        case = replace(case, exhibits=(*case.exhibits, ExhibitFile(row, FiledAs.ORIGINAL, pages, digest)))
        if key is not None and isinstance(key.value, str) and _only_once(case, key.value):
            cited.append(f"[Ex. {key.value} at {chance.randint(1, pages)}]")
    for number, citation in zip(case.rows("statement.paragraphs").numbers, cited, strict=False):
        path = f"{row_path('statement.paragraphs', number)}.text"
        case = case.answer(path, f"这些都写在那张纸上 {citation}。", SAID)
    return case, kept


def _only_once(case: Case, key: str) -> bool:
    keys = [answer.value for path, answer in case.current.items() if path.endswith("].key")]
    return keys.count(key) == 1


class _Making:
    """A case on its way."""

    def __init__(self, interview: Interview, chance: random.Random) -> None:
        self.interview, self.chance = interview, chance
        self.case = Case(REFERENCE, interview.name, invented=True)
        self.answered = chance.choice((0.3, 0.8, 0.95, 1.0))

    def question(self, question: Question, path: str) -> None:
        """Answer one question, or leave it."""
        fate = self.chance.random()
        if question.is_group:
            self.group(question, path)
        elif fate < self.answered:
            try:
                value, state = read_answer(self.interview, path, _MAKE[question.kind](self.chance, question))
            except Exception as wrong:
                raise AssertionError(f"the generator makes what {question.kind} does not take: {wrong}") from wrong
            self.case = self.case.answer(path, value, SAID, state)
        elif fate < self.answered + (1 - self.answered) * 0.7:
            state = State(self.chance.choice(_STATES))
            self.case = self.case.answer(path, None, SAID, state)

    def group(self, group: Question, path: str) -> None:
        """Answer a group: some rows, seldom many, said to be all or not."""
        most = 4 if "[" not in path else 2
        count = self.chance.choice((0, 1, 1, 2, most)) if self.chance.random() < 0.97 else 3 * most
        self.case = self.case.answer(path, Rows(tuple(range(1, count + 1)), self.chance.random() < 0.7), SAID)
        for number in range(1, count + 1):
            for inside in group.questions:
                last = inside.fact.rsplit(".", 1)[-1]
                self.question(inside, f"{row_path(path, number)}.{last}")


def decided(case: Case, item: str, word: str, about: str = "") -> Case:
    """Return the case with an item decided by the invented clinic's attorney."""
    return case.determine(Determination(item, about, word, "Jordan Example", "2026-11-20T10:00:00"))
