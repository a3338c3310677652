"""Files bent out of shape: whatever is moved, doubled or taken away, no text is lost silently and nothing crashes."""

import copy
import random
import zipfile
from io import BytesIO

import documents.corpus_accepted
import documents.corpus_refused  # noqa: F401 - importing fills the corpus
import pytest
from documents.corpus import ACCEPTED, REFUSED
from documents.docx_builder import W, zipped
from lxml import etree

from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import paragraphs_of, squeeze
from legalassist.documents.word_html import to_html
from legalassist.errors import DocumentError

PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml")
VALUES = ("", "0", "-1", "99999", "x", "1e9", "nan", "true", "restart", "FFFFFF", "LABody")
FILES = [case.docx for case in (*ACCEPTED.values(), *REFUSED.values())]


def bent(chance: random.Random) -> dict[str, bytes]:
    """Return the parts of a file of the corpus after one to four random changes."""
    with zipfile.ZipFile(BytesIO(chance.choice(FILES))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(PARTS)
        root = etree.fromstring(parts[name])
        one, other = chance.choices([each for each in root.iter() if each is not root], k=2)
        match chance.randrange(4):
            case 0:
                one.getparent().remove(one)
            case 1 if one.attrib:
                one.set(chance.choice(sorted(one.attrib)), chance.choice(VALUES))
            case 2 if one not in other.iter() and other not in one.iter():
                one.append(other)
            case _:
                one.getparent().insert(0, copy.deepcopy(other))
        parts[name] = etree.tostring(root)
    return parts


def written(document: bytes) -> list[str]:
    """Return the characters of every text in document.xml, however it stands there."""
    texts = etree.fromstring(document).iter(f"{{{W}}}t")
    return sorted(squeeze("".join(text.text or "" for text in texts)))


@pytest.mark.parametrize("seed", range(8))
def test_a_bent_file_is_refused_or_read_whole(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's chance, with its seed
    for _ in range(40):
        parts = bent(chance)
        try:
            word = read(zipped(parts), name="x.docx", drop_comments=True)
        except DocumentError:
            continue
        to_html(word)
        if b"fldChar" not in parts["word/document.xml"]:
            # The reader prints U+2011 for w:noBreakHyphen, which is no text of the file.
            said = [c for c in squeeze("".join(p.text for p in paragraphs_of(word.blocks))) if c != "-"]
            assert sorted(said) == [c for c in written(parts["word/document.xml"]) if c != "-"]
