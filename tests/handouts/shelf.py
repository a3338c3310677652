"""A clinic's shelf with one small topic, to plant faults in."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from legalassist.library import Library
from legalassist.reviews.ledger import Ledger, Said, Step, entry_of

TOPIC = """topic: at-shop
name: At work
title: "At work: your rights"
written: 2026-11-22
numbers: [CT-04]
statements:
  - id: silent
    kind: say
    text: I choose to stay silent.
    authorities: [KY-02]
  - id: closed
    kind: do
    text: You can keep the door closed.
    more: You can talk through it.
    authorities: [KY-05]
    room: half
"""
CHINESE = {
    ("topic.at-shop.title", "At work: your rights"): "工作时，您的权利",
    ("topic.at-shop.silent.text", "I choose to stay silent."): "我选择保持沉默。",
    ("topic.at-shop.closed.text", "You can keep the door closed."): "您可以不开门。",
    ("topic.at-shop.closed.more", "You can talk through it."): "可以隔着门说话。",
}


def message(context: str, english: str, chinese: str) -> str:
    return f'\n# draft, machine\nmsgctxt "{context}"\nmsgid "{english}"\nmsgstr "{chinese}"\n'


def shelf(folder: Path, shipped: Library, topic: str = TOPIC, **changed: str) -> Library:
    """Return shelves with the topic at-shop alone; `changed` gives other Chinese by statement and part."""
    (folder / "interviews/kyr/topics").mkdir(parents=True)
    (folder / "locales/zh_Hans/LC_MESSAGES").mkdir(parents=True)
    (folder / "interviews/kyr/topics/at-shop.yaml").write_text(topic, encoding="utf-8")
    kept = shipped.get("locales/zh_Hans/LC_MESSAGES/kyr.po").text.split('\n# draft, machine\nmsgctxt "topic.')[0]
    for (context, english), chinese in CHINESE.items():
        word = "_".join(context.split(".")[2:])
        kept += message(context, english, changed.get(word, chinese))
    if "plain" in changed:
        kept += message("topic.at-shop.plain", "At work", changed["plain"])
    (folder / "locales/zh_Hans/LC_MESSAGES/kyr.po").write_text(kept, encoding="utf-8")
    return Library(folder)


def approved(texts: Iterable[Said]) -> Ledger:
    """Return a ledger in which two people stand behind each text."""
    steps = ((Step.CHECKED, "yl"), (Step.APPROVED, "je"))
    return Ledger(tuple(entry_of(one.wording, step, who, date(2026, 11, 23)) for one in texts for step, who in steps))


def with_template(folder: Path, shipped: Library, name: str, old: str, new: str) -> Library:
    """Return shelves of a clinic that changed one shipped template or style sheet; without `old`, added to it."""
    text = shipped.get(f"templates/kyr/{name}").text
    assert old in text
    (folder / "templates/kyr").mkdir(parents=True)
    (folder / "templates/kyr" / name).write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    return Library(folder)
