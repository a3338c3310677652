"""A file that is kept for a row of the exhibits: which row, as what, and how to know its content again."""

from dataclasses import dataclass
from enum import StrEnum

EXHIBITS = "exhibits"
"""The group of papers whose rows files are kept for."""


class FiledAs(StrEnum):
    """What a file is to its row: the paper itself, its English translation, or the translator's certificate."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class ExhibitFile:
    """One cleaned PDF of a row (``exhibits[2]``): its role, its pages, the sha256 of its bytes.

    `source` says where the bytes are: the number of a record of the store, or a file beside an answers file. A later
    file for the same row and role takes the place of an earlier one.
    """

    row: str
    role: FiledAs
    pages: int
    sha256: str
    source: str = ""
    by: str = ""
    at: str = ""
