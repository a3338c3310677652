"""The numbers that numbered paragraphs print, counted as Word counts them (numbering.xml).

All instances (``w:num``) of one list definition (``w:abstractNum``) share one count, so numbers continue over
headings; an instance with a start override begins anew at its first paragraph. A level counts anew after any
higher level, unless the definition says otherwise (ECMA-376 part 1, 17.9).
"""

from dataclasses import dataclass

from lxml import etree

from legalassist.documents.subset.styles import W, child, is_on, val, whole

_DIGITS = "〇一二三四五六七八九"
_LETTERS = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_GAPS = {"": "tab", "tab": "tab", "space": "space", "nothing": ""}
_PRIVATE = range(0xE000, 0xF900)
_LEVELS = range(9)
_COUNTED = range(10_000)


@dataclass(frozen=True, slots=True)
class Label:
    """The number one paragraph prints, what follows it, and the indent its level asks for."""

    text: str
    gap: str
    indent: etree._Element | None


class NotPrintedError(Exception):
    """A list the house subset does not print; the text says why."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    gap: str
    restart: int
    legal: bool
    indent: etree._Element | None


class Numbering:
    """The lists of one file, and how far each has counted. Made anew for every reading."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of numbering.xml, or None where the file has none."""
        lists = () if root is None else root.iter(W + "abstractNum")
        self._definitions = {val(a, "abstractNumId"): a for a in lists}
        self._instances = {val(n, "numId"): n for n in (() if root is None else root.iter(W + "num"))}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], _Level] = {}

    def definition_of(self, instance: str) -> str:
        """Return the id of the list definition an instance belongs to, or an empty text."""
        return val(child(self._instances.get(instance), "abstractNumId"))

    def level_of_style(self, instance: str, style: str) -> int:
        """Return the level of a list that is linked to a paragraph style, 0 where none is."""
        definition = self._definitions.get(self.definition_of(instance))
        for level in () if definition is None else definition.iter(W + "lvl"):
            if val(child(level, "pStyle")) == style:
                return whole(val(level, "ilvl"))
        return 0

    def count(self, instance: str, level: int) -> Label:
        """Count one paragraph of a list and return the number it prints; raises NotPrintedError."""
        if level not in _LEVELS or self.definition_of(instance) not in self._definitions:
            message = "belongs to a list that the file does not define"
            raise NotPrintedError(message)
        here = self._level(instance, level)
        counts = self._counts.setdefault(self.definition_of(instance), {})
        self._begin_anew(instance, level, counts)
        counts[level] = counts[level] + 1 if level in counts else here.start
        for deeper in [n for n in counts if n > level and self._restarts(instance, n, level)]:
            del counts[deeper]
        return Label(self._printed(instance, here, counts), here.gap, here.indent)

    def _begin_anew(self, instance: str, level: int, counts: dict[int, int]) -> None:
        """Forget a level's count where this instance overrides its start and has not been used at it yet."""
        if (instance, level) in self._begun:
            return
        self._begun.add((instance, level))
        override = self._override(instance, level)
        if override is not None and child(override, "startOverride") is not None:
            counts.pop(level, None)

    def _restarts(self, instance: str, deeper: int, level: int) -> bool:
        """Say whether a deeper level counts anew after a paragraph of this level."""
        restart = self._level(instance, deeper).restart
        return restart < 0 or level < restart

    def _override(self, instance: str, level: int) -> etree._Element | None:
        overrides = self._instances[instance].iter(W + "lvlOverride")
        return next((o for o in overrides if val(o, "ilvl") == str(level)), None)

    def _level(self, instance: str, level: int) -> _Level:
        if (instance, level) not in self._levels:
            self._levels[instance, level] = self._read_level(instance, level)
        return self._levels[instance, level]

    def _read_level(self, instance: str, level: int) -> _Level:
        override = self._override(instance, level)
        element = child(override, "lvl")
        if element is None:
            levels = self._definitions[self.definition_of(instance)].iter(W + "lvl")
            element = next((e for e in levels if val(e, "ilvl") == str(level)), None)
        if element is None:
            message = "stands at a level its list does not define"
            raise NotPrintedError(message)
        run = child(element, "rPr")
        if is_on(child(run, "vanish")):
            message = "has a hidden number"
            raise NotPrintedError(message)
        if child(element, "lvlPicBulletId") is not None:
            message = "has a picture for a bullet"
            raise NotPrintedError(message)
        start = whole(val(child(element, "start")), 1)
        restart = child(element, "lvlRestart")
        return _Level(
            start=whole(val(child(override, "startOverride")), start),
            format=val(child(element, "numFmt")) or "decimal",
            text=val(child(element, "lvlText")),
            gap=_GAPS.get(val(child(element, "suff")), "tab"),
            restart=-1 if restart is None else whole(val(restart)),
            legal=is_on(child(element, "isLgl")),
            indent=child(child(element, "pPr"), "ind"),
        )

    def _printed(self, instance: str, here: _Level, counts: dict[int, int]) -> str:
        text = here.text
        for number in _LEVELS:
            slot = f"%{number + 1}"
            if slot in text:
                level = self._level(instance, number)
                form = "decimal" if here.legal else level.format
                text = text.replace(slot, written(counts.get(number, level.start), form))
        if any(ord(character) in _PRIVATE for character in text):
            message = "has a bullet from a symbol font"
            raise NotPrintedError(message)
        return "" if here.format == "none" else text


def written(number: int, form: str) -> str:
    """Write a list number in one of Word's number formats; raises NotPrintedError for what we do not print."""
    if number not in _COUNTED:
        message = "has a number that no letter reaches"
        raise NotPrintedError(message)
    match form:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02d}"
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if form == "lowerRoman" else _roman(number).upper()
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting":
            return _chinese(number)
        case "none" | "bullet":
            return ""
        case _:
            message = "has a number format that is not printed here"
            raise NotPrintedError(message)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _chinese(number: int) -> str:
    """Write 1 to 99 as 一, 十, 十一, 二十 …; raises NotPrintedError beyond."""
    tens, ones = divmod(number, 10)
    if number <= 0 or tens >= len(_DIGITS):
        message = "counts beyond 99 in Chinese"
        raise NotPrintedError(message)
    ten = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")  # noqa: PLR2004 - 十, not 一十
    return ten + (_DIGITS[ones] if ones else "")
