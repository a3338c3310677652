"""People who stand in two places at once: one name spelt two ways, one person in two relations, a helper with a tie."""

from collections.abc import Iterator

from legalassist.assessments.contradiction import ASK_HER, SPELLING, Contradiction, Found, Look
from legalassist.facts.values import PersonName
from legalassist.law.family import GROUP as FAMILY
from legalassist.reviews.people import same_name

CLIENT = "client.name"
_HELPERS = ("interpreter.name", "translator.name")
HELPER = "helper"
"""The rule about who interprets and translates."""
_APART = "Choose somebody without a tie to the people in this case."
_ONE_OR_TWO = "Ask whether this is one person or two."


def people_apart(look: Look) -> Found:
    """Yield everything about people and their names that does not fit."""
    yield from _spelt_two_ways(look)
    yield from _listed_twice(look)
    yield from _spouses(look)
    yield from _helpers(look)


def _names(look: Look) -> Iterator[tuple[str, PersonName]]:
    """Yield every person's name with its path; the client's other names are other names, and may differ."""
    paths = [CLIENT, *(f"{row}.name" for row in look.rows(FAMILY)), *(f"{row}.name" for row in look.rows("adverse"))]
    for row in look.rows(FAMILY):
        paths += [f"{child}.name" for child in look.rows(f"{row}.children")]
    for path in paths:
        name = look.name(path)
        if name is not None:
            yield path, name


def everybody(look: Look) -> Iterator[tuple[str, PersonName]]:
    """Yield every name in the answers of whoever a statement can speak of, other and earlier names included."""
    yield from _names(look)
    rows = [*look.rows("client.other_names"), *look.rows("prior_spouses")]
    for row in look.rows(FAMILY):
        rows += [*look.rows(f"{row}.other_names"), *look.rows(f"{row}.prior_spouses")]
    paths = [*(f"{row}.name" for row in rows), *(f"{row}.spouse_name" for row in look.rows(FAMILY))]
    yield from ((path, name) for path in paths if (name := look.name(path)) is not None)


def _latin(name: PersonName) -> str:
    return " ".join(part for part in (name.family, name.given, name.middle) if part).casefold()


def _spelt_two_ways(look: Look) -> Found:
    """Yield two names that are the same in their own script and differ in Latin letters."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for path, name in _names(look):
        if name.native and _latin(name):
            groups.setdefault(name.native, []).append((path, _latin(name)))
    for group in groups.values():
        if len({latin for _, latin in group}) > 1:
            about = "one name in Chinese is spelt in two ways in letters"
            yield Contradiction("spelling", tuple(path for path, _ in group), about, SPELLING)


def _listed_twice(look: Look) -> Found:
    """Yield two rows of the family that can only be one person, and rows that repeat the client or a grandchild."""
    rows = look.rows(FAMILY)
    for alike in _alike(look, rows):
        about = "one name and one birth date stand in the list of the family twice"
        yield Contradiction("twice", tuple(f"{row}.relation" for row in alike), about, _ONE_OR_TWO)
    client = look.name(CLIENT)
    for row in rows:
        name = look.name(f"{row}.name")
        if client is not None and name is not None and name == client:
            yield Contradiction(
                "twice", (CLIENT, f"{row}.name"), "the client stands in the list of the family", _ONE_OR_TWO
            )
        for child in look.rows(f"{row}.children"):
            for own in rows:
                if own != row and _same_person(look, own, child):
                    about = "a child of a family member stands in the list of the family as well"
                    yield Contradiction("twice", (f"{own}.name", f"{child}.name"), about, _ONE_OR_TWO)


def _alike(look: Look, rows: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every group of two or more rows that can be one person: one question for all of them."""
    groups: list[tuple[str, ...]] = []
    for row in rows:
        at = next((n for n, group in enumerate(groups) if all(_same_person(look, one, row) for one in group)), None)
        if at is None:
            groups.append((row,))
        else:
            groups[at] += (row,)
    yield from (group for group in groups if len(group) > 1)


def _same_person(look: Look, one: str, other: str) -> bool:
    first, second = look.name(f"{one}.name"), look.name(f"{other}.name")
    born, also = look.date(f"{one}.birth_date"), look.date(f"{other}.birth_date")
    if first is None or second is None:
        return False
    same = first.native == second.native if first.native and second.native else _latin(first) == _latin(second)
    return same and (born is None or also is None or born == also)


def _spouses(look: Look) -> Found:
    """Yield a marital status that does not fit the list of the family."""
    status, rows = look.text("client.marital_status"), look.rows(FAMILY)
    spouses = [f"{row}.relation" for row in rows if look.text(f"{row}.relation") == "spouse"]
    if status == "single" and spouses:
        about = "never married, and a husband or wife is in the list"
        yield Contradiction("marriage", ("client.marital_status", *spouses), about)
    if status == "married" and not spouses and look.facts.rows(FAMILY).complete:
        about = "married, and no husband or wife is in the list, which is complete"
        yield Contradiction("marriage", ("client.marital_status", FAMILY), about)
    if len(spouses) > 1:
        about = "more than one husband or wife is in the list"
        yield Contradiction("marriage", tuple(spouses), about, "Ask which marriage ended, when and how.")
    for row in rows:
        if look.text(f"{row}.relation") in {"stepchild", "stepparent"} and look.yes(f"{row}.in_us"):
            continue
        if look.no(f"{row}.married") and look.date(f"{row}.marriage_date") is not None:
            about = "not married now, and a day of marriage"
            yield Contradiction("marriage", (f"{row}.married", f"{row}.marriage_date"), about, ASK_HER)


def _helpers(look: Look) -> Found:
    """Yield an interpreter or translator who is the client, a family member, or one she named as a danger."""
    for path in _HELPERS:
        helper = look.name(path)
        for other in named_like(look, helper) if helper is not None else ():
            about = "whoever interprets or translates has the name of somebody in the case"
            yield Contradiction(HELPER, (path, other), about, _APART)


def named_like(look: Look, helper: PersonName) -> Iterator[str]:
    """Yield where in the answers somebody stands who has this name, however it is written."""
    for path, name in everybody(look):
        native = helper.native and name.native
        if any(same_name(one, other) for one in _written(helper) for other in _written(name)) and not (
            native and not same_name(helper.native, name.native)
        ):
            yield path


def _written(name: PersonName) -> Iterator[str]:
    """Yield a name as it may be written: whole, without the middle name, in its own script."""
    wholes = (" ".join(filter(None, parts)) for parts in (
        (name.given, name.middle, name.family), (name.given, name.family), (name.native,)))  # fmt: skip
    yield from dict.fromkeys(filter(None, wholes))
