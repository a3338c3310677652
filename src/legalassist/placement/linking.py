"""The linking experiment: how often a scorer with the full case files picks the right summary, by all it says.

It measures what a list gives away to somebody who has every file, the worst reader there is. The best possible is one
in the list's size; nothing here says that a list is safe.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legalassist.placement.menus import Menus

Said = Mapping[str, str]
"""What a case's file, or its summary, says about each row."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One figure: the profile, the size of the list, how often the scorer was right, and the best possible."""

    profile: str
    size: int
    share: float

    @property
    def best(self) -> float:
        """What guessing gives."""
        return 1 / self.size


def share_linked(files: Sequence[Said], rows: Sequence[str], size: int) -> float:
    """Return the share of summaries linked to their own file, over lists of a size cut from the cases in turn.

    A summary says the rows of its profile; the scorer picks the file that agrees with most of them. Where several do
    equally, the chance of picking the right one counts.
    """
    right, tried = 0.0, 0
    for begin in range(0, len(files) - size + 1, size):
        group = files[begin : begin + size]
        keys = [tuple(one.get(row, "") for row in rows) for one in group]
        right += sum(1 / keys.count(key) for key in keys)
        tried += size
    return right / tried if tried else 1.0


def linked_told(menus: Menus, files: Sequence[Said], also: Collection[str]) -> str:
    """Return what the second reader is told: how often somebody with every file picks the right one by these lines.

    `files`: what is known of every case of the programme; `also`: the lines printed besides the minimal profile.
    """
    if len(files) == 1:
        return menus.reader.alone
    share = share_linked(files, (*(row.row for row in menus.rows), *also), len(files))
    told = {"{cases}": str(len(files)), "{share}": f"{100 * share:.0f}", "{best}": f"{100 / len(files):.0f}"}
    text = menus.reader.linked
    for slot, value in told.items():
        text = text.replace(slot, value)
    return text


def experiment(files: Sequence[Said], profiles: Mapping[str, Sequence[str]], sizes: Sequence[int]) -> Iterator[Linked]:
    """Yield a figure for each profile and size of list."""
    for name, rows in profiles.items():
        for size in sizes:
            yield Linked(name, size, share_linked(files, rows, size))
