"""Shapes of numbers and addresses that no paper for firms needs, whoever they belong to: rule (9).

The clinic's own telephone, mail address and street are public and left alone. Shapes: telephone numbers of the North
American plan and of Chinese mobiles, A-Numbers and receipt numbers (USCIS), social security numbers, mail addresses,
ids of the People's Republic of China (GB 11643-1999: 17 digits and a digit or X), ZIP codes, streets. Signs between
digits do not matter (`loosened`). What a word beside it makes of a number stands in `labelled`, exact days in
`exact_days`; Chinese in an English text is asked about.
"""

import re
from collections.abc import Collection, Iterator

from legalassist.disclosure.exact_days import dated_name, days_in
from legalassist.disclosure.hits import Level
from legalassist.disclosure.labelled import BEGINS, ENDS, NO_LAW, SIGN, labelled_in
from legalassist.disclosure.labelled import BETWEEN as _S
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.loosened import loosened
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.streets import streets_said
from legalassist.disclosure.word_lists import BOROUGHS, PLACES, STATE_CODES

RULE = 9
_LONG_MAIL = 9
"""Letters and digits of a mail address that is known again inside a longer run."""
_WHOLE_NUMBER = 10
"""Digits of a telephone number without its country."""
_LOCAL = 7
"""Digits of one without its area."""
_DAY = "an exact day"
_PHONE = "a telephone number"
_NOT_OF_USCIS = "CFR|USC|USD|CNY|RMB|HKD|TWD|EUR|GBP|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
_CENTRES = "ioe|eac|wac|lin|src|nbc|msc|ysc|vsc|tsc|csc|nsc"
_NINE = rf"\d(?:{_S}\d){{7,8}}(?!{_S}\d)"
"""Eight or nine digits, however they are parted."""
_YEARS = rf"(?:19|20)\d\d{_S}(?:19|20)\d\d(?!\d)"
_UNITS = (
    "dollars?|yuan|euros?|pounds?|rmb|usd|cents?|people|persons?|members?|square|shares?|votes?|copies|pages?|words?"
)
_END_OF_A = rf"{ENDS}(?![ -]?(?:{_UNITS})\b)"
"""An amount behind the article is no A-Number: "A 12345678 dollar gift"."""
_NUMBERS = (
    (Level.BLOCK, _PHONE, re.compile(
        rf"(?=[\d(+]){NO_LAW}{BEGINS}(?:\+?1{_S})?(?:\([2-9]\d\d\)|[2-9]\d\d){_S}[2-9]\d\d{_S}\d{{4}}"
        r"(?!\d|(?!x|ext)[A-Za-z])(?![.,-]\d)")),
    (Level.BLOCK, _PHONE, re.compile(rf"(?=[\d+]){BEGINS}(?:\+?86{_S})?1[3-9]\d{_S}\d{{4}}{_S}\d{{4}}{ENDS}")),
    (Level.BLOCK, "an A-Number", re.compile(
        rf"(?<![A-Za-z0-9])(?:A[ #:.([/*-]{{0,3}}(?:\d{{2,3}}{SIGN}{{1,3}}\d{{3}}{SIGN}{{1,3}}\d{{3}}|\d{{8,9}})"
        r"|a\d{8,9}"
        rf"|A(?:[ #:.([/*-]{{1,3}}(?!{_YEARS})(?={_NINE})(?:\d{{3,}}{_S})+|(?={_NINE})(?:\d{{2,}}{_S})+)"
        rf"|a(?=\d+(?: \d+)+)(?={_NINE})(?:\d{{2,}} ?)+){_END_OF_A}")),
    (Level.BLOCK, "a receipt number", re.compile(
        rf"(?<![A-Za-z0-9])(?:(?!{_NOT_OF_USCIS})[A-Z]{{3}}|(?i:{_CENTRES}))(?:{_S}|[ #:([/*,-]{{1,4}})"
        rf"(?=\d(?:{_S}\d){{9}}{ENDS}(?!{_S}\d))(?:\d{{2,}}{_S})+")),
    (Level.BLOCK, "a receipt number", re.compile(
        rf"(?<![A-Za-z0-9])(?i:{_CENTRES})(?:{_S}|[ #:([/*,-]{{1,4}})"
        rf"(?=\d(?:{_S}\d){{9}}{ENDS}(?!{_S}\d))(?:\d+{_S})+")),
    (Level.BLOCK, "a social security number", re.compile(
        rf"(?=\d){NO_LAW}{BEGINS}\d{{3}}{SIGN}{{1,3}}\d\d{SIGN}{{1,3}}\d{{4}}{ENDS}")),
    (Level.BLOCK, "a mail address", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (Level.BLOCK, "a Chinese id number", re.compile(
        rf"(?=\d){BEGINS}(?:\d{{17}}[\dXx]|[1-9]\d{{5}}{_S}(?:19|20)\d\d{_S}[01]\d{_S}[0-3]\d{_S}\d{{3}}{_S}[\dXx])"
        rf"{ENDS}")),
)  # fmt: skip
_STATES = "|".join(sorted(STATE_CODES))
_TOWNS = "|".join(
    re.escape(one).replace(r"\-", "[ -]") for one in sorted({"new-york", *BOROUGHS, *PLACES}) if one.isascii()
)
_ZIP = rf"\d{{5}}(?:-\d{{4}})?{ENDS}"
_STREETS = (
    "street|avenue|boulevard|road|lane|parkway|terrace|highway|turnpike|expressway|st|ave?|blvd|rd|ln|pkwy|hwy|tpke"
)
_WAYS = "drive|place|court|plaza|square|alley|crescent|circle|quay|way|loop|row|walk|dr|pl|ct|ter|plz|sq"
"""What a street may be called, too, but other things as well."""
_NO_STREET = r"(?!(?:of|the|on|in|from|to|at|a|an|and|or|by|for|per|hours?|days?|weeks?|months?|years?|minutes?)\b)"
_HOUSE = rf"(?=\d){NO_LAW}{BEGINS}\d{{1,5}}(?:-\d{{1,4}})?[A-Za-z]?,? +"
_NO_HOUSE = (
    r"(?! +(?:firm|law|lawyer|attorney|partner|bank|banker|broker|trader|investor|donor|fund|job|business(?:es)?|deal"
    r"|crash|money|type)s?\b)"
)
"""A street that people are named after: 12 Wall Street firms. Asked about."""
_BEHIND_WORD = r"(?:[\s:#=.,()\[\]/*–-]|(?i:is|was|no|号|是|为)){0,4}"
_ZIPS = (
    (Level.BLOCK, "a ZIP code", re.compile(
        rf"(?i:zip(?:[ -]?codes?)?|post(?:al )?code|邮编|邮政编码){_BEHIND_WORD}{_ZIP}")),
    (Level.BLOCK, "a ZIP code", re.compile(
        rf"(?<![A-Za-z0-9])(?:{_STATES}|(?i:n\.?y\.?|n\.?j\.?|{_TOWNS}))(?:,?[ \n]+|,|[ ,]*[(\[{{/*|#–-]+ *){_ZIP}")),
    (Level.BLOCK, "a ZIP code", re.compile(rf"(?=\d){BEGINS}\d{{5}}-\d{{4}}{ENDS}")),
    (Level.ASK, "a ZIP code", re.compile(rf"(?<![A-Za-z0-9])(?!FR )[A-Z]{{2}},? +{_ZIP}")),
)  # fmt: skip
_ZIP_ASKED = ((Level.ASK, "a ZIP code", re.compile(
    rf"(?<![A-Za-z0-9])(?:{_STATES}|(?i:{_TOWNS})) ?[:;=] ?{_ZIP}"
)),)  # fmt: skip
_BEHIND_SIGN = re.compile(r"[:;=] ?\d{5}")
_PLACED = (
    (Level.BLOCK, "a street", re.compile(
        rf"{_HOUSE}(?:(?:[NSEW]\.?|[A-Z][\w'’.-]*|\d{{1,3}}(?:st|nd|rd|th)?) +){{1,4}}(?i:{_STREETS})(?![A-Za-z0-9])"
        rf"{_NO_HOUSE}")),
    (Level.ASK, "a street", re.compile(
        rf"(?i){_HOUSE}(?:{_NO_STREET}[\w'’.-]+ +){{1,3}}(?:{_STREETS}|{_WAYS})(?![A-Za-z0-9])")),
    (Level.ASK, "a street", re.compile(
        r"(?i)(?<![a-z])(?:apt|apartment)\b[ .#:]{0,3}(?:no\.? *)?\d{1,4}[a-z]?(?![a-z0-9])"
        r"|(?<![a-z])p\.? ?o\.? +box\b[ #:]{0,3}\d+|(?<![a-z])\d{1,5} +(?:bowery|broadway)(?![a-z])")),
)  # fmt: skip
_TOLL_FREE = re.compile(r"(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)(?=\D|\d{7}$)")
"""How numbers begin that are free to call: hotlines, agencies, hardly ever a person (47 CFR 52.101). Asked about."""
_COULD_BE = re.compile(r"[\d@]|[a-z]AT[a-z]|_at_|艾特|\(a\)")
"""Every shape has a digit, or the sign of a mail address."""
_SEVEN, _FIVE = re.compile(r"(?:\d\D*){7}"), re.compile(r"(?<![\d.])(?<!\d,)\d{5}(?!\d|,\d)")
"""What a text has that holds a number, and a ZIP code."""
_MAIL = tuple(one for one in _NUMBERS if one[1] == "a mail address")
_SAID_MAIL = ((Level.ASK, "a mail address", re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]+\s+at\s+(?:[\w-]+\. ?(?:com|net|org|edu|cn)"
    r"|gmail|hotmail|yahoo|outlook|icloud|foxmail|qq|163|126|sina)"
    r"(?![\w-])"
)),)  # fmt: skip
"""An address whose sign was said: "mei at example.com"; a sentence may say the same of a place in the net."""
_AT = re.compile(r"(?i)\sat\s|[(\[{<]\s*(?:at|@)\s*[)\]}>]")
_HAN_RUN = re.compile(r"[㐀-鿿]{2}")
_READ = frozenset({Kind.TEXT, Kind.METADATA, Kind.NAME})


