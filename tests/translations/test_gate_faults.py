"""Each gate has its fault file: texts with a fault, what has to be said about each, and the same texts without it."""

from io import StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from legalassist.languages.po_file import blocks_of
from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.every import ON_HANDOUTS, alarms, rules_of

FAULTS = Path(__file__).parent / "faults"
FILES = sorted(FAULTS.glob("*.po"))


def rule_of(path: Path) -> str:
    return path.name.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fault_is_found_with_the_words_it_expects_and_the_sound_text_is_let_be(path: Path, library: Library) -> None:
    text = path.read_text(encoding="utf-8")
    texts = read_po(StringIO(text))
    said = {block.context: block.text.splitlines() for block in blocks_of(text)}  # Babel drops a comment that repeats
    (rule,) = [one for one in rules_of(library) if one.name == rule_of(path)]
    kinds = set()
    for one in (one for one in texts if one.id):
        pair = Pair(str(one.context), str(one.id), str(one.string), str(texts.locale_identifier))
        expected, hints = (
            [line.removeprefix(word) for line in said[pair.context] if line.startswith(word)]
            for word in ("# expect: ", "# hint: ")
        )
        assert list(rule.check(pair)) == list(zip(expected, hints, strict=True)), pair.context
        kinds.add(pair.context.split(".")[0])
        assert bool(expected) == pair.context.startswith("fault"), pair.context
        if pair.context.startswith("sound"):
            assert [alarm.rule for alarm in alarms(library, [pair]) if alarm.severity is Severity.ERROR] == []
    assert kinds == {"fault", "sound"}


def test_every_gate_has_its_fault_file(library: Library) -> None:
    assert {rule_of(path) for path in FILES} == {rule.name for rule in rules_of(library)}


@pytest.mark.parametrize("rule", sorted(ON_HANDOUTS))
def test_what_is_turned_round_for_certain_stops_a_handout_and_the_release_and_is_asked_elsewhere(
    rule: str, library: Library
) -> None:
    texts = read_po(StringIO((FAULTS / f"{rule}.po").read_text(encoding="utf-8")))
    for one in (one for one in texts if one.id):
        for context, stops in (("topic.at-shop.text", True), ("release-form.back", True), ("client.name.ask", False)):
            pair = Pair(context, str(one.id), str(one.string))
            said = {alarm.severity for alarm in alarms(library, [pair]) if alarm.rule == rule}
            fault = str(one.context).startswith("fault")
            assert said == ({Severity.ERROR if stops else Severity.WARNING} if fault else set()), one.string
