"""The HTML page that every printed piece stands on, and the templates its body comes from."""

import re
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from legalassist.documents.together import keep_together
from legalassist.errors import ContentError, Place, Problem, UsageError
from legalassist.languages.tags import bcp47
from legalassist.library import Library

PIECE_LINK: Final = "https://piece.invalid/"
"""A link that starts with this and ends with a piece's code is turned by the binder into a link inside the packet.

``.invalid`` is reserved so that it can never be a real address (RFC 2606).
"""

INVENTED: Final = "INVENTED / 虚构"
"""Stands on every page that is about an invented person."""

DRAFT: Final = "DRAFT / 草稿 · 未审阅 请勿分发 · NOT REVIEWED – DO NOT HAND OUT"
"""Stands on every page that no attorney has reviewed yet."""

_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN: Final = re.compile(
    rf"((?:(?<![\w.-])\d[\d,.]*(?=[{_WIDE}]))?[{_WIDE}]"
    rf"(?:[{_WIDE}\uff00-\uffef0-9\u2018-\u201d\u2026\u2014\u00b7]*[{_WIDE}\uff00-\uffef\u2026])?)"
)
"""A run of Chinese: characters and, inside or at its end, Chinese punctuation and the signs both scripts use.

Digits before and between them are read in Chinese, and stay with what they count: 2026年11月, 42万.
"""

_SHELF: Final = "templates/"
_COMMON_CSS: Final = "common/print.css"


FILTERS: Final = (
    "capitalize", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "replace", "select", "selectattr", "sort", "string", "title", "trim", "upper",
)  # fmt: skip
"""The filters of Jinja that a print template may use beside ours; none that escapes, or makes a text of any length."""

_TEXT_METHODS: Final = frozenset(
    {"endswith", "removeprefix", "removesuffix", "split", "splitlines", "startswith", "strip"}
)


