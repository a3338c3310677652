"""Official forms: each edition's file, and the Items that questions say they feed."""

from collections.abc import Iterator

from legalassist.checks.matter import Matter, trying
from legalassist.errors import ContentError, Problem
from legalassist.forms.boxes import SUFFIX
from legalassist.forms.edition import edition_problems, read_edition
from legalassist.forms.no_blanks import read_no_blanks
from legalassist.interviews.schema import FormItem, Interview
from legalassist.interviews.yaml_source import did_you_mean


def form_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's form editions, and feeds that lead nowhere."""
    interview = matter.interview
    if interview is None:
        return
    items: set[FormItem] = set()
    readable = True
    for book in matter.library.books(f"templates/{matter.name}/forms", ".yaml"):
        if book.name.endswith(f"{SUFFIX}.yaml"):
            continue  # what the boxes of an edition get wrong is `checks.boxes`' to say
        name = book.name.rpartition("/")[2].removesuffix(".yaml")
        yield from trying(book.name, lambda name=name: edition_problems(matter.library, matter.name, name, interview))  # type: ignore[misc]
        try:
            edition = read_edition(matter.library, matter.name, name)
        except ContentError:
            readable = False
            continue
        items |= {FormItem(edition.form, part.number, item.item) for part in edition.parts for item in part.items}
    if readable:
        yield from _dead_feeds(interview, items)
    name = f"templates/{matter.name}/no-blanks.yaml"
    yield from trying(name, lambda: _read(matter))


def _read(matter: Matter) -> Iterator[Problem]:
    """Read the words for empty boxes; what is wrong with them is raised."""
    read_no_blanks(matter.library, matter.name)
    yield from ()


def _dead_feeds(interview: Interview, items: set[FormItem]) -> Iterator[Problem]:
    """Yield a problem for each Item a question feeds and no edition has."""
    known = tuple(str(item) for item in items)
    for question in interview.by_fact.values():
        for item in question.feeds:
            if item not in items:
                message = f"{question.fact} feeds {str(item)!r}, and no edition on the shelf has that Item"
                yield Problem(question.place, message, did_you_mean(str(item), known) or "write FORM PART.ITEM")
