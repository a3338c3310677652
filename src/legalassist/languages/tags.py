"""Which languages a page can be written in, and every way people spell them.

A page has a *script*: English, simplified or traditional Chinese. What a person *speaks* (Mandarin, Cantonese, …) is
another fact, named in `formats`; neither is ever derived from the other, except that a bare "Mandarin" or "Chinese"
on the command line means the simplified page, which most of this clinic's readers use.

Other spellings people use for a page are understood (``zh-CN``, ``cmn``). No locale of a script in the United States
exists (``zh_Hans_US``: Babel and gettext know none, and would give English in silence): it is refused, with the tag
that is meant.
"""

from difflib import get_close_matches

from legalassist.errors import UsageError

ENGLISH = "en"
SIMPLIFIED = "zh_Hans"
TRADITIONAL = "zh_Hant"
LANGUAGES = (ENGLISH, SIMPLIFIED, TRADITIONAL)
"""The tags of this program, as folders below ``locales/`` are named."""

YUE = "yue_Hant"
"""Cantonese as it is written down for who reads it aloud: of what is said in a session, never of a page to read."""

_ONLY_SAID = {"yue", "yue_hant", "cantonese", "spoken_yue"}

_ALIASES = {
    "en": ENGLISH,
    "eng": ENGLISH,
    "english": ENGLISH,
    "en_us": ENGLISH,
    "en_gb": ENGLISH,
    "zh_hans": SIMPLIFIED,
    "zh": SIMPLIFIED,
    "zh_cn": SIMPLIFIED,
    "zh_sg": SIMPLIFIED,
    "zh_hans_cn": SIMPLIFIED,
    "zh_hans_sg": SIMPLIFIED,
    "cmn": SIMPLIFIED,
    "cmn_hans": SIMPLIFIED,
    "mandarin": SIMPLIFIED,
    "chinese": SIMPLIFIED,
    "simplified": SIMPLIFIED,
    "zh_hant": TRADITIONAL,
    "zh_tw": TRADITIONAL,
    "zh_hk": TRADITIONAL,
    "zh_mo": TRADITIONAL,
    "zh_hant_tw": TRADITIONAL,
    "zh_hant_hk": TRADITIONAL,
    "zh_hant_mo": TRADITIONAL,
    "cmn_hant": TRADITIONAL,
    "traditional": TRADITIONAL,
}


def normalise(tag: str) -> str:
    """Return the program's own tag for any usual spelling: ``zh-CN``, ``mandarin`` -> ``zh_Hans``.

    Raises UsageError for a tag nobody agreed on; an unknown language is never taken for English.
    """
    spelled = tag.strip().lower().replace("-", "_")
    if spelled in _ALIASES:
        return _ALIASES[spelled]
    if spelled in _ONLY_SAID:
        message = f"{tag} is no language of a page: Cantonese is read aloud, and written Chinese is the same for all"
        raise UsageError(
            message,
            hint=f"a page is {TRADITIONAL} or {SIMPLIFIED}; a script may be said: `handout print --language yue`",
        )
    close = get_close_matches(spelled, _ALIASES, n=1)
    meant = f"did you mean {_ALIASES[close[0]]!r}? " if close else ""
    message = f"there is no language {tag!r} here"
    raise UsageError(message, hint=f"{meant}the languages are {', '.join(LANGUAGES)}")


def is_yue(tag: str) -> bool:
    """Say whether a tag means Cantonese, in any usual spelling: ``yue``, ``Cantonese``, ``spoken-yue``."""
    return tag.strip().lower().replace("-", "_") in _ONLY_SAID


def bcp47(language: str) -> str:
    """Return the tag as HTML ``lang`` and PDF ``/Lang`` write it: ``zh_Hans`` -> ``zh-Hans`` (BCP 47)."""
    return (language if language == YUE else normalise(language)).replace("_", "-")
