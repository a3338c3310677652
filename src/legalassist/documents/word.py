"""Write a Word piece from its template: same template and same context, same bytes.

Templates are rendered by docxtpl in an immutable sandbox where an unknown name is an error and every text is
escaped: what a client said prints as typed, and is never run. A file remembers the rendering it was made from, so
that an edited piece can be told from an outdated one (`source_of`).
"""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from types import CodeType

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from legalassist.documents.docx_file import open_docx, parse_xml
from legalassist.documents.word_tags import losing_tags
from legalassist.errors import ContentError, DocumentError

SOURCE = "legalassist.source"
"""The custom document property that says which rendering a file was made from. Word keeps it when it saves."""

BUILT_IN_FILTERS = ("length", "join", "first", "last", "upper", "lower", "trim")
"""The filters of Jinja a template may use beside ours; none that escapes, maps, or reaches attributes."""

_DATE = (1980, 1, 1, 0, 0, 0)
_CUSTOM = "docProps/custom.xml"
_STYLES = "word/styles.xml"
_TAIWAN_LANGUAGE = (b'eastAsia="zh-CN"', b'eastAsia="zh-TW"')
_TAIWAN_FONT = (b'eastAsia="Noto Sans SC"', b'eastAsia="Noto Sans TC"')
_LEFT_OUT = ("docProps/core.xml", "docProps/app.xml", "docProps/thumbnail.jpeg", _CUSTOM)
_FORBIDDEN = frozenset(map(chr, (*range(9), 11, 12, *range(13, 32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)))
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class SandboxedTemplates(ImmutableSandboxedEnvironment):
    """The Jinja environment of Word templates: strict, escaping, without globals, and compiling each text once."""

    def __init__(self, filters: Mapping[str, Callable[..., object]]) -> None:
        """Take the filters a template may use beside the built-in ones."""
        # Not optimised: a filter is applied when a piece is rendered, so that compiled templates can be shared.
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=as_typed, optimized=False)
        self.globals.clear()
        built_in = {name: self.filters[name] for name in BUILT_IN_FILTERS}
        self.filters = {**built_in, **filters}
        self.tests = {name: self.tests[name] for name in ("defined", "none", "true", "false")}
        self.intercepted_binops = frozenset({"*", "**", "//", "/", "%", "-", "+"})

    def from_string(self, source: str, *_: object) -> Template:  # type: ignore[override] # docxtpl gives texts only
        """Return the template of a text; each text is compiled once, whatever language its filters write."""
        return Template.from_code(self, _compiled(source, tuple(self.filters)), {})

    def call_binop(self, *_: object) -> object:
        """Refuse arithmetic: it has no place in a letter, and ``"x" * 10**9`` would fill the memory."""
        message = "a template does not calculate"
        raise TemplateError(message)


def as_typed(value: object) -> object:
    """Return what is printed for a value, so that the paper shows exactly the characters that were typed.

    Raises DocumentError for characters that a Word file cannot carry: they would vanish, and text with them.
    """
    text = value if isinstance(value, Markup) else Markup.escape(str(value))
    if not _FORBIDDEN.isdisjoint(text):
        message = "a text has a control character that a Word file cannot carry"
        raise DocumentError(message, hint="texts are cleaned when they are answered; clean it before it is printed")
    # docxtpl takes "{_{" and "%_}" for its own way of writing "{{" and "%}" and would change them.
    return Markup(str(text).replace("_", "&#95;"))  # noqa: S704 - escaped three lines above


@lru_cache(maxsize=64)
def _compiled(source: str, filters: tuple[str, ...]) -> CodeType:
    """Compile a template: two thirds of the time docxtpl needs for a letter."""
    return SandboxedTemplates(dict.fromkeys(set(filters) - set(BUILT_IN_FILTERS), str)).compile(source)


@lru_cache(maxsize=64)
def _patched(xml: str) -> str:
    """Return docxtpl's Jinja text of a part; templates are few, and the patching takes longer than the rendering."""
    return str(DocxTemplate.patch_xml(None, xml))


class _WordTemplate(DocxTemplate):  # type: ignore[misc] # docxtpl carries no types
    """docxtpl, closed where it drops or doubles text."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(keep_spaces(src_xml))

    def fix_tables(self, xml: str) -> object:
        """Parse strictly first: docxtpl's own parser recovers from broken XML by dropping what follows."""
        try:
            etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            message = "the rendered text is not well-formed"
            raise DocumentError(
                message, hint="look at the {% %} tags of the template: each on a line of its own?"
            ) from None
        return super().fix_tables(xml)

    def build_headers_footers_xml(self, *_: object) -> Iterator[tuple[str, bytes]]:
        """Render no headers: they are not bound, so nothing may be written there."""
        return iter(())

    def render_properties(self, *_: object) -> None:
        """Render no properties: a file's properties never carry what a client said."""

    def render_footnotes(self, context: Mapping[str, object], jinja_env: object = None) -> None:
        """Render each footnote part once; docxtpl renders it once for every section, client's text and all."""
        for part in self.docx.part.package.parts:
            if part.content_type.endswith("wordprocessingml.footnotes+xml"):
                xml = etree.tostring(parse_xml(part.blob, part="footnotes.xml", name="template"), encoding="unicode")
                part._blob = self.render_xml_part(self.patch_xml(xml), part, context, jinja_env).encode()  # noqa: SLF001 - docxtpl's own way


