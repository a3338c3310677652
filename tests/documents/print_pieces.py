"""Invented contents for every print piece, in English and in Chinese, for the tests that print them."""

from types import SimpleNamespace as Made
from typing import Any

LANGUAGES = ("en", "zh_Hans")

LONG_WORD = "W" * 120
RARE_NAME = "王小㛃"

EN = {
    "answer": "136-00 Example Avenue, Apt 3B\nFlushing, NY 00000",
    "label": "The physical address where you live now, in the United States",
    "long": "A statement of the person who owned the restaurant, with a title that runs over the end of its line",
    "people": f"WANG, Xiaomei ({RARE_NAME})",
    "reason": "The client’s own words speak to “debt”; whether they show it is a judgement – 8 CFR § 214.201.",
    "short": "Passport",
    "what": "Means: force, fraud or coercion",
}
ZH = {
    "answer": "136-00 Example Avenue, Apt 3B\nFlushing, NY 00000",
    "label": "您现在在美国居住的地址（可以写信的地方）",
    "long": "餐馆老板写下的欠条，共三页，附有签名和手印，以及写在背面的还款日期和数目（复印件，原件由当事人保管）",
    "people": f"WANG, Xiaomei（{RARE_NAME}）",
    "reason": "当事人说：“他们拿走了我的护照。”——这一段谈到了债务和证件；是否足以证明，由律师判断……请补问日期。",
    "short": "护照",
    "what": "手段：暴力、欺骗或胁迫",
}


def pieces(language: str) -> dict[str, dict[str, Any]]:
    """Return the context of each print piece, by its template."""
    words = ZH if language == "zh_Hans" else EN
    return {
        "tvisa/contents.html": {"lines": _lines(words)},
        "tvisa/exhibit-index.html": {"exhibits": _exhibits(words)},
        "tvisa/exhibit-cover.html": {"exhibit": Made(letter="C", title=words["long"], pages=4)},
        "tvisa/answer-sheet.html": _answers(words),
        "tvisa/memo.html": _memo(words),
        "tvisa/signing-sheet.html": {
            "lines": [Made(title=words["long"], signers=[words["people"], words["short"]], notes=[words["reason"]])] * 9
        },
        "tvisa/filing-day.html": _filing_day(words),
    }


def _filing_day(words: dict[str, str]) -> dict[str, Any]:
    believed = Made(what=words["short"], lines=["USCIS", "P.O. Box 0000", "Example, IL 00000-0000"], source="PR-06")
    return {
        "forms": [["I-914", words["long"], "01/20/25"]] * 4,
        "fee": believed,
        "addresses": [believed] * 2,
        "record": [[words["short"], words["answer"]], [words["what"], ""]],
    }


def _lines(words: dict[str, str]) -> list[Made]:
    titles = ("short", "long", "people", "what")
    return [
        Made(title=words[titles[n % 4]], page=1 + 7 * n, level=1 + n % 3, code=f"piece-{n}", anchor="")
        for n in range(48)
    ]


def _exhibits(words: dict[str, str]) -> list[Made]:
    return [
        Made(
            letter=chr(ord("A") + n),
            title=(words["short"], words["long"], words["people"])[n % 3],
            language_name=("English", "中文")[n % 2],
            pages=n + 1,
            speaks_to=["means", words["what"]] if n % 2 else ["identity"],
            page=None if n == 3 else 40 + n,
        )
        for n in range(26)
    ]


def _answers(words: dict[str, str]) -> dict[str, Any]:
    states = (
        ("", words["people"]),
        ("", words["answer"]),
        ("", LONG_WORD),
        ("not answered yet", ""),
        ("not asked in this interview yet", ""),
        ("does not apply", ""),
        ("prefers not to say", ""),
        ("attorney decides", words["reason"]),
        ("by hand", ""),
    )
    items = [
        Made(item=f"{n + 1}.a", label=words["label"], answer=answer, state=state, fact="client.name", note="")
        for n, (state, answer) in enumerate(states * 3)
    ]
    items[0].note = words["reason"]
    form = Made(name="I-914", edition="01/20/25", title="Application for T Nonimmigrant Status")
    return {"form": form, "parts": [Made(number=str(n), title=words["what"], items=items) for n in (1, 2)]}


