"""The gate of a packet: how it stands with every rule, and a named attorney letting it go although one rule blocks."""

from dataclasses import replace

from legalassist.api.asking import Opened
from legalassist.api.building import assessed
from legalassist.api.lines import some_lines
from legalassist.cases.override import LONGEST_REASON, Override
from legalassist.errors import UsageError
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.packets.assemble import write_pieces
from legalassist.packets.build import Build
from legalassist.packets.edits import BaseChangedError
from legalassist.packets.gate.rule import Looked
from legalassist.packets.gate.rules import BY_ID
from legalassist.packets.gate.standing import Ruled, Standing, ruled

_NO_REASON = ("a rule is overridden with a reason", "say why the packet may go all the same")
_LISTS = "'legalassist packet gate CASE' shows every rule and how it stands"


def gate(build: Build) -> tuple[Ruled, ...]:
    """Return how a packet stands with every rule; raises what writing its pieces raises.

    A piece that was edited from another rendering is found by its rule, not refused.
    """
    return ruled(_looked(build))


def _looked(build: Build) -> Looked:
    """Return what the rules look at; edited pieces whose source has changed are named, and taken as they are."""
    assessment, changed = assessed(build), dict[str, None]()
    while True:
        edited = tuple(replace(one, base_changed=True) if one.code in changed else one for one in build.edited)
        try:
            return write_pieces(replace(build, edited=edited), assessment, tuple(changed))[2]
        except BaseChangedError as wrong:
            changed[wrong.code] = None


def override(opened: Opened, build: Build, rule: str, by: str, reason: str, at: str) -> Opened:  # noqa: PLR0913, PLR0917 - whose, of which packet, which rule, by whom, why, when
    """Return the case with an override of one rule, kept durably.

    `build` is the packet as it stands: the override holds as long as the rule finds the same in it.

    Raises UsageError where there is no such rule or attorney, the rule does not block, nobody can override it, or the
    reason is empty or holds what cannot be kept; what the keeper raises where it cannot be kept.
    """
    attorney = build.clinic.attorney_by(by)
    one = _rule(build, rule)
    if one.standing is Standing.PASSED:
        raise UsageError(f"{rule} does not block: there is nothing to override", _LISTS)
    written = some_lines(reason, "reason", LONGEST_REASON, none=_NO_REASON)
    return _kept(opened, Override(rule, written, attorney.code, at, one.digest))


def take_back(opened: Opened, build: Build, rule: str, by: str, at: str) -> Opened:
    """Return the case in which an override is taken back, kept durably; raises like `override`."""
    attorney = build.clinic.attorney_by(by)
    if rule not in opened.case.overridden:
        raise UsageError("this rule is not overridden, so that nothing can be taken back", _LISTS)
    return _kept(opened, Override(rule, "", attorney.code, at, given=False))


def _kept(opened: Opened, one: Override) -> Opened:
    case = opened.case.override(one)
    return replace(opened, case=case, kept=opened.kept.override(case))


def _rule(build: Build, rule: str) -> Ruled:
    """Return how a packet stands with the rule of an id."""
    if rule not in BY_ID:
        raise UsageError("the gate has no rule of this name", did_you_mean(rule, tuple(BY_ID)) or _LISTS)
    if not BY_ID[rule].overridable:
        raise UsageError(f"{rule} cannot be overridden", BY_ID[rule].do)
    found = next((one for one in gate(build) if one.rule.id == rule), None)
    if found is None:
        raise UsageError(f"{rule} is about the application, and this is another packet", _LISTS)
    return found
