"""The small parts: words, strength, slots, recovery keys, spellings, values, padding, chunks."""

import os
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stores.making import ANA, AT, BO, SAID, invented, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.cases.case import Case
from legalassist.errors import StoreError
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Rows
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value
from legalassist.stores.cases import NewCase, new_case
from legalassist.stores.chunks import CAPACITY, SEALED, seal_chunks, unseal_chunks
from legalassist.stores.keypairs import KeyPair, seal_to, unseal_with
from legalassist.stores.listing import list_cases
from legalassist.stores.passphrases import (
    ENOUGH,
    LANGUAGES,
    make_passphrase,
    required_strength,
    same_spelling,
    strength,
    word_list,
)  # fmt: skip
from legalassist.stores.records import Act, Kind
from legalassist.stores.recovery import read_recovery, recovery_text
from legalassist.stores.sealing import Identity, SealBroken, pad, seal, unpad, unseal
from legalassist.stores.search import SEE_SUPERVISOR, check_conflicts, conflicts, search
from legalassist.stores.slots import CHEAP, Cost, Stretch, make_slot, open_slot, tuned
from legalassist.stores.spelling import plain, sounds, spellings
from legalassist.stores.tally import seconds
from legalassist.stores.written import state_letter, value_data, value_of

# ---- passphrases ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_made_passphrase_has_six_words_of_7776(language: str) -> None:
    words = word_list(language)
    assert len(set(words)) == len(words) == 7776
    made = {make_passphrase(os.urandom, language) for _ in range(50)}
    assert len(made) == 50
    assert all(len(one.split()) == 6 and set(one.split()) <= set(words) for one in made)


def test_chinese_words_have_two_characters_and_none_of_violence() -> None:
    words = word_list("zh_Hans")
    assert {len(word) for word in words} == {2}
    assert not {character for word in words for character in word} & set("死杀奸毒")


def test_every_word_is_drawn_as_often_as_any_other() -> None:
    """Draws above the last whole multiple of 7,776 are thrown away, not folded onto the first words."""
    draws = iter([b"\xff" * 4, *([b"\x00\x00\x00\x05"] * 6)])
    assert make_passphrase(lambda _: next(draws)) == " ".join([word_list("en")[5]] * 6)


@pytest.mark.parametrize(
    "weak",
    [
        "password", "Wang Xiaomei 1985", "woaini1314woaini1314", "correct horse battery staple", "abcdefghijklmnopqrst",
        "zhong guo ren min gong he guo wan sui", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "1985-03-04 1999-12-31",
        "我爱你妈妈我爱你爸爸", "王小美一九八五", "qwertyuiop asdfghjkl", "wang xiaomei wangxiaomei xiaomeiwang WANG",
        "letmein letmein letmein letmein letmein", "", "this is my secret phrase",
    ],
)  # fmt: skip
def test_what_people_choose_is_refused_without_being_repeated(weak: str) -> None:
    with pytest.raises(StoreError, match="too easy to guess") as refused:
        required_strength(weak, ["Wang Xiaomei", "王小美"])
    assert not weak or weak not in str(refused.value)


@pytest.mark.parametrize("strong", ["k7#Qz!m2-Rv9@xL4&t8w", "vK9$ tZ3! pR7& mX2@ qL5# wB8^"])
def test_what_is_drawn_at_random_is_taken(strong: str) -> None:
    assert strength(strong) >= ENOUGH


def test_names_of_the_store_count_for_little_in_any_script() -> None:
    for name in ("王小美", "wangxiaomei", "xiaomei"):
        assert strength(f"k7#Qz{name}", ["王小美", "Wang Xiaomei"]) < strength(f"k7#Qz{name}") + 0.001
    assert strength("wangxiaomei", ["王小美"]) <= 5


def test_two_ways_of_typing_one_phrase_agree() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in "abacus")  # as some Chinese keyboards give them
    assert same_spelling("  Abacus\tABDOMEN ") == same_spelling("abacus abdomen") == same_spelling(f"{wide} abdomen")


# ---- slots and keys ----


def test_six_chinese_words_open_with_and_without_their_spaces() -> None:
    phrase = make_passphrase(os.urandom, "zh_Hans")
    ways = (phrase, phrase.replace(" ", ""), phrase.replace(" ", "\u3000"), f" {phrase} ")
    assert len({same_spelling(way) for way in ways}) == 1
    assert same_spelling("abacus 王 小 abdomen 7") == "abacus 王小 abdomen 7"
    assert strength(phrase) == strength(phrase.replace(" ", ""))


def test_a_slot_opens_with_its_passphrase_for_its_person_only() -> None:
    how = Stretch(CHEAP, b"s" * 16)
    pairs = {bytes([n]) * 16: KeyPair.make(os.urandom) for n in (1, 2)}
    slots = [make_slot(person, pair, f"phrase {person[0]}", how, os.urandom) for person, pair in pairs.items()]
    assert open_slot(slots, "Phrase  2") == (b"\x02" * 16, pairs[b"\x02" * 16])
    with pytest.raises(SealBroken):
        open_slot(slots, "phrase 3")


