"""Numbers, dates, days, times, money, telephone numbers, addresses of the net, forms and statutes: equal on both sides."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.halves import answered_by_half, said_by_half
from legalassist.translations.gates.patterns import search
from legalassist.translations.gates.said_numbers import NUMERALS, TENS, UNITS, answered, said

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = "|".join(one.title() for one in _MONTHS)
_FULL_DATE = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}}),?\s+(\d{{4}})")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(\d{{4}})")
_MONTH_DAY = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})\b(?!,?\s*\d{{4}})")
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_SLASHED_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_WORDS = {word: str(value) for word, value in (*UNITS.items(), *TENS.items()) if value > 1} | {
    "hundred": "100", "twice": "2",
}  # fmt: skip
_OTHER_HAN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "1": ("首",), "2": tuple("两兩双雙俩都另"), "6": ("半年", "半打"), "24": ("一天", "一整天", "一晝夜", "一昼夜"), "100": ("百",),
})  # fmt: skip
"""How else Chinese says a number: a pair, half a year, a whole day."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HAN_DAY = re.compile("(?:星期|周|礼拜|週|禮拜)([一二三四五六日天])")
_DAY_OF_DATE = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:是|为)?[（，(]?(?:星期|周|礼拜|週|禮拜)([一二三四五六日天])"
)
_NAMES = {name: number for number, name in enumerate(_DAYS)}
_HAN_NAMES = {name: number for number, name in enumerate("一二三四五六日")} | {"天": 6}
_PHONE = re.compile(r"(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}", re.ASCII)
_SHORT = re.compile(r"(?<![\d$.,-])(?:911|311|988|711)(?![\d,.-]*\d)")
_ADDRESS = re.compile(
    r"https?://[^\s，。；：！？（）「」“”、一-鿿]+|[\w.+-]+@[\w-]+\.[\w.]+[a-z]|\bwww\.[^\s，。；（）、一-鿿]+|\b[\w-]+\.(?:gov|org|com)\b",
    re.ASCII,
)
_CITE = re.compile(
    r"\b[A-Z]{1,4}-\d{1,4}[A-Z]?\b|A-Number|"
    r"\b(?:\d+ (?:C\.?F\.?R\.?|U\.?S\.?C\.?)|CPL|PL|INA|FCA|DRL) ?§* ?\d[\d.]*\b(?:\([A-Za-z0-9]+\))*|"
    r"\b\d+[\d.]*[a-z]?(?:\([A-Za-z0-9]{1,4}\))+",
    re.ASCII,
)
_VISA = re.compile(r"(?<![\w-])[TU](?![\w.-])", re.ASCII)
"""The letter of a visa, by itself."""
_SUPPLEMENT = re.compile(r"\b(I-\d{3})(?:,? Supplement |表)([AB])(?![A-Za-z])")
_FORM_OF = {"T": "I-914", "U": "I-918"}
"""The form of each visa: who names the form may say what it asks for."""
_DOLLARS = re.compile(
    r"\$\s?(?P<sign>[\d,]*\d(?:\.\d+)?)(?: (?P<much>thousand|million)\b)?|\bUSD ?(?P<code>[\d,]*\d)"
    r"|(?<![$\d.,])(?P<word>[\d,]*\d(?:\.\d+)?)(?: (?P<many>thousand|million))? (?:U\.?S\.? )?dollars\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?<![\d.,])([\d,]*\d(?:\.\d+)?) (thousand|million)\b", re.IGNORECASE)
_TIMES = {"thousand": 1_000, "million": 1_000_000}
_HAN_DOLLARS = re.compile(
    r"US\$\s?([\d,]+(?:\.\d\d)?)|([\d,]+(?:\.\d+)?)[多余餘來来]?美元|USD ?([\d,]+)|(\d[\d,]*(?:\.\d+)?)[万萬][多余餘來来]?美元"
)
_CLOCK = re.compile(
    r"\b(\d{1,2})(?::(\d\d))?\s*(?:o'clock )?(a(?=\.?m\b)|p(?=\.?m\b)|at night|in the (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_MORNING, _LATER = "上午|早上|清晨|凌晨|早晨|午夜|半夜", "下午|晚上|中午|傍晚|夜里|夜裡"


_SHORT_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?= \d)")
_SHORT_DAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|n|nes|r|rs|ur)?\.(?=[,;\s–-]|$)")


def _spelled(pair: Pair) -> Pair:
    """Return the pair with short months and days of the English in full: Nov. 23, Mon.–Fri."""
    months, days = ({one[:3].title(): one.title() for one in names} for names in (_MONTHS, _DAYS))
    text = _SHORT_MONTH.sub(lambda found: months[found[1][:3]], pair.english)
    text = _SHORT_DAY.sub(lambda found: days[found[1]], text)
    return pair if text == pair.english else replace(pair, english=text)


