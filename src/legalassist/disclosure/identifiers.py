"""What identifies the people of a case: gathered from every answer ever given, by the type of its question.

By type, so that a question added tomorrow is searched for without anybody declaring it; and from superseded answers
too, for an old telephone number is hers as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from legalassist.cases.case import Case
from legalassist.disclosure.business_names import is_pinyin, shortened
from legalassist.disclosure.dates import KnownDate
from legalassist.disclosure.dialects import Called, called_after, places_of
from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.han_names import HanName
from legalassist.disclosure.heard_places import HeardPlace
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.initialisms import Initialism, initialisms_of
from legalassist.disclosure.latin_names import Named, Person
from legalassist.disclosure.names_written import in_small_letters, names_written
from legalassist.disclosure.nicknames import Titled, called_by
from legalassist.disclosure.numbers import Code, Number, OwnWords, Phrase, core_words, is_telling_word, own_words
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.places_in_sentences import places_said
from legalassist.disclosure.places_written import may_be_told, places_in
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.said_names import SaidInChinese, School, said_in
from legalassist.disclosure.shapes import squeezed
from legalassist.disclosure.streets import AnyStreet, HanStreet, NumberedStreet, Street, streets_in, streets_of
from legalassist.disclosure.typed_people import people_typed
from legalassist.disclosure.word_lists import KINDS_OF_COMPANY
from legalassist.facts.dates import PartialDate
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken
from legalassist.interviews.schema import Interview
from legalassist.stores.spelling import sounds

NOT_OF_THE_CLIENT = ("filing.", "placement.")
"""Answers about the filing itself: its planned day is not the client's."""

_ADVERSE = frozenset({"first.conflict_names", "trafficking.who_gained", "jobs[].employer", "representation.name"})
"""Texts into which adverse people are typed: who has a surname that is known is a person by every rule."""
_PLACES = frozenset({"city", "town", "village", "county", "province", "place"})
_NAMES = frozenset({"employer", "agency", "business", "company", "school", "shelter", "names", "provider", "court"})
_PEOPLE = frozenset({"officer", "interpreter", "landlord", "recruiter", "boss", "counsel", "attorney", "doctor"})
_CODES = frozenset({"number", "docket", "account", "wechat", "handle", "qq", "alipay", "id", "plate"})
_BY_KIND = {
    "a-number": "_digits", "ssn": "_digits", "phone": "_digits", "passport": "code", "receipt number": "code",
    "email": "_email",
}  # fmt: skip
"""How an answer is taken, by the type of its question."""
_LISTS_OF_PLACES = frozenset({"places"})
_BY_LAST_WORD = (
    (_CODES, "code"),
    (_PLACES, "_place"),
    (_LISTS_OF_PLACES, "_listed_places"),
    (_PEOPLE, "_somebody"),
    (_NAMES, "_several_named"),
)
"""How a plain text is taken, by the last words of its path; the first that fits."""
_HANDLE = re.compile(
    r"(?:微信|weixin|wechat|wx|qq|支付宝|alipay|line|whatsapp|telegram|小红书|抖音|facebook|instagram)"
    r"(?:\s?(?:号码?|id|账号|帐号))?[\s:：是为is]{0,4}([a-z0-9][a-z0-9_-]{4,29})(?![a-z0-9])",
    re.IGNORECASE,
)
"""A name in a messenger, behind the messenger's own, wherever somebody typed it."""
_NAME_LENGTHS = range(2, 9)
_WITH_COUNTRY = 11
_MATTERS_FROM = 4
_SHORTEST_HAN_LINE = 4
_SHORTEST_HANDLE = 5


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Everything to look for."""

    people: tuple[Person, ...] = ()
    han: tuple[HanName, ...] = ()
    numbers: tuple[Number | Code | NumberedStreet | HanStreet, ...] = ()
    dates: tuple[KnownDate, ...] = ()
    phrases: tuple[Phrase | Initialism | Street, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    called: Called = field(default_factory=lambda: Called({}))
    """What the people and the speech of the case's places are called."""
    titled: Titled = field(default_factory=lambda: Titled({}))
    """What stands beside a title in what people are called."""
    said: tuple[Phrase | School | SaidInChinese, ...] = ()
    """Names that stand only in what the client said: asked about, and nobody's entered name."""
    heard: tuple[HeardPlace, ...] = ()
    """Places on record in letters, as their characters sound."""
    public: frozenset[str] = frozenset()
    """The clinic's own telephone and mail address, as `shapes.squeezed` makes them."""


