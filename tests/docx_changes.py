"""Change a .docx the way a person in Word does: the text of a paragraph, everything else as it was."""

import zipfile
from io import BytesIO


def with_text_replaced(docx: bytes, before: str, after: str) -> bytes:
    """Return the file with a text of its body replaced; AssertionError where the text is not there in one run."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                text = content.decode()
                assert before in text
                content = text.replace(before, after).encode()
            target.writestr(member.filename, content)
    return out.getvalue()
