"""The rules about what law/packet.md, section 3, asks of a case, and of the forms and papers of a packet."""

import re
from collections.abc import Iterable, Iterator

from legalassist.assessments.contradiction import Look
from legalassist.assessments.coverage import coverage
from legalassist.assessments.missing import Kind, MissingItem
from legalassist.assessments.people_apart import HELPER, named_like
from legalassist.cases.exhibit_file import EXHIBITS
from legalassist.facts.known import Unknown, known_value
from legalassist.forms.sources import READ_BACK
from legalassist.law.finding import Finding, Verdict
from legalassist.law.readings import date_at
from legalassist.packets.gate.rule import Found, Looked
from legalassist.packets.plan import Folder, PacketPlan, Planned, required_plan
from legalassist.packets.plan_exhibits import rows_of

EXCUSED, UNDER_18 = "i-914 3.2.B", "i-914 3.6"
"""The Items of Part 3 that say the client is excused from helping, and was under 18 at an act."""

_SECURITY = re.compile(r"i-914a? 4\.([3-8]|1[0-4])(\..*)?")
"""Items 3 to 8 and 10 to 14 of Part 4: weapons, groups, espionage, parties, persecution, harm, armed service."""

_FILED_BY_OTHERS = frozenset({Kind.DETERMINATION, Kind.TRANSLATION, Kind.PAPER})
_MAY_BE = frozenset({Verdict.MET, Verdict.ATTORNEY_DECIDES})


def part_4_waiver(looked: Looked) -> Iterator[Found]:
    """Find people with a yes in Part 4 and no I-192 of their own in the packet (PR-10, PR-11)."""
    waivers = {one.about for one in looked.planning.pieces if one.form.startswith("i192.")}
    for planned, item, digest in _yes_in_part_4(looked):
        if planned.about not in waivers:
            yield Found(_named(item, planned.about), (digest,))


def part_4_security(looked: Looked) -> Iterator[Found]:
    """Find a yes that may touch a security ground, which the T waiver never reaches (EL-16)."""
    for planned, item, digest in _yes_in_part_4(looked):
        if _SECURITY.fullmatch(item):
            yield Found(_named(item, planned.about), (digest,))


def _yes_in_part_4(looked: Looked) -> Iterator[tuple[Planned, str, str]]:
    """Yield each yes an attorney decided in Part 4 of a form of this packet: piece, Item, digest of the decision."""
    for planned in looked.planning.pieces:
        form = {"i914": "i-914", "i914a": "i-914a"}.get(planned.form.partition(".")[0])
        for (item, about), one in looked.build.case.determined.items() if form else ():
            if item.startswith(f"{form} 4.") and about == planned.about and one.decided == "yes":
                yield planned, item, one.digest


def _named(item: str, about: str) -> str:
    return f"{item} ({about})" if about else item


def report_or_exemption(looked: Looked) -> Iterator[Found]:
    """Find that nothing was reported and no exemption is ticked (LE-05)."""
    if known_value(looked.assessment.facts, "reporting.reported") is True or any(_ticked(looked)):
        return
    yield Found("reporting.reported", (looked.answer("reporting.reported"),))


def exemption_evidence(looked: Looked) -> Iterator[Found]:
    """Find an exemption that is ticked, with no paper and no paragraph of her statement that speaks to it.

    Her own credible statement is evidence (EV-08, EV-09, EV-01), so a tagged paragraph is enough.
    """
    covered = {one.element.tag for one in coverage(looked.assessment.facts) if one.paragraphs or one.exhibits}
    for item, tags in _ticked(looked):
        if not covered & tags:
            yield Found(f"{item}: nothing is tagged {' or '.join(sorted(tags))}")


