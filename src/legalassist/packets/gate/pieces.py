"""The rules about the pieces of any packet: forms, gaps, readings, edits, blanks, signatures."""

from collections.abc import Iterator

from legalassist.facts.known import known_value
from legalassist.packets.contexts import unapproved
from legalassist.packets.gate.rule import Found, Looked
from legalassist.packets.plan import Planned, required_plan
from legalassist.packets.plan_exhibits import rows_of
from legalassist.packets.readings import Standing
from legalassist.packets.signing import signature_items, signers_of

_NAMED = 3
"""So many answers are named that a piece hangs on."""


def undecided_pieces(looked: Looked) -> Iterator[Found]:
    """Find pieces of which nobody can tell yet whether they belong into the packet."""
    for code, needs in looked.planning.undecided.items():
        first = sorted(needs)
        more = ", …" if len(first) > _NAMED else ""
        yield Found(f"{code} ({', '.join(first[:_NAMED])}{more})", tuple(first))


def forms_filled(looked: Looked) -> Iterator[Found]:
    """Find forms of which there is only our answer sheet: what is mailed is the official form."""
    return (Found(one.planned.code) for one in looked.filing if one.planned.form and one.ours)


def gaps(looked: Looked) -> Iterator[Found]:
    """Find facts that a piece prints as a gap (PR-08)."""
    paths = sorted({path for one in looked.filing for path in one.used.gaps})
    return (Found(path, looked.answers_in(path)) for path in paths)


def asked_papers(looked: Looked) -> Iterator[Found]:
    """Find an answer to a letter for which no paper is marked as answering it (PR-31)."""
    build, facts = looked.build, looked.assessment.facts
    plan = required_plan(build.library, build.interview.name, build.kind)
    if plan.answers_a_letter and not any(plan.takes(row, facts) for row in rows_of("exhibits", facts)):
        yield Found("exhibits")


def approved_words(looked: Looked) -> Iterator[Found]:
    """Find pieces that print words in a translation which the clinic has not approved: their pages carry a band."""
    for one in looked.filing:
        texts = unapproved(looked.build, one.used)
        if texts:
            yield Found(one.planned.code, texts)


def read_back(looked: Looked) -> Iterator[Found]:
    """Find pieces that were not read back to whoever signs them, or changed since (PB-05, PB-11)."""
    for one in looked.readings.owed:
        read = one.read.digest if one.read is not None else ""
        yield Found(one.item.path, (one.standing.value, read))


def relay(looked: Looked) -> Iterator[Found]:
    """Find pieces that two interpreters read one after the other: no source of ours says who certifies that."""
    for one in looked.readings.all:
        if one.read is not None and one.in_relay:
            yield Found(one.planned.code, (one.read.digest,))


def edited_source(looked: Looked) -> Iterator[Found]:
    """Find pieces edited by hand whose answers or template have changed since."""
    return (Found(code) for code in looked.changed)


def known_blanks(looked: Looked) -> Iterator[Found]:
    """Find forms filled on a blank that is not the known file of the edition last seen (PR-01)."""
    for name in sorted({one.given.name for one in looked.forms.values() if not one.given.mailable}):
        (digest,) = {one.given.digest for one in looked.forms.values() if one.given.name == name}
        yield Found(name, (digest,))


def signed_pieces(looked: Looked) -> Iterator[Found]:
    """Find pieces that somebody has to sign, and of which no signed page was given; of a filled form each such page.

    What is found names the piece, of a form also the page, as ``--signed`` takes it.
    """
    for one in looked.filing:
        given = {page.page for page in looked.build.signed if page.code == one.planned.code}
        if 0 in given or not signers_of(looked.build, looked.assessment, one.planned):
            continue
        pages = _signature_pages(looked, one.planned)
        if pages:
            yield from (Found(f"{one.planned.code}:{page}") for page in sorted(pages - given))
        elif not given:
            yield Found(one.planned.code)


def _signature_pages(looked: Looked, planned: Planned) -> set[int]:
    """Return the pages (from 1) on which a filled form is signed; none where the file is not ours to look into."""
    official = looked.forms.get(planned.code)
    if official is None:
        return set()
    blank, boxes = official.given.blank, official.given.boxes
    here = known_value(looked.assessment.facts, f"{planned.about}.in_us") is True
    interpreted = looked.readings.of(planned).standing is Standing.CURRENT
    items = signature_items(boxes.form, here=here, interpreted=interpreted)
    places = (blank.by_name.get(boxes.full(one)) for one in boxes.boxes if one.by_hand and one.item in items)
    return {place.page for place in places if place is not None}


def signed_as_printed(looked: Looked) -> Iterator[Found]:
    """Find signed pages of a piece that has changed since it was printed for signing."""
    keys = {one.planned.code: one.key for one in looked.written}
    for code in dict.fromkeys(one.code for one in looked.build.signed if one.of != keys.get(one.code)):
        yield Found(code)
