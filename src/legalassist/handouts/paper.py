"""Read a paper around handouts back: the sheet an attorney signs, the cue card, the papers of a session.

A signature approves every line of a sheet: so every line stands on it, and can be seen. A band unseen is no band.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.rendered.ink import unseen
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import DocumentError
from legalassist.handouts.lost import bare, missing


def read_paper(
    pdf: bytes, name: str, needed: Iterable[str] = (), band: Collection[str] = (), *, on_each_page: bool = False
) -> bytes:
    """Return a paper that says everything `needed`, each as often as it is named, for everybody to see.

    `band`: the words it says that nobody has reviewed it, once, or `on_each_page`.
    Raises DocumentError where something lacks or cannot be seen; messages repeat no text.
    """
    with open_pdf(pdf, name) as opened:
        read = read_tagged(opened, name)
        found = list(map(str, unseen(pdf, opened, read)))
    wanted = Counter(bare(said) for said in needed)
    del wanted[""]
    lacking = sum(1 for _ in missing(wanted, read.text()))
    if lacking:
        found.append(f"{lacking} of its {len(wanted)} texts are not on it")
    pages = [bare("".join(run.text for run in page.runs)) for page in read.pages]  # a table's repeated head, too
    without = [page for page, said in enumerate(pages, 1) if not all(bare(words) in said for words in band)]
    if band and (without if on_each_page else len(without) == len(pages)):
        found.append(f"page {without[0]} has no band")
    if found:
        raise DocumentError(f"{name}: {'; '.join(found)}", hint="correct the template or its style sheet")
    return pdf
