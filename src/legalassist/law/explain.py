"""A finding as a tree of text, for the terminal and for a reader who asks why."""

from collections.abc import Iterator

from legalassist.law.authorities import Authorities
from legalassist.law.finding import Finding


def explain(finding: Finding, authorities: Authorities) -> str:
    """Return the finding as lines: title, verdict, reason, readings, what it hangs on, what is absent, authorities.

    Facts are named by their paths; no answer is repeated. Raises ContentError for an authority id that does not exist.
    """
    about = f" ({finding.subject})" if finding.subject else ""
    lines = [f"{finding.title}{about}: {finding.verdict}", f"   {finding.rule}", f"   {finding.reason}"]
    lines += _branch("readings", finding.readings)
    lines += _branch("hangs on", finding.hangs_on)
    lines += _branch("absent", finding.absent)
    lines += _branch("exhibits", finding.exhibits)
    cited = map(authorities.get, finding.authorities)
    lines += _branch("authorities", tuple(f"{each.id}  {each.citation}\n{each.text}" for each in cited))
    return "\n".join(lines)


def _branch(name: str, leaves: tuple[str, ...]) -> Iterator[str]:
    """Yield a named branch and its leaves, one line each and further lines below; nothing where there are none."""
    if leaves:
        yield f"├─ {name}"
    for leaf in leaves:
        first, *more = leaf.splitlines()
        yield f"│  ├─ {first}"
        yield from (f"│  │  {line}" for line in more)
