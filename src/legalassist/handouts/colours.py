"""The clinic's colour: for titles and lines only, and dark enough for tired eyes and for a black-and-white copy."""

from legalassist.documents import light
from legalassist.errors import UsageError


def contrast(colour: str) -> float:
    """Return the contrast (1 to 21) of a colour ``#rrggbb`` with white, as WCAG 2.2 measures it."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return light.contrast(light.WHITE, light.light_of(red, green, blue))


def dark_enough(colour: str) -> str:
    """Return the colour, or nothing where none is given; UsageError where it is too light."""
    if colour and contrast(colour) < light.READABLE:
        message = f"clinic.yaml: the colour {colour} has a contrast of {contrast(colour):.1f} with paper"
        raise UsageError(
            message, hint=f"take a darker one: {light.READABLE:g} is needed, black has 21; or take the line out"
        )
    return colour
