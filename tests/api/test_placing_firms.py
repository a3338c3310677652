"""Stages 2 and 3 with one firm: the order is kept, nothing leaves unlocked, and the first sheet names no client."""

import zipfile
from datetime import timedelta
from email import message_from_bytes
from io import BytesIO
from pathlib import Path

import pikepdf
import pyrage
import pytest
from disclosure.made_files import printed
from one_library import LIBRARY
from stores.making import AL, AT, BO, SAID, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api import placing_firms as firms
from legalassist.api.placing_firms import Lock
from legalassist.api.placing_hand_over import HandOver, hand_over
from legalassist.api.placing_kept import stages_of
from legalassist.cases.case import Case
from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import DocumentError, StoreError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName
from legalassist.placement.locking import check_key
from legalassist.placement.names import rows
from legalassist.placement.releases import Granted, new_release
from legalassist.stores.cases import OpenCase, save_case
from legalassist.stores.store import OpenStore

FIRM = "Example LLP"
WORDS = "wafer waffle waged wager waggle wagon"
DAY = AT.date()
IDENTITY = pyrage.x25519.Identity.generate()
KEY = str(IDENTITY.to_public())
Desk = tuple[OpenStore, OpenCase]


def case() -> Case:
    made = Case("k3v9", "tvisa", invented=True)
    made = made.answer("client.name", PersonName("WANG", "Xiaomei", native="王小媺"), SAID)
    made = made.answer("client.birth_date", PartialDate.parse("1990"), SAID)
    made = made.answer("family[1].name", PersonName("WANG", "Dabao", native="王大宝"), SAID)
    made = made.answer("first.conflict_names", "Boss Zhou Tiezhu, Golden Pear Kitchen", SAID)
    return made.answer("jobs[1].employer", "Golden Pear Kitchen", SAID)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    store = set_up(new_tables("memory", tmp_path)).store
    return store, kept(store, case=case())


def granted(stage: int = 2, firm: str = FIRM, hours: int = 24 * 14, **changed: str) -> Granted:
    said = {"on": DAY.isoformat(), "stage": stage, "firm": firm, "why": "conflict check", "language": "zh_Hans",
            "interpreter": "Li Na", "until": (AT + timedelta(hours=hours)).isoformat()}  # fmt: skip
    return Granted.model_validate({**said, **changed})


def sheet(desk: Desk, out: Path, step: int, at: object = AT, lock: Lock | None = None) -> firms.Gone:
    lock = lock or Lock(passphrase=WORDS)
    return firms.conflict_sheet(*desk, LIBRARY, out, firm=FIRM, step=step, lock=lock, at=at)  # type: ignore[arg-type]


def begin(desk: Desk) -> None:
    firms.grant(*desk, LIBRARY, granted(), AT)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT)


def words_of(locked: Path) -> str:
    with pikepdf.open(locked, password=WORDS) as opened:
        target = BytesIO()
        opened.save(target, encryption=False)
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only here

    return "\n".join(page.get_textpage().get_text_bounded() for page in PdfDocument(target.getvalue()))


def test_every_step_needs_the_one_before_it(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "packet.pdf").write_bytes(printed())

    def over() -> firms.Gone:
        wanted = HandOver((tmp_path / "packet.pdf",), by_word=(tmp_path,))
        return hand_over(*desk, LIBRARY, wanted, tmp_path / "over", firm=FIRM, lock=Lock(passphrase=WORDS), at=AT)

    with pytest.raises(DocumentError, match="no written release for this firm and stage 2"):
        sheet(desk, tmp_path / "1", 1)
    firms.grant(*desk, LIBRARY, granted(), AT)
    with pytest.raises(DocumentError, match="undertaking is not on record"):
        sheet(desk, tmp_path / "1", 1)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT)
    with pytest.raises(UsageError, match="was not asked this"):
        firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "1", 1)
    with pytest.raises(DocumentError, match="'clear' to the adverse names"):
        sheet(desk, tmp_path / "2", 2)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    with pytest.raises(DocumentError, match="stage 3"):
        over()
    firms.grant(*desk, LIBRARY, granted(3), AT)
    with pytest.raises(DocumentError, match="'clear' to the client's names"):
        over()
    firms.answer(*desk, FIRM, 2, AT, clear=True)
    with pytest.raises(DocumentError, match="retainer is not on record"):
        over()
    firms.retain(*desk, LIBRARY, FIRM, AT)
    over()
    assert list(stages_of(desk[0]).values()) == ["placed"]
    assert not (tmp_path / "3").exists()