class _PrintTemplates(ImmutableSandboxedEnvironment):
    """The environment of print templates: nobody can switch escaping off, or fill the memory with one word."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, *_: object) -> object:
        """Refuse to multiply: ``"x" * 10**9`` would fill the memory."""
        message = "a template does not multiply"
        raise SecurityError(message)

    def is_safe_callable(self, obj: object) -> bool:
        """Say whether a template may call a thing; of a text's methods only those that cut it."""
        of_text = isinstance(getattr(obj, "__self__", None), str)
        return super().is_safe_callable(obj) and not (of_text and getattr(obj, "__name__", "") not in _TEXT_METHODS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        switched = tree.find(nodes.EvalContextModifier)
        if switched is not None:
            raise TemplateSyntaxError("escaping cannot be switched off", switched.lineno, name, filename)
        return tree


def environment(library: Library, *, translate: Callable[[str], str] = str) -> Environment:
    """Return the environment that fills print templates.

    Sandboxed, because a clinic's own shelf may hold templates; strict, because a name that is not given must not
    print as nothing; escaping, because a client's ``<`` is a ``<``.

    Args:
        library: the shelves; a template is named below ``templates/`` (``tvisa/memo.html``).
        translate: turns a fixed English word of a template into the page's language; templates call it ``_``.
    """

    def source(name: str) -> tuple[str, str, Callable[[], bool]]:
        if ".." in name.split("/"):
            message = f"a template is named below {_SHELF}, without '..': {name}"
            raise ContentError(problems=(Problem(Place(_SHELF), message),))
        return library.get(_SHELF + name).text, _SHELF + name, lambda: True

    made = _PrintTemplates(
        loader=FunctionLoader(source), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(_=translate, PIECE_LINK=PIECE_LINK)
    built_in = {name: made.filters[name] for name in FILTERS}
    made.filters = {**built_in, "css_string": css_string, "han": han}
    made.tests["chinese"] = _HAN.search
    return made


def fill(templates: Environment, name: str, context: Mapping[str, object]) -> Markup:
    """Return the template of that name with the context filled in, safe to stand in a page.

    Raises ContentError, naming the template and the line, where the template is broken, is missing, asks for a name
    that the context does not have, or tries to leave the sandbox.
    """
    try:
        return Markup(templates.get_template(name).render(context))  # noqa: S704 - escaped by the environment
    except TemplateError as wrong:
        raise _problem(name, wrong) from None
    except RecursionError:
        message = "its tags call themselves, or stand too deep inside one another"
        raise ContentError(problems=(Problem(Place(_SHELF + name), message),)) from None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as wrong:
        message = f"a tag does not fit its value ({type(wrong).__name__})"
        hint = "ask with {% if %} before a value is used that may be missing, or of another kind"
        raise ContentError(problems=(Problem(Place(_SHELF + name), message, hint),)) from None


def page(  # noqa: PLR0913 - the parts of a page, each named by its caller
    templates: Environment,
    body: Markup | str,
    *,
    title: str,
    language: str,
    css: Sequence[str] = (),
    bands: Sequence[str] = (),
    names: Collection[str] = (),
) -> str:
    """Return a whole HTML document, ready for `legalassist.documents.pdf.write_pdf`.

    Args:
        templates: from `environment`.
        body: the HTML of the piece; text that is not Markup is escaped.
        title: neutral, shown by the reader's window: never a client's name.
        language: ``en``, ``zh_Hans`` or ``zh_Hant``; UsageError for any other.
        css: texts of style sheets that come after templates/common/print.css.
        bands: lines such as `INVENTED` and `DRAFT` that stand at the top of every page.
        names: people's names in Chinese characters, which are not broken over two lines.

    The bottom 12 mm of every page stay empty: the binder stamps running numbers there.
    """
    context = {
        "body": Markup(keep_together(str(escape(body)), names)),  # noqa: S704 - markup or escaped; only spans are added
        "title": title,
        "language": bcp47(language),
        # A style sheet is not text of the page: `<` and quotes are its own. It comes from a shelf, never from a case.
        "css": [Markup(text) for text in (_text(templates, _COMMON_CSS), *css)],  # noqa: S704
        "bands": list(bands),
    }
    return str(fill(templates, "common/page.html", context))


def piece(  # noqa: PLR0913 - as `page`
    templates: Environment,
    name: str,
    context: Mapping[str, object],
    *,
    title: str,
    language: str,
    bands: Sequence[str] = (),
) -> str:
    """Return the whole HTML document of a print piece: its template, and the style sheet beside it if there is one.

    ``tvisa/memo.html`` is styled by ``tvisa/memo.css``.  Arguments and errors are those of `fill` and `page`.
    """
    body = fill(templates, name, {"language": language, **context})
    beside = name.removesuffix(".html") + ".css"
    css = [_text(templates, beside)] if _has(templates, beside) else []
    return page(templates, body, title=title, language=language, css=css, bands=bands)


def css_string(text: str) -> Markup:
    """Return the text as a CSS string, quotes included (CSS Syntax 3, 4.3.7: special characters by number)."""
    plain = "".join(c if c.isalnum() or c in " -–/·,." else f"\\{ord(c):06x} " for c in text)
    return Markup(f'"{plain}"')  # noqa: S704 - nothing is left that HTML or CSS could read as more than text


def han(text: object) -> Markup:
    """Return the text, escaped, with each run of Chinese marked as Chinese; the filter ``han`` of the templates.

    A screen reader then changes its voice, and Chinese punctuation keeps its width in an English line.
    """
    marked = Markup('<span lang="zh-Hans">{}</span>')
    return Markup().join(marked.format(run) if _HAN.match(run) else escape(run) for run in _HAN.split(str(text)))


def _text(templates: Environment, name: str) -> str:
    """Return a file below ``templates/`` as it stands, nothing filled in; raise ContentError where there is none."""
    loader = templates.loader
    if loader is None:
        message = "the templates have no shelf to come from"
        raise UsageError(message, hint="make them with `legalassist.documents.page.environment`")
    return loader.get_source(templates, name)[0]


def _has(templates: Environment, name: str) -> bool:
    """Say whether there is a file of that name below ``templates/``."""
    try:
        _text(templates, name)
    except ContentError:
        return False
    return True


def _problem(name: str, wrong: TemplateError) -> ContentError:
    """Return a template's fault with the file and line where it was met, innermost template first."""
    if isinstance(wrong, TemplateSyntaxError):
        where = Place(wrong.filename or _SHELF + name, wrong.lineno)
    else:
        met = [frame for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename.startswith(_SHELF)]
        where = Place(met[-1].filename, met[-1].lineno or 0) if met else Place(_SHELF + name)
    hint = "a template reads only what its piece is given" if isinstance(wrong, UndefinedError) else ""
    return ContentError(problems=(Problem(where, wrong.message or type(wrong).__name__, hint),))
