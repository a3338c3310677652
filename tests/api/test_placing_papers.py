"""Papers of a hand-over: of this case alone, and nothing of internal/ under whatever name it was given."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from disclosure.made_files import printed
from stores.making import SAID, invented

from legalassist.api.placing_papers import Papers, read_papers
from legalassist.cases.case import Case
from legalassist.errors import UsageError
from legalassist.packets.manifest import MANIFEST, AnswerUsed, Manifest, Piece, write_manifest
from legalassist.placement.record import RECORD, Record, case_mark

HERS, OTHERS = invented("k3v9"), invented("m7q2")


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def packet(folder: Path, case: Case, word: str = "packet") -> Path:
    """Put a packet of a case down: a filing, a piece, and a memo that stays in the office."""
    files = {
        "filing/k-packet.pdf": printed(f"the filing of {word}"), "internal/k-memo.pdf": printed(f"the memo of {word}"),
        "pieces/memo.pdf": printed(f"the memo of {word}"),
    }  # fmt: skip
    used = tuple(AnswerUsed(id=one.id, sha256=case.digest(one)) for one in case.answers)
    manifest = Manifest(
        version="0", inputs=digest(b""), reference=case.reference, as_of=date(2026, 11, 23), language="en",
        state="draft", pieces=(Piece(code="memo", title="Memo", folder="internal", answers=used),),
        files={name: digest(data) for name, data in files.items()},
    )  # fmt: skip
    put(folder, {**files, MANIFEST: write_manifest(manifest)})
    return folder


def summary(folder: Path, case: Case) -> Path:
    """Put a summary of a case down, with the second reader's sheet beside it."""
    files = {"to-firms/K7M2-Q9X4.txt": b"Relief: T", "internal/K7M2-Q9X4-reader.pdf": printed("what stands out")}
    record = Record(
        reference="K7M2-Q9X4", case=case_mark("K7M2-Q9X4", case.reference), profile="minimal", as_of="2026-11-23",
        answer_by="2026-12-14", program="0", yes=(), asks=(), files={name: digest(one) for name, one in files.items()},
    )  # fmt: skip
    put(folder, {**files, RECORD: record.model_dump_json().encode()})
    return folder


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def over(*papers: Path, by_word: tuple[Path, ...] = (), internal: bool = False, case: Case = HERS) -> Papers:
    return read_papers(papers, case, internal=internal, supervisor=internal, by_word=by_word)


def test_a_packet_and_a_summary_of_this_case_go_by_what_they_hold(tmp_path: Path) -> None:
    made, told = packet(tmp_path / "p", HERS), summary(tmp_path / "s", HERS)
    went = over(made, told)
    assert sorted(Path(name).name for name in went.files) == ["K7M2-Q9X4.txt", "k-packet.pdf"]
    assert went.by_word == ()
    copy = tmp_path / "copy.pdf"
    copy.write_bytes((made / "filing/k-packet.pdf").read_bytes())
    assert over(made, copy).by_word == ()  # the packet that is given knows its copy


@pytest.mark.parametrize("make", [packet, summary])
def test_papers_of_another_case_go_nowhere_whoever_says_so(tmp_path: Path, make: object) -> None:
    other = make(tmp_path / "o", OTHERS)  # type: ignore[operator]
    (paper,) = (one for one in other.rglob("*") if one.parent.name in {"filing", "to-firms"})
    (tmp_path / "link").symlink_to(paper)
    (other / "filing").mkdir(exist_ok=True)
    (other / "filing/scan.pdf").write_bytes(printed("a scan"))
    for given in (other, paper, paper.parent, tmp_path / "link", other / "filing/scan.pdf"):
        with pytest.raises(UsageError, match="is of another client's case") as refused:
            over(given, by_word=(tmp_path,))
        assert "nobody can release" in str(refused.value.hint)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(paper.read_bytes())
    with pytest.raises(UsageError, match="is of another client's case"):
        over(packet(tmp_path / "p", HERS), copy, other, by_word=(copy,))


def test_what_no_manifest_knows_goes_by_a_persons_word_and_that_is_kept(tmp_path: Path) -> None:
    made, scan, folder = packet(tmp_path / "p", HERS), tmp_path / "scan.pdf", tmp_path / "scans"
    put(tmp_path, {"scan.pdf": printed("a scan"), "scans/b.pdf": printed("b")})
    (made / "filing/added.pdf").write_bytes(printed("added since"))
    for given, said in ((scan, ()), (folder, ()), (folder, (scan,)), (made, ()), (made, (folder,))):
        with pytest.raises(UsageError, match="whose case these papers are of stands in no manifest"):
            over(given, by_word=said)
    with pytest.raises(UsageError, match="is not among the papers"):
        over(scan, by_word=(scan, folder))
    assert over(scan, folder, made, by_word=(scan, folder, made)).by_word == ("scan.pdf", "b.pdf", "added.pdf")


def test_a_packet_of_other_answers_under_the_same_reference_is_nobodys(tmp_path: Path) -> None:
    made = packet(tmp_path / "p", HERS)
    struck = Case(HERS.reference, HERS.interview, HERS.answers[1:], invented=True)
    changed = Case(HERS.reference, HERS.interview, invented=True).answer("client.birth_date", None, SAID)
    secret = Case(HERS.reference, HERS.interview, HERS.answers, secret=b"of the store")
    for case in (struck, changed, secret):
        with pytest.raises(UsageError, match="stands in no manifest"):
            over(made, case=case)
        assert over(made, case=case, by_word=(made,)).by_word == ("k-packet.pdf",)
    later = HERS.answer("client.birth_date", None, SAID)
    assert over(made, case=later).by_word == ()  # an answer that was replaced is still one of hers


def test_a_copy_of_an_internal_paper_is_internal_under_any_name(tmp_path: Path) -> None:
    made, told = packet(tmp_path / "p", HERS), summary(tmp_path / "s", HERS)
    for number, paper in enumerate((made / "internal/k-memo.pdf", told / "internal/K7M2-Q9X4-reader.pdf")):
        copy = tmp_path / f"exhibit-{number}.pdf"
        copy.write_bytes(paper.read_bytes())
        (made / f"filing/exhibit-{number}.pdf").write_bytes(paper.read_bytes())
        for given in ((copy, made, told), (made / "filing" / copy.name, told), (made, told)):
            with pytest.raises(UsageError, match="only a supervisor hands them over, with --internal"):
                over(*given, by_word=(tmp_path,))
        (made / f"filing/exhibit-{number}.pdf").unlink()
        assert str(copy) in over(copy, made, told, internal=True, by_word=()).files


@pytest.mark.parametrize("words", [
    "Memo for the attorney\nAttorney work product – do not file", "Sheet for the second reader, K7M2-Q9X4",
    "Signing session", "Filing day",
])  # fmt: skip
def test_a_lone_copy_that_says_it_stays_in_the_office_stays(tmp_path: Path, words: str) -> None:
    put(tmp_path, {"a.pdf": printed(words), "a.txt": words.encode()})
    for name in ("a.pdf", "a.txt"):
        with pytest.raises(UsageError, match="only a supervisor"):
            over(tmp_path / name, by_word=(tmp_path,))
    put(tmp_path, {"b.pdf": printed("A letter about the filing day and the signing session.")})
    assert over(tmp_path / "b.pdf", by_word=(tmp_path,)).by_word == ("b.pdf",)
