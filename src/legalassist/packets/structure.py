"""Carry the structure trees of the pieces into one tree of the packet (ISO 32000-1, 14.7).

Merging pages loses their tags: the tree hangs on the file, not on the pages. So each piece's tree is copied whole
(the copy follows the pages, because they were copied before it), hung under a Part of its own, and everything that was
numbered or named per file is renumbered and renamed: the keys of the parent tree, element ids, made-up roles, classes.
See docs/decisions/0005-structure-trees.md.
"""

from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, text_of, whole, whole_pdf
from legalassist.packets.pieces import Placed
from legalassist.packets.untagged import tag_page

_STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby",
    "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip


def carry_trees(out: pikepdf.Pdf, placed: Sequence[Placed], language: str) -> None:
    """Give the packet `out` one structure tree that holds the trees of all pieces, each under its own Part.

    The pages must have been copied before. `language` is the packet's; a piece keeps its own.
    """
    merger = _Merger(out, language)
    for each in placed:
        with whole_pdf(each.piece.code):
            merger.add(each)
    merger.write()


class _Merger:
    """The packet's tree while it grows."""

    def __init__(self, out: pikepdf.Pdf, language: str) -> None:
        self.out = out
        self.root = out.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = out.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root))
        self.document["/Lang"] = String(language)
        self.parts: list[pikepdf.Object] = []
        self.way_back: list[pikepdf.Object | int] = []
        self.next_key = 0
        self.ids: list[tuple[bytes, pikepdf.Object]] = []
        self.maps: dict[str, dict[str, pikepdf.Object]] = {"/RoleMap": {}, "/ClassMap": {}}
        self.namespaces: list[pikepdf.Object] = []

    def key(self, value: pikepdf.Object) -> int:
        """Give a new place in the parent tree to an element, or to a page's list of elements; return its key."""
        key, self.next_key = self.next_key, self.next_key + 1
        self.way_back += [key, value if value.is_indirect else self.out.make_indirect(value)]
        return key

    def add(self, placed: Placed) -> None:
        """Add one piece."""
        source = entry(placed.source.Root, "/StructTreeRoot")
        if isinstance(source, Dictionary) and entry(source, "/K") is not None:
            root = source if source.is_indirect else placed.source.make_indirect(source)
            self._tagged(placed, self.out.copy_foreign(root))
        else:
            part = self._part(placed)
            part["/K"] = Array([kid for n, _ in enumerate(placed.pages) for kid in tag_page(self, part, placed, n)])

    def _part(self, placed: Placed) -> pikepdf.Object:
        """Return a new, empty Part for a piece."""
        part = self.out.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=self.document))
        self._name(part, placed)
        return part

    def _name(self, part: pikepdf.Object, placed: Placed) -> None:
        """Give a piece's Part its title and language, and its place in the packet."""
        part["/T"] = String(placed.piece.title)
        language = text_of(entry(placed.source.Root, "/Lang"))
        if language and entry(part, "/Lang") is None:
            part["/Lang"] = String(language)
        self.parts.append(part)

    def _tagged(self, placed: Placed, root: pikepdf.Object) -> None:
        """Hang the copied tree of a tagged piece into the packet's."""
        renamed = {name: self._merge(name, root, placed.piece.code) for name in self.maps}
        self.namespaces += [each for each in kids(entry(root, "/Namespaces")) if isinstance(each, Dictionary)]
        top: list[pikepdf.Object] = [each for each in kids(entry(root, "/K")) if isinstance(each, Dictionary)]
        only_document = len(top) == 1 and text_of(entry(top[0], "/S")) == "/Document"
        if only_document and "/Document" not in renamed["/RoleMap"]:
            part = top[0]
            part["/S"], part["/P"] = Name.Part, self.document
            self._name(part, placed)
        else:
            part = self._part(placed)
            part["/K"] = Array(top)
            for each in top:
                each["/P"] = part
        self._renumber(placed, root)
        annotations = {number_of(each) for page in placed.pages for each in kids(entry(page.obj, "/Annots"))}
        _Walk(self.ids, placed.piece.code, renamed, annotations).walk(part)

    def _merge(self, name: str, root: pikepdf.Object, code: str) -> dict[str, str]:
        """Merge a piece's RoleMap or ClassMap; return the new name of each entry that had to be renamed."""
        own = entry(root, name)
        if not isinstance(own, Dictionary):
            return {}
        merged, renamed = self.maps[name], dict[str, str]()
        for key, value in own.items():
            taken = key in merged and merged[key] != value
            # A standard role mapped to something else would change the other pieces' meaning too.
            if taken or (name == "/RoleMap" and key[1:] in _STANDARD and text_of(value) != key):
                renamed[key] = f"{key}.{code}"
        for key, value in own.items():
            target = renamed.get(text_of(value) or "") if name == "/RoleMap" else None
            merged[renamed.get(key, key)] = Name(target) if target else value
        return renamed

    def _renumber(self, placed: Placed, root: pikepdf.Object) -> None:
        """Give the piece's entries of the parent tree new keys, and tell the pages, annotations and XObjects."""
        keys = {
            old: self.key(value)
            for old, value in numbered(entry(root, "/ParentTree"))
            if isinstance(old, int) and isinstance(value, (Array, Dictionary))
        }
        seen: set[int] = set()
        for page in placed.pages:
            _new_key(page.obj, "/StructParents", keys)
            for annotation in kids(entry(page.obj, "/Annots")):
                _new_key(annotation, "/StructParent", keys)
                for look in kids(entry(entry(annotation, "/AP"), "/N")):
                    _xobject_keys(look, keys, seen)
            _resource_keys(entry(page.obj, "/Resources"), keys, seen)

    def write(self) -> None:
        """Write the tree into the packet."""
        self.root["/K"] = Array([self.document])
        self.document["/K"] = Array(self.parts)
        self.root["/ParentTree"] = self.out.make_indirect(Dictionary(Nums=Array(self.way_back)))
        self.root["/ParentTreeNextKey"] = self.next_key
        for name, merged in self.maps.items():
            if merged:
                self.root[name] = self.out.make_indirect(Dictionary(merged))
        if self.namespaces:
            self.root["/Namespaces"] = Array(self.namespaces)
        if self.ids:
            pairs = [
                part for key, element in sorted(self.ids, key=lambda pair: pair[0]) for part in (String(key), element)
            ]
            limits = Array([pairs[0], pairs[-2]])
            leaf = self.out.make_indirect(Dictionary(Limits=limits, Names=Array(pairs)))
            self.root["/IDTree"] = self.out.make_indirect(Dictionary(Kids=Array([leaf])))
        self.out.Root["/StructTreeRoot"] = self.root
        self.out.Root["/MarkInfo"] = Dictionary(Marked=True)


