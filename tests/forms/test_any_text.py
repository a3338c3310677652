"""Whatever a box may print is printed, kept and read back: no text that fits is refused when it is read back."""

from forms.maps import stand_in_of
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.forms.blank import Blank, Kind
from legalassist.forms.drawing import ENCODING, unprintable
from legalassist.forms.filled import write_form
from legalassist.forms.filling import Entry
from legalassist.forms.fit import fit

HIDDEN = ("\x7f", "\xad")
PRINTABLE = "".join(
    character for code in range(32, 256) if (character := bytes([code]).decode(ENCODING, "ignore")) not in {"", *HIDDEN}
)
SMALL, RULED = "g1145.2014-09-26", "g28.2018-09-17"
texts = st.text(alphabet=PRINTABLE, max_size=60)


def filled(blank: Blank, words: list[str]) -> dict[str, Entry]:
    boxes = [box for box in blank.boxes if box.kind is Kind.TEXT and not box.comb]
    entries = {}
    for number, box in enumerate(boxes):
        fitted = fit(box, words[number % len(words)])
        entries[box.name] = Entry(fitted.kept, fitted.drawn)
    return entries


@settings(max_examples=40)
@given(words=st.lists(texts, min_size=1, max_size=5))
def test_any_text_of_the_forms_own_letters_reads_back(words: list[str]) -> None:
    content, blank = stand_in_of(SMALL)
    write_form(content, blank, filled(blank, words), name=SMALL)


@settings(max_examples=6)
@given(words=st.lists(st.text(alphabet=PRINTABLE + "\n", max_size=500), min_size=1, max_size=4))
def test_any_text_reads_back_from_ruled_boxes_too(words: list[str]) -> None:
    content, blank = stand_in_of(RULED)
    write_form(content, blank, filled(blank, words), name=RULED)


def test_every_letter_of_the_encoding_is_printable_and_no_other() -> None:
    assert len(PRINTABLE) == 217
    assert unprintable("".join(HIDDEN)) == ("U+007F", "U+00AD")
    assert unprintable(PRINTABLE) == ()
    assert unprintable("王ǐ\t\x7f\u200b") == ("U+738B", "U+01D0", "U+0009", "U+007F", "U+200B")


def test_each_letter_by_itself_shows_ink() -> None:
    content, blank = stand_in_of(SMALL)
    box = max((one for one in blank.boxes if one.kind is Kind.TEXT), key=lambda one: one.width)
    for character in PRINTABLE:
        if character.strip():
            fitted = fit(box, character)
            write_form(content, blank, {box.name: Entry(fitted.kept, fitted.drawn)}, name=SMALL)
