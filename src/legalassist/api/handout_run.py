"""One print run of handouts: what every piece is made from and held against, and the pieces themselves."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from legalassist.documents.clinic import Clinic, Told
from legalassist.errors import ContentError, Problem, UsageError
from legalassist.handouts.colours import dark_enough
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import BOTH_TRADITIONAL, FORMATS, Format, Way, languages_on
from legalassist.handouts.gates import NONE, Clearances, Standing, standing
from legalassist.handouts.logo import read_logo
from legalassist.handouts.own_lines import own_lines, refuse_unprintable
from legalassist.handouts.piece import OPEN, PLAIN, Piece, Shown
from legalassist.handouts.plain import plain_problems
from legalassist.handouts.profiles import OFFICE, Profile
from legalassist.handouts.qr import MILLIMETRES
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.speech import CANTONESE, said_in
from legalassist.handouts.telephones import not_own
from legalassist.handouts.telling import telling_word
from legalassist.handouts.texts import (
    catalog_of,
    has_texts,
    languages_of,
    number_problems,
    settled_problems,
    texts_of,
    unfilled,
)
from legalassist.handouts.topic import Topic
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import ENGLISH, TRADITIONAL, YUE
from legalassist.law.authorities import Authorities, Authority
from legalassist.library import Library
from legalassist.reviews.ledger import Said

_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Run:
    """What every piece of one print run is made from: shelves, clinic, the clinic's records, the day, the press."""

    library: Library
    clinic: Clinic
    as_of: dt.date
    clearances: Clearances = NONE
    variant: str = OPEN
    profile: Profile = OFFICE
    logo: str = ""
    scanned: bool = False

    @property
    def authorities(self) -> Authorities:
        """The statements of law."""
        return Authorities.load()

    def topic(self, name: str) -> Topic:
        """Return a topic; UsageError where its plain variant is asked for and there is none."""
        topic = read_topic(self.library, name, self.authorities)
        if self.variant != PLAIN:
            return topic
        if not topic.plain_title:
            hint = "give it a 'plain_title' and mark the statements that may stand there 'plain: yes'"
            raise UsageError(f"the topic {name!r} has no plain variant", hint=hint)
        return topic.plainly()

    def behind(self, topic: Topic, forms: Iterable[Format]) -> tuple[Authority, ...]:
        """Return the authorities that what these formats print of a topic rests on."""
        statements = (one for form in forms for one in topic.printed_on(form))
        return tuple(map(self.authorities.get, dict.fromkeys(name for one in statements for name in one.authorities)))

    def standing(self, texts: Iterable[Said], rest: Iterable[Authority]) -> Standing:
        """Return what stands between texts and authorities, and being handed out."""
        return standing(texts, rest, self.clearances, self.as_of)

    def contacts(self, topic: Topic, form: Format) -> tuple[tuple[str, str], ...]:
        """Return the numbers of others that may be printed today, on what has room for them and tells what it is."""
        if form.covered or self.variant == PLAIN:
            return ()
        numbers = contact_numbers(self.authorities)
        return tuple((one, numbers[one]) for one in self.clearances.printable(topic.numbers, self.as_of))

    def candidates(self, topic: Topic, form: Format, language: str) -> Iterator[tuple[Piece, Standing]]:
        """Yield a piece and what stands between it and being handed out; then the same with ever fewer statements.

        Last comes the shortest, first without the hours of the numbers of others, then without those numbers: the
        clinic's own always has its place.
        """
        contacts = self.contacts(topic, form)
        shorter = topic
        for shorter in topic.shorter(form):
            yield self._piece(shorter, form, language, contacts)
        if contacts:
            yield self._piece(shorter, form, language, contacts, timed=False)
            yield self._piece(shorter, form, language, ())

    def _piece(
        self, topic: Topic, form: Format, language: str, contacts: tuple[tuple[str, str], ...], *, timed: bool = True
    ) -> tuple[Piece, Standing]:
        rest = self.behind(topic, (form,))
        scanned = self.scanned and self.variant == OPEN and form.name in MILLIMETRES
        texts = texts_of(
            self.library, topic, form, language, (one for one, _ in contacts), scanned=scanned, timed=timed
        )
        stands = self.standing(texts, rest)
        due = min((one.check_again for one in rest), default=None)
        shown = self.shown_on(topic, form, language)
        banded = not stands.cleared
        piece = Piece(topic, form, language, texts, shown, due, banded, contacts, scanned, self.variant, self.profile)
        if self.variant == PLAIN:
            _refuse_telling(piece)
        return piece, stands

    def shown_on(self, topic: Topic, form: Format, language: str) -> Shown:
        """Return what of the clinic stands on a topic's piece in a format and language; errors as `shown_of`."""
        languages = languages_of(language)
        shown = shown_of(self.clinic, self.variant, languages, self.logo)
        return replace(shown, names=self._name_on(topic, form).said_in(languages) or shown.names)

    def _name_on(self, topic: Topic, form: Format) -> Told:
        """Return the name printed instead of the clinic's own: neutral where a piece is hidden, short on cards.

        On a card that is handed to an officer the short name or the clinic's own stands where it tells nothing.
        """
        own = self.clinic.handouts
        if topic.handed_as(form) and self.variant == OPEN:
            usual = own.card_name if own.card_name.every else own.name
            told = any(map(telling_word, usual.every or (self.clinic.name,)))
            return own.plain_name if told else usual
        neutral = own.plain_name if self.variant == PLAIN or form.way == Way.NUMBER else Told()
        if neutral.every or not (form.covered and self.variant == OPEN):
            return neutral
        return own.card_name


