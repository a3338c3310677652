"""An attorney says that a change of the English changed no meaning: its translation stays as approved as it was."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from legalassist.api.approving import append, ledger_of
from legalassist.api.catalog_files import save_catalog
from legalassist.api.lines import LONGEST_REASON, one_line
from legalassist.api.opening import open_clinic
from legalassist.api.translating import texts
from legalassist.errors import UsageError
from legalassist.languages.catalog import Catalog, Translation
from legalassist.languages.tags import ENGLISH
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger, Said, Step, digest_of, entry_of
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import alarms
from legalassist.translations.merge import entry, with_entries
from legalassist.translations.rewording import changes_of
from legalassist.translations.status import Standing, catalog_file, languages_of


@dataclass(frozen=True, slots=True)
class Reworded:
    """One translation whose English changed: the English it was approved with, today's, and the translation."""

    context: str
    language: str
    old: str
    new: str
    text: str


def reworded(library: Library, domain: str, context: str, languages: Sequence[str] = ()) -> tuple[Reworded, ...]:
    """Return the translations of a text that are approved with an earlier English than today's, in some languages.

    Raises UsageError where there is no such text, or none of its translations is approved with an earlier English.
    """
    ledger, found = ledger_of(library), []
    for language in tuple(languages) or tuple(one for one in languages_of(library) if one != ENGLISH):
        named = [one for one in texts(library, language, domain) if one.message.context == context]
        if named and library.find(catalog_file(language, domain)) is not None:
            catalog = Catalog.read(library, language, domain)
            one = catalog.by_context.get(context)
            if one is not None and one.text.strip():
                found += list(_approved_before(named[0], one, ledger))
    if not found:
        message = f"no translation of {context!r} in {domain} is approved with an earlier English than today's"
        raise UsageError(message, hint=f"see: legalassist translate status --shelf {domain}")
    return tuple(found)


def _approved_before(now: Standing, one: Translation, ledger: Ledger) -> Iterator[Reworded]:
    """Yield a translation with the last English before today's that it was approved with."""
    for old in (one.english, one.previous):
        if old and old != now.message.english and ledger.holds(Said(one.context, now.language, old, one.text)):
            yield Reworded(one.context, now.language, old, now.message.english, one.text)
            return


def wording_only(  # noqa: PLR0913 - who says what about which text, and when
    library: Library, domain: str, found: Collection[Reworded], *, who: str, reason: str, day: dt.date
) -> None:
    """Enter into the ledger that a change of the English was one of wording only; catalogs get the new English.

    `found` is what `reworded` gave and somebody has seen. Raises UsageError for somebody who is no attorney of the
    clinic, a reason that is empty, and a change of more than signs, case, contractions, articles and a few doubles, or
    one that makes a gate stop the text: a translator has to look at those.
    """
    who = (
        open_clinic(library).attorney_by(who, f"{who!r} is no attorney of this clinic: only an attorney says this").code
    )
    why = one_line(reason, "reason", LONGEST_REASON)
    wrong = [f"{one.language}: {what}" for one in found for what in _refused(library, one)]
    if wrong:
        message = f"this is no change of wording only: {'; '.join(dict.fromkeys(wrong))}"
        raise UsageError(message, hint="let a translator look at it, then have it checked and approved again")
    append(library, [
        entry_of(Said(one.context, one.language, one.new, one.text).wording, Step.WORDING_ONLY, who, day,
                 was=digest_of(one.old), reason=why)
        for one in found
    ])  # fmt: skip
    for one in found:
        name = catalog_file(one.language, domain)
        before, catalog = library.get(name).text, Catalog.read(library, one.language, domain)
        kept = entry(one.context, one.new, one.text, state=catalog.by_context[one.context].state)
        save_catalog(library, name, before, with_entries(before, {one.context: kept}))


def _refused(library: Library, one: Reworded) -> Iterator[str]:
    """Yield why a change is none of wording only."""
    yield from changes_of(one.old, one.new)
    before, after = (
        {
            (alarm.rule, alarm.message)
            for alarm in alarms(library, [Pair(one.context, english, one.text, one.language)], stopping=True)
        }
        for english in (one.old, one.new)
    )
    yield from (f"{message} ({rule})" for rule, message in sorted(after - before))
