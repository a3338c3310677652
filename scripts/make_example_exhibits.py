"""Make the invented exhibits of the example clients, and name them in their answers files.

Run it again only when their texts change: ``.venv/bin/python scripts/make_example_exhibits.py``. Every page says that
it is invented; the papers are laid out by us and cleaned like any exhibit.
"""

from hashlib import sha256
from pathlib import Path

from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.cases.exhibit_files import exhibit_file_lines
from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.exhibits.clean import House, clean
from legalassist.library import fonts

EXAMPLES = Path(__file__).parents[1] / "interviews" / "tvisa" / "examples"
SECTION = "exhibit_files:\n"
MARK = "INVENTED / 虚构"
CSS = """@page { size: 8.5in 11in; margin: 1in } body { font-family: 'LA Sans'; font-size: 13pt; line-height: 1.7 }
h1 { font-size: 15pt } .mark { color: #555; font-size: 9pt } table { width: 100%; border-collapse: collapse }
td { border-bottom: 0.6pt solid #777; padding: 4pt }
section { break-after: page } section:last-child { break-after: auto }"""

NOTEBOOK = (
    ("2021年9月", (("借款", "300000元"), ("房租", "300"), ("饭钱", "200"), ("打破碗一个", "20"), ("迟到", "50"))),
    ("2021年10月", (("工资", "0"), ("房租", "300"), ("饭钱", "200"), ("迟到两次", "100"))),
    ("2022年12月", (("零用", "100"), ("房租", "300"), ("饭钱", "200"), ("药膏", "15"))),
)
ENGLISH = {
    "2021年9月": "September 2021", "2021年10月": "October 2021", "2022年12月": "December 2022", "借款": "loan",
    "300000元": "RMB 300,000", "房租": "rent", "饭钱": "meals", "打破碗一个": "one broken bowl", "迟到": "late",
    "工资": "wages", "迟到两次": "late, twice", "零用": "pocket money", "药膏": "tube of ointment",
}  # fmt: skip
LETTER_1 = """<h1>Example Community Center</h1><p>June 30, 2023</p><p>To whom it may concern:</p>
<p>I am a social worker at this center. In June 2023 I went with a client of the center to the Example Borough Labor
Enforcement Office. I was in the room while she spoke with the office through its own interpreter. She was given the
number EX-2023-0417.</p>"""
LETTER_2 = """<p>Since then she has come to the center every week. The center has helped her to find a room, a clinic
and a class. I write this from the center's own records.</p><p>R. Example, social worker</p>"""
CERTIFICATE = """<h1>Certificate of translation</h1><p>I, PAT LIN, certify that I am competent to translate from Chinese
into English, and that the translation of the three notebook pages before this certificate is complete and accurate.</p>
<p>____________________ (signature) &#160; ____________ (date)</p>"""


def notebook(*, english: bool) -> tuple[str, ...]:
    """Return the pages of the notebook, in Chinese or translated."""

    def said(word: str) -> str:
        return ENGLISH.get(word, word) if english else word

    return tuple(
        f"<h1>{said(month)}</h1><table>"
        + "".join(f"<tr><td>{said(what)}</td><td>{said(amount)}</td></tr>" for what, amount in lines)
        + "</table>"
        for month, lines in NOTEBOOK
    )


PAPERS = {
    "mei": (
        ("exhibits[1]", FiledAs.ORIGINAL, notebook(english=False), "zh-Hans", True),
        ("exhibits[1]", FiledAs.TRANSLATION, notebook(english=True), "en", False),
        ("exhibits[1]", FiledAs.CERTIFICATE, (CERTIFICATE,), "en", False),
        ("exhibits[2]", FiledAs.ORIGINAL, (LETTER_1, LETTER_2), "en", False),
    ),
}


def paper(pages: tuple[str, ...], language: str) -> bytes:
    """Return a paper as a PDF, each page marked as invented."""
    body = "".join(f'<section><p class="mark">{MARK}</p>{page}</section>' for page in pages)
    html = (
        f'<!doctype html><html lang="{language}"><head><title>Exhibit</title><style>{CSS}</style></head>'
        f"<body>{body}</body></html>"
    )
    return write_pdf(html, fonts=Fonts.read(fonts()), identifier=bytes(16))


def make(client: str) -> None:
    """Make the exhibits of one client and name them in the answers file."""
    folder = EXAMPLES / f"{client}.exhibits"
    named: list[str] = []
    folder.mkdir(exist_ok=True)
    for row, role, pages, language, pictures in PAPERS[client]:
        cleaned = clean(paper(pages, language), House(fonts(), ""), pictures=pictures)
        name = f"{row[9:-1]}-{role}.pdf"
        (folder / name).write_bytes(cleaned.pdf)
        digest = sha256(cleaned.pdf).hexdigest()
        named += exhibit_file_lines(ExhibitFile(row, role, cleaned.pages, digest, name))
        print(f"{client}: {row} {role}, {cleaned.pages} pages, {len(cleaned.pdf):,} bytes")
    answers = EXAMPLES / f"{client}.yaml"
    text, _, _ = answers.read_text(encoding="utf-8").partition(SECTION)
    answers.write_text(text + SECTION + "\n".join(named) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in PAPERS:
        make(name)