def identifiers_of(case: Case, interview: Interview, *, public: Iterable[str] = ()) -> Identifiers:
    """Return what identifies the people of a case.

    `public` are lines of the clinic's own (its name, address, telephone): what stands in them is not the client's,
    though her mail may come to the clinic. A person's name is never public.
    """
    shown = tuple(public)
    gathering = _Gathering(tuple(Reading("", Kind.TEXT, line) for line in shown))
    gathering.code("case.reference", case.reference)
    for answer in case.answers:
        question = interview.by_fact.get(pattern_of(answer.path))
        if question is not None and not answer.path.startswith(NOT_OF_THE_CLIENT):
            gathering.take(answer.path, question.kind, answer.value)
    return replace(gathering.made(), public=frozenset(map(squeezed, shown)))


def identifiers_of_people(names: Iterable[tuple[str, PersonName]]) -> Identifiers:
    """Return what identifies people alone, by a path and a name; names of one path are one person's."""
    gathering = _Gathering(())
    for path, name in names:
        gathering.take(path, "person name", name)
    return gathering.made()


class _Gathering:
    """Collects identifiers; what the clinic itself shows to everybody is left out."""

    def __init__(self, public: tuple[Reading, ...]) -> None:
        self._public = public
        self._names: dict[str, dict[Named, None]] = defaultdict(dict)
        self._han: dict[HanName, None] = {}
        self._heard: dict[HeardPlace, None] = {}
        self._numbers: dict[Number | Code | NumberedStreet | HanStreet, None] = {}
        self._dates: dict[KnownDate, None] = {}
        self._phrases: dict[Phrase | Initialism | Street, None] = {}
        self._own: dict[OwnWords, None] = {}
        self._said: dict[Phrase | School | SaidInChinese, None] = {}
        self._called: dict[str, str] = {}
        self._titled: dict[str, str] = {}

    def made(self) -> Identifiers:
        """Return what was collected."""
        people = tuple(Person(tuple(names)) for names in self._names.values())
        return Identifiers(
            people, tuple(self._han), tuple(self._numbers), tuple(self._dates), tuple(self._phrases), tuple(self._own),
            Called(self._called), Titled(self._titled), tuple(self._only_said()),
            heard=tuple(self._heard),
        )  # fmt: skip

    def take(self, path: str, kind: str, value: object) -> None:  # noqa: C901 - one line for each type there is
        """Take one answer, by the type of its value and, for plain text, of its question."""
        match value:
            case PersonName():
                self._person(path, value)
            case Address():
                self._address(path, value)
            case PartialDate():
                known = KnownDate.of(path, value)
                self._dates |= dict.fromkeys(known.every() if known else ())
            case Money(amount=amount):
                self._amount(path, amount)
            case ExhibitAtHand(title=title):
                self._loose(path, title)
            case Spoken():
                self._spoken(path, value)
            case bool() | tuple() | int():
                pass
            case str():
                self._text(path, kind, value)

    def _text(self, path: str, kind: str, value: str) -> None:
        """Take a text by what its question asks for; a plain text by the last words of its path."""
        for handle in _HANDLE.findall(value):
            if any(one.isdigit() or one in "_-" for one in handle):  # else it is a word: "line number"
                self.code(path, handle)
        if kind in {"text", "long text"}:
            self._streets(streets_in(path, value))
        self._typed(path, value)
        last = set(re.sub(r"\[\d*\]", "", path).rsplit(".", 1)[-1].split("_"))
        if kind in _BY_KIND:
            getattr(self, _BY_KIND[kind])(path, value)
        elif kind == "long text" and not last & _NAMES:
            self._own |= dict.fromkeys([own_words(path, Reading("", Kind.TEXT, value))])
            self._sentences(path, value)
        elif kind in {"text", "long text"}:
            take = next((take for words, take in _BY_LAST_WORD if last & words), "_loose")
            getattr(self, take)(path, value)
            if take == "_loose":
                self._sentences(path, value)

    def _sentences(self, path: str, value: str) -> None:
        """Take the people, schools, nicknames and places that stand only in what was said: they are asked about."""
        self._said |= dict.fromkeys((*said_in(path, value), *places_said(path, value)))

    def _only_said(self) -> Iterator[Phrase | School | SaidInChinese]:
        """Yield what was said, each once: not what is looked for as a name that somebody entered, nor the clinic's."""
        entered = {part for names in self._names.values() for one in names for part in (one.family, one.given)}
        known = {one.spelling for one in self._phrases}
        first = {replace(one, path=""): one for one in reversed(self._said)}  # what ten answers say is one name
        for one in reversed(first.values()):
            again = isinstance(one, Phrase) and (set(one.words) <= entered or one.spelling in known)
            if not again and not any(True for line in self._public for _ in one.found_in(line)):
                yield one

    def _email(self, path: str, value: str) -> None:
        self.code(path, value)
        handle = value.partition("@")[0]
        if len(handle) >= _SHORTEST_HANDLE:
            self.code(path, handle)

    def _person(self, whose: str, name: PersonName, path: str = "") -> None:
        """Take a person's name; names of one person are given the same `whose`, which is the path where none is."""
        path = path or whose
        family, given, middle = (_letters(part) for part in (name.family, name.given, name.middle))
        native = "".join(filter(is_han, fold(name.native)))
        if path == whose:
            whose = "client" if path.startswith("client.") else re.sub(r"\.\w+$", "", path)
        written = frozenset(filter(None, map(_several_words, (name.family, name.given, name.middle))))
        self._names[whose][Named(path, family, given, middle, native, written)] = None
        for han in {native, *("".join(filter(is_han, fold(part))) for part in (name.family + name.given,))} - {""}:
            self._han[HanName(path, han)] = None

    def _digits(self, path: str, value: str) -> None:
        """Take digits: as they are, without the zeros an A-number begins with, without a country's number."""
        digits = re.sub(r"\D", "", value)
        forms = [digits, digits.lstrip("0"), digits.removeprefix("1") if len(digits) == _WITH_COUNTRY else digits]
        if value.startswith("+86"):
            forms.append(digits.removeprefix("86"))
        self._add(Number(path, tuple(dict.fromkeys(forms))))

    def _amount(self, path: str, amount: Decimal) -> None:
        digits = str(int(amount))
        if len(digits) >= _MATTERS_FROM:
            self._add(Number(path, (digits,)))
        if digits.endswith("0000"):
            self._add(Code(path, (f"{digits[:-4]}万",)))

    def code(self, path: str, value: str) -> None:
        """Take letters and digits that are looked for as one."""
        form = re.sub(r"[\W_]", "", fold(value)).lower()
        if form:
            self._add(Code(path, (form,)))

    def _address(self, path: str, address: Address) -> None:
        for line in (address.street, address.native):
            form = re.sub(r"[\W_]", "", fold(line)).lower()
            words = Reading("", Kind.TEXT, line).words
            name = words[0].lower if words else ""
            number = re.match(r"[\d\W_]*\d", line)
            if form and not form.isdigit():
                short = (re.sub(r"\D", "", number[0]) + name,) if number and name else ()
                long_enough = len(form) >= _SHORTEST_HAN_LINE
                self._add(Code(path, (*([form] if long_enough else []), *short)))
            self._streets(streets_of(path, line))
        for code in (address.zip_code, address.postal_code):
            if code:
                self._add(Number(path, (re.sub(r"\D", "", code)[:5],)))
        for place in (address.city, address.province):
            self._place(path, place)
        self._several_named(path, address.in_care_of)  # a shelter, or whoever hides her

    def _streets(self, streets: Iterable[AnyStreet]) -> None:
        """Take streets; on the clinic's own the clinic is found as well, and she is not."""
        for street in streets:
            if not any(True for line in self._public for _ in street.found_in(line)):
                if isinstance(street, Street):
                    self._phrases[street] = None
                else:
                    self._numbers[street] = None

    def _several_named(self, path: str, value: str) -> None:
        """Take the names in a text that lists people and businesses: quoted, in brackets, or written as names."""
        for name in names_written(value):
            self._named(path, name)

    def _typed(self, path: str, value: str) -> None:
        """Take the people among the names typed into a text for adverse people, each as a person of their own."""
        for name in people_typed(
            (*names_written(value), *in_small_letters(value)) if pattern_of(path) in _ADVERSE else ()
        ):
            self._person(f"{path} {name.full}{name.native}", name, path)

    def _somebody(self, path: str, value: str) -> None:
        """Take a person named in one line of text (``Det. Robin Sample``): first and last word, ranks left out."""
        words = core_words(tuple(word.lower for word in Reading("", Kind.TEXT, value).words))
        if words:
            family, given = words[-1], words[0] if len(words) > 1 else ""
            self._names[f"{path} {value}"][Named(path, family, given)] = None
        self._han |= {HanName(path, han): None for han in re.findall(r"[\u4e00-\u9fff]{2,4}", fold(value))}

    def _nickname(self, path: str, quoted: str) -> None:
        """Take what somebody, or a business, is called in Chinese: how it sounds is looked for too."""
        native = "".join(filter(is_han, fold(quoted)))
        if len(native) in _NAME_LENGTHS:
            self._names[f"{path} {native}"][Named(path, native=native)] = None
            self._titled |= dict.fromkeys(called_by(native), path)

    def _place(self, path: str, value: str) -> None:
        """Take the towns and provinces of a line; a borough may be told, and is asked about like any place."""
        self._places(path, value, places_in(value))

    def _listed_places(self, path: str, value: str) -> None:
        """Take the places among a client's own words about where she was, and whatever else those words name."""
        self._places(path, value, places_in(value, listed=True))
        self._loose(path, value)
        self._sentences(path, value)

    def _places(self, path: str, value: str, places: Iterable[str]) -> None:
        for code in re.findall(r"(?<!\d)\d{5}(?!\d)", value):
            self._add(Number(path, (code,)))
        for place in places:
            self._named(path, place, rule=1)
            words = tuple(re.findall("[a-z]+", fold(place).lower()))
            self._heard |= dict.fromkeys(HeardPlace(path, way) for way in syllables("".join(words)) if len(way) > 1)
            for name in (place, *sounds(place)[:1]):
                self._called |= dict.fromkeys(called_after(name), path)

    def _spoken(self, path: str, spoken: Spoken) -> None:
        """Take the places that the name of a speech is made of."""
        for place in places_of(spoken):
            self._place(path, place)

    def _named(self, path: str, value: str, rule: int = 2) -> None:
        """Take the name of a business, an agency or a place, its Chinese and its Latin letters apart."""
        words = tuple(word.lower for word in Reading("", Kind.TEXT, value).words)
        if not may_be_told(value):
            core, said = core_words(words), tuple(word for word in words if word not in KINDS_OF_COMPANY)
            core = () if may_be_told(" ".join(core)) else core  # Brooklyn of South Brooklyn
            for wanted in filter(None, dict.fromkeys((words, core, said))):
                if len(wanted) > 1 or wanted == words:
                    self._add_phrase(Phrase(path, wanted, rule))
                elif is_telling_word(wanted[0]) or (rule != NUMBERS and len(wanted[0]) > 2):  # noqa: PLR2004 - "St"
                    as_name = rule == NUMBERS and not is_pinyin(wanted[0])  # "Point" of College Point is no town
                    self._add_phrase(Phrase(path, wanted, rule, as_name=as_name, cut=True))
            for phrase in shortened(path, words, business=rule != NUMBERS):
                self._add_phrase(phrase)
            self._phrases |= dict.fromkeys(initialisms_of(path, words, core_words(words)))
        for han in re.findall(r"[^\W\da-zA-Z_]{2,}", fold(value)):
            if all(map(is_han, han)):
                self._nickname(path, han)
                self._han[HanName(path, han, person=False)] = None

    def _loose(self, path: str, value: str) -> None:
        """Take a short text of no known kind: three of its words and more are asked about."""
        words = tuple(word.lower for word in Reading("", Kind.TEXT, value).words)
        if len(core_words(words)) > 2:  # noqa: PLR2004 - one or two words stand in any text
            self._add_phrase(Phrase(path, words, 8, Level.ASK))

    def _add(self, one: Number | Code) -> None:
        if not any(True for line in self._public for _ in one.found_in(line)):
            self._numbers[one] = None

    def _add_phrase(self, one: Phrase) -> None:
        if not any(True for line in self._public for _ in one.found_in(line)):
            self._phrases[one] = None


def _several_words(part: str) -> tuple[str, ...]:
    """Return the words that a name part is written as, lower case; nothing where it is one."""
    words = tuple(filter(None, map(_letters, re.split(r"[\W_]+", fold(part)))))
    return words if len(words) > 1 else ()


def _letters(part: str) -> str:
    """Return the Latin letters of a name part, lower case, joined: ``XIAO-MEI`` -> ``xiaomei``."""
    return "".join(one for one in fold(part).lower() if one.isascii() and one.isalpha())
