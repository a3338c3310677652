"""A different token for every box, and two strangers' eyes to find it again: poppler and PDFium."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageChops

from legalassist.forms.blank import Blank, BlankBox, Kind
from legalassist.forms.drawing import FLOOR, columns
from legalassist.forms.filling import Entry, plain_entry
from legalassist.forms.fit import fit

_DPI = 100
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


def tokens(blank: Blank) -> Mapping[str, Entry]:
    """Return an entry for every box that can take one: check boxes ticked, lists chosen from, texts all different."""
    entries: dict[str, Entry] = {}
    for number, box in enumerate(blank.boxes):
        if box.kind is Kind.CHECK:
            entries[box.name] = Entry(ticked=True)
        elif box.kind is Kind.CHOICE:
            entries[box.name] = plain_entry(box, _chosen(box, number))
        elif box.kind is Kind.TEXT:
            fitted = fit(box, token(box, number))
            entries[box.name] = Entry(fitted.kept, fitted.drawn)
    return entries


def _chosen(box: BlankBox, number: int) -> str:
    """Return one of a list's choices that shows something; another one for each box as far as the list goes."""
    shown = [export for export, text in box.choices if export.strip() and export == text and len(export) < 4]
    return shown[number % len(shown)]


def token(box: BlankBox, number: int) -> str:
    """Return a text that no other box of the form has, as long as the box takes (shorter ones may repeat)."""
    word = ""
    left = number + 1
    for _ in range(4):
        word, left = _LETTERS[left % len(_LETTERS)] + word, left // len(_LETTERS)
    longest = min(box.max_length or 99, columns(box, FLOOR))
    return f"Q{word}"[-longest:] if longest < 5 else f"Q{word}"


def words_in(pdf: Path, blank: Blank) -> Mapping[str, str]:
    """Return the text poppler finds at each box's place, blanks left out."""
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = out.split("<page ")[1:]
    found: dict[str, str] = {}
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    words = [re.findall(pattern, page) for page in pages]
    for box in blank.boxes:
        left, bottom, right, top = box.rect
        inside = [
            text
            for x0, y0, x1, y1, text in words[box.page - 1]
            if left - 1 <= (float(x0) + float(x1)) / 2 <= right + 1
            and bottom - 1 <= 792 - (float(y0) + float(y1)) / 2 <= top + 1
        ]
        found[box.name] = "".join(inside)
    return found


def seen_by_poppler(pdf: Path, folder: Path) -> list[Image.Image]:
    """Return every page as poppler draws it."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(_DPI), "-gray", str(pdf), str(folder / "p")], check=True)
    return [Image.open(path).convert("L") for path in sorted(folder.glob("p-*.pgm"))]


def darker(before: Image.Image, after: Image.Image, box: BlankBox) -> bool:
    """Say whether a picture of poppler's is darker inside a box than it was."""
    scale, height = _DPI / 72, before.height
    left, bottom, right, top = box.rect
    crop = (round((left + 1) * scale), height - round((top - 1) * scale),
            round((right - 1) * scale), height - round((bottom + 1) * scale))  # fmt: skip
    return ImageChops.subtract(before.crop(crop), after.crop(crop)).getextrema()[1] >= 48
