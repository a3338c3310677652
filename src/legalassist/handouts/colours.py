"""The clinic's colour: for titles and lines only, and dark enough for tired eyes and for a black-and-white copy."""

from legalassist.errors import UsageError

CONTRAST = 7.0
"""The least contrast with white paper: that of WCAG 2.2, 1.4.6 (AAA), for letters of any size."""

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
_LINEAR_BELOW = 0.04045


def contrast(colour: str) -> float:
    """Return the contrast (1 to 21) of a colour ``#rrggbb`` with white, as WCAG 2.2 measures it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= _LINEAR_BELOW else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (_RED * red + _GREEN * green + _BLUE * blue + 0.05)


def dark_enough(colour: str) -> str:
    """Return the colour, or nothing where none is given; UsageError where it is too light."""
    if colour and contrast(colour) < CONTRAST:
        message = f"clinic.yaml: the colour {colour} has a contrast of {contrast(colour):.1f} with paper"
        raise UsageError(message, hint=f"take a darker one: {CONTRAST:g} is needed, black has 21; or take the line out")
    return colour
