"""What the attorney's memo shows of the law: elements, grounds one by one, who signs, what the program left undecided.

Nothing here weighs anything: it says which answers, exhibits and paragraphs speak to what, and what is absent.
"""

from collections.abc import Iterator, Mapping, Sequence

from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import Kind, MissingItem
from legalassist.facts.known import known_value
from legalassist.facts.paths import row_path
from legalassist.law import grounds
from legalassist.law.authorities import Authorities
from legalassist.law.finding import Finding, Part, Verdict
from legalassist.law.rule import Rule
from legalassist.packets.memo_names import Names
from legalassist.packets.plan import Planning

Line = Mapping[str, object]

_GROUNDS = "flags."
_FAMILY = "derivatives."


def elements(names: Names, authorities: Authorities) -> list[Line]:
    """Return the findings on the elements and on travel, one by one."""
    return [finding_line(names, one, authorities) for one in _of(names.assessment, _GROUNDS, _FAMILY, other=True)]


def family(names: Names, authorities: Authorities) -> list[Line]:
    """Return the findings on members of the family, one by one."""
    return [finding_line(names, one, authorities) for one in _of(names.assessment, _FAMILY)]


def grounds_found(names: Names, authorities: Authorities) -> list[Line]:
    """Return the findings on grounds of inadmissibility, one by one."""
    return [finding_line(names, one, authorities) for one in _of(names.assessment, _GROUNDS)]


def _of(assessment: Assessment, *prefixes: str, other: bool = False) -> Iterator[Finding]:
    return (one for one in assessment.findings if one.rule.startswith(prefixes) != other)


def finding_line(names: Names, one: Finding, authorities: Authorities) -> Line:
    """Return what the memo prints of one finding; facts that a part names already are not named again below it."""
    told = {path for part in one.parts for path in (*part.hangs_on, *part.absent)}
    parts = [_part(names, part) for part in one.parts]
    return {
        "title": names.subject(one.title, one.subject),
        "verdict": one.verdict.value,
        "reason": one.reason.value,
        "authorities": [authorities.get(name) for name in one.authorities],
        "answers": [names.answered(path) for path in one.hangs_on if path not in told],
        "absent": [names.asked(path) for path in one.absent if path not in told],
        "exhibits": () if parts else names.exhibits(one.exhibits),
        "paragraphs": () if parts else names.paragraphs(one.paragraphs),
        "readings": one.readings,
        "parts": parts,
    }


def _part(names: Names, part: Part) -> Line:
    return {
        "title": part.title,
        "answers": [names.answered(path) for path in part.hangs_on],
        "absent": [names.asked(path) for path in part.absent],
        "exhibits": names.exhibits(part.exhibits),
        "paragraphs": names.paragraphs(part.paragraphs),
    }


def every_ground(assessment: Assessment) -> list[tuple[str, str]]:
    """Return every ground that is asked about, with how it stands: its verdict, or that nothing touches it."""
    return [(rule.title, _standing(assessment, rule)) for rule in grounds.RULES]


def _standing(assessment: Assessment, rule: Rule) -> str:
    found = [one for one in assessment.findings if one.rule == rule.id]
    if any(one.verdict is Verdict.ATTORNEY_DECIDES for one in found):
        return "touched"
    if found or (rule.group and not assessment.facts.rows(rule.group).complete):
        return "not asked in full"
    return "nothing touches it"


def relatives_grounds(names: Names) -> list[tuple[str, str]]:
    """Return, for each family member who applies, whether an answer of their own talk touches a ground."""
    facts, lines = names.assessment.facts, []
    for number in facts.rows("family").numbers:
        row = row_path("family", number)
        if known_value(facts, f"{row}.apply") is True:
            touched = known_value(facts, f"derived.{row}.waiver_in_question")
            standing = "not asked in full" if touched is None else "touched" if touched else "nothing touches it"
            lines.append((names.row(row), standing))
    return lines


def weak_spots(names: Names, missing: Sequence[MissingItem]) -> Mapping[str, object]:
    """Return what an attorney may want to look at first: papers that lack, dates read in two ways, days that are over.

    What no paragraph and no exhibit covers, what does not fit together and what has to be read back are lists of their
    own.
    """
    assessment = names.assessment
    papers = (Kind.PAPER, Kind.TRANSLATION)
    return {
        "read_twice": [names.subject(one.title, one.subject) for one in assessment.findings if one.readings],
        "not_met": [
            names.subject(one.title, one.subject) for one in assessment.findings if one.verdict is Verdict.NOT_MET
        ],
        "papers": [(one.ask, one.why) for one in missing if one.kind in papers],
        "over": [names.subject(one.title, one.subject) for one in assessment.deadlines if one.passed],
        "touched": [title for title, standing in every_ground(assessment) if standing == "touched"],
    }


def undecided(names: Names, planning: Planning, missing: Sequence[MissingItem]) -> Mapping[str, object]:
    """Return what the program did not decide: judgments, what has no sourced rule or lacks answers, Items, pieces."""
    findings = names.assessment.findings
    return {
        "judgments": _titles(names, findings, Verdict.ATTORNEY_DECIDES),
        "unknown": [
            (names.subject(one.title, one.subject), one.reason.value)
            for one in findings
            if one.verdict is Verdict.UNKNOWN
        ],
        "items": [(form, tuple(parts.items())) for form, parts in _items(names, missing).items()],
        "pieces": [(code, names.some(sorted(needs))) for code, needs in planning.undecided.items()],
    }


def _items(names: Names, missing: Sequence[MissingItem]) -> Mapping[str, Mapping[str, int]]:
    """Return how many Items of each Part are undecided, by form and person."""
    found: dict[str, dict[str, int]] = {}
    for one in missing:
        if one.kind is Kind.DETERMINATION:
            form, of_form, rest = one.page.partition(" Part ")
            part, _, person = rest.partition(" ")
            parts = found.setdefault(names.rows_in(f"{form.upper() if of_form else form} {person}".rstrip()), {})
            said = f"Part {part}" if of_form else "in all"
            parts[said] = parts.get(said, 0) + 1
    return found


def _titles(names: Names, findings: Sequence[Finding], verdict: Verdict) -> list[str]:
    return [names.subject(one.title, one.subject) for one in findings if one.verdict is verdict]
