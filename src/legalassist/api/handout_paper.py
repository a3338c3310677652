"""Papers around handouts: the sheet to sign, a printer's calibration sheet, a session's kit, cue cards."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from legalassist.api.handout_run import Run, check_names, check_run, orders, refuse_unfilled
from legalassist.api.printing import make_pieces
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.errors import UsageError
from legalassist.handouts.calibration import calibration_sheet
from legalassist.handouts.cue import FORM, Term, cue_card, cue_texts, ideas_of
from legalassist.handouts.folder import check_untouched, save
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, languages_on
from legalassist.handouts.kit import kit_papers, kit_texts
from legalassist.handouts.sheet import SignSheet, sign_sheet_pdf
from legalassist.handouts.texts import languages_of
from legalassist.languages.tags import TRADITIONAL, YUE
from legalassist.library import fonts
from legalassist.translations.gates.terms import Glossary, read_glossary, squeezed


def print_sign_sheet(run: Run, sheet: SignSheet, out: Path) -> str:
    """Put the sheet as a PDF into a folder of its own; return the file's name.

    Raises UsageError where the folder holds something else, DocumentError where it cannot be written.
    """
    check_untouched(out)
    pdf = sign_sheet_pdf(sheet, environment(run.library), Fonts.read(fonts()))
    name = f"{sheet.topic.id}-sheet-{sheet.language}.pdf"
    save({name: pdf}, {"sheet": sheet.code, "topic": sheet.topic.id, "language": sheet.language}, out)
    return name


def print_calibration(run: Run, out: Path) -> str:
    """Put the calibration sheet of the run's profile into a folder of its own; return the file's name."""
    check_untouched(out)
    name = f"calibration-{run.profile.name}.pdf"
    save({name: calibration_sheet(environment(run.library), Fonts.read(fonts()), run.profile)}, {}, out)
    return name


def print_kit(run: Run, topics: Sequence[str], languages: Sequence[str], out: Path) -> tuple[str, ...]:
    """Put the kit of a session into a folder: outline, tally, slips, and the handouts of its topics; return the files.

    Raises UsageError for an unknown language, ContentError for an unknown topic, DocumentError for what does not fit.
    """
    check_untouched(out)
    read = [run.topic(name) for name in dict.fromkeys(topics)]
    if YUE in languages:
        refuse_unfilled(run, read)
    check_names("language", languages, [one for one in languages_on(run.library) if not one.startswith(BOTH)])
    templates, ours = environment(run.library), Fonts.read(fonts())
    files: dict[str, bytes] = {}
    for language in dict.fromkeys(languages_of(one)[0] for one in languages):
        texts = kit_texts(run.library, language)
        banded = not run.standing(texts, ()).cleared
        files |= kit_papers(run.library, templates, ours, read, language, banded=banded)
    for formats, spoken in ((["script"], list(languages)), (["fold"], _folded(languages))):
        if not list(orders(run.library, read, formats, spoken)):
            continue  # the card to show is no text to read aloud
        done, _ = make_pieces(run, topics, formats, spoken, final=False, workers=1, progress=lambda _name: None)
        for one in done:
            files |= one.files
    save(files, {"as_of": run.as_of.isoformat()}, out)
    return tuple(files)


def _folded(languages: Sequence[str]) -> list[str]:
    """Return the languages of the folded cards of a session: with English, the script each paper is in."""
    return list(dict.fromkeys(BOTH_TRADITIONAL if TRADITIONAL in languages_of(one) else BOTH for one in languages))


def print_cues(run: Run, topics: Sequence[str], out: Path) -> tuple[tuple[str, bool], ...]:
    """Put a cue card for the interpreter of each topic into a folder; return each file and whether it has its band.

    Raises UsageError for a topic that has no statements to say, ContentError for an unknown one and where a translation
    settles what is disputed or holds a telephone number.
    """
    check_untouched(out)
    glossary = read_glossary(run.library)

    def terms_in(english: str, chinese: str) -> list[Term]:
        return list(_key_terms(glossary, english, chinese))

    templates, ours = environment(run.library), Fonts.read(fonts())
    files, done = {}, []
    read = {name: run.topic(name) for name in topics}
    check_run(run, tuple(read.values()), (FORM.name,), (BOTH,))
    for name, topic in read.items():
        if not topic.made_as(FORM):
            message = f"{name} is no topic to say: it is made only as {', '.join(topic.formats)}"
            raise UsageError(message, hint="`legalassist handout list` names the topics and their formats")
        texts = cue_texts(run.library, topic)
        banded = not run.standing(texts, run.behind(topic, (FORM,))).cleared
        ideas = ideas_of(topic, texts, terms_in, run.authorities)
        file = f"{topic.id}-interpreter.pdf"
        files[file] = cue_card(templates, ours, topic, texts, ideas, banded=banded)
        done.append((file, banded))
    save(files, {"as_of": run.as_of.isoformat()}, out)
    return tuple(done)


def _key_terms(glossary: Glossary, english: str, chinese: str) -> Iterator[Term]:
    """Yield the glossary's terms as an English text says them, where its Chinese says them too; in the order said.

    A word that is a term of another trade elsewhere (an agency that sells visas) is none here: the Chinese tells.
    """
    low, said = english.lower(), squeezed(chinese)
    found = []
    for one in glossary.terms_in(low):
        here = one.pattern.search(low)
        way = next((way for way in one.ways(traditional=False) if way in said), "")
        if here and way:
            found.append((here.start(), Term(english[here.start() : here.end()], way)))
    yield from (term for _, term in sorted(found, key=lambda pair: pair[0]))
