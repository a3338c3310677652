"""``legalassist packet``: build a packet, bind edited pieces back in, check a finished one, trace a word."""

from collections.abc import Sequence
from pathlib import Path

import click

from legalassist.api.building import Built, Edit, build_packet, in_script_of, other_packets, prepare, with_edits
from legalassist.api.checking import check_against_case, check_packet, remarks_on_packet
from legalassist.api.signed_pages import Scan
from legalassist.api.tracing import why
from legalassist.api.tracing_words import why_word
from legalassist.cli.blanks_door import blanks_if_any, blanks_option
from legalassist.cli.closing import closing_table
from legalassist.cli.packet_gate import gate_command, override_command
from legalassist.cli.store_door import case_to_read, case_to_write, content_for, synced_option
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of, progress_bar
from legalassist.errors import UsageError
from legalassist.packets.build import Build, PacketState

_PAGES = 10_000
_path = click.Path(path_type=Path)
_out = click.option("--out", type=_path, required=True, help="The folder for the packet; made new, or replaced whole.")
_clinic = click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
_kind = click.option("--kind", default="", metavar="KIND", help="Another packet than the application: 'packet kinds'.")


@click.group()
def packet() -> None:
    """Build, bind and check packets.

    Example: legalassist packet build interviews/tvisa/examples/mei.yaml --out out/mei
    """


packet.add_command(gate_command)
packet.add_command(override_command)


@packet.command("build")
@click.argument("case")
@_out
@as_of_option
@_clinic
@blanks_option
@synced_option
@_kind
@click.option("--client-language", default="zh_Hans", show_default=True, help="The language the client reads.")
@click.option("--draft", "state", flag_value="draft", default="draft", help="With the draft band (the default).")
@click.option("--for-signature", "state", flag_value="for-signature", help="Clean; refused while anything is missing.")
@click.option("--as-mailed", "state", flag_value="as-mailed", help="With the signed pages bound in.")
@click.option("--signed", "signed", multiple=True, metavar="PIECE[:PAGE]=FILE", help="A scan of signed pages.")
@click.option("--discard-edits", is_flag=True, help="Forget the pieces edited by hand that are bound in there.")
@click.pass_context
def build_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, out: Path, as_of: str | None, clinic: Path | None, blanks: Path | None,
    kind: str, client_language: str, state: str, signed: tuple[str, ...],
    *, discard_edits: bool, synced_ok: bool,
) -> None:  # fmt: skip
    """Build the packet of CASE: every document, bound, bookmarked and numbered.

    CASE is a number of the case store, or an answers file of an invented person. The folder of a case of the store is
    registered: 'legalassist case outputs CASE' shows it, 'legalassist outputs shred CASE' takes it away.

    For signature and as mailed it has to pass the rules that 'legalassist packet gate CASE' shows. With --as-mailed
    every --signed scan takes the place of the piece, or of one page of it, that was made --for-signature in DIR.

    Example: legalassist packet build interviews/tvisa/examples/mei.yaml --out out/mei
    """
    opened = case_to_write(ctx, case, out, synced_ok=synced_ok)
    build = prepare(
        opened, library_of(ctx), as_of=day_of(as_of), clinic=clinic, language=client_language,
        state=PacketState(state), blanks=blanks_if_any(ctx, blanks), content=content_for(ctx, case), kind=kind,
    )  # fmt: skip
    scans = [_scan(one) for one in signed]
    _finish(ctx, _with_bar(build, out, discard_edits=discard_edits, scans=scans))


@packet.command("bind")
@click.argument("case")
@click.option("--use", "uses", multiple=True, required=True, metavar="PIECE=FILE", help="An edited .docx or PDF.")
@_out
@as_of_option
@_clinic
@blanks_option
@synced_option
@click.option("--accept-changes", is_flag=True, help="Take tracked changes as accepted.")
@click.option("--drop-comments", is_flag=True, help="Leave comments out.")
@click.option("--base-changed", is_flag=True, help="The file has in it what changed since it was made.")
@click.pass_context
def bind_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, uses: tuple[str, ...], out: Path, as_of: str | None, clinic: Path | None,
    blanks: Path | None, *, accept_changes: bool, drop_comments: bool, base_changed: bool, synced_ok: bool,
) -> None:  # fmt: skip
    """Bind pieces that a person edited back into the packet of CASE.

    Example: legalassist packet bind CASE --use cover-letter=letter.docx --out out/mei
    """
    edits = [Edit(*_piece_and_file(use), accept_changes, drop_comments, base_changed) for use in uses]
    opened = case_to_write(ctx, case, out, synced_ok=synced_ok)
    inputs = prepare(
        opened, library_of(ctx), as_of=day_of(as_of), clinic=clinic, blanks=blanks_if_any(ctx, blanks),
        content=content_for(ctx, case),
    )  # fmt: skip
    _finish(ctx, _with_bar(with_edits(in_script_of(inputs, out), edits), out, discard_edits=False))


