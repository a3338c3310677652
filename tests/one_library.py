"""The shipped shelf, opened once in each process of a run: nothing writes to it, and what was read of it is kept."""

from legalassist.library import Library

LIBRARY = Library()
