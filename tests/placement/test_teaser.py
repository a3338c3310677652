"""One teaser, from the answers to the folder: what it says, what it is made of, and when it is refused."""

import datetime as dt
import re
import subprocess
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from one_library import LIBRARY
from placement.offered import MEI, REFERENCE, YES, answers

from legalassist.api.opening import example_cases, open_case
from legalassist.api.placing import Placed, make_teaser, recorded_reference
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.containers import file_parts
from legalassist.documents.rendered.every import seen
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import ContentError, DocumentError, UsageError
from legalassist.facts.known import known_value
from legalassist.library import Library
from legalassist.placement.menus import read_menus
from legalassist.placement.record import read_record
from legalassist.placement.stage_one import stage_one_problems

TODAY = dt.date(2026, 11, 23)


def make(case: Path, out: Path, **options: object) -> Placed:
    """Make a teaser the usual way."""
    wanted = {"as_of": TODAY, "reference": REFERENCE, **options}
    return make_teaser(case, LIBRARY, out, **wanted)  # type: ignore[arg-type]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Placed:
    folder = tmp_path_factory.mktemp("teaser")
    return make(answers(folder), folder / "out")


def test_it_says_the_minimal_profile_and_nothing_else(made: Placed) -> None:
    assert [(said.label, said.value) for said in made.teaser.rows] == [
        ("Relief sought", "T nonimmigrant status"),
        ("Type", "labor trafficking"),
        ("Area", "New York City"),
        ("Age", "adult"),
        ("Language", "Mandarin"),
        ("Posture", "affirmative"),
    ]
    assert made.teaser.answer_by.value == "December 14, 2026"
    assert len(made.teaser.tasks) == 2
    assert made.asks == ()


def test_every_file_is_named_by_the_reference_alone(made: Placed) -> None:
    assert made.files == (
        f"to-firms/{REFERENCE}.pdf", f"to-firms/{REFERENCE}.docx", f"to-firms/{REFERENCE}.txt",
        f"internal/{REFERENCE}-reader.pdf",
    )  # fmt: skip
    assert set(contents(made.out)) == {*made.files, "internal/record.json"}
    assert (made.out.stat().st_mode & 0o777) == 0o700


@pytest.mark.parametrize("name", ["to-firms/{}.pdf", "internal/{}-reader.pdf"])
def test_a_pdf_is_accessible_and_tells_nothing_beside_its_text(made: Placed, name: str) -> None:
    pdf = (made.out / name.format(REFERENCE)).read_bytes()
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []
    assert audit(pdf) == []
    assert seen(pdf, ["en"]) == []
    assert list(stage_one_problems(pdf)) == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert set(opened.docinfo) == {"/Title", "/Producer"}
        assert "traffick" not in str(opened.docinfo.Title).lower()
        assert len(opened.pages) == 1


def test_the_plain_text_says_what_the_pdf_says(made: Placed) -> None:
    pdf = tagged_text((made.out / f"to-firms/{REFERENCE}.pdf").read_bytes())
    text = (made.out / f"to-firms/{REFERENCE}.txt").read_text(encoding="utf-8")
    squeezed = re.sub(r"\W", "", text).lower()
    unheard = {"thecase", "about", "answer"}  # the heads of the table
    for block in pdf.splitlines():
        said = re.sub(r"\W", "", block).lower()
        assert said in squeezed or said in unheard
    assert max(map(len, text.splitlines())) <= 72
    assert "INVENTED" in text


def test_it_never_claims_that_nobody_can_tell(made: Placed) -> None:
    said = "\n".join(
        subprocess.run(["pdftotext", made.out / name, "-"], capture_output=True, text=True, check=True).stdout
        for name in made.files
        if name.endswith(".pdf")
    ).lower()
    assert not re.search(r"anonym|eligible|qualif|guarant|k-anon|one in \d", said)
    assert "could the trafficker tell who this is?" in said


def test_the_record_keeps_the_reference_and_the_yes_and_no_name(made: Placed) -> None:
    record = read_record(made.out)
    assert record is not None
    assert record.reference == REFERENCE
    assert len(record.yes) == 4
    text = record.model_dump_json()
    assert not any(word in text.lower() for word in ("wang", "xiaomei", "r7k2", "王", "interpreter"))


