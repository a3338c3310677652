"""The rules about the pieces of any packet: forms, gaps, readings, edits, blanks, signatures."""

from collections.abc import Iterator

from legalassist.assessments.missing import Kind
from legalassist.facts.known import known_value
from legalassist.packets.contexts import unapproved
from legalassist.packets.gate.rule import Found, Looked
from legalassist.packets.plan import required_plan
from legalassist.packets.plan_exhibits import open_letters, rows_of
from legalassist.packets.signing import signers_of

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
    return (Found(path) for path in sorted({path for one in looked.filing for path in one.used.gaps}))


def asked_papers(looked: Looked) -> Iterator[Found]:
    """Find what an answer to a letter lacks: any paper at all; a marked one that is not here, or its file (PR-31)."""
    build = looked.build
    if not required_plan(build.library, build.interview.name, build.kind).answers_a_letter:
        return
    facts = looked.assessment.facts
    marked = [row for row in rows_of("exhibits", facts) if known_value(facts, f"{row}.answers_letter") is not None]
    asked = [row for row in marked if f"notices[{known_value(facts, f'{row}.answers_letter')}]" in open_letters(facts)]
    held = {one.paper_path for one in looked.planning.pieces}
    lacking = {one.path for one in looked.assessment.missing if one.kind is Kind.PAPER}
    if not asked:
        yield Found("exhibits")
    yield from (Found(row) for row in asked if row not in held or row in lacking)


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


def edited_source(looked: Looked) -> Iterator[Found]:
    """Find pieces edited by hand whose answers or template have changed since."""
    return (Found(code) for code in looked.changed)


def known_blanks(looked: Looked) -> Iterator[Found]:
    """Find forms filled on a blank that is not the known file of the edition last seen (PR-01)."""
    for name in sorted({one.given.name for one in looked.forms.values() if not one.given.mailable}):
        (digest,) = {one.given.digest for one in looked.forms.values() if one.given.name == name}
        yield Found(name, (digest,))


def signed_pieces(looked: Looked) -> Iterator[Found]:
    """Find pieces that somebody has to sign, and of which no signed page was given."""
    given = {one.code for one in looked.build.signed}
    for one in looked.filing:
        if signers_of(looked.build, looked.assessment, one.planned) and one.planned.code not in given:
            yield Found(one.planned.code)


def signed_as_printed(looked: Looked) -> Iterator[Found]:
    """Find signed pages of a piece that has changed since it was printed for signing."""
    keys = {one.planned.code: one.key for one in looked.written}
    for code in dict.fromkeys(one.code for one in looked.build.signed if one.of != keys.get(one.code)):
        yield Found(code)
