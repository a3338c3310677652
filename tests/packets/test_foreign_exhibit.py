"""A packet for signature is refused with an exhibit in another language and nothing behind it (PB-07), by its name."""

from dataclasses import replace
from datetime import date

import pytest

from legalassist.api.building import assessed, prepare
from legalassist.cases.exhibit_file import FiledAs
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.packets.assemble import check_ready
from legalassist.packets.build import Build, PacketState

FOREIGN = "exhibits[1]"


@pytest.fixture(scope="module")
def mei(library: Library) -> Build:
    path = library.get("interviews/tvisa/examples/mei.yaml").path
    return replace(prepare(path, library, as_of=date(2026, 11, 22)), state=PacketState.FOR_SIGNATURE)


def without(build: Build, *roles: FiledAs) -> Build:
    kept = tuple(one for one in build.case.exhibits if one.row != FOREIGN or one.role not in roles)
    return replace(build, case=replace(build.case, exhibits=kept))


def refused(build: Build) -> list[str]:
    with pytest.raises(UsageError, match="not ready for signature") as wrong:
        check_ready(build, assessed(build), ())
    return wrong.value.hint.removeprefix("missing: ").split(", ")


def test_with_its_translation_and_certificate_a_foreign_paper_keeps_nothing_back(mei: Build) -> None:
    assert FOREIGN not in refused(mei)


@pytest.mark.parametrize("roles", [(FiledAs.TRANSLATION,), (FiledAs.CERTIFICATE,), tuple(FiledAs)[1:]])
def test_a_foreign_paper_without_one_of_them_keeps_the_packet_back(mei: Build, roles: tuple[FiledAs, ...]) -> None:
    assert FOREIGN in refused(without(mei, *roles))
