"""What the clinic's particulars lack for which form: whoever might sign one, looked at one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legalassist.documents.clinic import Clinic
from legalassist.facts.known import Unknown, Why
from legalassist.forms.edition import Edition
from legalassist.forms.particulars import particular

_INTERPRETER = "interpreter."


@dataclass(frozen=True, slots=True, order=True)
class Lacking:
    """A particular that ``clinic.yaml`` lacks: whose (a code, "" for the clinic's own), which, for which forms."""

    code: str
    particular: str
    forms: tuple[str, ...]

    def __str__(self) -> str:
        """Read as a line: ``attorney.fax (je): G-28``."""
        return f"{self.particular}{f' ({self.code})' if self.code else ''}: {', '.join(self.forms)}"


def lacking(clinic: Clinic, editions: Iterable[Edition]) -> tuple[Lacking, ...]:
    """Return every particular a form asks for and ``clinic.yaml`` neither gives nor says that there is none.

    An interpreter's are asked for when somebody has read a form, and are not looked at here.
    """
    asked: dict[str, dict[str, None]] = {}
    for edition in editions:
        for path in (item.clinic for part in edition.parts for item in part.items):
            if path and not path.startswith(_INTERPRETER):
                asked.setdefault(path, {})[edition.form.upper()] = None
    found = (one for path, forms in asked.items() for one in _lacking(clinic, path, tuple(forms)))
    return tuple(sorted(set(found)))


def _lacking(clinic: Clinic, path: str, forms: tuple[str, ...]) -> Iterator[Lacking]:
    """Yield who of the clinic lacks one particular: every attorney, and whoever would prepare."""
    word = path.partition(".")[0]
    codes = {"attorney": [one.code for one in clinic.attorneys],
             "preparer": [one.code for one in clinic.preparers] or [clinic.preparer.code]}.get(word, [""])  # fmt: skip
    for code in codes:
        named = clinic.serving(**{word: code}) if code else clinic
        fact = particular(named, path)
        if isinstance(fact, Unknown) and fact.why is not Why.DOES_NOT_APPLY:
            yield Lacking(code, path, forms)
