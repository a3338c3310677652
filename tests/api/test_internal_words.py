"""No internal sentence is in any stream of what is mailed: of the memo, a contradiction, a note, a trace, the gate."""

import datetime as dt
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass, replace
from functools import cached_property
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from one_library import LIBRARY
from packets.made import written

from legalassist.api.building import Built, build_packet, prepare
from legalassist.api.deciding import as_data, explain_finding, owed_items
from legalassist.api.gating import gate
from legalassist.api.tracing import why
from legalassist.api.tracing_words import look, trace
from legalassist.assessments.assess import assess
from legalassist.assessments.settled import seen
from legalassist.cases.answer import Said
from legalassist.cases.case import read_answer
from legalassist.cases.override import Override
from legalassist.cases.settlement import Settlement
from legalassist.disclosure.containers import file_parts
from legalassist.documents.tags.tagged import tagged_text
from legalassist.forms.edition import editions_on
from legalassist.packets.build import Build
from legalassist.packets.memo import memo_words
from legalassist.packets.written import Writer

pytestmark = pytest.mark.usefixtures("laid_out")

DAY = dt.date(2026, 11, 22)
SAID = Said("another-hand", "2026-11-22T09:00:00")
PLANTED = {
    "mei": {"trafficking.last_date": "2020-05", "reporting.date": "2020-02"},
    "yue": {"client.marital_status": "single", "family[1].marriage_date": "2000-06-28"},
}
NOTE = "She was asked in an open way and gave the lunar day; 护照上的日子是公历，已经对过。"
REASON = "The paper lies with her sister abroad, who sends it; filing cannot wait for it (代理律师已核对)."
LONG = 24
"""Letters and digits from which a text is a sentence; shorter ones (a title, a name) may stand anywhere."""


@dataclass(frozen=True)
class Made:
    """A packet with contradictions, some of them settled, and everything internal that is said about it."""

    build: Build
    built: Built

    @cached_property
    def mailed(self) -> Mapping[str, bytes]:
        """The files that leave the office, by their path, and the manifest that goes with the folder."""
        leaves = {"filing", "agency", "fillable"}
        out = self.built.out
        files = [one for one in sorted(out.rglob("*")) if one.is_file()]
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in files
            if path.relative_to(out).parts[0] in leaves or path.name == "manifest.json"
        }

    @cached_property
    def privileged(self) -> frozenset[str]:
        """Sentences that may stand in nothing at all outside of internal/, the manifest included."""
        found = self.built.assessment.contradictions
        about = [text for one in found for text in (one.id, one.about, one.settle)]
        notes = [text for one in self.build.case.settlements for text in (one.note, one.by)]
        findings = [explain_finding(one) for one in self.built.assessment.findings]
        reasons = [one.reason.value for one in self.built.assessment.findings]
        gate = [text for one in self.built.assembled.stands for text in (one.rule.says, one.rule.do)]
        overridden = [one.reason for one in self.build.case.overrides]
        return _squeezed(
            [*about, *notes, *reasons, *gate, *overridden, *(line for text in findings for line in text.splitlines())]
        )

    @cached_property
    def internal(self) -> frozenset[str]:
        """Sentences that may stand in nothing that is mailed: all of the memo, of assess and of the traces."""
        assessment, build = self.built.assessment, self.build
        writer = Writer(build, assessment, self.built.assembled.planning.pieces)
        memo = list(_texts(memo_words(build, assessment, writer.readings)))
        printed = tagged_text(self.built.assembled.pdfs["memo"]).splitlines()
        data = list(_texts(as_data(assessment, owed_items(build.case, build.library, assessment))))
        looked = look(build, "cover-letter")
        traces = [*why(build, "answer-sheet", None), *trace(looked, looked.text.split()[0]), *why(build, "memo", None)]
        said = _squeezed([*memo, *printed, *data, *traces]) - self.hers
        return said | self.privileged

    @cached_property
    def hers(self) -> frozenset[str]:
        """What the memo and the filing both say: answers, titles of pieces, the labels of forms' Items."""
        pieces = self.built.assembled.planning.pieces
        names = [one.title for one in pieces] + [one.title.replace(", answer sheet", "") for one in pieces]
        answers = [text for one in self.build.case.current.values() for text in _texts(one.value)]
        return _squeezed([*names, *answers, *self._labels])

    @property
    def _labels(self) -> Iterator[str]:
        for edition in editions_on(self.build.library, "tvisa"):
            for part in edition.parts:
                yield part.title
                yield from (item.label for item in part.items)


def _texts(thing: object) -> Iterator[str]:
    """Yield every text of plain data."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for inside in thing.values():
            yield from _texts(inside)
    elif isinstance(thing, list | tuple):
        for inside in thing:
            yield from _texts(inside)
    elif hasattr(thing, "model_dump"):
        yield from _texts(thing.model_dump(mode="json"))
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield from _texts(asdict(thing))


def squeeze(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _squeezed(texts: Iterable[str]) -> frozenset[str]:
    """Return texts squeezed, if they are sentences: a path of a fact, which a draft's sheet names too, is none."""
    return frozenset(squeeze(one) for one in texts if len(squeeze(one)) >= LONG and (" " in one or not one.isascii()))


