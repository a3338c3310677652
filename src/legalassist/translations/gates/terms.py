"""The glossary: one Chinese term for each legal term, and renderings that mean something else or hurt."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from io import StringIO

from legalassist.errors import ContentError, Place, Problem
from legalassist.handouts.speech import variety_of
from legalassist.languages.scripts import to_simplified
from legalassist.library import Library
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.harm import harm_in, looked_at
from legalassist.translations.gates.meaning import AGENCIES
from legalassist.translations.gates.sentences import without_reported

GLOSSARY = "locales/glossary.csv"
_MORE_WAYS = ("variants_zh", "spoken")
COLUMNS = ("term_en", "zh_Hans", "zh_Hant", "variants_zh", "keep_en", "spoken", "forbidden_zh")
_IN_BRACKETS = re.compile(r"\s*[（(][^）)]*[）)]")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A rendering that is wrong: `always`, or only where the English holds the term of its row."""

    word: str
    always: bool


@dataclass(frozen=True)
class Term:
    """One row: an English term in its spellings, the Chinese in each script, variants that are as good, wrong ones.

    `spoken`: how it may be said where a text is read aloud, and only there.
    """

    english: tuple[str, ...]
    simplified: str
    traditional: str
    variants: tuple[str, ...]
    spoken: tuple[str, ...]
    keep_english: bool
    forbidden: tuple[Forbidden, ...]

    def chinese(self, *, traditional: bool) -> str:
        """Return the term in a script."""
        return self.traditional if traditional else self.simplified

    def ways(self, *, traditional: bool) -> tuple[str, ...]:
        """Return everything that says the term: whole, without its brackets, its variants."""
        whole = self.chinese(traditional=traditional)
        parts = (whole, _IN_BRACKETS.sub("", whole), *(() if traditional else self.variants))
        return tuple(dict.fromkeys(squeezed(one) for one in parts if one))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The English in small letters."""
        return tuple(one.lower() for one in self.english)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What an English text holds for certain where it holds the term: each spelling up to its article."""
        return tuple(re.split(r"(?<= )(?:an?|the|your) ", one)[0] for one in self.lowered)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the term in English: whole words, a plural s allowed."""
        words = "|".join(
            re.sub(
                r"(?<=\\ )(?:an?|the|your)(?=\\ )", "(?:an?|the|your|this|that|any)", re.escape(one.lower())
            ).replace(r"\ of\ ", r"s?\ of\ ")
            for one in self.english
        )
        return re.compile(rf"\b(?:{words})(?:s|es)?\b")


def squeezed(text: str) -> str:
    """Return a text without white space: spacing never tells terms apart."""
    return re.sub(r"\s", "", text)


@dataclass(frozen=True)
class Glossary:
    """All rows; longer terms are looked for first, in both languages."""

    terms: tuple[Term, ...]
    _found: dict[str, tuple[Term, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def by_length(self) -> tuple[Term, ...]:
        """The terms, longest English first."""
        return tuple(sorted(self.terms, key=lambda one: -max(map(len, one.english))))

    @cached_property
    def _masks(self) -> dict[bool, re.Pattern[str]]:
        return {script: _any_of(self._approved(traditional=script)) for script in (False, True)}

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return _any_of(one for term in self.terms for one in term.english)

    def _approved(self, *, traditional: bool) -> Iterator[str]:
        for term in self.terms:
            yield from (one for one in term.ways(traditional=traditional) if len(one) > 1)  # 名 stands in 假名 too

    def masked(self, text: str, *, traditional: bool) -> str:
        """Return a Chinese text without its approved terms, longest first: 海关 inside the agency's name is no fault."""
        return self._masks[traditional].sub("\0", squeezed(text))

    def terms_in(self, english: str) -> tuple[Term, ...]:
        """Return the terms an English text holds; a longer one hides those inside it (“free of charge”, “charge”)."""
        found = self._found.get(english)
        if found is None:
            found = self._found[english] = tuple(self._terms_in(english))
        return found

    def _terms_in(self, english: str) -> Iterator[Term]:
        left = english
        for term in self.by_length:
            if any(one in left for one in term.beginnings):
                left, count = term.pattern.subn("\0", left)
                if count:
                    yield term


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({one for one in words if one}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def read_glossary(library: Library) -> Glossary:
    """Return the glossary of the first shelf that has one.

    Raises ContentError for a column that is missing, and for an entry of forbidden renderings that names several at
    once: it would never be found.
    """
    book = library.get(GLOSSARY)
    return _parsed(book.text, book.name)


@lru_cache(maxsize=4)
def _parsed(text: str, name: str) -> Glossary:
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    lacking = [one for one in COLUMNS if one not in (reader.fieldnames or ())]
    if lacking:
        hint = f"the columns are {', '.join(COLUMNS)}"
        raise ContentError(problems=(Problem(Place(name, 1), f"the column {lacking[0]!r} is missing", hint),))
    terms, problems = [], []
    for row in reader:
        forbidden = tuple(_forbidden(row["forbidden_zh"]))
        problems += [
            Problem(Place(name, reader.line_num), f"{one.word!r} names several words at once", "one word an entry")
            for one in forbidden
            if re.search(r"[/\uff0f、]", one.word)
        ]
        variants, spoken = (tuple(one.strip() for one in row[of].split("|") if one.strip()) for of in _MORE_WAYS)
        keep = row["keep_en"].strip() == "yes"
        english = _spellings(row["term_en"])
        terms.append(Term(english, row["zh_Hans"], row["zh_Hant"], variants, spoken, keep, forbidden))
    if problems:
        raise ContentError(problems=tuple(problems))
    return Glossary(tuple(terms))


def _forbidden(text: str) -> Iterator[Forbidden]:
    for entry in (one.strip() for one in text.split(";")):
        if entry[:1] in {"!", "~"}:
            yield Forbidden(squeezed(entry[1:]), entry.startswith("!"))


def _spellings(term: str) -> tuple[str, ...]:
    """Return how a term is spelled in English: the parts around a stroke, each without its brackets."""
    plain = re.sub(r"\s*\([^)]*\)", "", term)
    return tuple(part.strip() for part in plain.split(" / ") if part.strip())


class TermRules:
    """The checkers that need the glossary."""

    def __init__(self, glossary: Glossary) -> None:
        """Take the glossary."""
        self._glossary = glossary

    def harm(self, pair: Pair) -> Iterator[Found]:
        """Yield renderings that hurt; the glossary's own terms are taken out first (the name of a charge)."""
        left = self._glossary.masked(looked_at(pair), traditional=pair.traditional)
        yield from harm_in(left, traditional=pair.traditional)

    def used(self, pair: Pair) -> Iterator[Found]:
        """Yield terms of the English whose Chinese is another than the glossary's."""
        text = squeezed(pair.text)
        found = self._glossary.terms_in(re.sub(r"\{[^}]*\}", "{}", pair.low))
        for term in found:
            alike = [one for one in self._glossary.terms if set(one.lowered) & set(term.lowered)]
            ways = [way for one in alike for way in one.ways(traditional=pair.traditional)]
            read = squeezed(pair.simplified)  # variants are written once, in simplified characters
            aloud = variety_of(pair.context)
            others = (way for one in alike for way in (*one.variants, *(one.spoken if aloud else ())))
            alike_said = any(squeezed(one) in read for one in others)
            if ways and not alike_said and not any(one in text for one in ways):
                yield f"“{term.english[0]}” is not called {_IN_BRACKETS.sub('', ways[0])}", f"say {ways[0]}"

    def forbidden(self, pair: Pair) -> Iterator[Found]:
        """Yield renderings that are wrong; approved terms are taken out first."""
        left = self._glossary.masked(without_reported(pair), traditional=pair.traditional)
        left = to_simplified(left) if pair.traditional else left  # the renderings are written once
        here = set(map(id, self._glossary.terms_in(pair.low)))
        for term in self._glossary.terms:
            for one in term.forbidden:
                if one.word in left and (one.always or (id(term) in here and not self._said(term, pair))):
                    ours = term.chinese(traditional=pair.traditional)
                    yield f"{one.word} is not {term.english[0]!r}", f"say {ours}"

    def _said(self, term: Term, pair: Pair) -> bool:
        """Say whether a term stands in the Chinese as often as in the English: 笔译员, beside 翻译 for what she does."""
        text, ways = squeezed(pair.text), term.ways(traditional=pair.traditional)
        return sum(text.count(way) for way in ways[-1:]) >= len(term.pattern.findall(pair.low)) > 0

    def without_explained(self, pair: Pair) -> Pair:
        """Return a pair whose Chinese lacks what only the glossary explains: 收据通知（I-797C） for “receipt notice”.

        The figures in such brackets are the glossary's, and no translator's; where the English has them they stay.
        """
        text = pair.text
        for term in self._glossary.terms_in(pair.low):
            whole = term.chinese(traditional=pair.traditional)
            for inside in _IN_BRACKETS.findall(whole):
                told = re.findall(r"\w*\d[\w-]*", inside)
                if told and whole in text and not any(one.lower() in pair.low for one in told):
                    text = text.replace(whole, whole.replace(inside, ""))
        return pair if text == pair.text else replace(pair, text=text)

    def without_named(self, pair: Pair) -> Pair:
        """Return a pair whose English lacks the terms that the Chinese has in full: 司法部认可代表 names no DOJ."""
        english, text = pair.english, squeezed(pair.text)
        for term in self._glossary.terms_in(pair.low):
            if any(way in text for way in term.ways(traditional=pair.traditional)):
                english = re.sub(term.pattern.pattern, " ", english, flags=re.IGNORECASE)
        kept = set(AGENCIES.findall(pair.text)) & set(AGENCIES.findall(pair.english))
        return replace(pair, english=" ".join([english, *sorted(kept)]))

    def english_kept(self, pair: Pair) -> Iterator[Found]:
        """Yield names whose English has to stand beside the Chinese where the English text has it in brackets."""
        for term in self._glossary.terms_in(pair.low):
            inside = re.search(r"（([^）]*[A-Za-z]{2,}[^）]*)）", term.simplified)
            kept = inside and re.split("[，、]", inside[1])[0]
            if term.keep_english and kept and kept in pair.english and kept not in pair.text:
                yield f"{kept} does not stand beside the Chinese", f"write {term.simplified}"
