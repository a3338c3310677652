"""A mail as it was saved, taken apart as a mail program does: who writes to whom and when, its texts, its attachments.

A mail names its sender, its recipients and its own day: those are searched for the client alone, not for anybody's
shapes. What cannot be taken apart without a remainder is none, and is searched as the text it stands in.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import default

_HEADER = re.compile(rb"\A[A-Za-z][A-Za-z0-9-]*:[ \t]")
_OWN = frozenset({
    "from", "sender", "reply-to", "to", "cc", "bcc", "date", "message-id", "in-reply-to", "references", "mime-version",
    "received", "return-path", "delivered-to", "content-type", "content-transfer-encoding", "content-disposition",
    "content-id", "x-unsent",
})  # fmt: skip
"""Headers of the mail itself."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail is made of: its own headers, and everything else as files by their names."""

    envelope: bytes
    files: Mapping[str, bytes]


def mail_of(name: str, data: bytes) -> Mail | None:
    """Return a mail taken apart; None for what is no mail, or has something that no part of it holds."""
    if _HEADER.match(data) is None:
        return None
    mail = message_from_bytes(data, policy=default)
    if not ("MIME-Version" in mail or {"from", "subject"} <= {one.lower() for one in mail}):
        return None
    if any(part.defects for part in mail.walk()):
        return None
    envelope, others, files = list[str](), list[str](), dict[str, bytes]()
    for number, part in enumerate(mail.walk()):
        for field, said in (*part.raw_items(), *((one, str(value)) for one, value in part.items())):
            (envelope if field.lower() in _OWN else others).append(f"{field}: {said}")
        others += filter(None, (part.preamble, part.epilogue))
        if not part.is_multipart():
            content = _content(part)
            if content is None:
                return None
            kind = "html" if part.get_content_type() == "text/html" else "txt"
            files[f"{number}/{part.get_filename() or f'part.{kind}'}"] = content
    return Mail("\n\n".join(envelope).encode(), {name: "\n\n".join(others).encode(), **dict(_named(files))})


def _content(part: Message) -> bytes | None:
    """Return what a part holds, its text as UTF-8; None where its base64 holds more than it says."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        written = "".join(str(part.get_payload()).split())
        if b64encode(content).decode() != written:
            return None
    if part.get_content_maintype() == "text":
        try:
            return content.decode(part.get_content_charset("utf-8")).encode()
        except (LookupError, UnicodeDecodeError):
            return content
    return content


def _named(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts under the names they have; a name that is there twice is told apart by its number."""
    seen: set[str] = set()
    for numbered, content in files.items():
        name = numbered.partition("/")[2]
        yield (numbered if name in seen else name), content
        seen.add(name)
