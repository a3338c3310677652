"""A saved mail is taken apart, and nothing that it holds stays unread."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from legalassist.disclosure.mails import mail_of

WORD = "Xiaomei"


def mail(body: str = "Please see the list.", subject: str = "Cases", **attached: bytes) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "plin@clinic.example", "probono@firm.example"
    made["Date"], made["Subject"] = "Mon, 23 Nov 2026 14:05:11 -0500", subject
    made.set_content(body, cte="quoted-printable")
    for name, content in attached.items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made


def test_sender_recipients_and_day_are_apart_from_what_is_said() -> None:
    found = mail_of("draft.eml", mail(a_list=b"PK\x03\x04").as_bytes())
    assert found is not None
    assert b"probono@firm.example" in found.envelope
    assert b"23 Nov 2026" in found.envelope
    assert list(found.files) == ["draft.eml", "part.txt", "a_list"]
    assert found.files["a_list"] == b"PK\x03\x04"
    assert b"@" not in b"".join(found.files.values())
    assert b"Subject: Cases" in found.files["draft.eml"]


def forwarded() -> bytes:
    outer = mail()
    outer.add_attachment(mail(subject=WORD))
    return outer.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        mail(subject=WORD).as_bytes(),
        mail(subject=f"晓{WORD}").as_bytes(),
        mail(f"She is {WORD}.").as_bytes(),
        mail(f"{'x' * 70} {WORD}").as_bytes(),
        mail(**{f"{WORD}.pdf": b"x"}).as_bytes(),
        mail(a=WORD.encode()).as_bytes(),
        forwarded(),
        mail(a=b"x").as_bytes().replace(b"\n\n--", f"\n\n{WORD}\n--".encode(), 1),
        mail(a=b"x").as_bytes() + f"\n{WORD}\n".encode(),
    ],
)  # fmt: skip
def test_what_a_mail_says_is_in_its_parts(data: bytes) -> None:
    found = mail_of("a.eml", data)
    assert found is not None
    assert WORD in " ".join(found.files) + "".join(one.decode() for one in found.files.values())


def test_two_parts_of_one_name_are_both_read() -> None:
    made = mail(a=b"one")
    made.add_attachment(b"two", maintype="application", subtype="octet-stream", filename="a")
    found = mail_of("a.eml", made.as_bytes())
    assert found is not None
    assert {b"one", b"two"} <= set(found.files.values())


@pytest.mark.parametrize(
    "data",
    [
        b"A list of cases.\n\nFrom us.\n",
        b"Note: no mail.\n\nnothing\n",
        mail(a=b"x" * 90).as_bytes().replace(b64encode(b"x" * 57), b64encode(b"x" * 57) + f"!{WORD}!".encode()),
        mail(a=b"x" * 90).as_bytes().rsplit(b"--", 2)[0],  # its end is missing
    ],
)  # fmt: skip
def test_what_cannot_be_taken_apart_whole_is_searched_as_it_stands(data: bytes) -> None:
    assert mail_of("a.eml", data) is None
