"""Papers are bound behind their covers, stamped with their own marks; citations of them land on those pages."""

import datetime as dt
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from bound_packet import bound_pdf
from docx_changes import with_text_replaced
from one_library import LIBRARY

from legalassist.api.building import Built, Edit, build_packet, prepare, with_edits
from legalassist.api.checking import check_packet
from legalassist.cases.answer import Said
from legalassist.documents.docx_file import OutsideSubsetError
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of
from legalassist.packets.build import Build
from legalassist.packets.check_bound import BoundCheck
from legalassist.packets.check_citations import wrong_citations
from legalassist.packets.check_pages import BoundPdf

pytestmark = pytest.mark.usefixtures("laid_out")

MEI = "interviews/tvisa/examples/mei.yaml"
DAY = dt.date(2026, 11, 22)
CITING = "statement.paragraphs[6].english"
SAID = Said("demo", "2026-11-20")


def says(build: Build, words: str) -> Build:
    """Return the build in which the sixth paragraph of the translation ends with some words."""
    before = build.case.current[CITING].value
    return replace(build, case=build.case.answer(CITING, f"{before} {words}", SAID))


@pytest.fixture(scope="module")
def build() -> Build:
    library = LIBRARY
    made = prepare(library.get(MEI).path, library, as_of=DAY)
    return says(made, "It is in the notebook [Ex. wage-notebook at 2], and here [Ex. wage-notebook at 5].")


@pytest.fixture(scope="module")
def built(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_packet(build, tmp_path_factory.mktemp("exhibits") / "mei")


@pytest.fixture(scope="module")
def bound(built: Built) -> BoundPdf:
    return BoundPdf(bound_pdf(built.out).read_bytes(), "packet.pdf")


def test_a_packet_with_papers_and_citations_reads_back_clean(built: Built) -> None:
    assert [str(problem) for problem in check_packet(built.out)] == []


def test_the_pages_of_an_exhibit_count_on_through_translation_and_certificate(bound: BoundPdf) -> None:
    marks = ["".join(bound.stamp(page, "Bates")) for page in range(len(bound.pdf.pages))]
    assert [mark for mark in marks if mark.startswith("B-")] == [f"B-{n}" for n in range(1, 8)]
    assert [mark for mark in marks if mark.startswith("C-")] == ["C-1", "C-2"]
    assert not marks[bound.starts["paper-b"]]


def test_a_picture_is_a_figure_that_says_whose_page_it_is(bound: BoundPdf) -> None:
    assert bound.read.tree is not None
    figures = [each for top in bound.read.tree.elements for each in top.elements() if each.role == "Figure"]
    assert len(figures) == 3
    page = bound.pdf.pages[bound.starts["paper-b-original"]]
    (element,) = bound.pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.obj.StructParents) + 1]
    assert str(element.Alt) == "Exhibit B, original (1/3)"


def test_a_citation_says_the_letter_and_links_to_the_page_with_that_mark(built: Built, bound: BoundPdf) -> None:
    word = (built.out / "filing/word/statement-english.docx").read_bytes()
    assert "It is in the notebook Ex. B at 2, and here Ex. B at 5." in text_of(read(word, name="statement"))
    targets = {}
    for page in bound.pdf.pages:
        for link in page.obj.get("/Annots", ()):
            aim = link.get("/Dest")
            if isinstance(aim, pikepdf.Array) and str(link.get("/Contents", "")).startswith("Exhibit B, "):
                targets[str(link.Contents)] = "".join(bound.stamp(bound.pages[link.Dest[0].objgen[0]], "Bates"))
    assert targets == {"Exhibit B, original": "B-2", "Exhibit B, translation": "B-5"}


def test_a_citation_that_leads_to_another_page_is_found(built: Built) -> None:
    with pikepdf.open(bound_pdf(built.out)) as pdf:
        for page in pdf.pages:
            for link in page.obj.get("/Annots", ()):
                if str(link.get("/Contents", "")) == "Exhibit B, original":
                    link["/Dest"] = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
        out = BytesIO()
        pdf.save(out)
    checked = BoundCheck(BoundPdf(out.getvalue(), "packet.pdf"), None)
    found = [what for _, what in wrong_citations(checked.bound, frozenset())]
    assert found == ["the citation Ex. B at 2 leads to a page that is not marked B-2"]


def test_an_unknown_key_stops_the_packet_and_names_the_paragraph(build: Build, tmp_path: Path) -> None:
    with pytest.raises(OutsideSubsetError) as wrong:
        build_packet(says(build, "[Ex. nothing at 1] [Ex. wage-notebook at 8]"), tmp_path / "out")
    messages = [problem.message.partition(" cites ")[2] for problem in wrong.value.problems]
    assert messages == ["the exhibit 'nothing', which is not in this packet", "page 8 of the exhibit 'wage-notebook'"]
    assert all(str(problem.where) == "statement-english.docx" for problem in wrong.value.problems)
    assert all(problem.message.startswith("paragraph 6 cites ") for problem in wrong.value.problems), "as it is printed"


def test_after_an_edit_citations_are_made_true_again(build: Build, built: Built, tmp_path: Path) -> None:
    """The letters move when the notebook comes to stand behind another paper; the edited statement keeps its edit."""
    out = Path(shutil.copytree(built.out, tmp_path / "copy"))
    word = (out / "filing/word/statement-english.docx").read_bytes()
    edited = tmp_path / "statement.docx"
    edited.write_bytes(with_text_replaced(word, "It is in the notebook", "It stands in the notebook"))
    moved = build.case.answer("exhibits[1].speaks_to", ("family",), SAID)
    after = with_edits(replace(build, case=moved), [Edit("statement-english", edited)])
    rebuilt = build_packet(after, out)
    text = text_of(read((out / "filing/word/statement-english.docx").read_bytes(), name="statement"))
    assert "It stands in the notebook Ex. D at 2, and here Ex. D at 5." in text
    assert [str(problem) for problem in check_packet(rebuilt.out)] == []


def test_a_file_that_was_changed_after_it_was_cleaned_is_refused(tmp_path: Path) -> None:
    library = LIBRARY
    mei = library.get(MEI).path
    copy = tmp_path / "mei.yaml"
    shutil.copy(mei, copy)
    assert prepare(copy, library, as_of=DAY).exhibits == {}
    shutil.copytree(mei.with_suffix(".exhibits"), copy.with_suffix(".exhibits"))
    (copy.with_suffix(".exhibits") / "2-original.pdf").write_bytes(b"%PDF-1.7 other")
    with pytest.raises(Exception, match=r"the file of exhibits\[2\] \(original\) was changed"):
        prepare(copy, library, as_of=DAY)
