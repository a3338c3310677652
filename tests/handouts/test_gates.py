"""The two gates: a band stays until every text is approved and every weak authority acknowledged, and comes back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from handouts.shelf import approved

from legalassist.handouts.formats import BOTH, FORMATS
from legalassist.handouts.gates import NONE, Clearances, standing
from legalassist.handouts.reading import read_topic
from legalassist.handouts.texts import texts_of
from legalassist.law.authorities import Authorities, Authority
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger, Said

LAW = Authorities.load()
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def texts(library: Library) -> tuple[Said, ...]:
    return texts_of(library, read_topic(library, "at-the-door", LAW), FORMATS["wallet"], BOTH)


@pytest.fixture(scope="module")
def rest(library: Library) -> tuple[Authority, ...]:
    topic = read_topic(library, "at-the-door", LAW)
    return tuple(map(LAW.get, dict.fromkeys(name for one in topic.statements for name in one.authorities)))


@pytest.fixture
def cleared(texts: tuple[Said, ...], rest: tuple[Authority, ...]) -> Clearances:
    return Clearances(approved(texts), {one.id: DAY for one in rest})


def test_nothing_is_cleared_as_shipped(texts: tuple[Said, ...], rest: tuple[Authority, ...]) -> None:
    stands = standing(texts, rest, NONE, DAY)
    assert not stands.cleared
    assert len(stands.unapproved) == len(texts)
    assert stands.unacknowledged["KY-05"] == stands.unacknowledged["KY-07"] == "contested"
    assert "KY-11" not in stands.unacknowledged


def test_approvals_and_acknowledgments_clear_a_piece(
    texts: tuple[Said, ...], rest: tuple[Authority, ...], cleared: Clearances
) -> None:
    assert standing(texts, rest, cleared, DAY).cleared


def test_each_gate_alone_is_not_enough(
    texts: tuple[Said, ...], rest: tuple[Authority, ...], cleared: Clearances
) -> None:
    assert not standing(texts, rest, replace(cleared, ledger=Ledger()), DAY).cleared
    assert not standing(texts, rest, replace(cleared, acknowledged={}), DAY).cleared


def test_a_contested_authority_alone_bands_what_rests_on_it(
    texts: tuple[Said, ...], rest: tuple[Authority, ...], cleared: Clearances
) -> None:
    without = {name: day for name, day in cleared.acknowledged.items() if name != "KY-07"}
    assert dict(standing(texts, rest, replace(cleared, acknowledged=without), DAY).unacknowledged) == {
        "KY-07": "contested"
    }


def test_one_changed_text_is_unapproved_again_in_either_language(
    texts: tuple[Said, ...], rest: tuple[Authority, ...], cleared: Clearances
) -> None:
    for changed in (replace(texts[0], text="别的"), replace(texts[0], english="Other")):
        stands = standing([changed, *texts[1:]], rest, cleared, DAY)
        assert [one.context for one in stands.unapproved] == [texts[0].context]


def test_an_acknowledgment_lapses_and_one_from_tomorrow_does_not_count(
    texts: tuple[Said, ...], rest: tuple[Authority, ...], cleared: Clearances
) -> None:
    assert standing(texts, rest, cleared, date(2026, 12, 21)).cleared
    assert set(standing(texts, rest, cleared, date(2026, 12, 22)).unacknowledged) == {"KY-05", "KY-07"}
    assert "KY-02" not in standing(texts, rest, cleared, DAY + timedelta(days=90)).unacknowledged
    assert "KY-02" in standing(texts, rest, cleared, DAY + timedelta(days=91)).unacknowledged
    assert not standing(texts, rest, cleared, DAY - timedelta(days=1)).cleared
