"""Rendering Word templates: what goes in comes out, nothing is run, and the same bytes every time."""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from documents.docx_builder import docx, note_call, paragraph, run, table, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of
from legalassist.documents.word import render, source_of
from legalassist.errors import DocumentError

ONE = docx(paragraph("{{ said }}"))
PRINTABLE = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TRICKS = (
    "{{ 7*7 }}",
    "{% raw %}",
    "{{r said }}",
    "{%p if x %}",
    "{# note #}",
    "{_{ 7*7 }_} {_% x %_}",
    "<w:p> & < > \" '",
    "&lt;b&gt; &amp;",
    "a\nb\n\nc",
    "a\tb",
    " spaces  at both ends ",
    "$x \\1 \\g<0> %s",
    "]]> <![CDATA[ -->",
    "王小明说：“不行”……",
)


def said_in(file: bytes) -> str:
    """Return the text of document.xml as Word shows it, tabs and breaks included, read without our reader."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(BytesIO(file)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    signs = {f"{w}tab": "\t", f"{w}br": "\n"}
    return "".join((each.text or "") if each.tag == f"{w}t" else signs.get(str(each.tag), "") for each in root.iter())


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rendered(said: object, template: bytes = ONE) -> bytes:
    return render(template, {"said": said}, name="letter.docx")


@pytest.mark.parametrize("said", TRICKS)
def test_what_a_client_said_prints_as_typed(said: str) -> None:
    file = rendered(said)
    assert said_in(file) == said
    assert text_of(read(file, name="x")) == f"{said}\n"


@settings(max_examples=150)
@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
        | st.sampled_from("\n\t{}%_#<&")
    )
)
def test_no_character_of_a_text_is_lost(said: str) -> None:
    assert said_in(rendered(said)) == said


@pytest.mark.parametrize("code", [0, 1, 7, 8, 11, 12, 13, 27, 31, 127, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_character_that_a_word_file_cannot_carry_is_refused_not_dropped(code: int) -> None:
    with pytest.raises(DocumentError, match="control character") as refusal:
        rendered(f"secret{chr(code)}words")
    assert "secret" not in str(refusal.value)


def test_the_text_of_a_footnote_is_rendered_once_even_with_two_sections() -> None:
    section = paragraph("", "LABody", "<w:sectPr/>")
    template = docx(paragraph(f"{run('x')}{note_call(2)}"), section, notes={2: paragraph("{{ said }}", "FootnoteText")})
    assert "{{ 7*7 }}" in text_of(read(rendered("{{ 7*7 }}", template), name="x"))


def test_loops_over_paragraphs_and_rows_and_conditions() -> None:
    rows = [
        [paragraph("Name"), paragraph("Said")],
        [f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("{%tr for one in said %}")}'],
        [paragraph("{{ loop.index }}"), paragraph("{{ one }}")],
        [f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("{%tr endfor %}")}'],
    ]
    template = docx(
        paragraph("{%p for one in said %}"),
        paragraph("{% if one == “b” %}second: {% endif %}{{ one }}", "LANumbered"),
        paragraph("{%p endfor %}"),
        table(rows),
        paragraph("{{ said | join(', ') }}"),
    )
    lines = ["1. <a>", "2. second: b", "Name", "Said", "1", "<a>", "2", "b", "<a>, b"]
    assert text_of(read(rendered(["<a>", "b"], template), name="x")).splitlines() == lines


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "reaches for something"),
        ("{{ said.append(1) }}", "reaches for something"),
        ("{{ unheard_of }}", "names something that this case does not have"),
        ("{{ said.unheard_of }}", "names something that this case does not have"),
        ("{{ range(9) }}", "names something that this case does not have"),
        ("{{ 'x' * 1000000000 }}", "does something a template may not do"),
        ("{{ said | unheard_of }}", "uses a filter that does not exist"),
        ("{% if said %}", "has a mistake"),
        ("{{ said | length | join }}", "a filter or a test does not fit"),
        ("{%p if said %}", "has a mistake"),
    ],
)
def test_a_template_that_does_what_it_may_not_is_refused_without_repeating_a_value(source: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said) as refusal:
        rendered(["my secret"], docx(paragraph(source)))
    assert "letter.docx" in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_broken_xml_is_refused_not_recovered_from() -> None:
    half_a_loop = docx(paragraph("{%p if said %}"), table([[paragraph("{%p endif %}"), paragraph("b")]]))
    with pytest.raises(DocumentError, match="not well-formed"):
        rendered("", half_a_loop)


def test_a_template_that_is_no_docx_is_refused() -> None:
    with pytest.raises(DocumentError, match="cannot be read: it is not a"):
        rendered("x", b"no zip")


def test_filters_of_the_caller_are_used_and_escaped() -> None:
    template = docx(paragraph("{{ said | shout }}"))
    loud = render(template, {"said": "a<b"}, name="x", filters={"shout": lambda text: f"{text}!"})
    soft = render(template, {"said": "a<b"}, name="x", filters={"shout": lambda text: f"{text}."})
    assert [said_in(loud), said_in(soft)] == ["a<b!", "a<b."]


def test_a_file_remembers_the_rendering_it_was_made_from() -> None:
    one, same, other = rendered("a"), rendered("a"), rendered("b")
    assert source_of(one) == source_of(same) != source_of(other)
    assert source_of(render(ONE, {"said": "a"}, name="x", source="of my own")) == "of my own"
    assert source_of(ONE) is None


def test_a_rendered_file_says_nothing_about_who_made_it_and_when() -> None:
    package = "http://schemas.openxmlformats.org/package/2006"
    core = (
        f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>A Person {{ said }}</dc:creator></cp:coreProperties>'
    )
    target = 'Target="docProps/core.xml"/>'
    rel = f'<Relationship Id="rId9" Type="{package}/relationships/metadata/core-properties" {target}'
    kind = '"application/vnd.openxmlformats-package.core-properties+xml"/>'
    parts = members(ONE)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", f"{rel}</Relationships>".encode())
    override = f'<Override PartName="/docProps/core.xml" ContentType={kind}'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", f"{override}</Types>".encode())
    made = rendered("x", zipped({**parts, "docProps/core.xml": core.encode()}))
    assert "docProps/core.xml" not in members(made)
    assert not any(b"A Person" in data or b"python-docx" in data for data in members(made).values())
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_bytes_do_not_depend_on_time_zone_hash_seed_locale_or_folder(tmp_path: Path) -> None:
    template = tmp_path / "letter.docx"
    template.write_bytes(ONE)
    program = (
        "import sys, hashlib; from legalassist.documents.word import render; "
        "made = render(open(sys.argv[1], 'rb').read(), {'said': '王 a'}, name='x'); "
        "sys.stdout.write(hashlib.sha256(made).hexdigest())"
    )
    hashes = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "2")):
        world = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", program, str(template)], env=world, cwd=folder, capture_output=True, check=True
        )
        hashes.add(done.stdout)
    assert len(hashes) == 1