def _ticked(looked: Looked) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each exemption an attorney ticked, and what would speak to it."""
    for item, tags in ((EXCUSED, frozenset({"age", "trauma"})), (UNDER_18, frozenset({"age"}))):
        one = looked.decided(item)
        if one is not None and one.decided == "yes":
            yield item, tags


def statement_there(looked: Looked) -> Iterator[Found]:
    """Find that the packet has no statement of hers, or one without a paragraph (EV-02, EV-03)."""
    pieces = [one for one in looked.filing if one.planned.word == "declaration"]
    if not pieces or not looked.assessment.facts.rows("statement.paragraphs").numbers:
        yield Found("statement.paragraphs")


def in_english(looked: Looked) -> Iterator[Found]:
    """Find what of this packet is not in English and has no translation, or no certificate, behind it (PB-07)."""
    return _of_this_packet(looked, Kind.TRANSLATION)


def helpers_apart(looked: Looked) -> Iterator[Found]:
    """Find a translator, or an interpreter who read papers back, with the name of somebody in the case (PB-07)."""
    for one in looked.assessment.contradictions:
        if one.rule == HELPER:
            yield Found(one.paths[0], tuple(map(looked.answer, one.paths)))
    look = Look(looked.assessment.facts, looked.build.as_of)
    for reading in looked.readings.all:
        read = reading.read
        for person in filter(None, (reading.interpreter, reading.relay)) if read is not None else ():
            paths = tuple(named_like(look, person.name))
            if read is not None and paths:
                yield Found(f"{READ_BACK}: {reading.planned.code}", (read.digest, *map(looked.answer, paths)))


def papers(looked: Looked) -> Iterator[Found]:
    """Find papers of this packet that are not at hand, of which the case has no file, or that nobody has named yet."""
    yield from _of_this_packet(looked, Kind.PAPER)
    facts = looked.assessment.facts
    for row in rows_of(EXHIBITS, facts):
        if isinstance(facts.get(f"{row}.paper"), Unknown) and _plan(looked).takes(row, facts):
            yield Found(f"{row}.paper", looked.answers_in(row))


def _of_this_packet(looked: Looked, kind: Kind) -> Iterator[Found]:
    """Yield what is missing of the papers, and of the statement's paragraphs, that belong into this packet."""
    plan, facts = _plan(looked), looked.assessment.facts
    told = any(one.word == "declaration" for one in looked.planning.pieces)
    for one in _missing(looked, kind):
        if told if one.what.startswith("statement.") else plan.takes(one.what, facts):
            yield one


def _plan(looked: Looked) -> PacketPlan:
    return required_plan(looked.build.library, looked.build.interview.name, looked.build.kind)


def undecided_items(looked: Looked) -> Iterator[Found]:
    """Find Items of forms that no attorney has decided, or decided on answers that have changed since (PR-08)."""
    return _missing(looked, Kind.DETERMINATION)


def owed(looked: Looked) -> Iterator[Found]:
    """Find answers that are still owed, and questions that could not be decided (PR-08)."""
    return (_found(looked, one) for one in looked.assessment.missing if one.kind not in _FILED_BY_OTHERS)


def _missing(looked: Looked, kind: Kind) -> Iterator[Found]:
    return (_found(looked, one) for one in looked.assessment.missing if one.kind is kind)


def _found(looked: Looked, one: MissingItem) -> Found:
    """Return what is missing with the answers and files around it: an override given for it lapses with them."""
    return Found(one.path, (*looked.answers_in(one.path), *map(looked.answer, one.needs)))


def relative_signs(looked: Looked) -> Iterator[Found]:
    """Find a Supplement A of which nobody knows whether its family member is here, and so has to sign it (PR-09)."""
    for planned in looked.planning.pieces:
        path = f"{planned.about}.in_us"
        if planned.form.startswith("i914a.") and known_value(looked.assessment.facts, path) is None:
            yield Found(path, (looked.answer(path),))


def family_classes(looked: Looked) -> Iterator[Found]:
    """Find a family member who applies and comes under no class, or nobody can tell (FM-02 to FM-09)."""
    for planned in looked.planning.pieces:
        if not planned.form.startswith("i914a."):
            continue
        findings = [
            one
            for one in looked.assessment.findings
            if one.subject == planned.about and one.rule.startswith("derivatives.")
        ]
        if not any(one.verdict in _MAY_BE for one in findings):
            said = tuple(f"{one.rule} {one.verdict} {one.reason}" for one in findings)
            yield Found(planned.about, (*said, *map(looked.answer, _hangs(findings))))


def _hangs(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the answers that findings hang on, each once."""
    return tuple(dict.fromkeys(path for one in findings for path in (*one.hangs_on, *one.absent)))


def looked_up(looked: Looked) -> Iterator[Found]:
    """Find that nobody has noted looking up editions, fee and lockbox on the day of the mailing (PR-01, PR-02, PR-06).

    Until the application's day of sending is noted, and for every other packet with a form, that is the day the packet
    is made for.
    """
    if not any(one.form and one.folder is Folder.FILING for one in looked.planning.pieces):
        return
    facts, paths = looked.assessment.facts, ("mailing.checked_on", "mailing.sent_on")
    checked, sent = (date_at(facts, path) for path in paths)
    if checked is None:
        yield Found("mailing.checked_on")
    elif sent is not None and not looked.build.kind:
        if checked != sent:
            yield Found("mailing.checked_on is another day than mailing.sent_on", tuple(map(looked.answer, paths)))
    elif checked.earliest != looked.build.as_of:
        day = looked.build.as_of.isoformat()
        yield Found(f"mailing.checked_on is not {day}, the day this packet is made for", (looked.answer(paths[0]),))
    if known_value(facts, "mailing.checked_by") is None:
        yield Found("mailing.checked_by")