def test_the_cost_is_raised_until_a_guess_takes_long_enough() -> None:
    assert tuned(lambda cost: 0.11 * cost.passes) == Cost(passes=5)
    assert tuned(lambda _: 2.0) == Cost()
    assert Cost().enough
    assert not CHEAP.enough


def test_what_is_sealed_to_one_pair_for_one_purpose_opens_nowhere_else() -> None:
    one, other = KeyPair.make(os.urandom), KeyPair.make(os.urandom)
    sealed = seal_to(one.public, b"key", b"group 1")
    assert unseal_with(one, sealed, b"group 1") == b"key"
    for pair, box, purpose in (
        (other, sealed, b"group 1"), (one, sealed, b"group 2"), (one, sealed[:-1], b"group 1"), (one, b"", b"group 1"),
    ):  # fmt: skip
        with pytest.raises(SealBroken):
            unseal_with(pair, box, purpose)
    assert repr(one.private) not in repr(one)


@settings(max_examples=30)
@given(st.binary(min_size=32, max_size=32))
def test_a_recovery_key_is_read_back_however_it_is_typed(private: bytes) -> None:
    pair = KeyPair.of(private)
    text = recovery_text(pair)
    assert len(text) == 14 * 5 - 1
    for typed in (text, text.lower(), text.replace("-", " "), text.replace("0", "O").replace("1", "l")):
        assert read_recovery(typed) == pair


# ---- sealing ----

PLACE = Identity("records", b"o" * 16, b"r" * 16, 7)


@settings(max_examples=60)
@given(st.binary(max_size=5_000))
def test_what_is_sealed_opens_in_its_place_and_no_other(content: bytes) -> None:
    sealed = seal(b"k" * 32, content, PLACE, os.urandom)
    assert unseal(b"k" * 32, sealed, PLACE) == content
    moves = ({"table": "heads"}, {"owner": b"p" * 16}, {"row": b"q" * 16}, {"number": 8})
    for elsewhere in (PLACE._replace(**move) for move in moves):  # type: ignore[arg-type]
        with pytest.raises(SealBroken):
            unseal(b"k" * 32, sealed, elsewhere)
    for wrong in (sealed[:-1], b"\x02" + sealed[1:], sealed[:20], b""):
        with pytest.raises(SealBroken):
            unseal(b"k" * 32, wrong, PLACE)


def test_a_padding_that_cannot_be_right_is_refused() -> None:
    assert unpad(pad(b"abc")) == b"abc"
    for wrong in (b"", b"\0\0", b"\0\0\0\x05abcd"):
        with pytest.raises(SealBroken):
            unpad(wrong)


@pytest.mark.parametrize("size", [0, 1, CAPACITY, CAPACITY + 1, 3 * CAPACITY])
def test_chunks_come_back_in_their_order_only(size: int) -> None:
    content = os.urandom(size)
    chunks = list(seal_chunks(b"k" * 32, [content], b"here", os.urandom))
    assert {len(chunk) for chunk in chunks} == {SEALED}
    assert b"".join(unseal_chunks(b"k" * 32, chunks, b"here")) == content
    spoilt = [chunks[:-1], [*chunks, chunks[-1]], [*chunks[:-1], chunks[-1][:-1]]]
    if len(chunks) > 1:
        spoilt += [chunks[::-1], chunks[1:]]
    for wrong in spoilt:
        with pytest.raises(SealBroken):
            list(unseal_chunks(b"k" * 32, wrong, b"here"))
    with pytest.raises(SealBroken):
        list(unseal_chunks(b"k" * 32, chunks, b"elsewhere"))


# ---- values ----

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
VALUES = st.one_of(
    st.none(), st.booleans(), TEXT, st.integers(-(10**12), 10**12), st.decimals(allow_nan=False, allow_infinity=False),
    st.lists(TEXT, max_size=4).map(tuple), st.builds(PersonName, TEXT, TEXT, TEXT, TEXT),
    st.builds(Address, street=TEXT, city=TEXT, country=TEXT, confidential=st.booleans()),
    st.builds(Money, st.decimals(0, 10**9, places=2), st.sampled_from(["USD", "CNY"])), st.builds(Spoken, TEXT, TEXT),
    st.builds(ExhibitAtHand, TEXT, TEXT, st.integers(1, 900), st.booleans()),
    st.builds(Rows, st.lists(st.integers(1, 99), unique=True, max_size=5).map(tuple), st.booleans()),
    st.sampled_from(["2019", "2019-04", "2019-04-07", "2019~", "201X", "lunar:1999-08-15"]).map(PartialDate.parse),
)  # fmt: skip


