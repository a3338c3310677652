"""The steps of placing a case, as they are kept: each a frozen value, written to and read from the store's records.

Steps of a case (`OfACase`) may hold names and lie with the case. Steps of the pipeline (`OfThePipeline`) and of the
firms (`OfTheFirms`) name no client: a case there is a random id of the store.
"""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from legalassist.errors import StoreError


class Step(BaseModel):
    """Any step: the day it was (ISO), and who entered it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kinds: ClassVar[dict[str, type["Step"]]] = {}
    on: str
    by: str = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Know every step by its name."""
        Step.kinds[cls.__name__] = cls

    @property
    def of(self) -> str:
        """The name a record calls the step by."""
        return type(self).__name__

    @property
    def said(self) -> dict[str, JsonValue]:
        """What a record holds of it."""
        return self.model_dump(mode="json")


class OfACase(Step):
    """A step that lies with the case."""


class OfThePipeline(Step):
    """A step of one case in the pipeline; `case` is the random id of its dossier."""

    case: str


class OfTheFirms(Step):
    """Something about a firm or one of its attorneys."""


PRINTED, LEFT_OFF = "printed on the first sheet", "left off the first sheet"
"""What a person said of a name for the first sheet, in the place of a `Ruled`."""


class Ruled(OfACase):
    """A person looked at a finding of the leak check and says it is not about this client; for one text alone."""

    code: str
    rule: int
    about: str
    place: str
    why: str


class Summed(OfThePipeline):
    """A summary was made: what firms would read, by menus' values alone, and all values known of the case."""

    reference: str
    lines: tuple[tuple[str, str], ...]
    also: tuple[tuple[str, str], ...] = ()
    tasks: tuple[str, ...]
    answer_by: str
    values: dict[str, str]
    digest: str


class SecondRead(OfThePipeline):
    """A second person read a summary and decided whether it may go out."""

    reference: str
    digest: str
    yes: bool


class Clocked(OfThePipeline):
    """How the answers of a case stood that day, for the board and the figures.

    `month` (2027-02) is that of the next day that binds; empty: none is known. `values` are what it has on the menus of
    a summary, None in a record of an older program; `answers` how many records of the case were read for that, `began`
    the day it began (ISO).
    """

    month: str
    values: dict[str, str] | None = None
    answers: int = 0
    began: str = ""


class Circulated(OfThePipeline):
    """A summary went out with a list."""

    reference: str
    batch: str


class OfTheProgramme(Step):
    """Something about all cases together; it lies in the pipeline."""


class Published(OfTheProgramme):
    """A table of figures went out: what it told, so that no later one gives away what it hid."""

    period: str
    dimension: str
    cells: tuple[tuple[str, str], ...]


class Searched(OfTheProgramme):
    """A file that people edited was searched and found clean: who, which day, its SHA-256, and nothing else of it."""

    digest: str
    read_by: str = ""
    """Who read it, as it is, beside whoever searched it, and said yes (6-B); empty: nobody said so."""


def read_step(of: str, said: dict[str, JsonValue]) -> Step:
    """Return the step a record holds; StoreError where a newer program wrote it."""
    try:
        return Step.kinds[of].model_validate(said)
    except (KeyError, ValidationError):
        raise StoreError(
            "a record of placement was written by a newer legalassist", "install the newer program"
        ) from None
