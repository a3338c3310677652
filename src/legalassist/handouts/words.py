"""The words that stand on every handout whatever its topic, in English, by context; the catalog ``kyr`` translates."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL

WORDS: Mapping[str, str] = MappingProxyType({
    "piece.do": "What you can do",
    "piece.say": "What you can say, in English",
    "piece.know": "Good to know",
    "piece.call": "Talk to a lawyer",
    "piece.say_short": "Say:",
    "piece.call_us": "Call us",
    "piece.not_safe": "Not safe to keep? Just remember the number.",
    "piece.not_advice": "This is legal information, not legal advice. Laws change.",
    "piece.ask_a_lawyer": "Talk to a lawyer about your case.",
    "piece.written": "Written {written}.",
    "piece.again": "Check again before {again}.",
    "piece.notes": "Notes",
    "piece.scan": "Use a safe phone. Do not use WeChat to scan.",
    "contact.CT-01": "National hotline",
    "contact.CT-03": "State hotline, violence at home",
    "contact.CT-04": "City of New York, immigration legal help",
    "contact.CT-05": "State of New York, help for new arrivals",
    "contact.CT-07": "USCIS",
    "contact.SV-12": "Garden of Hope, Flushing",
    "contact.SV-13": "Womankind",
    "contact.SV-14": "Safe Horizon",
    "hours.CT-03": "24 hours",
    "hours.CT-04": "Monday to Friday, 9:00 a.m.–6:00 p.m.",
    "hours.CT-05": "Monday to Friday, 9:00 a.m.–8:00 p.m.",
    "hours.SV-12": "24 hours",
    "hours.SV-14": "24 hours",
    "script.before": "I will read this aloud, slowly. You can stop me and ask at any time.",
    "script.mark": "Pause at each “／”.",
    "script.pause": "Wait. Ask: any questions?",
    "script.after": "Would you like to take something with you? Is it safe for you to have it?",
})  # fmt: skip
"""Context to English."""

KIT: Mapping[str, str] = MappingProxyType({
    "kit.outline": "Session outline for the facilitator",
    "kit.ask": "Before anything is handed over, ask: May I give you this? Is it safe for you to have it?",
    "kit.total": "The session takes {minutes} minutes.",
    "kit.minutes": "Minutes",
    "kit.step": "Step",
    "kit.do": "What to do",
    "kit.welcome.name": "Welcome",
    "kit.welcome.text": "Say who you are. Say that nobody takes names, and that everybody may leave at any time.",
    "kit.rules.name": "Agree on how we talk",
    "kit.rules.text": "No photos, no recording. What others say stays here. Nobody needs to tell their own story.",
    "kit.topic.text": "Read the text aloud, slowly. Stop after each part and ask what was understood.",
    "kit.practice.name": "Say it in English",
    "kit.practice.text": "Say each English sentence together three times. Laughing is fine.",
    "kit.questions.name": "Questions",
    "kit.questions.text": "Answer what the handout says. For an own case: afterwards, alone, with a lawyer.",
    "kit.hand-over.name": "Hand out",
    "kit.hand-over.text": "Ask first. Who cannot keep paper may learn the number by heart.",
    "kit.close.name": "Close",
    "kit.close.text": "Say the number once more. Collect the slips. Count, and write no name.",
    "kit.tally": "Tally sheet",
    "kit.no-names": "Numbers only. No names, no telephone numbers, no place.",
    "kit.what": "What",
    "kit.count": "How many",
    "kit.people": "People in the room",
    "kit.given": "Handouts given:",
    "kit.asked": "People who asked to talk to a lawyer",
    "kit.left": "People who left a handout behind",
    "kit.slips": "What did you think?",
    "kit.no-name": "Please write no name.",
    "kit.clear": "Was it clear?",
    "kit.yes": "yes",
    "kit.partly": "partly",
    "kit.no": "no",
    "kit.number": "Do you know which number to call?",
    "kit.more": "What else would you like to know?",
    "kit.cue": "Cue card for the interpreter",
    "kit.cue.for": (
        "For Fuzhounese, Wenzhounese, Taishanese: spoken, and not written down here. "
        "Say each idea in your own words."
    ),
    "kit.cue.idea": "The idea",
    "kit.cue.terms": "Key terms",
    "kit.cue.add": "What you must not add",
    "kit.cue.whole": "Say every idea whole, and nothing else.",
    "kit.cue.promise": "Promise nothing: no result, no day, no safety.",
    "kit.cue.advice": "Give no advice. Answer no question yourself: pass it on.",
    "kit.cue.same": "Make nothing stronger or weaker: “may” stays “may”.",
    "kit.cue.ask": "Do not guess. Ask for other words.",
    "kit.cue.disputed": "Disputed law: add nothing on what officers may do.",
    "kit.cue.english": "Say the sentence in English, too.",
    "kit.cue.own": "These rules are the same on every card. They quote no law; the attorney may add to them.",
})  # fmt: skip
"""What stands on the papers of a session: context to English."""

_BAND = ("en", "NOT REVIEWED – DO NOT HAND OUT")
_BANDS = {SIMPLIFIED: ("zh-Hans", "未审阅 请勿分发"), TRADITIONAL: ("zh-Hant", "未審閱 請勿分發")}
"""Stands on every sheet and card that no attorney has cleared: language of each half, and the words."""


def band_of(languages: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the band of a piece in these languages: its tag and words in the reader's script, then in English."""
    return _BANDS[TRADITIONAL if TRADITIONAL in languages else SIMPLIFIED], _BAND