def keep_spaces(xml: str) -> str:
    """Mark every text of a part so that spaces at its ends count: a value may begin or end with one."""
    return xml.replace("<w:t>", '<w:t xml:space="preserve">')


def render(  # noqa: PLR0913 - what a letter is made from, each named by its caller
    template: bytes,
    context: Mapping[str, object],
    *,
    name: str,
    filters: Mapping[str, Callable[..., object]] | None = None,
    source: str = "",
    traditional: bool = False,
) -> bytes:
    """Return the .docx that a template and a context make.

    ``name`` is what errors call the template; ``filters`` are ours (`long_date` …); ``source`` is kept in the file
    for `source_of` (the sha256 of the rendered text where none is given); ``traditional``: its Chinese is set in the
    face and language of Taiwan. Raises DocumentError where the template
    is no .docx or cannot be rendered (the message never repeats a value), ContentError with every tag of docxtpl's own
    that would lose or hide text.
    """
    faults = losing_tags(template, name)
    if faults:
        raise ContentError(problems=tuple(fault.problem(name) for fault in faults))
    environment = SandboxedTemplates(filters or {})
    piece = _WordTemplate(BytesIO(template))
    try:
        piece.render(dict(context), environment)
    except TemplateError as wrong:
        raise DocumentError(_said(name, wrong), hint=f"run: legalassist check {name}") from None
    except DocumentError as wrong:
        wrong.message = f"{name}: {wrong.message}"
        raise
    except RecursionError:
        message = f"{name} cannot be rendered: its tags call themselves, or stand too deep inside one another"
        raise DocumentError(message, hint=f"run: legalassist check {name}") from None
    except (TypeError, ValueError, AttributeError, LookupError) as wrong:
        message = f"{name} cannot be rendered: a filter or a test does not fit its value ({type(wrong).__name__})"
        raise DocumentError(message, hint="long_date takes dates, address_lines addresses, join a list") from None
    saved = BytesIO()
    piece.save(saved)
    return _same_bytes(saved.getvalue(), source, traditional=traditional)


def source_of(docx: bytes, *, name: str = "the file") -> str | None:
    """Return what a .docx remembers of the rendering it was edited from, or None; raises DocumentError."""
    root = open_docx(docx, name=name).xml(_CUSTOM)
    for each in () if root is None else root:
        if each.get("name") == SOURCE:
            return str(each.xpath("string()")) or None
    return None


def _said(name: str, wrong: TemplateError) -> str:
    """Return a message about a template that does not name any value."""
    kind = type(wrong).__name__
    reasons = {
        "UndefinedError": "it names something that this case does not have",
        "SecurityError": "it reaches for something a template may not use",
        "TemplateSyntaxError": "it has a mistake in its {{ }} or {% %}",
        "TemplateAssertionError": "it uses a filter that does not exist",
    }
    return f"{name} cannot be rendered: {reasons.get(kind, 'it does something a template may not do')}"


def _same_bytes(saved: bytes, source: str, *, traditional: bool) -> bytes:
    """Write the package anew: fixed dates and order, no properties, no thumbnail, and the source."""
    with zipfile.ZipFile(BytesIO(saved)) as archive:
        parts = {member: archive.read(member) for member in archive.namelist() if member not in _LEFT_OUT}
    if traditional:
        parts[_STYLES] = parts[_STYLES].replace(*_TAIWAN_LANGUAGE).replace(*_TAIWAN_FONT)
    main = open_docx(saved, name="the rendered file").main
    value = source or sha256(parts[main]).hexdigest()
    parts["[Content_Types].xml"] = _with_custom_type(parts["[Content_Types].xml"])
    parts["_rels/.rels"] = _with_custom_rel(parts["_rels/.rels"])
    parts[_CUSTOM] = (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name="{SOURCE}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        "</Properties>"
    ).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in ("[Content_Types].xml", *sorted(set(parts) - {"[Content_Types].xml"})):
            archive.writestr(zipfile.ZipInfo(member, _DATE), parts[member], zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _with_custom_type(types: bytes) -> bytes:
    root = parse_xml(types, part="[Content_Types].xml", name="the template")
    for each in list(root):
        if each.get("PartName", "").lstrip("/") in _LEFT_OUT:
            root.remove(each)
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    etree.SubElement(root, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{_CUSTOM}", ContentType=kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_custom_rel(rels: bytes) -> bytes:
    root = parse_xml(rels, part="_rels/.rels", name="the template")
    for each in list(root):
        if each.get("Target", "").lstrip("/") in _LEFT_OUT:
            root.remove(each)
    kind = f"{_OFFICE}/relationships/custom-properties"
    tag = f"{{{_PACKAGE}/relationships}}Relationship"
    etree.SubElement(root, tag, Id="rIdSource", Type=kind, Target=_CUSTOM)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
