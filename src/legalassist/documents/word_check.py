"""What a Word template names, and what is wrong with it, found without rendering it.

The Jinja tags of a template stand in the paragraphs of its text. docxtpl makes one Jinja source of them; a line
break before every paragraph lets Jinja's line numbers count paragraphs.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from legalassist.documents.citations import BRACKETS, in_brackets
from legalassist.documents.docx_file import OutsideSubsetError, open_docx
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.styles import W
from legalassist.documents.word import BUILT_IN_FILTERS, SandboxedTemplates, keep_spaces
from legalassist.documents.word_tags import tag_faults
from legalassist.errors import DocumentError, Place, Problem

HOUSE_FILTERS = ("long_date", "form_date", "country", "phone", "spoken", "address_lines")
"""The filters of ours that a template may use."""

MESSAGES = ("_", "_zh")
"""What gives a fixed text in another language: that of the piece, or Chinese beside the English of the piece."""

FUNCTIONS = (*MESSAGES, "known", "cite")
"""What a template may call: the translation of a fixed text, whether a fact is known, an exhibit's page."""

_OPENS = {"if": "endif", "for": "endfor"}
_INSIDE = {"else": ("if", "for"), "elif": ("if",)}
_LOOP = "loop"
_TAGS = re.compile(r"\{%-?\s*(\w+)")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.If, nodes.CondExpr, nodes.For, nodes.Assign, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand,
    nodes.Call, nodes.Filter, nodes.Test, nodes.Keyword, nodes.List, nodes.Tuple, nodes.Concat,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TemplateRead:
    """A path a template names (``family[].name.full``), and the paragraph it stands in (0: in a footnote).

    `guards` are the paths that every ``{% if %}`` around it asks about first.
    """

    path: str
    paragraph: int
    guards: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class TemplateMessage:
    """A fixed text of a template that is translated, and the paragraph it stands in (0: in a footnote)."""

    text: str
    paragraph: int


@dataclass
class _Listing:
    """What walking through a template has found."""

    name: str
    reads: dict[TemplateRead, None] = field(default_factory=dict)
    messages: dict[TemplateMessage, None] = field(default_factory=dict)
    problems: dict[Problem, None] = field(default_factory=dict)

    def read(self, one: TemplateRead) -> None:
        """List a path; what is read twice in a paragraph is guarded only by what guards it both times."""
        before = next((known for known in self.reads if known == one), None)
        if before is not None:
            one = TemplateRead(one.path, one.paragraph, one.guards & before.guards)
            place = list(self.reads)
            place[place.index(before)] = one
            self.reads = dict.fromkeys(place)
        else:
            self.reads[one] = None

    def problem(self, paragraph: int, message: str, hint: str = "") -> None:
        where = f"paragraph {paragraph}" if paragraph else "a footnote"
        self.problems[Problem(Place(self.name), f"{where} {message}", hint)] = None


def template_reads(template: bytes, name: str) -> list[TemplateRead]:
    """Return every path a template names, in order; raises DocumentError where it is no .docx or not readable."""
    return list(_listing(template, name).reads)


def template_messages(template: bytes, name: str) -> list[TemplateMessage]:
    """Return the texts a template has translated (``_("Sincerely,")``), in order; raises DocumentError as above."""
    return list(_listing(template, name).messages)


def template_problems(template: bytes, name: str, *, filters: Collection[str] = HOUSE_FILTERS) -> list[Problem]:
    """Return everything wrong with a template: its tags, what they reach for, and what stands around them."""
    try:
        listing = _listing(template, name, tuple(filters))
    except DocumentError as wrong:
        return [Problem(Place(name), wrong.message, wrong.hint)]
    return [*listing.problems, *_outside_subset(template, name)]


def _outside_subset(template: bytes, name: str) -> tuple[Problem, ...]:
    """Return what the reader of the house subset says about the template as it stands, tags and all."""
    try:
        read(template, name=name)
    except OutsideSubsetError as wrong:
        return wrong.problems
    return ()


