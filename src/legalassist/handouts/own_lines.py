"""What a clinic says of itself on handouts, by where `clinic.yaml` says it; and what of it no page can show.

A name or a line of the clinic's is printed as it stands, in whatever script: nothing of it is translated or turned.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from unicodedata import category, name

from legalassist.documents.clinic import Clinic, Told
from legalassist.errors import UsageError

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_CHOOSES = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Signs that choose how the one before them is drawn, as an emoji or not."""

_WIDE = range(0xFF10, 0xFF5B)


def _told(clinic: Clinic) -> Mapping[str, Told]:
    out = clinic.handouts
    names = {"name": out.name, "card_name": out.card_name, "plain_name": out.plain_name}
    return {**names, "hours": out.hours, "advertising": out.advertising, "disclaimer": out.disclaimer}


def own_lines(clinic: Clinic) -> dict[str, tuple[str, ...]]:
    """Return what a clinic says of itself on handouts, by its key in `clinic.yaml`: ``handouts.hours``."""
    out = clinic.handouts
    lines: dict[str, tuple[str, ...]] = {"name": (clinic.name,), "phone": (clinic.phone,)}
    lines |= {f"handouts.{key}": told.every for key, told in _told(clinic).items()}
    return lines | {"handouts.url": (out.url,), "handouts.plain_url": (out.plain_url,)}


def refuse_unprintable(clinic: Clinic) -> None:
    """Refuse a line with a sign that nobody sees, or with letters and digits as wide as Chinese ones; a UsageError."""
    for key, said in own_lines(clinic).items():
        signs = dict.fromkeys("".join(said))
        unseen = [one for one in signs if category(one) in _UNSEEN or any(ord(one) in those for those in _CHOOSES)]
        if unseen:
            listed = ", ".join(f"U+{ord(one):04X} {name(one, '')}".strip() for one in unseen)
            hint = "type the line anew: such signs come along when it is copied from a web page or a chat"
            raise UsageError(f"clinic.yaml: {key} holds what nobody can see on paper: {listed}", hint=hint)
        wide = [one for one in signs if ord(one) in _WIDE and one.isalnum()]
        if wide and key != "phone":
            message = f"clinic.yaml: {key} holds letters or digits as wide as Chinese characters: {''.join(wide)}"
            hint = f"write {''.join(chr(ord(one) - 0xFEE0) for one in wide)}"
            raise UsageError(message, hint=hint)


def lines_with(clinic: Clinic, signs: Collection[str]) -> tuple[str, ...]:
    """Return the keys of a clinic's lines that hold one of some characters."""
    return tuple(key for key, said in own_lines(clinic).items() if not set(signs).isdisjoint("".join(said)))


def lines_in_another(clinic: Clinic, languages: Sequence[str]) -> Iterator[str]:
    """Yield in a line what is printed as it was written in another language, for want of one of its own."""
    for key, told in _told(clinic).items():
        for language in dict.fromkeys(languages):
            used = told.used_in(language)
            if used not in {"", language}:
                yield f"clinic.yaml: handouts.{key} has no {language}; what it says in {used} is printed as it stands"