def test_the_first_sheet_has_adverse_names_and_nothing_of_hers(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Golden Pear Kitchen" in said
    assert not any(word in said.lower() for word in ("wang", "xiaomei", "王", "dabao", "traffick", "visa", "client"))
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    second = words_of(tmp_path / "2/documents.pdf")
    assert "Xiaomei" in second
    assert "Dabao" not in second  # a relative, perhaps a minor: only under a release of their own


def test_a_spelling_that_is_a_name_of_hers_too_stays_off_the_first_sheet(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    named = opened.case.answer("adverse[1].name", PersonName("XIAO", "Jinggui"), SAID)
    named = named.answer("family[2].name", PersonName("XU", "Jing"), SAID)
    assert any("Xiao Jing Gui" in ways for _, ways in rows(named, 1))
    desk = store, save_case(store, opened, named, AT)
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Jinggui XIAO" in said
    assert "Jing Gui" not in said


def test_an_adverse_name_that_is_a_relatives_whole_name_is_asked_by_telephone(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    named = opened.case.answer("adverse[1].name", PersonName("ZHOU", "Lintian"), SAID)
    named = named.answer("family[2].name", PersonName("ZHOU", "Lintian"), SAID)
    desk = store, save_case(store, opened, named, AT)
    begin(desk)
    with pytest.raises(DocumentError, match="would name the client"):
        sheet(desk, tmp_path / "1", 1)


@pytest.mark.parametrize("planted", [
    PersonName("WANG", "Xiaomei"), PersonName("Xiaomei", "Wang"), PersonName("ZHOU", "Xiao Mei Wang"),
    PersonName("ZHOU", "Lihua", native="王小媺"), PersonName("", "Wang Xiaomei"), PersonName("WANG", "Da-bao"),
])  # fmt: skip
def test_her_own_name_entered_as_an_adverse_persons_is_still_found(
    desk: Desk, tmp_path: Path, planted: PersonName
) -> None:
    store, opened = desk
    desk = store, save_case(store, opened, opened.case.answer("adverse[1].name", planted, SAID), AT)
    begin(desk)
    with pytest.raises(DocumentError, match="would name the client"):
        sheet(desk, tmp_path / "1", 1)


def test_an_adverse_person_with_her_given_name_stands_on_the_sheet_and_she_does_not(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    named = opened.case.answer("adverse[1].name", PersonName("ZHOU", "Xiaomei", native="周小媺"), SAID)
    named = named.answer("family[2].name", PersonName("LIN", "Tian", native="林天"), SAID)
    named = named.answer("adverse[2].name", PersonName("ZHOU", "Lintian", native="周林田"), SAID)
    desk = store, save_case(store, opened, named, AT)
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "周小媺" in said
    assert "Lintian" in said
    assert not any(word in said for word in ("WANG", "王", "Lin Tian"))


def test_a_first_sheet_that_would_name_her_is_stopped(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    named = opened.case.answer("first.conflict_names", "Zhou, who calls her Wang Xiaomei", SAID)
    opened = save_case(store, opened, named, AT)
    begin((store, opened))
    with pytest.raises(DocumentError, match="would name the client") as refused:
        sheet((store, opened), tmp_path / "1", 1)
    assert "Xiaomei" not in str(refused.value)
    assert not (tmp_path / "1").exists()


def test_a_release_that_expired_an_hour_ago_or_was_taken_back_is_none(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    with pytest.raises(UsageError, match="over already"):
        firms.grant(*desk, LIBRARY, granted(hours=-1), AT)
    firms.grant(*desk, LIBRARY, granted(hours=2), AT)
    with pytest.raises(DocumentError, match="ended at"):
        sheet(desk, tmp_path / "1", 1, at=AT + timedelta(hours=3))
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    told = firms.withdraw(*desk, FIRM, AT)
    request = firms.deletion_request(told, FIRM)
    assert told[0].digest in request
    assert "Wang" not in request
    with pytest.raises(DocumentError, match="she took it back"):
        sheet(desk, tmp_path / "2", 1)


def test_a_relative_is_named_under_a_release_of_their_own_and_an_abuser_never_signs(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    own = {"whose": "family[1]", "signer": "the person"}
    guardian = {"whose": "family[1]", "signer": "safe guardian"}
    for said, message in (
        (own, "under 18, or the birth date is not known"), (guardian, "not said whether the child signed"),
        ({**guardian, "child": "signed"}, "guardian who signed is not named"),
        ({**guardian, "child": "signed", "signed_by": "Tiezhu Zhou"}, "name of an adverse person"),
        ({"whose": "family[9]"}, "no such"),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=message):
            firms.grant(*desk, LIBRARY, granted(**said), AT)
    firms.grant(*desk, LIBRARY, granted(hours=2, **guardian, signed_by="Li Na", child="signed"), AT)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    assert "Dabao" in words_of(tmp_path / "2/documents.pdf")
    sheet(desk, tmp_path / "3", 2, at=AT + timedelta(hours=3))  # the child's release is over, the client's is not
    assert "Dabao" not in words_of(tmp_path / "3/documents.pdf")


def test_only_an_attorney_records_that_a_guardian_is_not_the_relative_named_by_a_role(desk: Desk) -> None:
    store, opened = desk
    let_team_in(store)
    said = opened.case.answer("first.conflict_names", "我妈妈，她把我卖给老板", SAID)
    opened = save_case(store, opened, said.answer("client.birth_date", PartialDate.parse("2012"), SAID), AT)
    guarded = {"signer": "safe guardian", "signed_by": "陈素兰", "child": "too young to sign"}
    with pytest.raises(UsageError, match="relative who is meant by a role"):
        firms.grant(store, opened, LIBRARY, granted(**guarded), AT)
    meant = granted(**guarded, not_meant="a case worker of the city, no relative")
    with pytest.raises(StoreError, match="only an attorney"):
        firms.grant(opened_by(store.tables, BO), opened, LIBRARY, meant, AT)
    firms.grant(opened_by(store.tables, AL), opened, LIBRARY, meant, AT)
    assert firms.steps(store, opened)[-1] == meant


def test_without_a_birth_date_nobody_takes_the_client_for_an_adult(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    unborn = Case("k3v9", "tvisa", invented=True).answer("client.name", PersonName("WANG", "Xiaomei"), SAID)
    opened = kept(store, case=unborn)
    with pytest.raises(UsageError, match="birth date is not known"):
        firms.grant(store, opened, LIBRARY, granted(), AT)
    guarded = granted(signer="safe guardian", signed_by="Li Na", child="too young to sign")
    firms.grant(store, opened, LIBRARY, guarded, AT)


@pytest.mark.parametrize("born", ["200X", "20XX", "lunar:2008-11-20"])  # by our calendar in December 2008
def test_who_may_still_be_under_18_does_not_sign_alone(desk: Desk, born: str) -> None:
    store, opened = desk
    born_on = opened.case.answer("client.birth_date", PartialDate.parse(born), SAID)
    desk = store, save_case(store, opened, born_on, AT)
    with pytest.raises(UsageError, match="a safe guardian signs"):
        firms.grant(*desk, LIBRARY, granted(), AT)


def test_no_number_of_hers_stands_on_either_sheet(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    numbers = {"client.a_number": "012345678", "client.ssn": "900112222", "client.passport_number": "E23456781",
               "client.email": "pear@example.net", "contact.safe_phone": "+17185550123"}  # fmt: skip
    named = opened.case
    for path, value in numbers.items():
        named = named.answer(path, value, SAID)
    desk = store, save_case(store, opened, named, AT)
    begin(desk)
    for step in (1, 2):
        sheet(desk, tmp_path / str(step), step)
        firms.answer(*desk, FIRM, step, AT, clear=True)
        said = words_of(tmp_path / f"{step}/documents.pdf")
        assert not any(value.lstrip("+1") in said for value in numbers.values())


def test_one_firm_at_a_time(desk: Desk) -> None:
    begin(desk)
    with pytest.raises(UsageError, match="one firm at a time"):
        firms.grant(*desk, LIBRARY, granted(firm="Other LLP"), AT)
    firms.withdraw(*desk, FIRM, AT)
    firms.grant(*desk, LIBRARY, granted(firm="Other LLP"), AT)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"until": (AT + timedelta(days=91)).isoformat()}, "within 90 days"),
        ({"until": (AT - timedelta(days=1)).isoformat()}, "within 90 days"),
        ({"why": " "}, "names its purpose"),
        ({"interpreter": ""}, "interpreter it was read through"),
    ],
)
def test_a_release_without_its_parts_is_refused(changed: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        new_release(granted(**changed), DAY)


def test_what_leaves_is_locked_and_neutral(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    gone = sheet(desk, tmp_path / "1", 1)
    assert {path.name for path in gone.files} == {"documents.pdf", "mail.eml", "receipt.txt"}
    data = (tmp_path / "1/documents.pdf").read_bytes()
    assert b"Golden" not in data
    assert b"xmpmeta" not in data  # the metadata is encrypted too
    with pytest.raises(DocumentError), open_pdf(data, "it"):
        pass
    mail = message_from_bytes((tmp_path / "1/mail.eml").read_bytes())
    assert mail["Subject"] == "Documents"
    (locked,) = (part for part in mail.walk() if part.get_filename())
    assert locked.get_payload(decode=True) == data
    locked.set_payload("")  # its letters are drawn by chance: in some run they spell any short word
    assert not any(word in mail.as_bytes() for word in (b"Wang", b"visa", b"k3v9", FIRM.encode()))
    assert gone.digest in (tmp_path / "1/receipt.txt").read_text(encoding="utf-8")


def test_for_an_age_key_that_was_read_back_the_names_of_files_are_hidden_too(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1, lock=Lock(key=KEY))
    data = (tmp_path / "1/documents.age").read_bytes()
    assert b"names.pdf" not in data
    with zipfile.ZipFile(BytesIO(pyrage.decrypt(data, [IDENTITY]))) as archive:
        assert archive.namelist() == ["names.pdf"]
    check_key(KEY, KEY[-8:])
    for key, back, message in ((KEY, "", "not read back"), ("age1x", "age1x", "no age key")):
        with pytest.raises(UsageError, match=message):
            check_key(key, back)


@pytest.mark.parametrize("who", [AL, BO])
def test_papers_of_internal_are_for_a_supervisor(desk: Desk, tmp_path: Path, who: object) -> None:

    store, opened = desk
    let_team_in(store)
    begin(desk)
    for step in (1, 2):
        sheet(desk, tmp_path / str(step), step)
        firms.answer(*desk, FIRM, step, AT, clear=True)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    other = opened_by(store.tables, who)  # type: ignore[arg-type]
    packet = tmp_path / "internal" / "packet"  # a folder of the office may have the name, and hides nothing
    for name in ("filing/packet.pdf", "internal/memo.pdf", "pieces/one.pdf"):
        (packet / name).parent.mkdir(parents=True, exist_ok=True)
        (packet / name).write_bytes(printed())

    def over(by: OpenStore, out: str, wanted: HandOver) -> firms.Gone:
        lock = Lock(passphrase=WORDS)
        return hand_over(by, opened, LIBRARY, wanted, tmp_path / out, firm=FIRM, lock=lock, at=AT)

    everything = HandOver((packet,), internal=True, by_word=(packet,))
    with pytest.raises(UsageError, match="only a supervisor"):
        over(other, "5", HandOver((packet / "internal/memo.pdf",)))  # named by itself, it is what it is
    with pytest.raises(UsageError, match="only a supervisor"):
        over(other, "3", everything)
    over(other, "4", HandOver((packet,), by_word=(packet,)))
    with pikepdf.open(tmp_path / "4/documents.pdf", password=WORDS) as locked:
        assert list(locked.attachments) == ["02.xlsx", "03.pdf"]  # no name of a file tells anything
    over(store, "3", everything)
    with pikepdf.open(tmp_path / "3/documents.pdf", password=WORDS) as locked:
        assert list(locked.attachments) == ["02.xlsx", "03.pdf", "04.pdf"]
