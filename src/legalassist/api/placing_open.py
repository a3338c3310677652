"""Whether anything of a case still goes to firms: not of a closed one, and not where she has said no since."""

from legalassist.api.placing_kept import check_not_closed
from legalassist.errors import UsageError
from legalassist.law.placement import MAY_OFFER
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore


def check_goes_on(store: OpenStore, opened: OpenCase) -> None:
    """Refuse a step towards a firm of a closed case, and of a client whose answer is that no firm is asked.

    A release that she signed before counts no more than her word now (34 U.S.C. 12291(b)(2)(B)); a case that was never
    offered without her name has no answer to that question, and needs none. Raises UsageError.
    """
    check_not_closed(store, opened)
    said = opened.case.current.get(MAY_OFFER)
    if said is not None and said.value is False:
        message = f"the client has said no since ({MAY_OFFER}): nothing more goes to a firm"
        hint = (
            "ask her: where she takes the release back, 'legalassist placement withdraw CASE FIRM'; where she wants "
            "this firm all the same, her answer is corrected first"
        )
        raise UsageError(message, hint)
