"""The words of the screen itself, in English, by context; their translations stand in the catalog ``app``.

A screen never spells a word of its own: it says ``word(catalog, "ask.back")``. One table keeps them all, so that a
translator sees them together and a missing one is found before any client does.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.languages.catalog import Catalog, Message, fill

SCREEN = "app"
"""The catalog that translates them."""

_ASK = {
    "ask.welcome": "You decide what to say, and how fast we go. Every answer is saved as soon as you press Enter.",
    "ask.welcome_back": "Welcome back. Next comes: {title}",
    "ask.hiding": "Esc hides this screen at once. To see it again, type ok and press Enter. Nothing is lost.",
    "ask.stopped_because": "We stopped last time because: {reason}",
    "ask.invented": "An invented case. Nobody here is real.",
    "ask.enter_goes_on": "Press Enter to go on.",
    "ask.go_to": "Type a number to go to that part, or press Enter to go on.",
    "ask.part": "Part {number} of {total}: {section}",
    "ask.question_of": "{number} of {total}",
    "ask.why": "Why we ask: {why}",
    "ask.yes": "Yes",
    "ask.no": "No",
    "ask.optional": "You can leave this open.",
    "ask.for_staff": "A staff member answers this.",
    "ask.for_attorney": "An attorney answers this.",
    "ask.for_relative": "This family member answers this, in a talk of their own.",
    "ask.choose_one": "Type a number.",
    "ask.choose_several": "Type the numbers, for example: 1 3",
    "ask.answer_now": "Answer now: {answer}",
    "ask.keep": "Press Enter to keep it.",
    "ask.part_empty": "Press Enter to leave this line empty.",
    "ask.summary": "Is this right? Press Enter to keep it, or type a number to change that line.",
    "ask.pinyin": "Sound of the characters: {pinyin}. Only a hint: the spelling in the passport counts.",
    "ask.try_again": "That did not fit. Let us try once more.",
    "ask.nothing_typed": "Nothing was written here. F3 skips this question, F6 keeps it for later.",
    "ask.pick_a_number": "Please type one of the numbers.",
    "ask.not_saved": "That is not saved yet.",
    "ask.set_aside": "Earlier answers that no longer apply: {count}. The record keeps them, the documents do not.",
    "ask.add": "Add: {row}",
    "ask.add_another": "Add another: {row}",
    "ask.row": "{row} {number}",
    "ask.no_more": "No more",
    "ask.none": "None",
    "ask.change_row": "Change one of these, or take it out",
    "ask.which_row": "Which one?",
    "ask.change_it": "Change it",
    "ask.take_out": "Take it out",
    "ask.go_on": "Go on",
    "ask.not_today": "Not today",
    "ask.stop_here": "Stop here and save",
    "ask.break_point": "This is a good place for a break. You can go on, or stop here.",
    "ask.attorney_first": "Let us stop here for now. An attorney will talk with you first.",
    "ask.in_danger": "Let us stop here and look at safety first. If someone may be hurt right now, call 911.",
    "ask.go_on_after": "Go on, because the person in charge has said so",
    "ask.all_asked": "Every question has been asked. Thank you.",
    "ask.some_left": "That is all for now. Questions passed over today: {count}",
    "ask.left_for_later": "Questions left for later: {count}",
    "ask.take_passed": "Go through the questions passed over",
    "ask.take_later": "Go through the questions left for later",
    "ask.pause_why": "Would you like to note why we stop? Press Enter to note nothing.",
    "ask.saved": "Saved.",
    "ask.covered": "Talked about today: {parts}",
    "ask.next_time": "Next time we begin here: {title}",
    "ask.good_bye": "Thank you for your time today. There is nothing else you need to do now.",
    "ask.close": "Press Enter to close.",
    "ask.more": "More below: PgDn",
}
_KEYS = {
    "key.next": "Next",
    "key.back": "Back",
    "key.skip": "Skip",
    "key.decline": "Rather not say",
    "key.unknown": "Don't know",
    "key.later": "Later",
    "key.parts": "Parts",
    "key.pause": "Stop and save",
    "key.hide": "Hide",
}
_PAUSES = {
    "pause.tired": "Tired",
    "pause.distress": "It was a lot for one day",
    "pause.time": "Out of time",
    "pause.interpreter": "The interpreter",
    "pause.other": "Something else",
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
    "type.yes_no": "Type 1 or 2, or y or n.",
    "type.number": "A number, for example 3",
    "type.money": "An amount with its currency, for example USD 1200 or CNY 300000",
    "type.date": "Year, month and day, for example 2026-12-01",
    "type.partial_date": (
        "What you know is enough: 2019, or 2019-04, or 2019-04-07. For “about 2019”, write 2019~. "
        "A lunar date: lunar:1999-08-15"
    ),
    "type.phone": "For example 718-555-0123, or +86 and the number for China",
    "type.email": "For example name@example.org",
    "type.country": "The name of the country, or its two letters, for example CN",
    "type.language": "The language, and the dialect if you like",
    "type.a_number": "A and nine digits, for example A012345678",
    "type.ssn": "Nine digits",
    "type.receipt_number": "Three letters and ten digits",
    "type.passport": "The letters and digits of the passport number",
    "type.references": "One or more, with a space between them",
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

_PAPER = {
    "paper.year": "Year",
    "paper.month": "Month",
    "paper.day": "Day",
    "paper.lunar": "lunar calendar",
}

WORDS: Mapping[str, str] = MappingProxyType(_ASK | _KEYS | _PAUSES | _STATES | _TYPES | _PARTS | _PAPER)
"""Every word of the screen: context to English."""


def messages() -> Iterator[Message]:
    """Yield (context, English) for every word, as `Catalog.problems` wants them."""
    yield from WORDS.items()


def word(catalog: Catalog, context: str, **values: str) -> str:
    """Return a word of the screen with its ``{placeholders}`` filled.

    Raises ContentError where the catalog has no text for it, KeyError for a context that is not in `WORDS`.
    """
    return fill(catalog.text(context, WORDS[context]), **values)
