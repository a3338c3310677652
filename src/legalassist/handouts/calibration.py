"""The calibration sheet of a duplex printer: how far its backs lie from their fronts, to be written into a profile."""

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import fill, page
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.profiles import Profile
from legalassist.languages.tags import ENGLISH

WIDTH, HEIGHT = 215.9, 279.4
"""US Letter in millimetres."""

CORNERS = ((30.0, 30.0), (WIDTH - 30, 30.0), (WIDTH / 2, HEIGHT / 2), (30.0, HEIGHT - 30), (WIDTH - 30, HEIGHT - 30))
"""Where the crosses of the front stand: millimetres from the upper left corner."""

REACH = 5
"""How far the scale of a cross goes to each side: millimetres."""


def calibration_sheet(templates: Environment, fonts: Fonts, profile: Profile) -> bytes:
    """Return two pages: crosses with millimetres in front, and behind each its mirror, moved as the profile says.

    Held against the light with the front towards the reader, a cross of the back that lies 1 mm to the right asks for
    ``right_mm`` 1 more (the back is seen mirrored); one that lies 1 mm too low for ``down_mm`` 1 less.
    """
    fronts = [{"left": left, "top": top} for left, top in CORNERS]
    backs = [{"left": WIDTH - left + profile.right_mm, "top": top + profile.down_mm} for left, top in CORNERS]
    context = {"sides": [("front", fronts), ("back", backs)], "profile": profile, "reach": REACH,
               "ticks": list(range(-REACH, REACH + 1))}  # fmt: skip
    css = str(fill(templates, "kyr/calibration.css", {}))
    body = fill(templates, "kyr/calibration.html", context)
    html = page(templates, body, title="Duplex calibration sheet", language=ENGLISH, css=[css])
    return write_pdf(html, fonts=fonts)
