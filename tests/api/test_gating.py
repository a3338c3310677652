"""The gate behind the doors: an edited piece whose source changed is named; only a store's attorney overrides."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from one_library import LIBRARY
from stores.making import AT, BO, KINDS, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.building import assessed, prepare
from legalassist.api.gating import gate
from legalassist.api.opening import EXAMPLES
from legalassist.api.stored_cases import MAY_DECIDE, StoredCase
from legalassist.cases.answer import Said
from legalassist.cases.override import Override
from legalassist.errors import StoreError
from legalassist.facts.values import PersonName
from legalassist.library import shipped
from legalassist.packets.assemble import write_pieces
from legalassist.packets.build import Edited
from legalassist.packets.gate.standing import Standing
from legalassist.stores.cases import open_case


def test_the_gate_names_an_edited_piece_whose_source_changed_and_looks_at_all_the_rest() -> None:
    build = prepare(shipped() / EXAMPLES / "mei.yaml", LIBRARY, as_of=dt.date(2026, 11, 22))
    letter = next(one for one in write_pieces(build, assessed(build))[2].written if one.planned.code == "cover-letter")
    edited = replace(build, edited=(Edited("cover-letter", "letter.docx", letter.rendered),))
    said = Said(by="mm", at="2026-11-22T10:00:00", language="en")
    changed = replace(edited, case=build.case.answer("client.name", PersonName("WANG", "LI"), said))
    for inputs, standing in ((edited, Standing.PASSED), (changed, Standing.BLOCKED)):
        (rule,) = (one for one in gate(inputs) if one.rule.id == "edited-source")
        assert rule.standing is standing
        assert [one.what for one in rule.found] == (["cover-letter"] if standing is Standing.BLOCKED else [])


def test_only_an_attorney_of_the_store_overrides(tmp_path: Path) -> None:
    tables = new_tables(KINDS[0], tmp_path)
    store = set_up(tables).store
    let_team_in(store)
    kept(store)
    caseworker = opened_by(tables, BO)
    assert caseworker.person.role.value not in MAY_DECIDE
    for who, may in ((caseworker, False), (store, True)):
        found = StoredCase(who, open_case(who, "2026-0001"), lambda: AT)
        case = found.case.override(Override("papers", "why", "je", "t", "ab" * 32))
        if may:
            assert found.override(case).case.overridden["papers"].reason == "why"
        else:
            with pytest.raises(StoreError, match="only an attorney of this store may override"):
                found.override(case)
    tables.close()
