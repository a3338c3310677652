"""Rules of forms: items whose content follows from what the packet is, not from what anybody said.

Each is a short function over a form's sources; it says on which authority it rests, or that it is the form's own logic.
A rule that only finds *which* answer an item takes (the last of several entries) gives that answer's path.
"""

from collections.abc import Callable, Iterator, Mapping

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Fact, Known, Unknown, Why, known_value
from legalassist.facts.paths import row_path
from legalassist.forms.appearance import APPEARANCE_RULES
from legalassist.forms.form_rule import Compute, FormRule
from legalassist.forms.in_order import last_rows
from legalassist.forms.sources import Sources
from legalassist.forms.spouses import spouse_path
from legalassist.forms.work_card import WORK_CARD_RULES


def _appearance_enclosed(sources: Sources) -> Fact:
    """Say whether a Form G-28 goes with the form: the clinic represents the client, and whom of the family it says."""
    return sources.facts.get(f"{sources.about}.represented") if sources.about else Known(value=True)


def _read_in(sources: Sources) -> Fact:
    """Say in which language the form was read. PB-06: whoever read it completes and signs the interpreter's part."""
    reader = sources.read.reader
    return sources.unread if reader is None else Known(reader.spoken)


READ_IN = "language it was read in"
"""The rule that takes a form's language of reading from its read-back."""


def _first_status(_sources: Sources) -> Fact:
    return Known("T or U nonimmigrant status")


def _still(_sources: Sources) -> Fact:
    return Known("PRESENT")


def _stage(sources: Sources) -> Fact:
    """Return where the client's own application stands: approved, pending, or filed in the same envelope."""
    if known_value(sources.facts, "filing.granted_date") is not None:
        return Known("approved")
    notices = sources.facts.rows("notices")
    if any(known_value(sources.facts, f"{row_path('notices', one)}.kind") == "receipt" for one in notices.numbers):
        return Known("pending")
    return Known("filed together") if notices.complete else Unknown(Why.NOT_ASKED, frozenset({"notices"}))


def _entry(back: int, part: str) -> Callable[[Sources], str]:
    """Return the function that finds a part of the last entry (`back` 0) or of the one before it (1)."""

    def path(sources: Sources) -> str:
        rows = _newest_first(sources)
        return f"{row_path(_entries(sources), rows[back])}.{part}" if rows is not None and back < len(rows) else ""

    return path


def _newest_first(sources: Sources) -> tuple[int, ...] | None:
    """Return the entries, newest first; None where their order is open, or a later return is not among them."""
    rows = last_rows(sources.facts, _entries(sources), "date")
    if not rows or sources.about:
        return rows
    last = known_value(sources.facts, f"{row_path('entries', rows[0])}.date")
    for number in sources.facts.rows("departures").numbers:
        back = known_value(sources.facts, f"{row_path('departures', number)}.returned_on")
        if isinstance(back, PartialDate) and isinstance(last, PartialDate) and last.before(back):
            return None
    return rows


def _entries(sources: Sources) -> str:
    return f"{sources.about}.entries" if sources.about else "entries"


def _entry_fact(back: int, part: str) -> Compute:
    """Return the fact of an entry; where there is no such entry it does not apply, where their order is open it is."""
    find = _entry(back, part)

    def compute(sources: Sources) -> Fact:
        group, path = _entries(sources), find(sources)
        if path:
            return sources.facts.get(path)
        rows = sources.facts.rows(group)
        if rows.complete and len(rows.numbers) <= back:
            return Unknown(Why.DOES_NOT_APPLY)
        return Unknown(Why.NOT_ASKED, frozenset({group}))

    return compute


def _entry_rules() -> Iterator[FormRule]:
    parts = {"city": "city", "state": "state", "date": "date", "status": "status", "allowed until": "allowed_until"}
    for back, which in enumerate(("last", "previous")):
        for words, part in parts.items():
            reason = f"the {which} of the entries by their dates, where every reading of the dates agrees"
            compute, find = _entry_fact(back, part), _entry(back, part)
            yield FormRule(f"{which} entry: {words}", reason, "", compute, find)


def _trip_rules() -> Iterator[FormRule]:
    """Yield the rules of a planned entry: the form lets people who are in the United States leave these items out."""
    for words in ("city", "state", "port", "how", "date", "length", "purpose"):
        yield FormRule(
            f"planned entry: {words}",
            "the form lets applicants for T status who are in the United States leave it out",
            "", _from_path(_trip(words)), _trip(words),
        )  # fmt: skip


def _trip(words: str) -> Callable[[Sources], str]:
    return lambda sources: f"{sources.about}.trip_{words}" if sources.about else ""


def _spouse_rules() -> Iterator[FormRule]:
    for part in ("name", "a_number", "birth_date", "marriage_date", "birth_city", "birth_province", "birth_country",
                 "marriage_city", "marriage_province", "marriage_country"):  # fmt: skip
        find = spouse_path(part)
        reason = "the client's spouse is in the list of the family; a spouse's spouse is the client"
        yield FormRule(f"spouse: {part.replace('_', ' ')}", reason, "", _from_path(find, "family"), find)


def _from_path(find: Callable[[Sources], str], group: str = "") -> Compute:
    """Return the fact at the path a rule finds; none found does not apply, unless a row of the group may still come."""

    def compute(sources: Sources) -> Fact:
        path = find(sources)
        if path:
            return sources.facts.get(path)
        if group and not sources.about and not sources.facts.rows(group).complete:
            return Unknown(Why.NOT_ASKED, frozenset({group}))
        return Unknown(Why.DOES_NOT_APPLY)

    return compute


_RULES = (
    FormRule("appearance enclosed", "the packet holds a Form G-28 for every person the clinic represents", "PB-04",
             _appearance_enclosed),
    FormRule(READ_IN, "the read-back of the finished form says it", "PB-06", _read_in),
    *APPEARANCE_RULES,
    *WORK_CARD_RULES,
    FormRule("permission sought", "the request goes with an application for T status", "PR-10", _first_status),
    FormRule("to this day", "the address where the person lives now", "", _still),
    FormRule("stage of the application", "by the approval and receipt notices on record", "PR-09", _stage),
    *_entry_rules(),
    *_trip_rules(),
    *_spouse_rules(),
)  # fmt: skip
RULES: Mapping[str, FormRule] = {rule.name: rule for rule in _RULES}
"""Every rule by its name."""
