"""The clinic's own particulars (``clinic.yaml``): what a letter's head and signature need."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from legalassist.errors import ContentError
from legalassist.interviews.written import validate
from legalassist.interviews.yaml_source import read_yaml

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Attorney(BaseModel):
    """The attorney who signs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Line
    title: Line


class Clinic(BaseModel):
    """One clinic."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Line
    address_lines: tuple[Line, ...]
    phone: Line
    email: Line
    attorney: Attorney


def read_clinic(text: str, file: str) -> Clinic:
    """Read ``clinic.yaml``; raise ContentError with every problem in it."""
    source = read_yaml(text, file)
    clinic, shape = validate(Clinic, source)
    if clinic is None or source.problems:
        raise ContentError("the clinic's particulars have problems", problems=(*source.problems, *shape))
    return clinic