@lru_cache(maxsize=32)
def _listing(template: bytes, name: str, filters: tuple[str, ...] = HOUSE_FILTERS) -> _Listing:
    listing = _Listing(name)
    file = open_docx(template, name=name)
    for part in (file.main, file.related("footnotes")):
        root = file.xml(part)
        known = len(listing.problems)
        if root is not None:
            listing.problems |= dict.fromkeys(fault.problem(name) for fault in tag_faults(root))
        if root is not None and len(listing.problems) == known:
            _list_part(_source(root), listing, filters)
    return listing


def _source(root: etree._Element) -> str:
    """Return the Jinja source docxtpl makes of a part, each paragraph on a line of its own, footnotes on one."""
    body = root.find(f"{W}body")
    xml = keep_spaces(etree.tostring(root if body is None else body, encoding="unicode").replace("\n", " "))
    return str(DocxTemplate.patch_xml(None, xml if body is None else re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)))


def _list_part(source: str, listing: _Listing, filters: tuple[str, ...]) -> None:
    if not _tags_close(source, listing):
        return
    environment = SandboxedTemplates(dict.fromkeys(filters, str))
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as wrong:
        listing.problem(wrong.lineno - 1, f"has a mistake in its tags: {wrong.message}", "write {{ ... }} or {% ... %}")
        return
    _Walk(listing, (*BUILT_IN_FILTERS, *filters)).walk(tree, {})


def _tags_close(source: str, listing: _Listing) -> bool:
    """Note every tag that is not closed, or closes nothing; say whether all is well."""
    known = len(listing.problems)
    waiting: list[tuple[str, int]] = []
    for match in _TAGS.finditer(source):
        paragraph = source.count("\n", 0, match.start())
        tag = match[1]
        if tag in _OPENS:
            waiting.append((tag, paragraph))
        elif tag in _INSIDE and not (waiting and waiting[-1][0] in _INSIDE[tag]):
            listing.problem(paragraph, f"has {{% {tag} %}} outside of an {{% if %}}")
        elif tag in _OPENS.values():
            if waiting and _OPENS[waiting[-1][0]] == tag:
                waiting.pop()
            else:
                listing.problem(paragraph, f"has {{% {tag} %}} with nothing to close", "delete it, or open it before")
    for tag, paragraph in waiting:
        listing.problem(paragraph, f"has {{% {tag} %}} that nothing closes", f"add {{% {_OPENS[tag]} %}}")
    return len(listing.problems) == known


