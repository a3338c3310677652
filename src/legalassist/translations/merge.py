"""Bring a catalog up to the shelf: by context, never by likeness; nothing is borrowed, nothing is lost.

A text whose English changed keeps its translation, marked fuzzy, with the English it was made from beside it. A new
text has none. A text nobody asks for any more moves to the end as a comment. Every other line stays as it is, so
that a merge shows in a comparison exactly what it changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.messages.pofile import escape

from legalassist.languages.catalog import DRAFT, Catalog, Translation
from legalassist.languages.po_file import blocks_of
from legalassist.translations.message import Message

HEADER = """# {title}
# Above each text stands whether a machine or a person drafted it; who has read it, and who said yes to it, stands in
# the clinic's ledger, never here. See docs/translating.md.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged catalog as text, and the contexts that are new, whose English changed, and that are gone."""

    text: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def entry(  # noqa: PLR0913 - one argument for each part of a message
    context: str, english: str, text: str, *, state: str = DRAFT, fuzzy: bool = False, previous: str = ""
) -> str:
    """Return one message as a catalog writes it; one without a text is nobody's draft."""
    lines = [f"# {state}"] if text else []
    lines += ["#, fuzzy"] if fuzzy else []
    lines += [f"#| msgid {escape(previous)}"] if previous else []
    lines += [f"msgctxt {escape(context)}", f"msgid {escape(english)}", f"msgstr {escape(text)}"]
    return "\n".join(lines)


def merge(text: str, catalog: Catalog, messages: Iterable[Message]) -> Merged:
    """Return a catalog's text brought up to these messages.

    Args:
        text: the .po file as it is; empty for a catalog that is to be made (`HEADER` is then put before it).
        catalog: the same file, read.
        messages: everything that is to be translated, in the order of the shelf.
    """
    wanted = {one.context: one.english for one in messages}
    blocks = blocks_of(text)
    known = {one.context: one.text for one in blocks if one.context is not None}
    kept = [one.text for one in blocks if one.context is None]
    new, changed = [], []
    order: list[str] = []
    for context, english in wanted.items():
        one = catalog.by_context.get(context)
        if one is None or context not in known:
            new.append(context)
            known[context] = entry(context, english, "")
        elif one.english != english:
            changed.append(context)
            known[context] = _changed(one, english)
        order.append(context)
    gone = [context for context in known if context not in wanted]
    present = [one.context for one in blocks if one.context is not None and one.context in wanted]
    ordered = _beside(present, order)
    obsolete = [_obsolete(known[context]) for context in gone]
    text = "\n\n".join([*kept[:1], *(known[context] for context in ordered), *kept[1:], *obsolete]) + "\n"
    return Merged(text, tuple(new), tuple(changed), tuple(gone))


def _changed(one: Translation, english: str) -> str:
    """Return a message whose English changed; what it was first made from stays named through further changes."""
    if not one.text.strip():
        return entry(one.context, english, "")
    return entry(one.context, english, one.text, state=one.state, fuzzy=True, previous=one.previous or one.english)


def _beside(present: list[str], order: list[str]) -> list[str]:
    """Return all contexts: those there are where they stand, each new one after the one it follows on the shelf."""
    found = list(present)
    places = set(present)
    before = ""
    for context in order:
        if context not in places:
            found.insert(found.index(before) + 1 if before else 0, context)
            places.add(context)
        before = context
    return found


def _obsolete(block: str) -> str:
    lines = (line for line in block.splitlines() if not line.startswith("#") or line.startswith("#~"))
    return "\n".join(line if line.startswith("#~") else f"#~ {line}" for line in lines)


def with_texts(text: str, catalog: Catalog, texts: Mapping[str, str], state: str = DRAFT) -> str:
    """Return a catalog's text with these translations put in by context; everything else stays as it is.

    A text that is put in is a draft of today's English, by a machine or a person as `state` says: neither fuzzy nor
    with an earlier English beside it.
    """
    made = {
        context: entry(context, catalog.by_context[context].english, said, state=state)
        for context, said in texts.items()
    }
    return with_entries(text, made)


def with_entries(text: str, made: Mapping[str, str]) -> str:
    """Return a catalog's text with these messages in the place of those of the same context."""
    blocks = (made.get(one.context or "", one.text) for one in blocks_of(text))
    return "\n\n".join(blocks) + "\n"
