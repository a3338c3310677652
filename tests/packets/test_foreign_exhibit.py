"""A packet for signature is kept back by an exhibit in another language with nothing behind it (PB-07), by its name."""

from dataclasses import replace
from datetime import date

import pytest
from packets.test_gate import light

from legalassist.api.building import prepare
from legalassist.cases.exhibit_file import FiledAs
from legalassist.library import Library
from legalassist.packets.build import Build, PacketState
from legalassist.packets.gate.rules import BY_ID

FOREIGN = "exhibits[1]"


@pytest.fixture(scope="module")
def mei(library: Library) -> Build:
    path = library.get("interviews/tvisa/examples/mei.yaml").path
    return replace(prepare(path, library, as_of=date(2026, 11, 22)), state=PacketState.FOR_SIGNATURE)


def kept_back(build: Build, *without: FiledAs) -> bool:
    """Say whether the gate names the foreign paper, its files of some kinds taken away."""
    kept = tuple(one for one in build.case.exhibits if one.row != FOREIGN or one.role not in without)
    looked = light(build, replace(build.case, exhibits=kept))
    return FOREIGN in [found.what for found in BY_ID["in-english"].look(looked)]


def test_with_its_translation_and_certificate_a_foreign_paper_keeps_nothing_back(mei: Build) -> None:
    assert not kept_back(mei)


@pytest.mark.parametrize("roles", [(FiledAs.TRANSLATION,), (FiledAs.CERTIFICATE,), tuple(FiledAs)[1:]])
def test_a_foreign_paper_without_one_of_them_keeps_the_packet_back(mei: Build, roles: tuple[FiledAs, ...]) -> None:
    assert kept_back(mei, *roles)