def _on_a_clock(pair: Pair) -> Pair:
    """Return the pair with those hours of the English counted to 24 that the Chinese counts so: 9 p.m., 21:00."""

    def counted(found: re.Match[str]) -> str:
        later = str(int(found[1]) % 12 + 12)
        return f"{later}{found[0][len(found[1]) :]}" if found[3][0] != "a" and f"{later}:" in pair.text else found[0]

    text = _CLOCK.sub(counted, pair.english)
    return pair if text == pair.english else replace(pair, english=text)


def _plain(number: str) -> str:
    return number.replace(",", "").lstrip("0").removesuffix(".00") or "0"


def _english_numbers(pair: Pair) -> set[str]:
    text = _MANY.sub(lambda found: _times(found[1], found[2]), pair.english)
    text = _MONTH_YEAR.sub(lambda found: f"{_month(found[1])} {found[2]}", text)
    text = _FULL_DATE.sub(lambda found: f"{_month(found[1])} {found[2]} {found[3]}", text)
    text = _MONTH_DAY.sub(lambda found: f"{_month(found[1])} {found[2]}", text)
    return {_plain(one) for one in _NUMBER.findall(re.sub(r"\{[^}]*\}|(?<=\d):00(?!\d)", "", text))}


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _chinese_numbers(pair: Pair) -> set[str]:
    text = re.sub(r"\{[^}]*\}|(?<=\d):00(?!\d)", "", pair.text)
    found = {_plain(one) for one in _NUMBER.findall(text)}
    for digits, unit in re.findall(r"(\d[\d,]*(?:\.\d+)?)([万萬千百])", text):
        times = {"万": 10_000, "萬": 10_000, "千": 1_000, "百": 100}[unit]
        found.add(f"{float(digits.replace(',', '')) * times:.0f}")
        found.discard(_plain(digits))
    return found


def numbers(pair: Pair) -> Iterator[Found]:
    """Yield numbers in digits that only one of the two texts has; words and 一二三 stand for digits on either side."""
    pair = _on_a_clock(_spelled(pair))
    english, chinese = _english_numbers(pair), _chinese_numbers(pair)
    months = {str(_month(name)) for name in re.findall(rf"\b({_MONTH})\b", pair.english)}
    words = said(pair.low)
    ordinals = {one.rstrip("stndrh") for one in re.findall(r"\b\d+(?:st|nd|rd|th)\b", pair.low)}
    missing = {one for one in english - chinese if not _in_han(one, pair.text)}
    missing = {one for one in missing if not answered(one, pair.low, chinese, pair.text)}
    missing = {one for one in missing if not answered_by_half(one, pair.low, pair.simplified)}
    added = (
        chinese - english - months - words - ordinals - ({"1"} if search(r"\b(?:one|an?|first)\b", pair.low) else set())
    )
    for one in sorted(missing):
        yield f"the number {one} is missing", f"write {one} in digits"
    for one in sorted(one for one in added if not said_by_half(one, pair.low, pair.simplified)):
        yield f"the number {one} does not stand in the English", "take it out, or mend the English"


def _in_han(number: str, text: str) -> bool:
    numeral = NUMERALS.get(int(number), "") if number.isdigit() else ""
    return any(sign in text for sign in (numeral, *_OTHER_HAN.get(number, ())) if sign)


def number_words(pair: Pair) -> Iterator[Found]:
    """Yield a number that the English writes as a word (``two years``) and the Chinese does not have."""
    chinese = _chinese_numbers(pair)
    for word, value in _WORDS.items():
        if search(rf"\b{word}\b", pair.low) and value not in chinese and not _in_han(value, pair.text):
            if answered_by_half(word, pair.low, pair.simplified):
                continue
            yield f"“{word}” is missing", f"write {value}"


_COUNTED = re.compile(
    "(?<![一二两三四五六七八九十百千零几第])([二两三四五六七八九十])(?=[个份次天年周张名条种项页遍封家件步]|小时|分钟)"
)
_ORDINAL = re.compile("第([二三四五六七八九十])(?![一二三四五六七八九十百])")
_ORDINALS = {"second": "二", "third": "三", "fourth": "四", "fifth": "五", "sixth": "六", "tenth": "十"}
_NUMBERS_SAID = {
    "second": "2", "both": "2", "either": "2", "pair": "2", "couple": "2", "other": "2", "third": "3", "half": "6", "few": "3",
}  # fmt: skip