def streams(name: str, data: bytes) -> Iterator[str]:
    """Yield every decoded text of a file: what is shown, said in tags, in metadata, in names, in any stream."""
    parts = [part.text for part in file_parts(name, data)]
    yield from parts
    yield "".join(parts)
    if data.startswith(b"%PDF-"):
        with pikepdf.open(BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != pikepdf.Name.Image:
                    yield from _decoded(thing.read_bytes())
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for member in packed.namelist():
                yield from _decoded(packed.read(member))
    else:
        yield from _decoded(data)


def _decoded(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8", "ignore")
    yield text
    if text.startswith("<"):
        yield unescape(re.sub("<[^>]+>", "", text))
    elif text.startswith("{"):
        yield from _texts(json.loads(text))
    if b"\0" in content:
        yield content.decode("utf-16-be", "ignore")
        yield content.decode("utf-16-le", "ignore")


def found_in(files: Mapping[str, bytes], internal: frozenset[str]) -> list[tuple[str, str]]:
    """Return each internal sentence that a file says, with the file."""
    hits = []
    for name, data in files.items():
        said = {squeeze(text) for text in streams(name, data)}
        together = "\0".join(said)
        hits += [(name, one) for one in sorted(internal) if one in together]
    return hits


def made(client: str, out: Path) -> Made:
    """Return a packet of a client with planted contradictions: the first one settled, the others open."""
    library = LIBRARY
    build = prepare(library.get(f"interviews/tvisa/examples/{client}.yaml").path, library, as_of=DAY)
    case = build.case
    for path, data in PLANTED[client].items():
        value, state = read_answer(build.interview, path, data)
        case = case.answer(path, value, SAID, state)
    first, *others = assess(build.interview, case, as_of=DAY).contradictions
    assert others
    case = case.settle(Settlement(first.id, NOTE, "Jordan Example of the clinic", SAID.at, seen(case, first)))
    build = replace(build, case=case)
    papers = next(one for one in gate(build) if one.rule.id == "papers")
    build = replace(build, case=case.override(Override("papers", REASON, "je", SAID.at, papers.digest)))
    return Made(build, build_packet(build, out))


@pytest.fixture(scope="module", params=sorted(PLANTED))
def packet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One packet of each client, built once for everything that looks at it."""
    return made(request.param, tmp_path_factory.mktemp("internal") / request.param)


def test_the_memo_says_what_is_internal_so_that_there_is_something_to_look_for(packet: Made) -> None:
    memo = squeeze(tagged_text(packet.built.assembled.pdfs["memo"]))
    assert squeeze(NOTE) in memo
    assert squeeze(REASON) in memo
    (page,) = packet.built.out.glob("internal/*-gate.txt")
    assert "papers: overridden" in page.read_text(encoding="utf-8")
    assert f"override by je (Jordan Example), {SAID.at}: {REASON}" in page.read_text(encoding="utf-8")
    assert squeeze(REASON) in packet.privileged
    assert len(packet.internal) > 300
    wanted = {squeeze(one.settle) for one in packet.built.assessment.contradictions} | {squeeze(NOTE)}
    assert wanted <= packet.privileged
    assert all(one in memo for one in wanted)


def test_no_internal_sentence_is_in_any_stream_of_what_is_mailed(packet: Made) -> None:
    mailed = {name: data for name, data in packet.mailed.items() if name != "manifest.json"}
    assert any(name.endswith("-packet.pdf") for name in mailed)
    assert any(name.endswith(".docx") for name in mailed)
    assert found_in(mailed, packet.internal) == []


def test_the_manifest_holds_no_contradiction_no_note_and_no_name(packet: Made) -> None:
    manifest = {name: data for name, data in packet.mailed.items() if name == "manifest.json"}
    assert found_in(manifest, packet.privileged) == []
    assert "another-hand" not in manifest["manifest.json"].decode()


def _with_page_text(pdf: pikepdf.Pdf, text: str) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = pdf.pages[0]
    page.obj["/Resources"]["/Font"]["/FLeak"] = pdf.make_indirect(font)
    drawn = f"BT 3 Tr /FLeak 1 Tf 9 9 Td ({text}) Tj ET"
    page.contents_add(pdf.make_stream(drawn.encode()))


def _with_info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/Keywords"] = text


def _with_xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = text


def _with_attached(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["a.txt"] = text.encode()


def _with_alt(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root["/StructTreeRoot"]["/Alt"] = pikepdf.String(text)


def _with_private_stream(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.pages[-1].obj["/PieceInfo"] = pdf.make_indirect(pdf.make_stream(text.encode("utf-16-be")))


@pytest.mark.parametrize(
    "plant", [_with_page_text, _with_info, _with_xmp, _with_attached, _with_alt, _with_private_stream]
)
def test_a_sentence_planted_into_a_pdf_is_found(plant: Callable[[pikepdf.Pdf, str], None], cover: bytes) -> None:
    sentence, out = "Compare with the passport or the household register", BytesIO()
    with pikepdf.open(BytesIO(cover)) as pdf:
        plant(pdf, sentence)
        pdf.save(out, compress_streams=True)
    assert found_in({"packet.pdf": cover}, _squeezed([sentence])) == []
    assert found_in({"packet.pdf": out.getvalue()}, _squeezed([sentence])) == [("packet.pdf", squeeze(sentence))]


@pytest.fixture(scope="module")
def cover() -> bytes:
    """One page of ours, small enough to plant into again and again."""
    return bytes(written("<h1>Cover</h1><p>A page that is mailed.</p>"))


def test_a_sentence_planted_into_a_part_of_a_word_file_or_the_manifest_is_found() -> None:
    word = BytesIO()
    with zipfile.ZipFile(word, "w") as packed:
        packed.writestr("word/document.xml", "<a>plain</a>")
        packed.writestr("customXml/item1.xml", f"<a>{NOTE[:20]}</a><b>{NOTE[20:]}</b>")
    manifest = json.dumps({"to_do": [f"memo: {NOTE}"]}).encode()
    files = {"filing/word/letter.docx": word.getvalue(), "manifest.json": manifest}
    assert [name for name, _ in found_in(files, _squeezed([NOTE]))] == list(files)
