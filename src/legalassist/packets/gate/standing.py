"""How a packet stands with each rule: passed, blocked, or overridden by a named attorney."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from legalassist.cases.override import Override
from legalassist.documents.clinic import Attorney
from legalassist.errors import UsageError
from legalassist.packets.build import PacketState
from legalassist.packets.gate.rule import Found, Looked, Rule
from legalassist.packets.gate.rules import RULES

_ORDER = tuple(PacketState)
_NAMED = 20
"""So many things are named of one rule in a refusal; the table names all."""


class Standing(StrEnum):
    """How a packet stands with one rule."""

    PASSED = "passed"
    BLOCKED = "blocked"
    OVERRIDDEN = "overridden"
    STALE = "blocked: what it was overridden for has changed since"
    NOBODY = "blocked: clinic.yaml has no attorney with the code of the override"


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule and how the packet stands with it; `digest` is what an override given now rests on."""

    rule: Rule
    standing: Standing
    found: tuple[Found, ...] = ()
    override: Override | None = None
    attorney: Attorney | None = None

    @property
    def digest(self) -> str:
        """The digest of what the rule found."""
        return self.rule.digest(self.found)

    def blocks(self, state: PacketState) -> bool:
        """Say whether it keeps a packet out of a state."""
        holds = self.standing in {Standing.PASSED, Standing.OVERRIDDEN}
        return not holds and _ORDER.index(state) >= _ORDER.index(self.rule.since)


def ruled(looked: Looked, rules: Iterable[Rule] = RULES) -> tuple[Ruled, ...]:
    """Return how a packet stands with every rule that is about it, in the order of the list."""
    return tuple(_ruled(rule, looked) for rule in rules if not (rule.whole and looked.build.kind))


def _ruled(rule: Rule, looked: Looked) -> Ruled:
    found = tuple(rule.look(looked))
    override = looked.build.case.overridden.get(rule.id) if rule.overridable else None
    attorney = _attorney(looked, override)
    if not found:
        return Ruled(rule, Standing.PASSED, (), override, attorney)
    return Ruled(rule, _standing(rule, found, override, attorney), found, override, attorney)


def _standing(rule: Rule, found: tuple[Found, ...], override: Override | None, attorney: Attorney | None) -> Standing:
    if override is None:
        return Standing.BLOCKED
    if attorney is None:
        return Standing.NOBODY
    return Standing.OVERRIDDEN if override.rests_on == rule.digest(found) else Standing.STALE


def _attorney(looked: Looked, override: Override | None) -> Attorney | None:
    """Return the attorney of the clinic who gave an override."""
    code = override.by if override is not None else ""
    return next((one for one in looked.build.clinic.attorneys if one.code == code), None)


def check_gate(looked: Looked) -> tuple[Ruled, ...]:
    """Return how the packet stands with every rule; raise UsageError where one keeps it out of its state."""
    state, all_of_it = looked.build.state, ruled(looked)
    blocking = [one for one in all_of_it if one.blocks(state)]
    if blocking:
        message = f"this packet is not ready {_READY[state]}: {len(blocking)} of its rules are blocked"
        raise UsageError(message, hint="; ".join(_told(blocking)) + "; 'legalassist packet gate CASE' shows all rules")
    return all_of_it


_READY = {PacketState.DRAFT: "as a draft", PacketState.FOR_SIGNATURE: "for signature", PacketState.AS_MAILED: "to mail"}


def _told(blocking: Iterable[Ruled]) -> Iterator[str]:
    for one in blocking:
        named = [found.what for found in one.found[:_NAMED]]
        more = f" and {len(one.found) - _NAMED} more" if len(one.found) > _NAMED else ""
        yield f"{one.rule.id}: {', '.join(named)}{more}"


def gate_text(stands: Iterable[Ruled]) -> str:
    """Return the page for ``internal/``: every rule, how it stands, and who overrode it and why."""
    lines = ["Attorney work product: do not file", ""]
    for one in stands:
        sources = ", ".join(one.rule.authorities)
        lines += [f"{one.rule.id}: {one.standing}", f"  {one.rule.says}" + (f" ({sources})" if sources else "")]
        lines += [f"  found: {found.what}" for found in one.found]
        if one.override is not None:
            name = one.attorney.name.full if one.attorney is not None else "not in clinic.yaml"
            lines += [f"  override by {one.override.by} ({name}), {one.override.at}: {one.override.reason}"]
    return "\n".join(lines) + "\n"
