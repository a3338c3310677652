"""``legalassist case setup|people|passphrase|verify|receipt|accept-clock``: the store itself, and who is in it."""

import os
import time

import click

from legalassist.api import keeping, unlocking
from legalassist.api.lines import person_name
from legalassist.api.synced import refuse_synced
from legalassist.cli import agent_client
from legalassist.cli.hidden import can_show, show_once, typed
from legalassist.cli.protecting import protect_memory
from legalassist.cli.store_door import data_folder, open_store, right_now, synced_option
from legalassist.cli.world import DONE
from legalassist.errors import StoreError, UsageError
from legalassist.stores import backups, crew, verifying
from legalassist.stores.passphrases import same_spelling
from legalassist.stores.people import Role

_TRIES = 3
_words_option = click.option(
    "--words", type=click.Choice(["en", "zh_Hans"]), default="en", show_default=True, help="Language of the six words."
)
_own_option = click.option("--own-passphrase", "own", is_flag=True, help="Type one of your own: 70 bits at least.")


@click.command("setup")
@click.option("--name", prompt="Your name, as the others will see it", help="The first supervisor's name.")
@_words_option
@_own_option
@synced_option
@click.pass_context
def setup(ctx: click.Context, name: str, words: str, *, own: bool, synced_ok: bool) -> None:
    """Set up the case store: your passphrase, and the recovery key, each shown once. You are its first supervisor.

    Example: legalassist case setup --name "P. Lin"
    """
    protect_memory()
    can_show(ctx)
    data = data_folder(ctx)
    refuse_synced(data, accepted=synced_ok)
    if (data / unlocking.FILE).exists():
        raise StoreError("a case store is set up here already", "unlock it, or name another folder with --data")
    name = person_name(name)
    passphrase = _chosen(ctx, words, own=own)
    cost = unlocking.cost_here(time.perf_counter, os.urandom)
    first = unlocking.first_person(name, passphrase, made=not own)
    done = unlocking.set_up(data, first, cost, right_now(), os.urandom)
    show_once(ctx, "The recovery key. Print or copy it, and lock it into a safe: it opens everything.", [done.recovery])
    agent_client.hold(data, unlocking.Key.of(done.store))
    done.store.tables.close()
    click.echo(f"the case store is set up in {data}, and unlocked")
    click.echo("now: 'legalassist case new', and 'legalassist backup FILE' onto a stick that lies elsewhere")


def _chosen(ctx: click.Context, words: str, *, own: bool) -> str:
    """Return a new passphrase: the program's, typed back as proof that it was written down, or the person's, twice."""
    if own:
        passphrase = typed(ctx, "A passphrase of your own")
        if typed(ctx, "The same again") != passphrase:
            raise UsageError("the two were not the same", "begin again")
        return passphrase
    passphrase = unlocking.make_passphrase(os.urandom, words)
    show_once(ctx, "Your passphrase: six words. Learn it, then burn the paper.", [passphrase])
    if ctx.find_root().params.get("secrets_fd") is not None:
        return passphrase
    for _ in range(_TRIES):
        if same_spelling(typed(ctx, "Type the six words")) == same_spelling(passphrase):
            return passphrase
        click.echo("these are not the words", err=True)
    raise UsageError("the passphrase was not typed back", "nothing was set up; begin again")


@click.group("people")
def people() -> None:
    """List the people of the store, let somebody in, remove somebody.

    Example: legalassist case people list
    """


@people.command("list")
@click.pass_context
def people_list(ctx: click.Context) -> None:
    """List who is in the store, and what they do.

    Example: legalassist case people list
    """
    for one in open_store(ctx).people():
        click.echo(f"{one.role.value:12} {one.name}")


@people.command("add")
@click.argument("name")
@click.option("--role", required=True, type=click.Choice([one.value for one in Role if one is not Role.RECOVERY]),
              help="Attorneys strike, supervisors do all; coordinators see stages, outreach workers none.")  # fmt: skip