class _Walk:
    """Walks through a template's tree; ``names`` maps loop and set names to the paths they stand for."""

    def __init__(self, listing: _Listing, filters: Collection[str]) -> None:
        self._listing = listing
        self._filters = filters
        self._paragraph = 0
        self._guards: frozenset[str] = frozenset()

    def walk(self, node: nodes.Node, names: Mapping[str, str]) -> None:
        """List a node and everything below it."""
        # Some nodes have no line of their own: a block then stands where its first part does.
        line = node.lineno or next((each.lineno for each in node.find_all(nodes.Node) if each.lineno), 0)
        self._paragraph = line - 1 if line else self._paragraph
        paragraph = self._paragraph
        if not isinstance(node, _ALLOWED):
            self._listing.problem(
                paragraph,
                f"has something a template may not use ({type(node).__name__.lower()})",
                "a template may name, ask (if), repeat (for), set and filter",
            )
            return
        if isinstance(node, nodes.For):
            self._loop(node, names)
        elif isinstance(node, (nodes.If, nodes.CondExpr)):
            self._choice(node, names)
        elif isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            self._read(node, names)
        elif isinstance(node, nodes.Call):
            self._call(node, names)
        else:
            self._check_filter(node)
            self._all(node.iter_child_nodes(), names)

    def _choice(self, node: nodes.If | nodes.CondExpr, names: Mapping[str, str]) -> None:
        """List what is asked, and then what is said where it holds, guarded by it; asking itself prints nothing."""
        if isinstance(node, nodes.If):
            body, others = node.body, [*node.elif_, *node.else_]
        else:
            body, others = [node.expr1], [] if node.expr2 is None else [node.expr2]
        before = self._guards
        asked = (_path(one, names) for one in node.test.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)))
        whole = _path(node.test, names)
        self._guards = before | {path for path in (*asked, whole) if path}
        self.walk(node.test, names)
        self._all(body, names)
        self._guards = before
        self._all(others, names)

    def _all(self, parts: Iterable[nodes.Node], names: Mapping[str, str]) -> None:
        """List parts in order; a name that one of them sets is known to those after it."""
        inside = dict(names)
        for each in parts:
            self.walk(each, inside)
            if isinstance(each, nodes.Assign) and isinstance(each.target, nodes.Name):
                inside[each.target.name] = _path(each.node, inside) or ""

    def _loop(self, node: nodes.For, names: Mapping[str, str]) -> None:
        self.walk(node.iter, names)
        row = _path(node.iter, names)
        inside = {**names, _LOOP: ""}
        targets = node.target.find_all(nodes.Name) if not isinstance(node.target, nodes.Name) else iter([node.target])
        inside |= {target.name: f"{row}[]" if row else "" for target in targets}
        for each in (*([] if node.test is None else [node.test]), *node.body):
            self.walk(each, inside)
        for each in node.else_:
            self.walk(each, names)

    def _read(self, node: nodes.Expr, names: Mapping[str, str]) -> None:
        paragraph = self._paragraph
        if isinstance(node, nodes.Name) and node.ctx != "load":
            return
        for word in _words(node):
            if word.startswith("_") and word not in FUNCTIONS:
                self._listing.problem(
                    paragraph,
                    "reaches for something a template may not use",
                    "a template names facts, nothing behind them",
                )
                return
        path = _path(node, names)
        if path:
            self._listing.read(TemplateRead(path, paragraph, self._guards))
        elif path is None:
            for each in node.iter_child_nodes():
                self.walk(each, names)

    def _call(self, node: nodes.Call, names: Mapping[str, str]) -> None:
        paragraph = self._paragraph
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called == "cite":
            if not _is_citation(node):
                message = "has cite(...) without one key and one page"
                self._listing.problem(paragraph, message, 'write cite("police-report", page=2)')
            return
        if called not in FUNCTIONS or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self._listing.problem(
                paragraph, "calls something a template may not call", 'only known(...), _("...") and _zh("...")'
            )
            return
        if called in MESSAGES:
            self._message(node, paragraph)
        for each in node.args:
            self.walk(each, names)

    def _message(self, node: nodes.Call, paragraph: int) -> None:
        first = node.args[0] if len(node.args) == 1 else None
        if not isinstance(first, nodes.Const) or not isinstance(first.value, str):
            self._listing.problem(paragraph, "has _(...) around something that is not one fixed text")
        elif "&" in first.value:
            self._listing.problem(paragraph, "has & in a translated text", "write: and")
        else:
            self._listing.messages[TemplateMessage(first.value, paragraph)] = None

    def _check_filter(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Filter) and node.name not in self._filters:
            known = ", ".join(sorted(self._filters))
            self._listing.problem(
                self._paragraph, f"uses a filter that does not exist: {node.name}", f"there are: {known}"
            )


def _is_citation(node: nodes.Call) -> bool:
    """Say whether a call cites one exhibit's page: ``cite("police-report", page=2)``."""
    given = [*node.args, *(each.value for each in node.kwargs)]
    values = [each.value if isinstance(each, nodes.Const) else None for each in given]
    named = [each.key for each in node.kwargs]
    if node.dyn_args or node.dyn_kwargs or len(values) != 2 or named not in (["page"], []):  # noqa: PLR2004 - key, page
        return False
    key, page = values
    return isinstance(key, str) and isinstance(page, int) and BRACKETS.fullmatch(in_brackets(key, page)) is not None


def _words(node: nodes.Node) -> Iterator[str]:
    """Yield the words of a path, last first."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getattr):
            yield node.attr
        elif isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            yield node.arg.value
        node = node.node
    if isinstance(node, nodes.Name):
        yield node.name


def _path(node: nodes.Node, names: Mapping[str, str]) -> str | None:
    """Return the path a node names; empty for what is no fact (``loop.index``), None for what is no path."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        before = _path(node.node, names)
        if not before:
            return before
        if isinstance(node, nodes.Getattr):
            return f"{before}.{node.attr}"
        value = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return f"{before}.{value}" if isinstance(value, str) else f"{before}[]"
    return None
