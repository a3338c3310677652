"""Lock what goes to a firm: for its age key, or as one PDF under AES-256 whose metadata is encrypted too.

No zip encryption: it shows the names of files. The program makes the passphrase; it is shown once and kept nowhere.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pyrage

from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import UsageError

READ_BACK = 8
"""Characters at the end of a key that the recipient reads back over the telephone."""
_DATE = (1980, 1, 1, 0, 0, 0)


def check_key(key: str, read_back: str) -> None:
    """Refuse what is no age key, and one whose end the recipient did not read back; raises UsageError."""
    _recipient(key)
    if read_back.strip().lower() != key.strip()[-READ_BACK:]:
        message = "the key was not read back"
        hint = f"call the firm at a number you know, let them read the last {READ_BACK} characters: --read-back"
        raise UsageError(message, hint=hint)


def for_key(files: Mapping[str, bytes], key: str) -> bytes:
    """Return files as one age file for a recipient's key; the names inside are not seen from outside."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    locked: bytes = pyrage.encrypt(target.getvalue(), [_recipient(key)])
    return locked


def as_pdf(files: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return the first PDF under AES-256, the other files attached to it: each keeps its pages, tags and bookmarks."""
    first = next((name for name in files if name.endswith(".pdf")), None)
    if first is None:
        raise UsageError("there is no PDF among the files", hint="one PDF is needed, or the recipient's age key")
    with open_pdf(files[first], "the piece") as whole:
        for name in (one for one in files if one != first):
            whole.attachments[name] = files[name]
        if len(files) > 1:
            whole.Root.PageMode = pikepdf.Name.UseAttachments
        target = BytesIO()
        lock = pikepdf.Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True)
        whole.save(target, encryption=lock)
    return target.getvalue()


def _recipient(key: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError:
        raise UsageError(
            "this is no age key", hint="it begins with age1, and the firm makes it with 'age-keygen'"
        ) from None