def test_the_same_inputs_give_the_same_bytes(made: Placed, tmp_path: Path) -> None:
    again = make(answers(tmp_path), tmp_path / "out")
    assert contents(again.out) == contents(made.out)


def test_a_second_run_keeps_the_reference_and_another_case_does_not_get_it(made: Placed, tmp_path: Path) -> None:
    library = LIBRARY
    assert recorded_reference(MEI, library, made.out) == REFERENCE
    assert recorded_reference(MEI, library, tmp_path / "new") is None
    other = tmp_path / "other.yaml"
    other.write_text(MEI.read_text(encoding="utf-8").replace("R7K2-M9QD", "B8B8-C9C9"), encoding="utf-8")
    with pytest.raises(UsageError, match="another case"):
        recorded_reference(other, library, made.out)


@pytest.mark.parametrize(("day", "answer_by"), [(21, "December 14"), (22, "December 14"), (23, "December 14")])
def test_firms_answer_on_a_working_day(tmp_path: Path, day: int, answer_by: str) -> None:
    placed = make(answers(tmp_path), tmp_path / "out", as_of=dt.date(2026, 11, day))
    assert placed.teaser.answer_by.value == f"{answer_by}, 2026"


# ---- the client's yes ----


@pytest.mark.parametrize(
    ("yes", "reason"),
    [
        ("", "the client's yes is not on record (placement.may_offer)"),
        ("  placement.may_offer: no\n", "the client has said no"),
        ("  placement.may_offer:\n    state: later\n", "not on record"),
        (YES.replace("2026-11-18", "2026-11-24"), "still to come (placement.yes_date)"),
        ("  placement.may_offer: yes\n", "the day she said yes is not on record (placement.yes_date); the language"),
        (YES.replace("  placement.yes_interpreter: demo-interpreter\n", ""), "(placement.yes_interpreter)"),
    ],
)
def test_without_her_recorded_yes_nothing_is_written(tmp_path: Path, yes: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(reason)) as refused:
        make(answers(tmp_path, yes), tmp_path / "out")
    assert "placement script" in refused.value.hint
    assert not (tmp_path / "out").exists()


def test_asked_in_english_no_interpreter_is_needed(tmp_path: Path) -> None:
    yes = "\n".join(YES.replace("cmn", "en").splitlines()[:3]) + "\n"
    assert make(answers(tmp_path, yes), tmp_path / "out").files


# ---- the leak check stops the output ----


@pytest.mark.parametrize(
    ("clinic", "fact"),
    [("name: Wang Xiaomei Legal Clinic", "client.name"), ("name: 王小媺律师", "client.name")],
)
def test_a_line_of_the_clinic_that_names_the_client_stops_everything(tmp_path: Path, clinic: str, fact: str) -> None:
    example = (MEI.parent / "clinic.yaml").read_text(encoding="utf-8")
    own = tmp_path / "clinic.yaml"
    own.write_text(example.replace("name: Example Street Legal Clinic", clinic), encoding="utf-8")
    with pytest.raises(DocumentError, match="nothing was written") as refused:
        make(answers(tmp_path), tmp_path / "out", clinic_path=own)
    assert fact in refused.value.message
    assert "Wang" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def with_offers(folder: Path, offers: str) -> Path:
    own = folder / "clinic.yaml"
    own.write_text((MEI.parent / "clinic.yaml").read_text(encoding="utf-8") + offers, encoding="utf-8")
    return own


