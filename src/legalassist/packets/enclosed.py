"""Which forms a packet holds for one person: what that person's notice of appearance has to name (PB-04)."""

from functools import lru_cache

from legalassist.facts.known import Facts
from legalassist.forms.edition import read_edition
from legalassist.library import Library
from legalassist.packets.plan import Folder, PacketPlan, plan_pieces, required_plan

ORDER = ("I-914", "I-914A", "I-192", "I-765")
SUPPLEMENT_A = "I-914A"


def forms_for(library: Library, name: str, facts: Facts, about: str, kind: str = "") -> tuple[str, ...]:
    """Return the forms filed for a person (``about``: "" for the client, or ``family[2]``), in the order of the packet.

    `kind` names a packet beside the application's own. The client's own include the Supplement A for a family member,
    which the client signs. Raises ContentError where packet.yaml or an edition cannot be read.
    """
    pieces = plan_pieces(_plan(library, name, kind), facts).pieces
    filed = [(_form(library, name, one.form), one.about) for one in pieces if one.form and one.folder is Folder.FILING]
    held = {form for form, whose in filed if whose == about or (form == SUPPLEMENT_A and not about)}
    return tuple(form for form in ORDER if form in held)


@lru_cache(maxsize=32)
def _form(library: Library, name: str, edition: str) -> str:
    """Return a form's number, read once for each opened library."""
    return read_edition(library, name, edition).form.upper()


@lru_cache(maxsize=8)
def _plan(library: Library, name: str, kind: str) -> PacketPlan:
    """Return the plan, read once for each opened library."""
    return required_plan(library, name, kind)