def shapes_in(reading: Reading, public: Collection[str]) -> Iterator[Found]:
    """Yield the shapes a text shows.

    `public`: what the clinic shows to everybody, as `squeezed` makes it, and the days the paper itself names, as
    `exact_days.day_codes` makes them.
    """
    if reading.kind not in _READ:
        return
    for what, level in _strongest(reading, public).items():
        yield level, RULE, what
    if reading.kind is Kind.TEXT and not (reading.shelf or reading.decoded) and _HAN_RUN.search(reading.folded):
        yield Level.ASK, RULE, "Chinese characters"


def _strongest(reading: Reading, public: Collection[str]) -> dict[str, Level]:
    """Return each kind of thing that a text shows, with how bad the worst of its kind is."""
    found: dict[str, Level] = {}
    if not (reading.shelf or reading.decoded) and any(not _shown(one, public) for one in streets_said(reading)):
        found["a street"] = Level.ASK
    for view, made in _views(reading):
        shown = [
            (_level(level, what, one[0]), what)
            for level, what, shape in _looked_for(view, made=made)
            for one in shape.finditer(view)
            if not _shown(one[0], public)
        ]
        shown += [(level, what) for level, what, text in labelled_in(view) if not _shown(text, public)]
        dated = dated_name(view) if reading.kind is Kind.NAME else view
        if not reading.shelf:  # a day of the shelf is no day of a client
            shown += [
                (Level.ASK if made else level, _DAY)
                for level, days in days_in(dated)
                if days.isdisjoint(public) and not (made and len({day[:4] for day in days}) > 1)  # 2:15:30 is no day
            ]
            shown += [(Level.ASK, _DAY)] if dated != view and not made else []
        for level, what in shown:
            found[what] = Level.BLOCK if Level.BLOCK in (level, found.get(what)) else Level.ASK
    return found