@settings(max_examples=150)
@given(VALUES)
def test_every_value_comes_back_equal(value: Value | Rows | None) -> None:
    assert value_of(value_data(value)) == value


@pytest.mark.parametrize("wrong", [[], ["z", 1], ["b", "maybe"], ["date", 5], "text", ["name", "x"], {"b": "y"}])
def test_what_is_no_value_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="not a value of ours"):
        value_of(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        value_data(object())  # type: ignore[arg-type]


def test_states_have_one_letter_and_times_have_a_zone() -> None:
    from legalassist.cases.answer import State  # noqa: PLC0415 -- only here

    assert len({state_letter(state) for state in State}) == len(State)
    assert {len(state_letter(state)) for state in State} == {1}
    assert seconds(datetime(2026, 11, 23, 14, tzinfo=UTC)) == 1_795_442_400
    with pytest.raises(ValueError, match="zone"):
        seconds(datetime(2026, 11, 23, 14))  # noqa: DTZ001 -- the case
    assert value_data(Decimal("1.50")) == ["d", "1.50"]


# ---- spellings, search, conflicts ----


FOUND = ["wang", "WANG xiaomei", "Xiaomei Wang", "王小美", "王", "xiao mei", "wángxiǎoměi", "2026-0001", "20260001"]
FOUND += ["212 555 0142", "5550142", "k3v9"]


@pytest.mark.parametrize(
    ("asked", "found"), [(one, True) for one in FOUND] + [(one, False) for one in ("li", "小王", "  ", "placing")]
)
def test_search_finds_names_in_either_order_and_script_and_numbers(asked: str, found: bool, tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    kept(store)
    assert bool(search(list_cases(store), asked)) is found


HITS = [
    "Wang Xiaomei",
    "XIAOMEI WANG",
    "王小美",
    "汪晓梅",
    "王小梅",
    "(212) 555-0142",
    "555-0142",
    "Wang",
    "Lü Na",
    "LYU NA",
]
HITS += ["Golden Lotus Spa", "golden lotus spa", "呂娜", "吕娜", "Hsu Wei", "許偉", "许伟"]


@pytest.mark.parametrize(
    ("asked", "hit"), [(one, True) for one in HITS] + [(one, False) for one in ("Chen Li", "555-0143", "a", "")]
)
def test_a_conflict_is_found_in_every_spelling(asked: str, hit: bool, tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    case = invented().answer("jobs[1].employer", "Golden Lotus Spa", SAID)
    case = case.answer("family[1].name", PersonName("Lyu", "Na", native="吕娜"), SAID)
    case = case.answer("family[2].name", PersonName("Xu", "Wei", native="许伟"), SAID)
    kept(store, case=case)
    assert bool(conflicts(list_cases(store), [asked])) is hit


def test_a_superseded_spelling_still_counts_as_a_conflict(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    kept(store, case=invented(name="ZHOU").answer("client.name", PersonName("WANG", "Xiaomei"), SAID))
    assert conflicts(list_cases(store), ["Zhou Xiaomei"])[0].side == "client"
    assert list_cases(store)[0].header.client == "Xiaomei WANG"


def test_a_conflict_in_a_restricted_case_says_see_supervisor_and_is_logged(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    let_team_in(store)
    new_case(store, NewCase("1", invented(), only=(store.person,)), AT)
    bo = opened_by(store.tables, BO)
    (hit,) = check_conflicts(bo, ("Wang Xiaomei", "Chen Li"), AT)
    assert (hit.number, hit.said, hit.side, hit.asked) == (SEE_SUPERVISOR, SEE_SUPERVISOR, None, "Wang Xiaomei")
    assert check_conflicts(bo, ("555-0142",), AT)
    own = check_conflicts(opened_by(store.tables, ANA), ("Wang Xiaomei",), AT)
    assert {one.number for one in own} == {"1"}
    logged = [one.record for one in store.read(store.shelf_stream(Kind.AUDIT))[0] if isinstance(one.record, Act)]
    assert [act.detail for act in logged if act.what == "checked for conflicts"] == [
        '{"asked": ["Wang Xiaomei", "Chen Li"], "cases": ["see supervisor"]}',
        '{"asked": ["555-0142"], "cases": ["see supervisor"]}',
        '{"asked": ["Wang Xiaomei"], "cases": ["1"]}',
    ]


def test_spellings_are_plain_and_hold_the_sound_of_chinese() -> None:
    assert plain(" Lü-Ñandú ") == "lvnandu"
    assert "lv" in sounds("吕")
    assert {"dan", "shan"} <= set(sounds("单"))
    assert sounds("Wang") == ()
    assert set(spellings("WANG", "Xiaomei")) >= {"wangxiaomei", "xiaomeiwang", "wang", "xiaomei"}


def test_a_case_without_answers_is_listed_without_a_name(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    kept(store, case=Case("r", "tvisa"))
    assert [one.header.client for one in list_cases(store)] == [""]