def _statement(words: dict[str, str]) -> dict[str, Any]:
    return {
        "contradictions": [_apart(words, "", ""), _apart(words, words["reason"], words["people"])],
        "settled": [_apart(words, words["reason"], words["people"]), _apart(words, "", words["people"])],
        "overrides": [Made(rule="part-4-waiver", by=words["people"], reason=words["reason"])],
        "coverage": [
            Made(title=words["long"], paragraphs="1, 2", exhibits=["exhibits[1]", "exhibits[2]"], lacks=""),
            Made(title=words["what"], paragraphs="", exhibits=[], lacks=words["short"]),
        ],
        "readings": [
            Made(
                title=words["label"],
                standing=words["reason"],
                on="2026-11-20" if n else "",
                interpreter="li",
                language=words["short"],
                digest="0123456789ab",
            )
            for n in range(2)
        ],
    }


def _apart(words: dict[str, str], note: str, noted: str) -> Made:
    answers = [Made(asked=words["label"], answer=words["what"], entered=words["short"])] * 2
    return Made(
        id="0123456789", about=words["long"], where="statement", settle=words["reason"], answers=answers, note=note,
        noted=noted,
    )  # fmt: skip


def _law(words: dict[str, str], laws: list[Made]) -> dict[str, Any]:
    part = Made(
        title=words["what"], answers=[words["label"], words["answer"]], absent=[words["short"]],
        exhibits=[words["short"]], paragraphs=[words["short"]],
    )  # fmt: skip
    found = [
        Made(
            title=words["what"], verdict=verdict, reason=words["reason"], authorities=laws, answers=[words["label"]],
            absent=[words["label"]], exhibits=[] if n % 2 else [words["short"]], paragraphs=[],
            readings=[words["reason"]],
            parts=[part] * 2 if n % 2 else [],
        )
        for n, verdict in enumerate(("met", "not met", "unknown", "attorney decides") * 2)
    ]  # fmt: skip
    titles = [words["short"], words["long"], words["people"]]
    return {
        "elements": found, "grounds": found[:2], "family": found[:2],
        "every_ground": [[words["long"], "touched"], [words["short"], "nothing touches it"]],
        "relatives_grounds": [[words["short"], "not asked in full"]],
        "weak": {"read_twice": titles, "not_met": titles, "over": titles, "touched": titles,
                 "papers": [[words["short"], words["reason"]]]},
        "undecided": {"judgments": titles, "unknown": [[words["long"], words["reason"]]],
                      "items": [[words["short"], [["Part 1", 7]]]], "pieces": [["supplement-a-3", words["label"]]]},
        "signatures": [Made(title=words["long"], signers=[words["short"]], notes=[words["reason"]])] * 3,
    }  # fmt: skip


def _memo(words: dict[str, str]) -> dict[str, Any]:
    source = {"tier": "P", "volatility": "contested", "as_of": "2026-01-29", "notes": "", "unconfirmed": "Section 9."}
    laws = [Made(id="EL-04", citation="8 CFR 214.201", text=words["reason"], **source)]
    return {
        **_law(words, laws),
        "deadlines": [
            Made(
                title=words["long"],
                received_by="2027-02-27",
                not_before="2026-12-01" if n else "",
                mail_by="",
                reason=words["reason"],
                authorities=laws,
                passed=n == 0,
            )
            for n in range(3)
        ],
        "missing": [Made(question=words["label"], why=words["reason"], where=words["short"]) for _ in range(9)],
        "notes": [words["reason"], words["long"]],
        **_statement(words),
    }
