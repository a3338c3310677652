"""The plan of generated cases; ``make soak`` makes 5,000 of them, and builds 100 as PDF."""

from pathlib import Path

import pytest
from one_library import LIBRARY
from packets.generated import build_of, plan_faults

from legalassist.api.building import build_packet
from legalassist.api.checking import check_packet
from legalassist.library import Library


@pytest.mark.parametrize("seed", range(24))
def test_the_plan_of_any_case_is_made_and_every_template_rendered(library: Library, seed: int) -> None:
    assert list(plan_faults(build_of(library, seed))) == []


def test_a_contents_that_leaves_a_piece_out_is_found(tmp_path: Path) -> None:
    shelf = tmp_path / "templates/tvisa"
    shelf.mkdir(parents=True)
    whole = LIBRARY.get("templates/tvisa/contents.html").text
    (shelf / "contents.html").write_text(whole.replace("in lines", "in lines[1:]"), encoding="utf-8")
    faults = list(plan_faults(build_of(Library(tmp_path), 3)))
    assert faults == ["the contents do not list cover-letter"]


@pytest.mark.parametrize("seed", range(1000, 1002))
def test_a_generated_packet_is_built_and_reads_back_whole(
    library: Library, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = build_packet(build_of(library, seed), tmp_path_factory.mktemp("generated") / "out")
    assert [str(problem) for problem in check_packet(built.out)] == []
