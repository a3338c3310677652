"""The manifest: read back as it was written, and refused where somebody or a newer program wrote in it."""

import datetime as dt
import json
from pathlib import Path

import pytest

from legalassist.errors import DocumentError
from legalassist.packets.manifest import MANIFEST, AnswerUsed, Manifest, Piece, read_manifest, write_manifest

DIGEST = "0123456789abcdef" * 4
PIECE = Piece(code="letter", title="Cover letter", folder="filing", first=1, last=2, pdf_sha256=DIGEST, key=DIGEST,
              answers=(AnswerUsed(id="a17", sha256=DIGEST),))  # fmt: skip
GOOD = Manifest(
    version="0.1.0", inputs=DIGEST, reference="R7K2-M9QD", as_of=dt.date(2026, 11, 23), language="zh_Hans",
    state="draft",
    shelves={"templates/tvisa/memo.html": "clinic"}, pieces=(PIECE,), files={"filing/R7K2-packet.pdf": DIGEST},
    to_do=("client.ssn: later",),
)  # fmt: skip


def kept(folder: Path, content: bytes) -> Path:
    (folder / MANIFEST).write_bytes(content)
    return folder


def test_a_manifest_is_read_back_from_its_folder_or_its_file_as_it_was_written(tmp_path: Path) -> None:
    folder = kept(tmp_path, write_manifest(GOOD))
    assert read_manifest(folder) == GOOD
    assert read_manifest(folder / MANIFEST) == GOOD
    assert GOOD.piece("letter") == PIECE
    assert GOOD.piece("memo") is None


def test_the_same_manifest_has_the_same_bytes_with_sorted_keys() -> None:
    content = write_manifest(GOOD)
    assert content == write_manifest(Manifest.model_validate(GOOD.model_dump()))
    assert list(json.loads(content)) == sorted(json.loads(content))


def test_any_changed_word_breaks_the_seal(tmp_path: Path) -> None:
    content = write_manifest(GOOD)
    for old, new in ((b"Cover letter", b"Cover lettre"), (b'"last": 2', b'"last": 3'), (b"a17", b"a18")):
        assert old in content
        with pytest.raises(DocumentError, match="its seal does not fit"):
            read_manifest(kept(tmp_path, content.replace(old, new)))


def sealed(**changes: object) -> bytes:
    """Return a manifest with wrong entries, sealed as if a program had written it so."""
    content = json.loads(write_manifest(GOOD))
    del content["seal"]
    pieces = changes.pop("piece", None)
    content |= changes
    if isinstance(pieces, dict):
        content["pieces"][0] |= pieces
    from legalassist.packets import manifest  # noqa: PLC0415 - the seal is nobody else's business

    return json.dumps(content | {"seal": manifest._seal(content)}).encode()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"format": 2}, "written by a newer program"),
        ({"format": "1"}, "no manifest of a packet"),
        ({"state": "final"}, "'state'"),
        ({"note": "she said"}, "'note'"),
        ({"inputs": "abc"}, "'inputs'"),
        ({"files": {"../out.pdf": DIGEST}}, "'files"),
        ({"files": {"/etc/x": DIGEST}}, "'files"),
        ({"piece": {"code": "../x"}}, "'pieces.0.code'"),
        ({"piece": {"first": 3}}, "'pieces.0'"),
        ({"piece": {"first": 0}}, "'pieces.0'"),
        ({"piece": {"answers": [{"id": "a1", "sha256": DIGEST, "value": "x"}]}}, "'pieces.0.answers.0.value'"),
    ],
)
def test_a_manifest_that_is_not_as_it_should_be_is_refused_and_says_where(
    changes: dict[str, object], told: str, tmp_path: Path
) -> None:
    with pytest.raises(DocumentError) as wrong:
        read_manifest(kept(tmp_path, sealed(**changes)))
    assert told in wrong.value.message
    assert wrong.value.hint


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000, b'{"format": 1}'])
def test_what_is_no_manifest_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^manifest\.json: "):
        read_manifest(kept(tmp_path, content))


def test_a_folder_without_a_manifest_and_one_that_is_far_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_manifest(tmp_path)
    with pytest.raises(DocumentError, match="too large"):
        read_manifest(kept(tmp_path, b" " * (10 * 1024 * 1024 + 1)))


def test_two_pieces_never_share_a_code() -> None:
    with pytest.raises(ValueError, match="the same code"):
        Manifest.model_validate(GOOD.model_dump() | {"pieces": (PIECE, PIECE)})