@_words_option
@click.pass_context
def people_add(ctx: click.Context, name: str, role: str, words: str) -> None:
    """Let NAME in. Their passphrase is shown once: hand it over, and let them change it.

    Example: legalassist case people add "J. Chen" --role caseworker
    """
    can_show(ctx)
    store, passphrase = open_store(ctx), unlocking.make_passphrase(os.urandom, words)
    keeping.let_in(store, name, role, passphrase, right_now())
    show_once(ctx, f"The passphrase of {name}", [passphrase])
    click.echo("let in")


@people.command("remove")
@click.argument("name")
@click.pass_context
def people_remove(ctx: click.Context, name: str) -> None:
    """Remove NAME: their groups get new keys at once. Names the backups their passphrase still opens.

    Example: legalassist case people remove "J. Chen"
    """
    store, now = open_store(ctx), right_now()
    still = backups.opened_by(store, keeping.person_named(store, name), now)
    removed = keeping.let_go(store, name, now)
    click.echo(f"removed. Remember: {removed.said}")
    if removed.waiting:
        click.echo(f"{removed.waiting} restricted cases of theirs do not open for you: "
                   "new keys are made when one of their people next saves anything")  # fmt: skip
    for backup in still:
        click.echo(f"their passphrase still opens the backup {backup}")


@people.command("recovery-key")
@click.pass_context
def people_recovery_key(ctx: click.Context) -> None:
    """Make a new recovery key, because the paper was lost or seen. The earlier one opens nothing new.

    Example: legalassist case people recovery-key
    """
    can_show(ctx)
    store, now = open_store(ctx), right_now()
    still = backups.opened_by_recovery(store, now)
    text, removed = crew.new_recovery_key(store, now)
    show_once(ctx, "The new recovery key. Print or copy it, and lock it into a safe: it opens everything.", [text])
    click.echo("made; burn the earlier paper if you find it: what it opened before today stays readable to it")
    if removed.waiting:
        click.echo(f"{removed.waiting} restricted cases do not open for you: no recovery key opens what is saved in "
                   "them from now on")  # fmt: skip
    for backup in still:
        click.echo(f"the earlier recovery key still opens the backup {backup}")


@click.command("passphrase")
@_words_option
@_own_option
@click.pass_context
def passphrase(ctx: click.Context, words: str, *, own: bool) -> None:
    """Change your passphrase.

    Example: legalassist case passphrase
    """
    can_show(ctx)
    store = open_store(ctx)
    crew.change_passphrase(store, _chosen(ctx, words, own=own), right_now(), made=not own)
    click.echo("changed; backups made before open with the old one")


@click.command("verify")
@click.option("--head", metavar="CODE", help="A code from a receipt or a backup: was the store ever put back since?")
@click.pass_context
def verify(ctx: click.Context, head: str | None) -> None:
    """Read the whole store and say what is wrong with it.

    Example: legalassist case verify
    """
    store = open_store(ctx)
    wrong = verifying.problems(store)
    for one in wrong:
        click.echo(one, err=True)
    if head:
        backups.check_head(store, head)
        click.echo("nothing was taken back since that code was issued")
    click.echo(f"{len(wrong)} problems" if wrong else "the store is whole")
    ctx.exit(StoreError.exit_code if wrong else DONE)


@click.command("receipt")
@click.pass_context
def receipt(ctx: click.Context) -> None:
    """Print the code of the store as it is now, to be kept on paper: 'case verify --head CODE' compares.

    Example: legalassist case receipt
    """
    click.echo(backups.issue_head(open_store(ctx), right_now()))


@click.command("accept-clock")
@click.pass_context
def accept_clock(ctx: click.Context) -> None:
    """Take this machine's time as right although the store has seen a later one; noted, and a supervisor's act.

    Example: legalassist case accept-clock
    """
    open_store(ctx).accept_clock(right_now())
    click.echo("today's time is accepted")
