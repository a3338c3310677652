"""Check a finished packet: read it back and say whether it is what its manifest claims."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from legalassist.api.building import assessed, edits_kept, prepare
from legalassist.api.exhibit_files import Content
from legalassist.api.opening import open_case
from legalassist.cases.case import Case
from legalassist.documents.fonts import Fonts
from legalassist.errors import Place, Problem
from legalassist.facts.values import PersonName
from legalassist.forms.library import Blanks
from legalassist.library import Library, fonts
from legalassist.packets.assemble import assemble
from legalassist.packets.build import PacketState
from legalassist.packets.check import check, remarks
from legalassist.packets.folder import CHANGES
from legalassist.packets.manifest import MANIFEST, read_manifest
from legalassist.packets.packing import pack


def check_packet(path: Path, case: Case | None = None) -> tuple[Problem, ...]:
    """Return everything wrong with a packet's folder, or with one PDF; raises DocumentError where it cannot be read.

    With the case, no name in it may stand in a title, a bookmark, a file name or the metadata.
    """
    names = tuple(names_of(case)) if case is not None else ()
    return tuple(check(path, stamp_font=Fonts.read(fonts()).stamp, forbidden=names))


def remarks_on_packet(path: Path, case: Path | Case | None, library: Library) -> tuple[Problem, ...]:
    """Return what is no problem of a packet, and a person should look at; raises DocumentError as `check_packet`.

    With the case, no name of it in Chinese characters should stand on two lines.
    """
    names = tuple(names_of(open_case(case, library)[1])) if case is not None else ()
    return tuple(remarks(path, names))


def check_against_case(  # noqa: PLR0913 - what a packet is made from
    path: Path, case: Path | Case, library: Library, *, clinic: Path | None = None, blanks: Blanks | None = None,
    content: Content | None = None,
) -> tuple[Problem, ...]:  # fmt: skip
    """Build the packet that lies in a folder again from its case, reuse nothing of the folder, and compare the bytes.

    The day, the language, the state and the kind are the folder's; so are files that a person edited. Raises what
    building raises, DocumentError where the folder has no readable manifest.
    """
    manifest = read_manifest(path)
    build = prepare(case, library, as_of=manifest.as_of, clinic=clinic, language=manifest.language,
                    state=PacketState(manifest.state), blanks=blanks, content=content, kind=manifest.kind)  # fmt: skip
    build = edits_kept(build, path)
    if build.digest != manifest.inputs:
        message = "the packet was made from something else than the case, the shelves and the clinic are today"
        return (Problem(Place(MANIFEST), message, "build it again; what changed since cannot be told from here"),)
    assessment = assessed(build)
    files, _ = pack(build, assessment, assemble(build, assessment))
    return tuple(_unlike(path, files))


def _unlike(path: Path, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield every file that is not, byte for byte, what building again gives."""
    for name, content in sorted(files.items()):
        there = path / name
        if not there.is_file() or there.read_bytes() != content:
            yield Problem(Place(name), "this is not what building the packet again gives",
                          "build it into a new folder, and look who had this one")  # fmt: skip
    more = sorted(one.relative_to(path).as_posix() for one in path.rglob("*") if one.is_file())
    for name in (one for one in more if one not in files and not one.startswith(CHANGES)):
        yield Problem(Place(name), "building the packet again gives no such file", "move it away")


def names_of(case: Case) -> Iterator[str]:
    """Yield every name said in a case, in each way it is written."""
    for answer in case.current.values():
        if isinstance(answer.value, PersonName):
            name = answer.value
            yield from (way for way in (name.full, name.indexed, name.native) if way)
