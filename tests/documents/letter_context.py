"""An invented client, clinic and filing for the four letters, without a case behind them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace as Words

STATEMENT = (
    ("我叫王小明，一九九八年来到美国之前住在福建。介绍人说餐馆的工作很好，工资每月两千美元。",
     ("My name is Wang Xiaoming. Before I came to the United States I lived in Fujian. The broker said the restaurant "
     "job was good and paid two thousand dollars a month.")),
    ("到了以后，老板拿走了我的护照，说我欠他钱，“不还清就不能走”。",
     "After I arrived, the boss took my passport and said that I owed him money: “until it is paid you cannot leave.”"),
    ("每天从上午十点做到晚上十一点，一个星期六天。我住在餐馆楼上，和另外五个人一个房间。",
     ("I worked from ten in the morning until eleven at night, six days a week. I lived above the restaurant, in one "
     "room with five others.")),
)  # fmt: skip


class Gap:
    """A fact nobody knows: prints as a visible gap, is false, empty and has no parts."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> "Gap":
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __str__(self) -> str:
        return f"[not answered: {self._path}]"

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0


def long_date(day: dt.date | Gap) -> str:
    return str(day) if isinstance(day, Gap) else f"{day:%B} {day.day}, {day.year}"


def form_date(day: dt.date | Gap) -> str:
    return str(day) if isinstance(day, Gap) else f"{day:%m/%d/%Y}"


def address_lines(address: Words) -> tuple[str, ...]:
    return tuple(address.lines)


FILTERS: Mapping[str, Callable[..., object]] = {
    "long_date": long_date,
    "form_date": form_date,
    "country": str,
    "phone": str,
    "spoken": str,
    "address_lines": address_lines,
}


def statement_words(language: str) -> dict[str, object]:
    """Return the statement and its reading as a letter in a language prints them."""
    return {
        "declared": Words(
            paragraphs=[english if language == "en" else text for text, english in STATEMENT],
            translation=language == "en",
            signed=language != "en",
            glossed=language == "en",
        ),
        "reading": Words(
            interpreter=Words(
                name=Words(full="Robin SAMPLE"), address=Words(lines=("3 Example Street",)), phone="(212) 555-0102"
            ),
            language="Mandarin",
            on=dt.date(2026, 11, 18),
            in_relay=False,
        ),
    }


def context(language: str = "en", translate: Callable[[str], str] = str, **facts: object) -> dict[str, object]:
    """Return everything the four letters name; ``facts`` replaces whole first words (``reporting``)."""
    words: dict[str, object] = {
        "client": Words(
            name=Words(full="Xiaoming WANG", native="王小明"),
            birth_date=dt.date(1998, 2, 3),
            a_number=Gap("client.a_number"),
        ),
        "family": [
            Words(name=Words(full="Meihua LIN"), apply=True, birth_date=dt.date(1970, 5, 6)),
            Words(name=Words(full="Left OUT"), apply=False, birth_date=dt.date(1990, 1, 1)),
        ],
        "statement": Words(
            language="zh_Hans",
            paragraphs=[Words(text=text, english=english) for text, english in STATEMENT],
            signing_place="in_us",
            route="translated",
        ),
        **statement_words(language),
        "translator": Words(
            name=Words(full="Jane SAMPLE"),
            address=Words(lines=("1 Example Plaza", "New York, NY 00000")),
            phone="(212) 555-0177",
            script="simplified",
        ),
        "reporting": Words(
            agency="Example County Police Department",
            agency_address=Words(lines=("2 Example Road", "Flushing, NY 00000")),
            officer="Detective Sample",
            date=dt.date(2026, 3, 4),
            case_number=Gap("reporting.case_number"),
            may_ask_agency=True,
        ),
        "clinic": Words(
            name="Example Legal Clinic",
            address_lines=["100 Sample Street, Floor 4", "New York, NY 00000"],
            phone="(212) 555-0100",
            email="clinic@example.org",
        ),
        "attorney": Words(name="Ada Sample", title="Staff Attorney"),
        "as_of": dt.date(2026, 11, 20),
        "enclosed": [
            Words(code="i-914", title="Form I-914, Application for T Nonimmigrant Status"),
            Words(code="declaration", title="Declaration of the applicant, in Chinese, with English translation"),
            Words(code="certificate", title="Certificate of translation"),
        ],
        "exhibits_listed": [
            Words(letter="A", title="Declaration of the applicant", pages=4),
            Words(letter="B", title="Messages from the employer, 2025", pages=12),
        ],
        "filing_place": Words(
            lines=["USCIS", "ATTN: I-914", "P.O. Box 4221", "Carol Stream, IL 60197-4221"], authority="PR-06"
        ),
        "reference": "R7K2-M9QD",
        "language": language,
        "known": lambda value: not isinstance(value, Gap),
        "_": translate,
        "_zh": translate if language == "zh_Hans" else (lambda _english: "（中文）"),
    }
    return {**words, **facts}
