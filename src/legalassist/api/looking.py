"""What only a reader can judge: a gate asks about a text, a reader looks, and says by name why it may stand."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from legalassist.api.approving import append, ledger_of
from legalassist.api.lines import LONGEST_NAME, LONGEST_REASON, one_line
from legalassist.api.opening import open_clinic
from legalassist.api.translating import found_by_gates
from legalassist.errors import UsageError
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.library import Library
from legalassist.reviews.ledger import Said, Step, Wording, entry_of
from legalassist.translations.gates.alarm import Alarm, Pair, Severity


def still_asked(library: Library, found: Iterable[Alarm]) -> Iterator[Alarm]:
    """Yield of what the gates found everything that no reader has looked at in today's wording; errors always."""
    ledger = ledger_of(library)
    for one in found:
        if one.severity is Severity.ERROR or one.rule not in ledger.looked_at(_wording(one.pair)):
            yield one


def look_at(  # noqa: PLR0913 - who says what about which text, and when
    library: Library, context: str, rule: str, *, who: str, reason: str, day: dt.date, languages: Sequence[str] = (),
    known: str = "",
) -> tuple[Alarm, ...]:  # fmt: skip
    """Enter into the clinic's ledger that what a rule asks about a text is as it should be; return what it asked.

    The line is tied to both texts by their hashes: when a character of either changes, the rule asks again. It says
    nothing of approval. Raises UsageError where the rule asks nothing about that text, for what keeps a text from print
    (that is mended), for a name or a reason that is empty, and for somebody from outside without how they are known.
    """
    name, why = one_line(who, "name", LONGEST_NAME), one_line(reason, "reason", LONGEST_REASON)
    name = open_clinic(library).people.enter(name, known)
    about = found_by_gates(library, languages, context=context)
    asked = tuple(one for one in about if one.rule == rule)
    if not asked:
        rules = sorted({one.rule for one in about})
        hint = f"asked there: {', '.join(rules)}" if rules else "legalassist translate check lists what is asked"
        raise UsageError(f"{rule!r} asks nothing about {context!r}", hint=did_you_mean(rule, rules) or hint)
    if any(one.severity is Severity.ERROR for one in asked):
        message = f"{rule!r} keeps {context!r} from print: it is mended, not looked at"
        raise UsageError(message, hint=asked[0].hint)
    wordings = dict.fromkeys(_wording(one.pair) for one in still_asked(library, asked))
    append(library, [entry_of(one, Step.LOOKED_AT, name, day, known=known, rule=rule, reason=why) for one in wordings])
    return asked


def _wording(pair: Pair) -> Wording:
    return Said(pair.context, pair.language, pair.english, pair.text).wording