def _refuse_telling(piece: Piece) -> None:
    """Refuse a plain piece that is not cleared, or that tells what it is about."""
    if piece.banded:
        message = f"{piece.name}: no plain piece is made before its attorney has cleared it: a band would tell"
        raise UsageError(message, hint="print the open variant to review it; `handout ready` says what is missing")
    problems = plain_problems(piece)
    if problems:
        message = f"{piece.name} is refused: {'; '.join(problems)}"
        raise UsageError(message, hint="clinic.yaml: give handouts a neutral 'plain_name' and 'plain_url', no logo")


def shown_of(clinic: Clinic, variant: str, languages: Sequence[str], logo: str = "") -> Shown:
    """Return what of the clinic stands on a piece of that variant in some languages.

    Raises UsageError for a colour that is too light to be read, or that a photocopy would lose, for a telephone number
    that nobody could call, and for a line of the clinic that holds the number of somebody else.
    """
    out = clinic.handouts
    if len(re.sub(r"\D", "", clinic.phone)) < _DIGITS:
        message = "clinic.yaml: the phone has fewer than ten digits, and nobody could call it"
        raise UsageError(message, hint="write it with its area code: phone: 212-555-0100")
    refuse_unprintable(clinic)
    _refuse_numbers_of_others(clinic)
    hours = out.hours.said_in(languages)
    names = out.name.said_in(languages) or (clinic.name,)
    if variant == PLAIN:
        return Shown(out.plain_name.said_in(languages) or names, number_of(clinic.phone), hours, out.plain_url)
    return Shown(
        names, number_of(clinic.phone), hours, out.url, logo, out.advertising.said_in(languages),
        out.disclaimer.said_in(languages), dark_enough(out.colour),
    )  # fmt: skip


def _refuse_numbers_of_others(clinic: Clinic) -> None:
    """Refuse a line of the clinic's that holds a number other than its own: nobody would ever check it by a call."""
    told = [key for key, said in own_lines(clinic).items() if key != "phone" and not_own(said, clinic.phone)]
    if told:
        message = f"clinic.yaml: {', '.join(told)} holds a telephone number that is not the clinic's own ('phone')"
        hint = (
            "take it out: a number of others is printed only while somebody of the clinic has called it; "
            "name its contact (CT-…) under 'numbers' of a topic, then record the call: legalassist contact checked"
        )
        raise UsageError(message, hint=hint)