def added_number_words(pair: Pair) -> Iterator[Found]:
    """Yield a counted thing (三份) whose number the English has neither in digits nor in words."""
    words = {value for word, value in {**_WORDS, **_NUMBERS_SAID}.items() if search(rf"\b{word}\b", pair.low)}
    figures = set(re.findall(r"\d", pair.english))
    for sign in dict.fromkeys(_COUNTED.findall(pair.simplified)):
        value = "2" if sign in "两兩" else next(str(one) for one, numeral in NUMERALS.items() if numeral == sign)
        if value not in words | _english_numbers(pair) and not (sign == "十" and figures):
            yield f"the number {sign} does not stand in the English", "take it out, or mend the English"
    ordinals = {sign for word, sign in _ORDINALS.items() if search(rf"\b{word}\b", pair.low)}
    for sign in dict.fromkeys(_ORDINAL.findall(pair.simplified)):
        if ordinals and sign not in ordinals:
            yield f"第{sign} does not stand in the English", "take it out, or mend the English"


def _days_of(english: str) -> Iterator[tuple[str, str]]:
    """Yield each whole date of an English text as Chinese writes it, with what to do where it is missing."""
    for name, day, year in _FULL_DATE.findall(english):
        wanted = f"{year}年{_month(name)}月{int(day)}日"
        yield wanted, f"write {wanted}"
    for month, day, year in _SLASHED_DAY.findall(english):
        wanted = f"{year}年{int(month)}月{int(day)}日"
        yield wanted, f"write {wanted}: in English the month comes first"


def dates(pair: Pair) -> Iterator[Found]:
    """Yield dates that are not the same day in both texts, and dates with strokes in Chinese."""
    pair = _spelled(pair)
    text = pair.text.replace(" ", "")
    for wanted, hint in _days_of(pair.english):
        if wanted not in text:
            yield f"the date {wanted} is missing", hint
    rest = _FULL_DATE.sub("", pair.english)
    for name, year in _MONTH_YEAR.findall(rest):
        wanted = f"{year}年{_month(name)}月"
        if wanted not in text:
            yield f"the month {wanted} is missing", f"write {wanted}"
    for name, day in _MONTH_DAY.findall(rest):
        if f"{_month(name)}月{int(day)}" not in pair.text:
            yield f"the day {_month(name)}月{int(day)}日 is missing", "write month and day"
    yield from _year_first(pair)
    if _SLASHED.search(pair.text):
        yield "a date with strokes, which reads as two different days", "write 2026年11月22日"


def _year_first(pair: Pair) -> Iterator[Found]:
    for whole in sorted(set(_ISO.findall(pair.text)) - set(_ISO.findall(pair.english))):
        yield f"the date {whole} does not stand in the English", "copy the date, year first"


def weekdays(pair: Pair) -> Iterator[Found]:
    """Yield days of the week that only one of the two texts names, and one that the calendar does not give a date."""
    low = _spelled(pair).low
    english = {number for name, number in _NAMES.items() if search(rf"\b{name}s?\b", low)}
    chinese = {_HAN_NAMES[name] for name in _HAN_DAY.findall(pair.text)}
    if english != chinese and _every_day_of(low) != (_span(pair.text) or chinese):
        named = "、".join(f"星期{'一二三四五六日'[number]}" for number in sorted(english ^ chinese))
        yield f"the days of the week differ: {named}", "name the same days"
    for year, month, day, name in _DAY_OF_DATE.findall(pair.text):
        try:
            fits = dt.date(int(year), int(month), int(day)).weekday() == _HAN_NAMES[name]
        except ValueError:
            yield f"there is no {year}年{month}月{day}日", "look at the date"
            continue
        if not fits:
            yield f"{year}年{month}月{day}日 is no 星期{name}", "look in a calendar, in both languages"


_SPAN = re.compile("(?:星期|周|礼拜|週|禮拜)([一二三四五六日天])[至到–—-](?:星期|周|礼拜|週|禮拜)?([一二三四五六日天])")


def _every_day_of(english: str) -> set[int]:
    """Return the days of “weekdays”, and those that “every day but Sunday” leaves; none where it is not said so."""
    if search(r"\b(?:weekdays?|(?:business|working) days?|workdays?)\b", english):
        return set(range(5))
    if search(r"\bweekends?\b", english):
        return {5, 6}
    found = search(rf"\bevery day (?:but|except) ((?:(?:on |and |or |, ?)*(?:{'|'.join(_DAYS)})s?)+)", english)
    return set(range(7)) - {number for name, number in _NAMES.items() if name in found[1]} if found else set()


def _span(text: str) -> set[int] | None:
    """Return the days from one to another of a Chinese text (星期一至星期六); None where it names none."""
    found = _SPAN.search(text)
    return set(range(_HAN_NAMES[found[1]], _HAN_NAMES[found[2]] + 1)) if found else None


