"""How much light a colour gives, and how far it stands from another (WCAG 2.2, relative luminance, contrast ratio)."""

READABLE = 7.0
"""The contrast that letters of any size need for tired eyes and for a black-and-white copy (1.4.6, AAA)."""

WHITE, BLACK = 1.0, 0.0
_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
_LINEAR_BELOW = 0.04045
_GLARE = 0.05


def light_of(red: float, green: float, blue: float) -> float:
    """Return the light of an sRGB colour, whose parts go from 0 to 1: from 0 (black) to 1 (white)."""
    return _RED * _linear(red) + _GREEN * _linear(green) + _BLUE * _linear(blue)


def contrast(one: float, other: float) -> float:
    """Return the contrast of two lights, from 1 to 21."""
    return (max(one, other) + _GLARE) / (min(one, other) + _GLARE)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
