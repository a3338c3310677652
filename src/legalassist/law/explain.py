"""A finding as a tree of text, for the terminal and for a reader who asks why."""

from collections.abc import Iterator

from legalassist.law.authorities import Authorities
from legalassist.law.finding import Finding, Part


def explain(finding: Finding, authorities: Authorities) -> str:
    """Return the finding as lines: title, verdict, reason, its parts, readings, what it hangs on, authorities.

    A part stands with the answers and exhibits that speak to it alone, and what is absent. Facts are named by their
    paths; no answer is repeated. Raises ContentError for an authority id that does not exist.
    """
    about = f" ({finding.subject})" if finding.subject else ""
    lines = [f"{finding.title}{about}: {finding.verdict}", f"   {finding.rule}", f"   {finding.reason}"]
    lines += _branch("parts", tuple(map(_part, finding.parts)))
    lines += _branch("readings", finding.readings)
    lines += _branch("hangs on", finding.hangs_on)
    lines += _branch("absent", finding.absent)
    lines += _branch("exhibits", finding.exhibits)
    lines += _branch("statement", finding.paragraphs)
    cited = map(authorities.get, finding.authorities)
    lines += _branch("authorities", tuple(f"{each.id}  {each.citation}\n{each.text}" for each in cited))
    return "\n".join(lines)


def _part(part: Part) -> str:
    """Return a part as its title, and one line each for what speaks to it and what is absent."""
    named = (("hangs on", part.hangs_on), ("absent", part.absent), ("exhibits", part.exhibits),
             ("statement", part.paragraphs))  # fmt: skip
    return "\n".join([part.title, *(f"{name}: {', '.join(paths)}" for name, paths in named if paths)])


def _branch(name: str, leaves: tuple[str, ...]) -> Iterator[str]:
    """Yield a named branch and its leaves, one line each and further lines below; nothing where there are none."""
    if leaves:
        yield f"├─ {name}"
    for leaf in leaves:
        first, *more = leaf.splitlines()
        yield f"│  ├─ {first}"
        yield from (f"│  │  {line}" for line in more)