def _new_key(thing: object, name: str, keys: Mapping[int, int]) -> None:
    """Replace a key of the parent tree in a page, annotation or XObject; a key that led nowhere is removed."""
    old = whole(entry(thing, name))
    if old is None or not isinstance(thing, (Dictionary, pikepdf.Stream)):
        return
    if old in keys:
        thing[name] = keys[old]
    else:
        del thing[name]


def _resource_keys(resources: object, keys: Mapping[int, int], seen: set[int]) -> None:
    number = number_of(resources)
    shown = entry(resources, "/XObject")
    if isinstance(shown, Dictionary) and not (number and number in seen):
        seen.add(number)
        for each in shown.values():
            _xobject_keys(each, keys, seen)


def _xobject_keys(xobject: object, keys: Mapping[int, int], seen: set[int]) -> None:
    if not isinstance(xobject, pikepdf.Stream) or number_of(xobject) in seen:
        return
    seen.add(number_of(xobject))
    _new_key(xobject, "/StructParents", keys)
    _new_key(xobject, "/StructParent", keys)
    _resource_keys(entry(xobject, "/Resources"), keys, seen)


class _Walk:
    """One walk over a piece's elements that renames what was unique in the piece only."""

    def __init__(
        self, ids: list[tuple[bytes, pikepdf.Object]], code: str, renamed: Mapping[str, Mapping[str, str]],
        annotations: set[int],
    ) -> None:  # fmt: skip
        self.ids, self.prefix, self.annotations = ids, f"{code}.".encode(), annotations
        self.roles, self.classes = renamed["/RoleMap"], renamed["/ClassMap"]
        self.attributes: set[int] = set()
        self.seen: set[int] = set()

    def walk(self, top: pikepdf.Object) -> None:
        """Rename in all elements from `top` down."""
        waiting: list[tuple[pikepdf.Object, pikepdf.Object]] = [(top, top)]
        while waiting:
            above, element = waiting.pop()
            number = element.objgen[0]
            if number and number in self.seen:
                continue
            self.seen.add(number)
            if "/Obj" in element:
                self._reference(above, element)
                continue
            if "/ID" in element or "/A" in element or self.roles or self.classes:
                self._rename(element)
            waiting += [(element, kid) for kid in kids(element.get("/K")) if isinstance(kid, Dictionary)]

    def _reference(self, above: pikepdf.Object, reference: pikepdf.Object) -> None:
        """Remove a reference to an annotation that was not taken into the packet."""
        referred = entry(reference, "/Obj")
        if isinstance(referred, pikepdf.Stream) or number_of(referred) in self.annotations:
            return
        above["/K"] = Array([kid for kid in kids(above["/K"]) if entry(kid, "/Obj") != referred])

    def _rename(self, element: pikepdf.Object) -> None:
        if isinstance(entry(element, "/ID"), String):
            key = self.prefix + bytes(element["/ID"])
            element["/ID"] = String(key)
            self.ids.append((key, element))
        if "/A" in element:
            for each in kids(element["/A"]):
                self._headers(each)
        if self.roles and (role := self.roles.get(text_of(entry(element, "/S")) or "")):
            element["/S"] = Name(role)
        if self.classes and "/C" in element:
            named = element["/C"]
            new = [Name(self.classes.get(str(c), str(c))) if isinstance(c, Name) else c for c in kids(named)]
            element["/C"] = Array(new) if isinstance(named, Array) else new[0]

    def _headers(self, attributes: object) -> None:
        """Rename the header cells that a table cell names; attributes may be shared between cells."""
        number = number_of(attributes)
        if not isinstance(attributes, Dictionary) or "/Headers" not in attributes or number in self.attributes:
            return
        if number:
            self.attributes.add(number)
        attributes["/Headers"] = Array([
            String(self.prefix + bytes(each)) for each in kids(attributes["/Headers"]) if isinstance(each, String)
        ])  # fmt: skip