def clocks(pair: Pair) -> Iterator[Found]:
    """Yield times of the day that moved from morning to afternoon or back."""
    for hour, _, half in _CLOCK.findall(pair.english):
        said = {"a": "a.m.", "p": "p.m."}.get(half.lower(), half.lower())
        words = _MORNING if said in {"a.m.", "in the morning"} else _LATER
        later = str(int(hour) % 12 + 12)
        if not search(rf"(?:{words}){hour}", pair.text) and not (words is _LATER and f"{later}:" in pair.text):
            yield f"{hour} {said} is not said as such", f"write {words.split('|')[0]}{hour}"


def _amount(found: re.Match[str]) -> str:
    """Return the dollars of an English text as digits: $1,234, 420,000 dollars, 1.5 million dollars."""
    digits = found["sign"] or found["code"] or found["word"]
    many = found["much"] or found["many"]
    return _times(digits, many) if many else _plain(digits)


def _times(digits: str, many: str) -> str:
    return f"{float(digits.replace(',', '')) * _TIMES[many.lower()]:.0f}"


def money(pair: Pair) -> Iterator[Found]:
    """Yield amounts in dollars that differ, and signs that readers take for another currency."""
    english = {_amount(found) for found in _DOLLARS.finditer(pair.english)}
    chinese = set()
    for groups in _HAN_DOLLARS.findall(pair.text):
        plain = next((one for one in groups[:3] if one), "")
        chinese.add(_plain(plain) if plain else f"{float(groups[3].replace(',', '')) * 10_000:.0f}")
    if english != chinese:
        named = ", ".join(sorted(english ^ chinese))
        yield f"the amounts in dollars differ: {named}", "write US$1,234, or 1,234美元"
    if search(r"[￥¥]", pair.text) or search(r"\d[万萬]?元", re.sub(r"(?:人民[币幣]|RMB)[\d,万萬]+元", "", pair.text)):
        yield "￥ or 元 alone", "write US$ or 人民币"


def phones(pair: Pair) -> Iterator[Found]:
    """Yield telephone numbers that differ, short ones such as 911 among them, and ones not in groups."""
    english, chinese = (
        {re.sub(r"\D", "", one)[-10:] for one in _PHONE.findall(text)} for text in (pair.english, pair.text)
    )
    if english != chinese:
        yield f"the telephone numbers differ: {', '.join(sorted(english ^ chinese))}", "copy the number"
    here, there = (set(_SHORT.findall(text)) for text in (pair.english, pair.text))
    if here != there:
        yield f"the short numbers differ: {', '.join(sorted(here ^ there))}", "copy the number"
    if search(r"(?<!\d)1?\d{10}(?!\d)", pair.text):
        yield "a telephone number without its groups", "write it as 212-555-0123"


def addresses(pair: Pair) -> Iterator[Found]:
    """Yield addresses of the net and of mail that are not exactly the same."""
    english, chinese = ({one.rstrip(".,") for one in _ADDRESS.findall(text)} for text in (pair.english, pair.text))
    if english != chinese:
        yield f"the addresses differ: {', '.join(sorted(english ^ chinese))}", "copy the address, letter by letter"


def cites(pair: Pair) -> Iterator[Found]:
    """Yield form numbers, statutes and the letters of visas that only one of the two texts has."""
    english, chinese = (
        {one.replace(" ", "") for one in (*_CITE.findall(text), *_VISA.findall(text))}
        for text in (_SUPPLEMENT.sub(r"\1\2", one) for one in (pair.english, pair.text))
    )
    chinese -= {visa for visa, form in _FORM_OF.items() if visa not in english and form in english}
    if english != chinese:
        named = ", ".join(sorted(english ^ chinese))
        yield f"forms or statutes differ: {named}", "keep each as it is printed in English"


def figure_order(pair: Pair) -> Iterator[Found]:
    """Yield the same figures in another order: two days, two amounts or two counts may have changed places."""
    text = _SLASHED_DAY.sub(r"\3 \1 \2", _spelled(pair).english)
    text = _FULL_DATE.sub(lambda found: f"{found[3]} {_month(found[1])} {found[2]}", text)
    text = _MONTH_YEAR.sub(lambda found: f"{found[2]} {_month(found[1])}", text)
    text = _MONTH_DAY.sub(lambda found: f"{_month(found[1])} {found[2]}", text)
    english, chinese = (
        [_plain(figure) for figure in _NUMBER.findall(re.sub(r"\{[^}]*\}|(?<=\d):00(?!\d)", "", one))]
        for one in (text, pair.text)
    )
    if english != chinese and sorted(english) == sorted(chinese):
        first = next(ours for ours, theirs in zip(english, chinese, strict=True) if ours != theirs)
        yield f"the figures stand in another order, from {first} on", "look whether two of them have changed places"