@packet.command("kinds")
@click.option("--interview", default="tvisa", show_default=True, help="Which interview the packets belong to.")
@click.pass_context
def kinds_command(ctx: click.Context, interview: str) -> None:
    """List the packets beside the application: a change of address, the answer to a letter, a work permit.

    Example: legalassist packet kinds
    """
    for kind, title in other_packets(library_of(ctx), interview):
        click.echo(f"{kind:18} {title}")


@packet.command("check")
@click.argument("packet_path", metavar="FILE.pdf|DIR", type=_path)
@click.option("--case", help="Also build the packet again from this case, and compare every byte.")
@_clinic
@blanks_option
@click.pass_context
def check_command(
    ctx: click.Context, packet_path: Path, case: str | None, clinic: Path | None, blanks: Path | None
) -> None:
    """Re-read a finished packet through its tags, and say whether it is what it claims to be.

    A packet's folder can only be held against itself: who can write there can make all of it fit. With --case the
    packet is built again from the answers, which shows whatever was changed. What begins with "look:" is no problem:
    how lines end and how pale letters are is for a person to look at.

    Example: legalassist packet check out/mei
    """
    problems, opened = check_packet(packet_path), None
    if case is not None:
        opened = case_to_read(ctx, case)
        problems += check_against_case(
            packet_path, opened, library_of(ctx), clinic=clinic, blanks=blanks_if_any(ctx, blanks),
            content=content_for(ctx, case),
        )  # fmt: skip
    for remark in remarks_on_packet(packet_path, opened, library_of(ctx)):
        click.echo(f"look: {remark}", err=True)
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(f"{packet_path}: {len(problems)} problems" if problems else f"{packet_path}: checked, no problems")
    ctx.exit(3 if problems else DONE)


@packet.command("why")
@click.argument("case")
@click.argument("piece")
@click.argument("item", required=False)
@click.option("--word", metavar="WORDS", help="A word of the piece, or a few in a row, as it prints them.")
@click.pass_context
def why_command(ctx: click.Context, case: str, piece: str, item: str | None, word: str | None) -> None:
    """Say where the words of a PIECE come from: questions, answers (by number), rules. ITEM narrows an answer sheet.

    With --word it names, for any word the piece prints, the answer it comes from, who entered it and when; or the
    attorney's decision, the clinic's particulars, the rule with its authorities, the line of the shelf.

    Example: legalassist packet why interviews/tvisa/examples/mei.yaml answer-sheet 2.10
    """
    build = prepare(case_to_read(ctx, case), library_of(ctx), as_of=day_of(None), content=content_for(ctx, case))
    for line in why(build, piece, item) if word is None else why_word(build, piece, word):
        click.echo(line)
    ctx.exit(DONE)


def _piece_and_file(use: str) -> tuple[str, Path]:
    """Split ``PIECE=FILE``."""
    piece, equals, file = use.partition("=")
    if not (piece and equals and file):
        message = "--use needs a piece and a file"
        raise UsageError(message, hint="for example --use cover-letter=letter.docx")
    return piece, Path(file)


def _scan(signed: str) -> Scan:
    """Split ``PIECE=FILE`` or ``PIECE:PAGE=FILE``."""
    piece, equals, file = signed.partition("=")
    code, colon, page = piece.partition(":")
    if not (code and equals and file) or (colon and not (page.isascii() and page.isdigit() and 0 < int(page) < _PAGES)):
        message = "--signed needs a piece and a file, and may have a page (from 1)"
        raise UsageError(message, hint="for example --signed answer-sheet:9=page9.pdf")
    return Scan(code, Path(file), int(page or 0))


def _with_bar(build: Build, out: Path, *, discard_edits: bool, scans: Sequence[Scan] = ()) -> Built:
    """Build with a progress bar."""
    with progress_bar("written -> bound", 0) as bar:
        task = bar.task_ids[0]
        return build_packet(
            build, out, discard_edits=discard_edits, scans=scans, progress=lambda _code: bar.advance(task)
        )


def _finish(ctx: click.Context, built: Built) -> None:
    """Print what was made and what a person must still do."""
    console().print(closing_table(built))
    ctx.exit(NEEDS_A_PERSON if built.to_do else DONE)
