"""A text with what parts the digits of one number made alike, and mail addresses that were spelled out put together.

``718/555/0142``, ``(718) [555] 0142`` and ``7 1 8 5 5 5 0 1 4 2`` are one number, and ``mei (at) example dot com`` is
an address. Only for finding them: thousands (1,250,000), lists (1, 2, 3) and letters in brackets stay as they are.
"""

import re

_SIGNS = re.compile(r"(?<=\d)(?![,;:][ \t])[^\w\n$%\ue000\ue001]{1,5}(?=\d)|(?<=\d)_{1,3}(?=\d)")
_LOOSE = re.compile(r"[][/*|~\\:+#=,;(){}<>\"'`^&!?@、【】「」『』《》]")
"""Signs that part digits beside those that usually do."""
_USUAL = 3
"""Signs in a row that the shapes read by themselves."""
_THOUSANDS = re.compile(
    r"(?<![\d,])(?<![Aa])(?<![Aa]#)(?<!SSN )(?<!umber )(?<!umber: )(?<!No\. )(?<!no\. )(?<!no: )(?<!# )(?<!#)"
    r"\d{1,3}(?:,\d{3})+(?![,\d])"
)
_DOCKET = re.compile(r"(?<![\w/])\d{5,6}/20\d\d(?![\w/])")
"""An index number of New York's courts: its slash stays."""
_KEPT, _SLASH = "\ue000", "\ue001"
"""Stand for a comma of thousands, and the slash of an index number, while others are taken."""
_LISTED = re.compile(r"(?<![\d,])([2-9]\d\d)[,;、][ \t]([2-9]\d\d)[,;、][ \t](?!(?:19|20)\d\d|\d\d00)(\d{4})(?![\d,])")
"""A telephone number that looks like a list."""
_MISTYPED = re.compile(r"(?<![A-Za-z0-9])(?=[OoIl]*\d)[\dOoIl]*[OoIl][\dOoIl]*(?![A-Za-z])")
"""Digits with a letter for one of them: O142."""
_AS_DIGITS = str.maketrans("OoIl", "0011")
_ONE_BY_ONE = re.compile(r"(?<![\w.,-])\d(?:[-./*| ]{1,2}\d){8,10}(?![\w]|[-./*| ]{1,2}\d)")
_BEFORE, _BEHIND = 40, 25
"""Characters of the lines around one that may say what its number is."""
_OPEN, _CLOSE = r"\s*[(\[{<]\s*", r"\s*[)\]}>]\s*"
_AT = re.compile(rf"(?i)(?<=\w){_OPEN}(?:at|@|艾特){_CLOSE}(?=\w)")
_DOT = re.compile(rf"(?i)(?<=\w){_OPEN}(?:dot|\.|点){_CLOSE}(?=\w)")
_GLUED = re.compile(
    r"(?<=[a-z0-9])AT([a-z0-9-]+)DOT(?=[a-z]{2})"
    r"|(?<=[a-z0-9])_at_([a-z0-9-]+)(?:\.|_dot_)(?=[a-z]{2})"
)
_OTHER_AT = re.compile(r"(?<=\w)(?:\(a\)|\s?艾特\s?)(?=[\w-]+\.(?:com|net|org|cn)(?!\w))")
_COMMA = re.compile(r"(?<=\w)@([\w-]+),(?=(?:com|net|org|cn)(?!\w))")
_TOP = r"(?:com?|net|org|edu|gov|cn|us|me|io|hk|tw|info|biz)"
_SPELLED = re.compile(
    rf"(?i)(?<=\w)(?:\s?@\s?|\s+at\s+)(?!(?:the|a|this|that|our|their)\b)(?P<host>[\w-]+(?:\s?\.\s?[\w-]+|\s+dot\s+[\w-]+){{0,3}}?)"
    rf"(?P<dot>\s+dot\s+|\s?\.\s?)(?P<top>{_TOP})(?![\w-])"
)
"""An address with blanks, or with "at" and "dot" as words."""
_MAY_SPELL = re.compile(
    r"(?i)[(\[{<]\s*(?:at|@|dot|艾特)\s*[)\]}>]|\sdot\s|\s@|@\s|\(a\)[\w-]+\.[a-z]|艾特|@[\w-]+,[a-z]"
)


def loosened(text: str) -> str:
    """Return the lines of a text that read otherwise so, each with the end of the line before and what comes behind.

    Nothing for most texts: what is not changed is searched as it stands, and once.
    """
    put_together = _mail_put_together(text)
    lines = put_together.split("\n")
    made = _made_alike(put_together).split("\n")
    mail = put_together != text
    changed = (at for at, line in enumerate(lines) if line != made[at] or (mail and "@" in line))
    return "\n".join(
        "\n".join(
            [
                *(one[-_BEFORE:] for one in made[max(0, at - 1) : at]),
                made[at],
                *(one[:_BEHIND] for one in made[at + 1 : at + 2]),
            ]
        )
        for at in changed
    )


def _mail_put_together(text: str) -> str:
    """Return a text with the mail addresses that were spelled out as addresses."""
    text = _GLUED.sub(lambda found: f"@{found[1] or found[2]}.", text)
    if not _MAY_SPELL.search(text):
        return text
    text = _COMMA.sub(r"@\1.", _OTHER_AT.sub("@", text))
    return _SPELLED.sub(_joined, _DOT.sub(".", _AT.sub("@", text)))


def _made_alike(text: str) -> str:
    """Return a text of as many lines with a hyphen for whatever signs part two digits."""
    kept = _THOUSANDS.sub(lambda found: found[0].replace(",", _KEPT), text) if "," in text else text
    kept = _LISTED.sub(r"\1-\2-\3", _MISTYPED.sub(lambda found: found[0].translate(_AS_DIGITS), kept))
    kept = _DOCKET.sub(lambda found: found[0].replace("/", _SLASH), kept)
    made = _SIGNS.sub(lambda found: "-" if len(found[0]) > _USUAL or _LOOSE.search(found[0]) else found[0], kept)
    made = _ONE_BY_ONE.sub(lambda found: re.sub(r"\D", "", found[0]), made)
    return made.replace(_KEPT, ",").replace(_SLASH, "/")


def _joined(found: re.Match[str]) -> str:
    """Return a spelled address as one: with a word for its "at", only where a word stands for its "dot" as well."""
    words = "@" not in found[0]
    if words and "dot" not in found[0].lower():
        return found[0]
    host = re.sub(r"(?i)\s+dot\s+|\s?\.\s?", ".", found["host"])
    return f"@{host}.{found['top']}"
