"""Pack what was assembled: the files of a packet's folder, by their path, and the manifest that names them all.

::

    filing/CODE.pdf        the filing, bound            filing/word/PIECE.docx   its Word pieces, to edit
    fillable/PIECE.pdf     official forms, to change    internal/…               what stays in the office
    agency/…               an envelope of its own
    pieces/PIECE.pdf       each piece by itself         pieces/PIECE.docx        what an edited piece was made from
    edited/PIECE.…         files edited by a person     signed/PIECE.pdf         scans of signed pages
    internal/…-gate.txt    how it stands with each rule manifest.json

File names carry the case's random reference and a piece's code, nothing else.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import grouped
from legalassist.assessments.settled import standings
from legalassist.documents.pdf_file import entry, open_pdf
from legalassist.documents.tags.tagged import tagged_text
from legalassist.packets.assemble import Assembled
from legalassist.packets.build import Build, PacketState
from legalassist.packets.contexts import unapproved
from legalassist.packets.gate.standing import gate_text
from legalassist.packets.manifest import MANIFEST, AnswerUsed, Manifest, Piece, SignedPage, write_manifest
from legalassist.packets.official import Official
from legalassist.packets.plan import Folder, plan_file
from legalassist.packets.untagged import shows_text
from legalassist.packets.written import Written

PACKET = "packet"
_NAMED = 20
"""So many Items are named in one line of what is to do."""


def pack(
    build: Build, assessment: Assessment, assembled: Assembled, known_texts: Mapping[str, str] | None = None
) -> tuple[Mapping[str, bytes], Manifest]:
    """Return the files of a packet (the manifest among them) by their path, and the manifest.

    `known_texts` are digests of texts by the digest of the PDF they were read from, so that no PDF is read twice.
    """
    files = dict(_files(build, assembled))
    manifest = Manifest(
        version=build.version,
        title=assembled.plan.title,
        inputs=build.digest,
        reference=build.case.reference,
        as_of=build.as_of,
        language=build.language,
        state=build.state.value,
        kind=build.kind,
        shelves=_shelves(build, assembled),
        pieces=tuple(_piece(build, assembled, one, known_texts or {}) for one in assembled.written),
        files={name: sha256(content).hexdigest() for name, content in sorted(files.items())},
        dropped=tuple(f"{one.code}: {one.what} ({one.count})" for one in assembled.filing.dropped),
        translations="one reader" if build.ledger.readers == 1 else "",
        to_do=(*to_do(assessment, assembled), *_translations_to_do(build, assembled)),
    )
    return {**files, MANIFEST: write_manifest(manifest)}, manifest


def _files(build: Build, assembled: Assembled) -> Iterator[tuple[str, bytes]]:
    reference = build.case.reference
    yield f"{Folder.FILING}/{reference}-{PACKET}.pdf", assembled.filing.pdf
    yield f"{Folder.INTERNAL}/{reference}-gate.txt", gate_text(assembled.stands).encode()
    yield from ((one.file, one.pdf) for one in build.signed)
    edited = {one.code: one for one in build.edited}
    for one in assembled.written:
        code, folder = one.planned.code, one.planned.folder
        yield f"pieces/{code}.pdf", assembled.pdfs[code]
        if folder is not Folder.FILING:
            yield f"{folder}/{reference}-{code}.pdf", assembled.pdfs[code]
        if code in assembled.forms:
            yield f"fillable/{code}.pdf", assembled.forms[code].filled.fillable
        if one.docx:
            yield f"{folder}/word/{code}.docx", one.docx
        if code in edited:
            suffix = "pdf" if edited[code].content.startswith(b"%PDF-") else "docx"
            yield f"edited/{code}.{suffix}", edited[code].content
            if one.rendered:
                yield f"pieces/{code}.docx", one.rendered


def _piece(build: Build, assembled: Assembled, one: Written, known_texts: Mapping[str, str]) -> Piece:
    """Return one piece's line of the manifest: hashes, pages, and the answers it rests on by id and hash."""
    code = one.planned.code
    span = assembled.spans.get(code)
    case = build.case
    current = case.current
    answers = {current[path].id: case.digest(current[path]) for path in one.used.answers if path in current}
    pdf_sha256 = sha256(assembled.pdfs[code]).hexdigest()
    signed = tuple(
        SignedPage(page=each.page, sha256=sha256(each.pdf).hexdigest(), of=each.of)
        for each in build.signed
        if each.code == code
    )
    scanned = bool(signed) and build.state is PacketState.AS_MAILED
    outside = one.planned.file is not None or scanned
    return Piece(
        code=code,
        title=one.planned.title,
        level=one.planned.level,
        folder=one.planned.folder.value,
        first=span.first if span else 0,
        last=span.last if span else 0,
        pdf_sha256=pdf_sha256,
        docx_sha256=sha256(one.docx).hexdigest() if one.docx else "",
        text_sha256=(known_texts.get(pdf_sha256) or text_digest(assembled.pdfs[code]))
        if one.html and not scanned
        else "",
        key=one.key,
        answers=tuple(AnswerUsed(id=name, sha256=digest) for name, digest in sorted(answers.items())),
        ours=one.ours,
        mark=one.planned.mark,
        pdf_ua=one.ours and not (outside and shows_words(assembled.pdfs[code])),
        exhibit=outside,
        edited_from=one.edited_from,
        unapproved=unapproved(build, one.used),
        printed=one.key if build.state is PacketState.FOR_SIGNATURE else build.printed.get(code, ""),
        signed=signed,
    )