def number_of(phone: str) -> str:
    """Return a telephone number in the groups people here read, if it is one of theirs; else as the clinic wrote it."""
    phone = normalize("NFKC", phone)
    digits = re.sub(r"\D", "", phone).removeprefix("1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == _DIGITS else phone


def check_names(kind: str, given: Sequence[str], known: Sequence[str]) -> None:
    """Refuse a name that is not among those there are; raises UsageError with the nearest."""
    for name in given:
        if name not in known:
            hint = did_you_mean(name, tuple(known)) or f"there are: {', '.join(known)}"
            raise UsageError(f"there is no {kind} {name!r} for handouts", hint=hint)


def topics_there(run: Run) -> tuple[str, ...]:
    """Return the topics that the run's variant is made of: those with a plain title, or all there are."""
    opened = replace(run, variant=OPEN)
    names = topic_names(run.library)
    return tuple(one for one in names if run.variant != PLAIN or opened.topic(one).plain_title)


def check_run(run: Run, topics: Iterable[Topic], formats: Sequence[str], languages: Sequence[str]) -> None:
    """Refuse formats and languages there are not, and a translation that settles what is disputed or holds a number."""
    check_names("format", formats, tuple(FORMATS))
    refuse_no_traditional(run, languages)
    check_names("language", languages, languages_on(run.library))
    problems: list[Problem] = []
    told = tuple(topics)
    for language in dict.fromkeys(each for one in languages for each in languages_of(one) if each != ENGLISH):
        problems += _of_a_catalog(run, catalog_of(run.library, language), told)
    spoken = tuple(topic for topic in told if topic.spoken)
    for variety, script in dict.fromkeys(map(said_in, languages)):
        if variety and spoken:
            problems += _of_a_catalog(run, catalog_of(run.library, script, variety), spoken)
    if problems:
        raise ContentError(problems=tuple(problems))


def _of_a_catalog(run: Run, catalog: Catalog, topics: Sequence[Topic]) -> Iterator[Problem]:
    yield from number_problems(catalog, topics)
    for topic in topics:
        yield from settled_problems(catalog, topic, run.authorities)


def refuse_no_traditional(run: Run, languages: Iterable[str]) -> None:
    """Refuse traditional Chinese where the clinic's own simplified texts have none beside them, with a UsageError."""
    if {TRADITIONAL, BOTH_TRADITIONAL, YUE} & set(languages) and TRADITIONAL not in languages_on(run.library):
        message = "there is no traditional Chinese beside the clinic's own simplified texts"
        hint = f"legalassist translate extract --language {TRADITIONAL}, then translate draft; read the drafts"
        raise UsageError(message, hint=hint)


def refuse_unfilled(run: Run, topics: Iterable[Topic]) -> None:
    """Refuse to print Cantonese that the clinic has not written, or not whole; a UsageError names each text."""
    for topic in topics:
        missing, count = unfilled(run.library, topic)
        if not count:
            message = f"{topic.id} has no text for the ear, and nothing of it is said in Cantonese"
            raise UsageError(message, hint="a topic has one with 'spoken: yes', and a text for each of its statements")
        if missing:
            there = f"{count - len(missing)} of {count} texts"
            named = "" if len(missing) == count else f"; there is none for {', '.join(missing)}"
            raise UsageError(f"Cantonese: not filled by the clinic: {there} of {topic.id}{named}", hint=FILL_IN)


FILL_IN = (
    f"legalassist translate export --shelf {CANTONESE} --language {TRADITIONAL} --out FILE lists what is asked for, "
    "translate import FILE takes it in"
)
"""How a clinic writes its Cantonese."""


def cantonese_lines(run: Run, topics: Iterable[Topic]) -> Iterator[str]:
    """Yield in a line what the clinic's Cantonese lacks: of all topics together, and of each that is half written."""
    counted = [(topic, *unfilled(run.library, topic)) for topic in topics if topic.spoken]
    lacking = sum(len(missing) for _, missing, _ in counted)
    wanted = sum(count for *_, count in counted)
    if not lacking:
        return
    yield f"Cantonese: not filled by the clinic: {wanted - lacking} of {wanted} texts"
    for topic, missing, count in counted:
        if missing and len(missing) < count:
            yield f"{topic.id}: not filled by the clinic: {count - len(missing)} of {count} texts"


def orders(
    library: Library, topics: Iterable[Topic], formats: Sequence[str], languages: Sequence[str]
) -> Iterator[tuple[Topic, Format, str]]:
    """Yield each topic, format and language there is a piece of, in the order asked for."""
    for topic in topics:
        for form in (FORMATS[one] for one in dict.fromkeys(formats)):
            if topic.made_as(form):
                spoken = (one for one in dict.fromkeys(languages) if form.speaks(one))
                yield from ((topic, form, one) for one in spoken if has_texts(library, topic, one))


def logo_of(library: Library, clinic: Clinic, path: Path | None) -> str:
    """Return the clinic's logo, which lies beside its clinic.yaml; nothing where it names none."""
    name = clinic.handouts.logo
    if not name:
        return ""
    if "/" in name or "\\" in name or name.startswith("."):
        message = "clinic.yaml: handouts.logo is the name of a file beside it, without a folder"
        raise UsageError(message, hint="put the picture beside clinic.yaml: logo.png")
    book = library.find("clinic.yaml")
    beside = path.parent if path is not None else book.path.parent if book is not None else Path()
    return read_logo(beside / name)
