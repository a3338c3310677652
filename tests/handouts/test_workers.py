"""Several processes print what one does, in the order asked for, and none reads its tools anew for each piece."""

import gc
import pickle
from datetime import date
from pathlib import Path

import pytest

from legalassist.api import handout_workers
from legalassist.api.handout_run import Run, orders
from legalassist.api.handout_tree import print_everything
from legalassist.api.handout_workers import Order, printed_pieces
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.errors import DocumentError, UsageError
from legalassist.library import Library

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    return Run(library, open_clinic(library), DAY)


@pytest.fixture(scope="module")
def ordered(run: Run) -> list[Order]:
    topic = run.topic("free-advice")
    return list(orders(run.library, [topic], ["sticker", "mini"], ["en", "zh_Hans"]))


def test_two_processes_print_the_bytes_of_one_in_the_same_order(run: Run, ordered: list[Order]) -> None:
    told: list[str] = []
    alone = printed_pieces(run, ordered, told.append, pictured=True)
    two = printed_pieces(run, ordered, told.append, workers=2, pictured=True)
    assert [one.sheet.piece.name for one in two] == [one.sheet.piece.name for one in alone]
    assert [one.files for one in two] == [one.files for one in alone]
    assert [one.picture for one in two] == [one.picture for one in alone]
    assert all(one.picture.startswith(b"\x89PNG") for one in two)
    (plain,) = printed_pieces(run, ordered[:1], told.append, tolerant=True)
    assert (plain.files, plain.picture) == (two[0].files, b"")  # going on after a fault takes no pictures
    assert len(told) == 2 * len(ordered) + 1


def test_a_fault_in_a_worker_is_the_fault_of_the_run(run: Run, ordered: list[Order]) -> None:
    pale = run.clinic.handouts.model_copy(update={"colour": "#eeeeee"})
    other = Run(run.library, run.clinic.model_copy(update={"handouts": pale}), DAY)
    with pytest.raises(UsageError, match="#eeeeee"):
        printed_pieces(other, ordered, lambda _name: None, workers=2)


def test_a_piece_that_does_not_fit_stops_no_other_and_is_named_with_its_reason(run: Run, tmp_path: Path) -> None:
    long = Run(run.library, run.clinic.model_copy(update={"name": "The Example Street Clinic of Flushing " * 2}), DAY)
    arguments = (long, ["at-the-door"], ["wallet", "half"], ["en"])
    done = print_everything(*arguments, tmp_path / "all", workers=2)
    assert [row.file for row in done.rows] == ["at-the-door-half-en.pdf"]
    (why,) = done.unmade
    assert why.startswith("at-the-door-wallet-en: the text does not fit")
    assert why.split(":")[0] in (done.out / "index.html").read_text(encoding="utf-8")
    with pytest.raises(DocumentError, match="does not fit"):
        print_run(*arguments, tmp_path / "named")  # what was named piece by piece is made whole or not at all
    assert not (tmp_path / "named").exists()


def test_a_worker_reads_fonts_and_templates_once(
    run: Run, ordered: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    def readings(*, anew: bool) -> int:
        given = pickle.loads(pickle.dumps(run))  # noqa: S301 - as it comes to a worker
        monkeypatch.setattr(handout_workers, "_GIVEN", [])
        handout_workers._begin(handout_workers._Given(given))
        before = handout_workers._tools.cache_info().misses
        for topic, form, language in ordered[:2]:
            if anew:  # the fault: a run with every piece
                handout_workers._begin(pickle.loads(pickle.dumps(handout_workers._Given(run))))  # noqa: S301
            handout_workers._there(topic.id, form.name, language)
        return handout_workers._tools.cache_info().misses - before

    try:
        assert readings(anew=False) == 1
        assert readings(anew=True) == 2
    finally:
        gc.unfreeze()  # a worker freezes what it has loaded; this process goes on
