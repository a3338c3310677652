"""Write a page's content anew, operator by operator: what draws is kept, what only says or hides something is not.

Three readings of the same page are made, so that words nobody can see are found (see `unseen`): the page itself,
the page without its words, and its words alone.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from legalassist.documents.pdf_file import entry, number_of, text_of
from legalassist.exhibits.cleaned import SCAN_AGAIN, ExhibitRefused
from legalassist.exhibits.pdf_samples import Unknown
from legalassist.exhibits.pdf_things import Things, number, plain


class Reading(StrEnum):
    """What of a page is written: all of it, all but its words, its words alone (in black, whatever hides them)."""

    WHOLE = "whole"
    WORDLESS = "wordless"
    WORDS = "words"


_MARKS: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"})
_SHOWING: Final = frozenset({"Tf", "Tj", "TJ", "'", '"'})
_PLACING: Final = frozenset({"q", "Q", "cm", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*"})
_DRAWING: Final = frozenset({
    "w", "J", "j", "M", "d", "ri", "i", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b",
    "b*", "n", "W", "W*", "G", "g", "RG", "rg", "K", "k", "SC", "sc", "SCN", "scn", "CS", "cs", "gs", "Tr",
})  # fmt: skip
_NAMING: Final = frozenset({"CS", "cs", "gs"})
_DEEPEST = 12
_MOST_STEPS = 3_000_000
_MOST_SHOWN = 50_000
_CLIPPING_TEXT = 4
_DEVICE = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"})


class Contents:
    """Writes the contents of one stranger's pages for one reading of them."""

    def __init__(self, things: Things, reading: Reading) -> None:
        """Take the copies of things in the PDF that is being made."""
        self.things, self.reading = things, reading
        self._steps = self._shown = 0

    def page(self, page: pikepdf.Page, resources: object) -> tuple[bytes, pikepdf.Object]:
        """Return a page's content and resources; raises Unknown for anything that is not known."""
        return self._write(page, resources, 0)

    def _write(
        self, source: pikepdf.Page | pikepdf.Object, resources: object, depth: int
    ) -> tuple[bytes, pikepdf.Object]:
        if depth > _DEEPEST:
            raise Unknown("drawings inside drawings, many times over")
        used: dict[str, dict[str, object]] = {}
        kept: list[pikepdf.ContentStreamInstruction] = []
        saved = 0
        for step in pikepdf.parse_content_stream(source):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise Unknown("more drawing than a page needs")
            if not isinstance(step, pikepdf.ContentStreamInstruction):
                raise Unknown("a picture inside the text of the page")
            operator = str(step.operator)
            if operator == "Q" and not saved:
                continue  # one too many: it would undo our own placing of the page
            if self._keeps(operator, step, resources, used, depth):
                saved += {"q": 1, "Q": -1}.get(operator, 0)
                kept.append(step)
        content = pikepdf.unparse_content_stream(kept) + b"\nQ" * saved
        return content, Dictionary({kind: Dictionary(named) for kind, named in used.items()})

    def _keeps(
        self, operator: str, step: pikepdf.ContentStreamInstruction, resources: object,
        used: dict[str, dict[str, object]], depth: int,
    ) -> bool:  # fmt: skip
        """Say whether a step is kept in this reading, and copy what it names; raises Unknown."""
        operands = list(step.operands)
        if operator in _MARKS:
            if any(text_of(each) == "/OC" for each in operands):
                raise Unknown("layers")
            return False
        for operand in operands:
            _refuse_strange(operand)
        if operator == "Do":
            return self._shows(operands[0], resources, used, depth)
        if operator == "Tf" and self.reading is not Reading.WORDLESS:
            self._name(used, "/Font", operands[0], resources, self.things.font)
        if operator in _SHOWING:
            return self.reading is not Reading.WORDLESS
        return operator in _PLACING or self._draws(operator, operands, resources, used)

    def _draws(
        self, operator: str, operands: Sequence[object], resources: object, used: dict[str, dict[str, object]]
    ) -> bool:
        """Say whether a step that draws or colours is kept."""
        painted = self.reading is not Reading.WORDS
        if operator not in _DRAWING:
            raise Unknown("shading" if operator == "sh" else "an operator that is not known")
        if operator == "Tr" and number(operands[0]) and int(operands[0]) >= _CLIPPING_TEXT:  # type: ignore[call-overload] # a number
            raise Unknown("words used as a stencil")
        if operator in {"SCN", "scn"} and any(isinstance(each, Name) for each in operands):
            raise Unknown("patterns")
        named = painted and operator in _NAMING and text_of(operands[0]) not in _DEVICE
        if named:
            kind, copy = ("/ExtGState", self.things.state) if operator == "gs" else ("/ColorSpace", self.things.colours)
            self._name(used, kind, operands[0], resources, copy)
        return painted

    def _shows(self, name: object, resources: object, used: dict[str, dict[str, object]], depth: int) -> bool:
        """Copy a picture, or a drawing with its own content; say whether it is shown in this reading."""
        thing = entry(entry(resources, "/XObject"), text_of(name) or "/")
        kind = text_of(entry(thing, "/Subtype"))
        if not isinstance(thing, pikepdf.Stream) or kind not in {"/Image", "/Form"}:
            raise Unknown("something to show that is no picture")
        if "/OC" in thing:
            raise Unknown("layers")
        if kind == "/Image" and self.reading is Reading.WORDS:
            return False
        copied = self.things.image(thing) if kind == "/Image" else self._counted(thing, resources, depth)
        self._shown += 1
        if self._shown > _MOST_SHOWN:
            what = "a page of the PDF shows the same drawing more often than any page needs"
            raise ExhibitRefused(what, SCAN_AGAIN)
        used.setdefault("/XObject", {})[text_of(name) or "/"] = copied
        return True

    def _counted(self, form: pikepdf.Stream, resources: object, depth: int) -> pikepdf.Object:
        """Return the copy of a drawing, and count all it shows, also where it was copied before."""
        number, before = number_of(form), self._shown
        copied = self._form(form, resources, depth)
        if number in self.things.costs:
            self._shown = max(self._shown, before + self.things.costs[number])
        else:
            self.things.costs[number] = self._shown - before
        return copied

    def _form(self, form: pikepdf.Stream, resources: object, depth: int) -> pikepdf.Object:
        """Return the copy of a drawing (form XObject)."""
        own = entry(form, "/Resources")

        def make() -> pikepdf.Object:
            content, needed = self._write(form, own if own is not None else resources, depth + 1)
            made = self.things.out.make_stream(content)
            made.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, Resources=needed))
            for key in ("/BBox", "/Matrix"):
                if isinstance(box := entry(form, key), Array):
                    made[key] = plain(box)
            group = entry(form, "/Group")
            if isinstance(group, Dictionary) and self.reading is not Reading.WORDS:
                made["/Group"] = self._group(group)
            if self.reading is Reading.WORDS:
                made["/BBox"] = Array([-99999, -99999, 99999, 99999])  # a drawing's own edge hides words, too
            return made

        # A drawing without resources of its own draws with those of whoever shows it: made anew for each.
        return self.things.once("form", form, make) if own is not None else make()

    def _group(self, group: pikepdf.Dictionary) -> pikepdf.Dictionary:
        made = Dictionary(S=Name.Transparency)
        for key in ("/I", "/K"):
            if isinstance(flag := entry(group, key), bool):
                made[key] = flag
        space = entry(group, "/CS")
        if space is not None:
            made["/CS"] = self.things.colours(space)
        return made

    def _name(
        self, used: dict[str, dict[str, object]], kind: str, name: object, resources: object, copy: object
    ) -> None:
        """Copy what a name in the content stands for, once for each page."""
        word = text_of(name) or "/"
        if word in used.get(kind, {}):
            return
        thing = entry(entry(resources, kind), word)
        if thing is None or not callable(copy):
            raise Unknown("a name that stands for nothing")
        used.setdefault(kind, {})[word] = copy(thing)


def _refuse_strange(operand: object) -> None:
    """Refuse operands that no drawing needs: dictionaries, and numbers beyond any paper."""
    if isinstance(operand, Array):
        for each in operand:
            _refuse_strange(each)
    elif not isinstance(operand, (pikepdf.Name, pikepdf.String)) and not number(operand):
        raise Unknown("a value that no drawing needs")
