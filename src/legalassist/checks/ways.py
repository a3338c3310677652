"""All ways through an interview: every question can come up, and no letter prints what does not apply on its way."""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.checks.matter import Matter
from legalassist.checks.worlds import MOST, Worlds, first_of, row_of
from legalassist.documents.word_check import TemplateRead, template_problems, template_reads
from legalassist.errors import Place, Problem
from legalassist.facts.expressions import Expression
from legalassist.facts.known import Unknown, Why
from legalassist.facts.paths import group_of
from legalassist.interviews.schema import Interview, Question
from legalassist.journeys.live_facts import LiveFacts
from legalassist.packets.plan import PacketPlan, Part, PieceWritten, kinds_of, read_plan


@dataclass(frozen=True, slots=True)
class Ways:
    """What was looked at: how many questions, how many paths in letters, and every problem."""

    questions: int
    reads: int
    problems: tuple[Problem, ...]


def ways_of(matter: Matter) -> Ways:
    """Look at every way through a sound interview and its letters; nothing where its files have problems."""
    interview = matter.sound
    if interview is None:
        return Ways(0, 0, ())
    worlds = Worlds(interview)
    unreachable = tuple(_unreachable(worlds, interview))
    if matter.library.find(f"interviews/{matter.name}/packet.yaml") is None:  # `checks.packets` says so
        return Ways(0, 0, unreachable)
    printed, found = 0, list[Problem]()
    for part in _parts_of_all(matter):
        reads = tuple(_reads(matter, part))
        printed += len(reads)
        found += _not_applying(worlds, interview, part, reads)
    return Ways(len(interview.by_fact), printed, (*unreachable, *found))


def _parts_of_all(matter: Matter) -> Iterator[Part]:
    """Yield the Word pieces of the application's plan and of the other packets'; none of a plan with problems."""
    for kind in ("", *kinds_of(matter.library, matter.name)):
        plan, problems = read_plan(matter.library, matter.name, kind)
        if plan is not None and not problems:
            yield from _word_parts(plan)


def way_problems(matter: Matter) -> Iterator[Problem]:
    """Yield the problems of all ways (a checker, as the others)."""
    yield from ways_of(matter).problems


def _unreachable(worlds: Worlds, interview: Interview) -> Iterator[Problem]:
    """Yield a problem for each question that no answers ever bring up."""
    for question in interview.by_fact.values():
        patterns = (*_around(question), *worlds.reads_of(question.fact))
        patterns = tuple(dict.fromkeys(patterns))
        if any(facts.applies(first_of(question.fact)).value for facts in worlds.each(patterns)):
            continue
        if worlds.size(patterns) > MOST:
            message = f"whether anybody is ever asked {question.fact} hangs on too many answers to be tried out"
            yield Problem(question.place, message, "split the condition over several questions")
        else:
            message = f"nobody is ever asked {question.fact}: its condition holds for no answers"
            yield Problem(question.place, message, "look at the conditions of the questions that it hangs on, too")


def _around(question: Question) -> Iterator[str]:
    """Yield the groups around a question, outermost first."""
    group = group_of(question.fact)
    groups = []
    while group is not None:
        groups.append(group)
        group = group_of(group)
    yield from reversed(groups)


def _word_parts(plan: PacketPlan) -> Iterator[Part]:
    for part in plan.parts:
        for one in (part, *part.inside):
            if isinstance(one.written, PieceWritten) and one.written.word:
                yield one


def _reads(matter: Matter, part: Part) -> Iterator[tuple[str, TemplateRead]]:
    """Yield the paths of facts a Word piece prints, with the template's name; nothing of one that is broken."""
    written = part.written
    if not isinstance(written, PieceWritten):
        return
    book = matter.library.find(f"templates/{matter.name}/{written.word}.docx")
    if book is None or template_problems(book.content, book.name):
        return
    yield from ((book.name, read) for read in template_reads(book.content, book.name))


def _not_applying(
    worlds: Worlds, interview: Interview, part: Part, reads: tuple[tuple[str, TemplateRead], ...]
) -> Iterator[Problem]:
    """Yield a problem for each fact that a piece prints on a way on which its question does not apply."""
    for name, read in reads:
        fact = _fact_of(read.path, interview)
        if fact is None or _guarded(fact, read, interview):
            continue
        patterns = tuple(dict.fromkeys((*_groups_of(fact), *worlds.reads(part.when), *worlds.reads_of(fact))))
        if any(_prints_nothing(facts, part.when, fact) for facts in worlds.each(patterns)):
            message = f"paragraph {read.paragraph} prints {fact} also where its question does not apply"
            yield Problem(Place(name), message, f"put {{% if known({fact}) %}} or its condition around the words")


def _prints_nothing(facts: LiveFacts, when: Expression | None, fact: str) -> bool:
    """Say whether in a world a piece is made, and a fact it prints does not apply."""
    if when is not None and when.evaluate(facts, row_of(when)).value is not True:
        return False
    path = first_of(fact)
    group = group_of(path)
    if group is not None and 1 not in facts.rows(group).numbers:
        return False  # a loop over no rows prints nothing
    known = facts.get(path)
    return isinstance(known, Unknown) and known.why is Why.DOES_NOT_APPLY


def _groups_of(fact: str) -> Iterator[str]:
    group = group_of(fact)
    if group is not None:
        yield from _groups_of(group)
        yield group


def _fact_of(path: str, interview: Interview) -> str | None:
    """Return the fact a template's path names (``client.name.full`` -> ``client.name``); None for other words."""
    while path:
        question = interview.by_fact.get(path)
        if question is not None:
            return None if question.is_group else path
        path = path.rpartition(".")[0]
    return None


def _guarded(fact: str, read: TemplateRead, interview: Interview) -> bool:
    """Say whether the template asks first: about the fact itself, or about what its question's condition reads."""
    question = interview.by_fact[fact]
    asked = {fact} | (set(question.when.reads) if question.when is not None else set())
    return any(_fact_of(guard, interview) in asked or guard in asked for guard in read.guards)
