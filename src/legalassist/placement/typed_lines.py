"""Lines of the fuller profile that somebody typed into a summary or a list: what they say was never asked about."""

from collections.abc import Collection, Iterable, Iterator

from legalassist.placement.menus import Menus


def typed_lines(menus: Menus, texts: Iterable[str], said: Collection[tuple[str, str]]) -> Iterator[str]:
    """Yield the labels of lines of the fuller profile that stand in texts and that no summary says.

    `said` are the labels and values of the summaries' own such lines. A line stands there as "label: value", or as a
    paragraph or cell that is the label, or one of its values, alone; a value that the minimal profile has too is none.
    """
    minimal = {value.value.casefold() for row in menus.rows for value in row.values} | {menus.not_stated.casefold()}
    labels, values = {label for label, _ in said}, {value for _, value in said}
    pairs, alone = dict[str, str](), dict[str, str]()
    for row in menus.fuller:
        pairs |= {
            f"{row.label}: {one.value}".casefold(): row.label
            for one in row.values
            if (row.label, one.value) not in said
        }
        alone |= {one.value.casefold(): row.label for one in row.values if one.value not in values}
        alone |= {row.label.casefold(): row.label} if row.label not in labels else {}
    found: dict[str, None] = {}
    for text in texts:
        line = " ".join(text.split()).casefold().strip(" :.")
        if line in alone and line not in minimal:
            found[alone[line]] = None
        found |= dict.fromkeys(label for pair, label in pairs.items() if pair in line)
    yield from found
