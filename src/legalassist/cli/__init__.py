"""The command line: reads the clock and the environment, and calls verbs of `legalassist.api`.

A command's module is loaded only when the command runs, so ``--help`` does not wait for the libraries that write PDFs.
"""

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from legalassist import __version__
from legalassist.errors import LegalAssistError, UsageError

COMMANDS = {
    "answer": ("answer", "Answer questions without the interview."),
    "ask": ("ask", "Ask the questions of a case in the terminal, in two languages."),
    "assess": ("assess", "Say what the record shows, what is missing, and which days matter."),
    "backup": ("backup", "Back the case store up, or check a backup."),
    "case": ("case", "Set the case store up; begin, find, show and remove cases."),
    "check": ("check", "Find authors' mistakes in interviews, templates and translations."),
    "contact": ("contact", "List numbers of hotlines and offices, and record a call to one."),
    "decide": ("decide", "List and record what an attorney decides in the forms."),
    "declaration": ("declaration", "Write, order and tag the client's statement; see what it covers."),
    "demo": ("demo", "Make every document for the invented clients."),
    "doctor": ("doctor", "Say what this machine can do, and how to mend what it cannot."),
    "form": ("form", "Keep the blanks of official forms; look at their boxes."),
    "handout": ("handout", "List and print know-your-rights handouts."),
    "lock": ("lock", "Lock the case store and close what has it open."),
    "outputs": ("outputs", "Shred the plain files that were made of cases."),
    "paper": ("paper", "Print the information sheet, the interviewer's guide, the list of papers."),
    "packet": ("packet", "Build, bind and check packets."),
    "read-back": ("read_back", "Record that papers were read to the client, and list what still has to be."),
    "restore": ("restore", "Put a backup of the case store in its place."),
    "settle": ("settle", "List answers that do not seem to fit together; settle one with a note."),
    "translate": ("translate", "See how far translations are; send them out, take them back, approve them."),
    "unlock": ("unlock", "Unlock the case store for the next commands."),
    "placement": ("placement", "Tell law firms about a case without telling who it is."),
}
"""Every command: the module below `legalassist.cli` that has it, and its short help."""

LONGEST_NAME = 100
"""Characters of a file's name that a message repeats."""

CLOSED_PIPE = 141
"""Exit code where the reader of our output went away, as a shell reports it (128 + SIGPIPE)."""

OWN_FAULT = 70
"""Exit code for a fault of the program itself (EX_SOFTWARE of sysexits.h)."""


class _Lazy(click.Group):
    """A group that knows its commands' names and help without loading them, and ends every fault in a message."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"legalassist.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Print the names and short help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in sorted(COMMANDS.items())])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a misspelt one is answered with the nearest."""
        from legalassist.interviews.yaml_source import did_you_mean  # noqa: PLC0415 - only for a misspelt command

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            hint = did_you_mean(name, tuple(COMMANDS))
            ctx.fail(f"there is no command {name!r}. {hint}".strip())
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; whatever goes wrong becomes a message and an exit code, never a traceback."""
        try:
            return super().invoke(ctx)
        except LegalAssistError as wrong:
            click.echo(str(wrong), err=True)
            ctx.exit(wrong.exit_code)
        except click.exceptions.Exit:
            try:
                sys.stdout.flush()
            except OSError:  # the terminal is gone: left waiting, its last words would turn the exit code into 120
                _fall_silent()
            raise
        except (click.Abort, click.ClickException):
            raise
        except BrokenPipeError:  # whoever read our output (head, less) has seen enough
            _fall_silent()
            ctx.exit(CLOSED_PIPE)
        except OSError as wrong:
            click.echo(
                f"{_shown(wrong.filename) or 'a file'} cannot be used: {wrong.strerror or 'it failed'}", err=True
            )
            click.echo("  hint: look at the name, its folder and its permissions; nothing was half-written", err=True)
            ctx.exit(UsageError.exit_code)
        except Exception as fault:  # noqa: BLE001 - the last door: a person must never meet a traceback
            _say_own_fault(fault)
            ctx.exit(OWN_FAULT)


def _fall_silent() -> None:
    """Let nothing be written any more, also not at exit: nobody is left to read it."""
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end


def _shown(name: object) -> str:
    """Return a file's name as a terminal can show it, cut where it is very long; empty where there is none."""
    text = os.fsdecode(name) if isinstance(name, (str, bytes)) else ""
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"


def _say_own_fault(fault: Exception) -> None:
    """Name a fault of ours by its kind and place. Its message is not printed: it might hold what a client said."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if "legalassist" in frame.filename]
    last = (ours or list(frames))[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    click.echo(f"legalassist met a fault of its own: {type(fault).__name__} at {where}", err=True)
    click.echo("  hint: nothing was half-written; please report the line above, it holds nothing of the case", err=True)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="legalassist", prog_name="legalassist")
@click.option(
    "--content", type=click.Path(path_type=Path), envvar="LEGALASSIST_CONTENT", multiple=True,
    help="A clinic's own shelf (interviews/, templates/, locales/, clinic.yaml), searched before the shipped one.",
)  # fmt: skip
@click.option("--data", type=click.Path(path_type=Path), envvar="LEGALASSIST_DATA", help="The case store's folder.")
@click.option("--passphrase-fd", type=int, metavar="N", help="Read passphrases from an open file, a line for each.")
@click.option("--secrets-fd", type=int, metavar="N", help="Write what is shown once to an open file.", hidden=True)
@click.option("--accept-damage", is_flag=True, help="Open a damaged case store all the same, for reading only.")
@click.pass_context
def main(ctx: click.Context, /, content: tuple[Path, ...], **_store: object) -> None:
    """From one gentle interview to every document of a case, in English and Chinese.

    asked -> answered -> decided -> written -> bound

    Example: legalassist demo
    """
    ctx.obj = content  # what the case store needs is read by `store_door`, where a command opens it
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal that is not set to UTF-8 shows '?', it does not stop the command.
            reconfigure(errors="replace")
