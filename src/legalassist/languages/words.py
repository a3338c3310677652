"""The words of the screen itself, in English, by context; their translations stand in the catalog ``app``.

A screen never spells a word of its own: it says ``word(catalog, "ask.back")``. One table keeps them all, so that a
translator sees them together and a missing one is found before any client does.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.languages.catalog import Catalog, Message, fill

_ASK = {
    "ask.back": "Back",
    "ask.next": "Next",
    "ask.skip": "Skip for now",
    "ask.decline": "I would rather not say",
    "ask.unknown": "I don't know",
    "ask.later": "Later",
    "ask.pause": "Stop here and save",
    "ask.blank": "Hide the screen",
    "ask.unblank": "Press Enter to go on.",
    "ask.help": "Help",
    "ask.yes": "Yes",
    "ask.no": "No",
    "ask.why": "Why we ask",
    "ask.needed": "Needed for the packet",
    "ask.optional": "You can leave this open.",
    "ask.part": "Part {number} of {total}: {section}",
    "ask.progress": "{answered} of about {total} answered",
    "ask.choose_one": "Choose one.",
    "ask.choose_several": "Choose all that fit.",
    "ask.add": "Add: {row}",
    "ask.add_another": "Add another: {row}",
    "ask.row": "{row} {number}",
    "ask.no_more": "No more",
    "ask.none": "None",
    "ask.go_on": "Go on",
    "ask.skip_page": "Skip this part",
    "ask.break_point": "This is a good place for a break. You can go on, or stop here.",
    "ask.paused": "Saved. Next time we begin here: {title}",
    "ask.resumed": "Welcome back. We stopped here: {title}",
    "ask.saved": "Saved",
    "ask.changed": "Changed. The earlier answer stays in the history.",
    "ask.finished": "That is all for now. Thank you.",
    "ask.for_staff": "A staff member answers this.",
    "ask.for_attorney": "An attorney answers this.",
    "ask.attorney_first": "Let us stop here for now. An attorney will talk with you first.",
    "ask.in_danger": "Let us stop here and look at safety first. If someone may be hurt right now, call 911.",
    "ask.try_again": "That did not fit. Let us try once more.",
    "ask.answer_now": "Answer now: {answer}",
    "ask.keep": "Press Enter to keep it.",
    "ask.invented": "An invented case. Nobody here is real.",
}
_STATES = {
    "state.not_asked": "Not asked yet",
    "state.does_not_know": "Does not know",
    "state.declined": "Prefers not to say",
    "state.later": "Later",
    "state.does_not_apply": "Does not apply",
}
_TYPES = {
    "type.text": "A few words",
    "type.long_text": "As much or as little as you like. An empty line ends it.",
    "type.yes_no": "Yes or no",
    "type.number": "A number, for example 3",
    "type.money": "An amount with its currency, for example USD 1200 or CNY 300000",
    "type.date": "Year, month and day, for example 2026-12-01",
    "type.partial_date": "What you know is enough: 2019, or 2019-04, or 2019-04-07. For “about 2019”, write 2019~",
    "type.phone": "For example 718-555-0123, or +86 and the number for China",
    "type.email": "For example name@example.org",
    "type.country": "The name of the country, or its two letters, for example CN",
    "type.language": "The language, and the dialect if you like",
    "type.a_number": "A and nine digits, for example A012345678",
    "type.ssn": "Nine digits",
    "type.receipt_number": "Three letters and ten digits",
    "type.passport": "The letters and digits of the passport number",
}
_PARTS = {
    "part.family": "Family name",
    "part.given": "Given name",
    "part.middle": "Middle name",
    "part.native": "In your own script",
    "part.street": "Street and number",
    "part.unit_kind": "Kind of unit (APT, STE or FLR)",
    "part.unit": "Apartment, suite or floor number",
    "part.city": "City or town",
    "part.state": "State (two letters)",
    "part.zip_code": "ZIP code",
    "part.province": "Province",
    "part.postal_code": "Postal code",
    "part.country": "Country",
    "part.in_care_of": "In care of",
    "part.confidential": "Is this a confidential place?",
    "part.title": "Short title",
    "part.language": "Language",
    "part.dialect": "Dialect",
    "part.pages": "Number of pages",
    "part.held": "Do you have it now?",
}

WORDS: Mapping[str, str] = MappingProxyType(_ASK | _STATES | _TYPES | _PARTS)
"""Every word of the screen: context to English."""


def messages() -> Iterator[Message]:
    """Yield (context, English) for every word, as `Catalog.problems` wants them."""
    yield from WORDS.items()


def word(catalog: Catalog, context: str, **values: str) -> str:
    """Return a word of the screen with its ``{placeholders}`` filled.

    Raises ContentError where the catalog has no text for it, KeyError for a context that is not in `WORDS`.
    """
    return fill(catalog.text(context, WORDS[context]), **values)