def _views(reading: Reading) -> Iterator[tuple[str, bool]]:
    """Yield a text in which a shape may stand as it is read, and as it is with its signs made alike."""
    for view in reading.views:
        if _COULD_BE.search(view) or _AT.search(view):
            yield view, False
            if made := loosened(view):
                yield made, True


def _looked_for(view: str, *, made: bool) -> Iterator[tuple[Level, str, re.Pattern[str]]]:
    """Yield the shapes that a text can show, by the digits it has: most have few, and every shape costs time."""
    yield from _NUMBERS if _SEVEN.search(view) else _MAIL if "@" in view else ()
    yield from _SAID_MAIL if _AT.search(view) else ()
    if not made:  # made alike, an index number looks like a ZIP code
        yield from _ZIPS if _FIVE.search(view) else ()
        yield from _ZIP_ASKED if _BEHIND_SIGN.search(view) else ()
        yield from _PLACED


def _level(level: Level, what: str, found: str) -> Level:
    return Level.ASK if what == _PHONE and _TOLL_FREE.match(found) else level


def _shown(found: str, public: Collection[str]) -> bool:
    """Say whether something is the clinic's own: as it stands, its digits, or as a part of one of its lines.

    A mail address may have other words of a page drawn against it.
    """
    bare = squeezed(found)
    digits = squeezed(re.sub(r"\D", "", found))
    if bare in public or (len(digits) >= _WHOLE_NUMBER and digits in public):
        return True
    if bare == digits and len(digits) == _LOCAL:
        return any(one.isdigit() and len(one) == _WHOLE_NUMBER and one.endswith(digits) for one in public)
    if "@" in found:
        return any(len(one) >= _LONG_MAIL and one in bare for one in public)
    place = re.sub(r"^(?:zip(?:code)?s?|postalcode|邮编|邮政编码)(?:is|was)?", "", bare)
    return any(place in one for one in public if not one.isdigit())


def blocked_shapes(text: str) -> Iterator[tuple[str, str]]:
    """Yield every number and mail address of a person in a text that is as it is read: what it is, and itself."""
    for _, what, shape in _NUMBERS if _COULD_BE.search(text) else ():
        yield from ((what, found[0]) for found in shape.finditer(text))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, lower case, without the digit of the country a number begins with."""
    bare = re.sub(r"[\W_]", "", text).lower()
    return bare[1:] if len(bare) == len("12125550100") and bare.isdigit() and bare[0] == "1" else bare
