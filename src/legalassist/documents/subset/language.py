"""Which characters of a text are Chinese: text is cut where the script changes, so that each part has its language."""

import re

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3100-\u312f\u31a0-\u31bf\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_WIDE = "\u3000-\u303f\uff00-\uffef"
_EITHER = "\u2018\u2019\u201c\u201d\u2014\u2026\u00b7"

_HAN_LETTER = re.compile(f"[{_HAN}]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CHINESE = re.compile(f"[{_EITHER}]{{0,4}}[{_HAN}{_WIDE}][{_HAN}{_WIDE}{_EITHER}]*")
_CHINESE_ALONE = re.compile(f"[{_HAN}{_WIDE}](?:[{_HAN}{_WIDE}{_EITHER}]*[{_HAN}{_WIDE}])?")


def parts(text: str) -> list[tuple[str, bool]]:
    """Cut a text where it changes to or from Chinese: ``[("Wang ", False), ("王小明", True)]``.

    Quotation marks, dashes and dots that both scripts use go with the Chinese beside them, and stay with the foreign
    words where those are more: “媺” in an English sentence has English quotation marks.
    """
    if text.isascii():
        return [(text, False)] if text else []
    cut: list[tuple[str, bool]] = []
    end, shape = 0, _CHINESE if mostly_chinese(text) else _CHINESE_ALONE
    for match in shape.finditer(text):
        if match.start() > end:
            cut.append((text[end : match.start()], False))
        cut.append((match.group(), True))
        end = match.end()
    if end < len(text):
        cut.append((text[end:], False))
    return cut


def mostly_chinese(text: str) -> bool:
    """Say whether a paragraph is Chinese with foreign words in it rather than the other way round.

    A Chinese character counts for two letters, about what a syllable takes in English.
    """
    return 2 * len(_HAN_LETTER.findall(text)) > len(_LATIN_LETTER.findall(text))


def tag_of(east_asian: str) -> str:
    """Return the BCP 47 tag for Word's East Asian language (``zh-CN``, ``zh-TW``); Simplified Chinese by default."""
    lower = east_asian.lower()
    if lower.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return "zh-Hant"
    if lower.startswith(("ja", "ko")):
        return lower[:2]
    return "zh-Hans"