def test_what_staff_type_beside_a_case_is_searched_for_her_village(tmp_path: Path) -> None:
    village = {"client.birth_city: Wenzhou": "client.birth_city: Stonewell Village"}
    named = with_offers(tmp_path, "placement:\n  support:\n    - Her mentor knows Stonewell Village well.\n")
    case = answers(tmp_path, changed=village)
    with pytest.raises(DocumentError, match="nothing was written") as refused:
        make(case, tmp_path / "out", clinic_path=named)
    assert "client.birth_city" in refused.value.message
    assert "Stonewell" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_hours_are_the_programmes_own_with_their_month_or_not_stated(made: Placed, tmp_path: Path) -> None:
    assert made.teaser.hours.value == "not stated"
    offers = "placement:\n  hours: {least: 45, most: 90, as_of: 2026-09}\n  support: [A mentor reads each draft.]\n"
    placed = make(answers(tmp_path), tmp_path / "out", clinic_path=with_offers(tmp_path, offers))
    assert placed.teaser.hours.value == "45 to 90, by our own count of September 2026"
    for name in ("pdf", "docx", "txt"):
        parts = file_parts("a", (tmp_path / f"out/to-firms/{REFERENCE}.{name}").read_bytes())
        said = " ".join(" ".join(part.text.split()) for part in parts)
        assert "September 2026" in said
        assert "A mentor reads each draft." in said
    wrong = with_offers(tmp_path, "placement:\n  hours: {least: 90, most: 45, as_of: 2026-09}\n")
    with pytest.raises(ContentError):
        make(answers(tmp_path), tmp_path / "other", clinic_path=wrong)


def test_the_narrative_is_made_of_the_menus_sentences_and_says_no_more_than_the_lines(made: Placed) -> None:
    menus = read_menus(LIBRARY).menus
    said = {value.value: value.says for row in (*menus.rows, *menus.fuller) for value in row.values}
    assert made.teaser.narrative == tuple(filter(None, (said.get(row.value) for row in made.teaser.rows)))
    assert "The case is about labor trafficking." in made.teaser.narrative
    assert not any("waiver" in sentence for sentence in made.teaser.narrative)  # the line is not printed


def test_a_reference_made_from_her_initials_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="rule 6"):
        make(answers(tmp_path), tmp_path / "out", reference="2WXM-2222")


def test_a_day_to_answer_by_that_is_a_day_of_hers_stops_everything(tmp_path: Path) -> None:
    hearing = {"first.in_court: no": "first.in_court: yes\n  first.hearing_date: 2027-01-11"}
    with pytest.raises(DocumentError, match=r"rule 1, first\.hearing_date"):
        make(answers(tmp_path, changed=hearing), tmp_path / "out", answer_by=dt.date(2027, 1, 11))


def test_a_shelf_that_adds_her_town_is_stopped(tmp_path: Path) -> None:
    own = tmp_path / "shelf/interviews/placement"
    own.mkdir(parents=True)
    shipped = (MEI.parents[2] / "placement/teaser.yaml").read_text(encoding="utf-8")
    (own / "teaser.yaml").write_text(shipped.replace("value: New York City", "value: Flushing"), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"rule 1, client\.physical_address"):
        make_teaser(answers(tmp_path), Library(tmp_path / "shelf"), tmp_path / "out", as_of=TODAY, reference=REFERENCE)


# ---- wrong use ----


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"reference": "mei"}, "not a code"),
        ({"reference": "R7K2-M9QD"}, "number of the case's own file"),
        ({"answer_by": TODAY}, "not after the day"),
    ],
)
def test_wrong_use_is_refused_with_the_way_out(tmp_path: Path, options: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        make(answers(tmp_path), tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_and_a_summary_edited_by_hand_are_left_alone(tmp_path: Path) -> None:
    case, out = answers(tmp_path), tmp_path / "out"
    make(case, out)
    make(case, out)  # the same again replaces it
    text = out / f"to-firms/{REFERENCE}.txt"
    text.write_text("edited", encoding="utf-8")
    with pytest.raises(DocumentError, match="changed since"):
        make(case, out)
    assert text.read_text(encoding="utf-8") == "edited"
    other = tmp_path / "mine"
    other.mkdir()
    (other / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no summary"):
        make(case, other)
    assert contents(other) == {"letter.txt": b"mine"}


def test_every_example_client_who_said_yes_gets_a_summary_without_a_block(tmp_path: Path) -> None:
    library = LIBRARY
    for case in example_cases(library):
        if known_value(live_facts(*open_case(case, library)), "placement.may_offer") is True:
            assert make(case, tmp_path / case.stem).files
