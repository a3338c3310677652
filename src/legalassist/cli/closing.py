"""The closing table: what was made, and what a person must still do."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from legalassist.api.building import Built

_SHOWN = 12


def closing_table(built: Built) -> Group:
    """Return the table of a packet that was made, and the list of what is left to people."""
    made = Table(title=f"Made in {built.out}", title_justify="left", show_edge=False)
    for column, justify in (("Piece", "left"), ("Pages", "right"), ("Goes to", "left"), ("To fill in", "right")):
        made.add_column(column, justify=justify, overflow="fold")  # type: ignore[arg-type]  # rich's Literal
    for row in built.rows:
        made.add_row(row.title, row.pages, row.folder, str(row.gaps or ""))
    parts: list[Table | Text] = [made]
    if built.to_do:
        lines = [f"- {line}" for line in built.to_do[:_SHOWN]]
        more = len(built.to_do) - _SHOWN
        if more > 0:
            lines.append(f"- and {more} more: see internal/ and 'legalassist assess'")
        parts.append(Text("\nWhat a person must still do\n" + "\n".join(lines)))
    return Group(*parts)
