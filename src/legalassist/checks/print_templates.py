"""Print templates: their syntax, the names they use, and whether anything fills them at all."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from legalassist.checks.matter import Matter, trying
from legalassist.documents.page import environment
from legalassist.documents.wording import filters
from legalassist.errors import Place, Problem
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.tags import ENGLISH
from legalassist.library import Book, Library
from legalassist.packets.contexts import PRINT_WORDS
from legalassist.papers.sheet import WORDS as PAPER_WORDS

KNOWN: Mapping[str, frozenset[str]] = {**PRINT_WORDS, **PAPER_WORDS}
"""Every print template of a matter that something fills, and the words it is given."""

EVERY_PIECE = frozenset({"language"})
"""What `documents.page.piece` gives to every template."""

PAGE = "templates/common/page.html"
PAGE_WORDS = frozenset({"body", "title", "language", "css", "bands"})
"""What `documents.page.page` gives to the page around a piece."""


def print_template_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's print templates, and with the page they stand on."""
    templates = _environment(matter.library)
    for book in matter.books(".html"):
        kind = book.name.rpartition("/")[2].removesuffix(".html")
        if kind not in KNOWN:
            hint = did_you_mean(kind, tuple(KNOWN)) or f"there are: {', '.join(sorted(KNOWN))}"
            yield Problem(Place(book.name), f"nothing fills a print template called {kind!r}", hint)
            continue
        yield from _checked(templates, book, KNOWN[kind] | EVERY_PIECE)
    page = matter.library.find(PAGE)
    if page is not None:
        yield from _checked(templates, page, PAGE_WORDS)


def _environment(library: Library) -> Environment:
    made = environment(library)
    made.filters.update(filters(ENGLISH))
    return made


def _checked(templates: Environment, book: Book, known: frozenset[str]) -> Iterator[Problem]:
    yield from trying(book.name, lambda: _problems(templates, book, known))


def _problems(templates: Environment, book: Book, known: frozenset[str]) -> Iterator[Problem]:
    try:
        tree = templates.parse(book.text, book.name, book.name)
        templates.compile(book.text, book.name, book.name)  # knows the filters and tests, which parsing does not
    except TemplateSyntaxError as wrong:
        hint = "write {{ ... }} or {% ... %}, and close every {% if %} and {% for %}"
        yield Problem(Place(book.name, wrong.lineno), f"a mistake in the tags: {wrong.message}", hint)
        return
    yield from _unknown_names(templates, tree, book, known)
    yield from _private_words(tree, book)


def _unknown_names(
    templates: Environment, tree: nodes.Template, book: Book, known: frozenset[str]
) -> Iterator[Problem]:
    """Yield a problem where a name is first used that the piece is not given."""
    undefined = find_undeclared_variables(tree) - known - set(templates.globals)
    lines: dict[str, int] = {}
    for name in tree.find_all(nodes.Name):
        if name.name in undefined:
            lines[name.name] = min(name.lineno, lines.get(name.name, name.lineno))
    for word, line in sorted(lines.items(), key=lambda item: item[1]):
        hint = did_you_mean(word, known) or f"this piece is given: {', '.join(sorted(known))}"
        yield Problem(Place(book.name, line), f"{word!r} is not known here", hint)


def _private_words(tree: nodes.Template, book: Book) -> Iterator[Problem]:
    """Yield a problem for each word behind the facts that a template reaches for (``__class__``)."""
    reached = [(node.attr, node.lineno) for node in tree.find_all(nodes.Getattr)]
    reached += [(_constant(node.arg), node.lineno) for node in tree.find_all(nodes.Getitem)]
    for word, line in reached:
        if word.startswith("_"):
            message = "the template reaches for something a template may not use"
            yield Problem(Place(book.name, line), message, "a template names facts, nothing behind them")


def _constant(node: nodes.Node) -> str:
    """Return the text that stands in brackets, or an empty text."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""
