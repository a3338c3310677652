"""How often the leak check stops a clean teaser by mistake: never, for whatever Chinese name the client has."""

import datetime as dt
from pathlib import Path

import pytest
from one_library import LIBRARY
from placement.offered import REFERENCE, answers
from placement.people import names

from legalassist.api.opening import open_clinic
from legalassist.api.placing import make_teaser, scaffold
from legalassist.disclosure.han_names import HanName
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.latin_names import Named, Person
from legalassist.disclosure.leaks import look_into, search, text_hash, vocabulary_of
from legalassist.disclosure.reading import Reading
from legalassist.placement.bands import bands_of
from legalassist.placement.menus import Menus, read_menus
from legalassist.placement.printing import shelf_texts


@pytest.fixture(scope="module")
def menus() -> Menus:
    return read_menus(LIBRARY).menus


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, menus: Menus) -> tuple[Reading, ...]:
    folder = tmp_path_factory.mktemp("clean")
    library, out = LIBRARY, folder / "out"
    placed = make_teaser(answers(folder), library, out, as_of=dt.date(2026, 11, 23), reference=REFERENCE)
    assert open_clinic(library).name in placed.teaser.clinic
    known = shelf_texts(menus, placed.teaser, bands_of(invented=True, read=False))
    files = {name: (out / Path(name)).read_bytes() for name in placed.files}
    every = scaffold(library)
    return tuple(one for one in look_into(files, frozenset(map(text_hash, known))) if one.part not in every)


def test_no_chinese_name_stops_a_clean_teaser(texts: tuple[Reading, ...], menus: Menus) -> None:
    vocabulary = vocabulary_of(menus.texts())
    stopped, asked = [], 0
    for family, given, native in names():
        person = Person((Named("client.name", family, given, "", native),))
        leaks = search(texts, Identifiers((person,), (HanName("client.name", native),)), vocabulary)
        stopped += [(family, given, str(hit)) for hit in leaks.blocks]
        asked += bool(leaks.asks)
    assert stopped == []
    assert asked <= 7  # one in a hundred


def test_the_same_search_finds_each_of_those_names_where_it_stands() -> None:
    for family, given, native in list(names())[::11]:
        person = Person((Named("client.name", family, given, "", native),))
        found = search(
            look_into({"a.txt": f"{family.title()} {given.title()}, {native}".encode()}),
            Identifiers((person,), (HanName("client.name", native),)),
        )
        assert {hit.rule for hit in found.blocks} >= {2, 5}
