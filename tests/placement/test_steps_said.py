"""The log of a case with firms: every kind of step is a sentence, and no sheet's names stand in it."""

import pytest

from legalassist.placement.releases import Answered, GivenBack, Granted, Retained, Told, Undertaken, Withdrawn
from legalassist.placement.steps import LEFT_OFF, OfACase, Ruled
from legalassist.placement.steps_said import said_of

FIRM, DAY = "Example LLP", "2026-11-23"
RELEASE = {
    "on": DAY, "firm": FIRM, "why": "to take the case", "until": "2026-12-07T18:00-05:00", "language": "zh_Hans",
    "interpreter": "Robin Sample",
}  # fmt: skip
DIGEST = "ab" * 32
STEPS: tuple[tuple[OfACase, str], ...] = (
    (
        Granted.model_validate({**RELEASE, "stage": 2}),
        ("the client released the names to Example LLP, until 18:00 on 2026-12-07: to take the case; "
        "read aloud in zh_Hans, interpreter Robin Sample"),
    ),
    (
        Granted.model_validate({
            **RELEASE, "stage": 3, "interpreter": "", "language": "en", "whose": "family[2]",
            "signer": "safe guardian", "signed_by": "Ana Sample", "child": "too young to sign",
            "not_meant": "another aunt", "name_seen": "the passport", "appointed": "the court's order",
        }),
        ("the relative family[2] released the file to Example LLP, until 18:00 on 2026-12-07: to take the case; "
        "read aloud in en; signed by Ana Sample, the safe guardian; the child is too young to sign; nobody who signs "
        "is the relative named by a role alone: another aunt; the signer's name is whole: the passport; appointed by "
        "the court's order"),
    ),
    (Withdrawn(on=DAY, firm=FIRM), "the client took the release for Example LLP back"),
    (Withdrawn(on=DAY, firm=FIRM, whose="family[2]"), "the relative family[2] took the release for Example LLP back"),
    (
        Undertaken(on=DAY, firm=FIRM, delete_by="2026-12-20"),
        "Example LLP signed its undertaking: names are deleted by 2026-12-20",
    ),
    (
        Told(on=DAY, firm=FIRM, step="adverse names", digest=DIGEST, delete_by="2026-12-20", names=("x", "y")),
        f"the adverse names (2) went to Example LLP, locked, SHA-256 {DIGEST}; to be deleted by 2026-12-20",
    ),
    (
        Told(on=DAY, firm=FIRM, step="client's names", digest="", delete_by="2026-12-20"),
        "Example LLP was asked by telephone about the client's names; to be deleted by 2026-12-20",
    ),
    (
        Told(
            on=DAY, firm=FIRM, step="hand-over", digest=DIGEST, delete_by="2026-12-20", names=("x",),
            holds=("packet",), by_word=("packet.pdf",),
        ),
        (f"the file went to Example LLP, locked, SHA-256 {DIGEST}; the release ends on 2026-12-20; from then on it is "
        "held under the retainer, or deleted; it holds packet; of this case by the word of whoever entered it: "
        "packet.pdf"),
    ),
    (
        Answered(on=DAY, firm=FIRM, step="adverse names", clear=True),
        "Example LLP answered 'clear' to the adverse names",
    ),
    (
        Answered(on=DAY, firm=FIRM, step="client's names", clear=False),
        "Example LLP answered 'not clear' to the client's names",
    ),
    (Retained(on=DAY, firm=FIRM), "the retainer with Example LLP was signed"),
    (GivenBack(on=DAY), "the case came back: no step before this one counts any more"),
    (
        Ruled(on=DAY, code="0a1b2c3d", rule=4, about="first.conflict_names", place=LEFT_OFF, why="a co-worker"),
        "name 0a1b2c3d (first.conflict_names) left off the first sheet: a co-worker",
    ),
    (
        Ruled(on=DAY, code="0a1b2c3d", rule=5, about="client.name", place="list.docx", why="the judge's name"),
        "finding 0a1b2c3d (rule 5, client.name, list.docx) is not about this client: the judge's name",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("step", "sentence"), STEPS, ids=lambda one: one.of if isinstance(one, OfACase) else "")
def test_each_step_is_a_sentence(step: OfACase, sentence: str) -> None:
    assert said_of(step) == sentence


def test_every_kind_of_step_has_its_sentence() -> None:
    kinds = {kind for kind in OfACase.kinds.values() if issubclass(kind, OfACase) and kind is not OfACase}
    assert {type(step) for step, _ in STEPS} == kinds
