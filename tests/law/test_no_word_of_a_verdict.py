"""Nothing says that a person will get it: no finding, memo, question, handout, summary, screen or message says so.

Everything the program can say stands in its shelves, its catalogs and the string constants of its source; the findings,
memos and packets of the invented clients stand in the golden files. All of it is read here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from legalassist.documents.tags.tagged import tagged_text
from legalassist.facts.known import PlainFacts
from legalassist.law.authorities import Authorities
from legalassist.law.explain import explain
from legalassist.law.finding import Reason, Verdict
from legalassist.law.rulebook import findings

VERDICT = re.compile(
    r"eligib|qualif|entitle|guarantee|will be (?:granted|approved)|you will get"
    r"|符合(?:资格|条件|資格|條件)|有资格|有資格|具备资格|一定(?:能|会)(?:批|成功)|保证(?:能|会|批)",
    re.IGNORECASE,
)
TERMS = (
    "eligible family member",  # 8 CFR 214.201
    "qualified professional",  # 8 CFR 214.208(e)(1)(ii)
    "qualified interpreter",  # 8 CFR 214.208(c)(11)
)
"""Terms of the regulation that hold such a word and say nothing about the client."""

SHELVES = ("interviews", "templates", "locales")


def said_in(text: str) -> list[str]:
    """Return the lines that say it, without the terms of the regulation."""
    bare = re.sub("|".join(TERMS), "", text, flags=re.IGNORECASE)
    return [line.strip() for line in bare.splitlines() if VERDICT.search(line)]


def texts(top: Path) -> Iterator[tuple[str, str]]:
    """Yield everything that can reach a reader: name, text."""
    for shelf in SHELVES:
        for path in sorted((top / shelf).rglob("*")):
            if path.suffix == ".docx":
                yield str(path), ZipFile(path).read("word/document.xml").decode()
            elif path.suffix == ".pdf":  # an invented client's papers
                yield str(path), tagged_text(path.read_bytes())
            elif path.is_file():
                yield str(path), path.read_text(encoding="utf-8")
    golden = sorted((top / "tests" / "golden").rglob("*.*"))
    for path in (one for one in golden if one.suffix != ".png"):  # pictures of what is read elsewhere as text
        yield str(path), path.read_text(encoding="utf-8")
    for path in sorted((top / "src").rglob("*.py")):
        yield str(path), "\n".join(constants(ast.parse(path.read_text(encoding="utf-8"))))
    yield "authorities", "\n".join(f"{one.text} {one.notes} {one.unconfirmed}" for one in Authorities.load())


def constants(tree: ast.Module) -> Iterator[str]:
    """Yield the string constants of a module that are no docstrings: those quote the regulation."""
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield node.value


LISTS = (
    "words/zh_Hans.txt", "locales/glossary.csv", "translations/gates/meaning.py", "translations/gates/harm.py",
    "translations/gates/every.py",
)  # fmt: skip
"""Lists of words, which say nothing: of passphrases, of terms for translators, of words gates look for, of gates."""


def test_nothing_that_reaches_a_reader_says_that_a_person_will_get_it(top: Path) -> None:
    read = list(texts(top))
    assert len(read) > 300
    found = [(name, line) for name, text in read if not name.endswith(LISTS) for line in said_in(text)]
    assert found == []


def test_the_memos_and_findings_of_all_clients_are_among_what_was_read(top: Path) -> None:
    names = {Path(name).relative_to(top).as_posix() for name, _ in texts(top) if name.startswith(str(top))}
    for client in ("lan", "mei", "qing", "yue"):
        for kind in ("memo.txt", "packet.txt", "findings.yaml", "journey.txt"):
            assert f"tests/golden/{client}/{kind}" in names


@pytest.mark.parametrize("line", ["You are eligible.", "She qualifies for it.", "您符合资格。", "一定能批准。"])
def test_a_text_that_says_it_is_found(line: str) -> None:
    assert said_in(f"Words.\n{line}") == [line]


def test_a_finding_has_four_words_for_what_the_record_shows() -> None:
    assert {verdict.value for verdict in Verdict} == {"met", "not met", "unknown", "attorney decides"}


def test_no_explanation_says_it_either() -> None:
    authorities = Authorities.load()
    for finding in findings(PlainFacts()):
        assert said_in(explain(finding, authorities)) == []
    assert [said_in(reason) for reason in Reason if said_in(reason)] == []