def shows_words(pdf: bytes) -> bool:
    """Say whether an exhibit holds words, and not pictures alone: words of a stranger are in fonts of a stranger."""
    return any(shows_text(entry(page.obj, "/Resources")) for page in open_pdf(pdf, "exhibit").pages)


def text_digest(pdf: bytes) -> str:
    """Return the sha256 of a PDF's text in the order of its tags, in hex."""
    return sha256(tagged_text(pdf).encode()).hexdigest()


def _shelves(build: Build, assembled: Assembled) -> dict[str, str]:
    """Return which shelf each template came from."""
    names = [plan_file(build.interview.name, build.kind)]
    for one in assembled.planning.pieces:
        stem = f"templates/{build.interview.name}/"
        if one.word or one.print:
            names.append(stem + (f"{one.word}.docx" if one.word else f"{one.print}.html"))
    return {name: build.library.get(name).shelf for name in sorted(set(names))}


def _translations_to_do(build: Build, assembled: Assembled) -> Iterator[str]:
    """Yield how many texts of each piece wait for approval; which they are stands at the piece in the manifest."""
    for one in assembled.written:
        count = len(unapproved(build, one.used))
        if count:
            yield f"{one.planned.code}: {count} translated texts are not approved; see legalassist translate status"


def _forms_to_do(assembled: Assembled) -> Iterator[str]:
    """Yield what is to do on official forms: copy where there is no blank, look where there is."""
    for one in assembled.written:
        if one.planned.form and one.ours:
            yield f"{one.planned.code}: copy the answers into the current official form, and bind the filled PDF"
    for code, official in assembled.forms.items():
        yield from _form_to_do(code, official)


def _form_to_do(code: str, official: Official) -> Iterator[str]:
    """Yield what a person must still do on one filled form; boxes by their Items, no answers."""
    given = official.given
    if not given.mailable:
        yield f"{code}: this blank is for drafts only ({given.name}); add the current one, or let an attorney allow it"
    if given.unverified:
        yield f"{code}: {len(given.unverified)} boxes stay empty until somebody has looked at the real form"
    by_reason: dict[str, list[str]] = {}
    for one in official.filled.left:
        by_reason.setdefault(one.why, []).append(one.item)
    for why, items in by_reason.items():
        named = list(dict.fromkeys(items))
        more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        yield f"{code}: {', '.join(named[:_NAMED])}{more}: {why}"


def to_do(assessment: Assessment, assembled: Assembled) -> Iterator[str]:
    """Yield what a person must still do before this packet can go anywhere; facts by their paths, no answers."""
    yield from _forms_to_do(assembled)
    for code, needs in assembled.planning.undecided.items():
        yield f"{code}: decide whether it belongs into the packet ({', '.join(sorted(needs))})"
    for item in (*(grouped(assessment.missing) if assembled.plan.whole else ()), *assembled.unread):
        yield f"{item.path}: {item.why}"
    pieces = assembled.planning.pieces
    for planned in pieces:
        if planned.paper is not None and not any(one.letter == planned.letter and one.file for one in pieces):
            yield f"{planned.code}: no file of this paper is in the case; add it, or put it behind its cover"
    if any(
        one.open for one in standings(assessment.contradictions, assessment.facts.case)
    ):  # which they are stands in the memo only
        yield "read the memo: there are answers to ask about once more"
    yield "have an attorney read every page; nothing here was reviewed by one"
