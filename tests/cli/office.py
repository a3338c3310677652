"""What the tests of the case store's commands share: a data folder that is set up, and its commands in this process."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner, Result

from legalassist.cli import agent_client, main
from legalassist.cli.agent import Agent


@dataclass
class Office:
    """A data folder, the secrets shown at its set-up, and an agent that is an object instead of a process."""

    data: Path
    passphrase: str
    recovery: str
    agent: Agent = field(default_factory=Agent)

    def talk(self, _data: Path, **question: object) -> dict[str, object] | None:
        """Take the place of `agent_client._talk`; an agent that was told to lock is gone."""
        return None if self.agent.over else self.agent.answer(question, 0)

    def run(self, *words: str, typed: tuple[str, ...] | None = None, entered: str = "") -> Result:
        """Run a command; `typed`: the lines on --passphrase-fd, `entered`: what comes from the keyboard."""
        options = ["--data", str(self.data)]
        if typed is None:
            return CliRunner().invoke(main, [*options, *words], input=entered)
        reading = filled_pipe(typed)
        try:
            return CliRunner().invoke(main, [*options, "--passphrase-fd", str(reading), *words])
        finally:
            os.close(reading)

    def shown(self, *words: str, typed: tuple[str, ...] | None = None) -> tuple[Result, list[str]]:
        """Run a command that shows secrets; return its result and them."""
        reading, writing = os.pipe()
        try:
            result = self.run("--secrets-fd", str(writing), *words, typed=typed)
        finally:
            os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            return result, pipe.read().splitlines()

    def done(self, *words: str) -> str:
        """Run a command that has to succeed; return what it printed."""
        result = self.run(*words)
        assert result.exit_code in {0, 1}, result.output
        return result.output

    def new(self, *answers: str) -> str:
        """Begin a case with these answers; return its number."""
        number = self.done("case", "new").strip()
        if answers:
            self.done("answer", number, *answers)
        return number

    def unlock(self) -> None:
        """Hand the first supervisor's key to the agent again."""
        self.agent = Agent()
        assert self.run("unlock", typed=(self.passphrase,)).exit_code == 0


def filled_pipe(lines: tuple[str, ...]) -> int:
    """Return a descriptor that these lines can be read from."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode())
    os.close(writing)
    return reading


def set_up(data: Path) -> Office:
    """Set a store up as the command does, through `agent_client._talk` as it is patched."""
    office = Office(data, "", "")
    before, agent_client._talk = agent_client._talk, office.talk
    try:
        result, secrets = office.shown("case", "setup", "--name", "P. Lin")
    finally:
        agent_client._talk = before
    assert result.exit_code == 0, result.output
    office.passphrase, office.recovery = secrets
    return office
