"""Who may sign for a child: never an adverse person under another writing of the name, never the child itself."""

from functools import cache

import pytest
from one_library import LIBRARY
from stores.making import SAID

from legalassist.api.opening import open_interview
from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.errors import UsageError
from legalassist.facts.values import PersonName
from legalassist.interviews.schema import Interview
from legalassist.placement.first_sheet import adverse_alone
from legalassist.placement.kinship import meant_by_role
from legalassist.placement.releases import Granted
from legalassist.placement.signers import check_signer

ADVERSE: dict[str, tuple[str, str | PersonName]] = {
    "in a list": ("first.conflict_names", "Boss Zhou Tiezhu, Golden Pear Kitchen"),
    "with a title alone": ("first.conflict_names", "the boss, known as Lao Zhou"),
    "a row of its own": ("adverse[1].name", PersonName("ZHOU", "Tiezhu")),
    "with characters": ("adverse[1].name", PersonName("CHOW", "Tit Chu", native="周鐵柱")),
    "an older spelling": ("adverse[1].name", PersonName("CHOU", "Tieh-chu")),
    "in a Chinese sentence": ("first.conflict_names", "老板是周铁柱，在法拉盛"),
    "by surnames in a list": ("first.conflict_names", "周，吴老板"),
    "in small letters": ("trafficking.who_gained", "my uncle zhou tiezhu kept it all"),
    "by initials": ("first.conflict_names", "T. Zhou"),
}


@cache
def tvisa() -> Interview:
    return open_interview(LIBRARY, "tvisa")


def case(*adverse: tuple[str, str | PersonName]) -> Case:
    made = Case("k3v9", "tvisa", invented=True)
    made = made.answer("client.name", PersonName("WANG", "Xiaomei", native="王小媺"), SAID)
    made = made.answer("client.other_names[1].name", PersonName("CHEN", "Sulan"), SAID)
    made = made.answer("family[1].name", PersonName("WANG", "Dabao", native="王大宝"), SAID)
    for path, value in adverse:
        made = made.answer(path, value, SAID)
    return made


def sign(known: Case, name: str, *, minor: bool = True, **changed: str) -> None:
    said = {"on": "2026-11-23", "stage": 2, "firm": "F", "why": "x", "until": "2026-12-01", "language": "en",
            "interpreter": "", "signer": "safe guardian", "signed_by": name, "child": "signed", **changed}  # fmt: skip
    names = adverse_alone(identifiers_of(known, tvisa()))
    check_signer(Granted.model_validate(said), known, minor=minor, adverse_known=names)


@pytest.mark.parametrize(("how", "writings"), [
    ("in a list", "Mr. Zhou Tiezhu/T. Zhou/Zhou T./TZ Zhou/Chou Tieh-chu/Zhou Tie Zhu/周铁柱/周鐵柱/周 铁柱"),
    ("in a list", "老周/周老板/周某/周*柱/阿柱/周铁住/Zhou Mei Lan/Zhou's wife/Old Zhou/Mary Chow/Chou Meilan"),
    ("in a list", "Zhōu Tiězhù/\uff3a\uff28OU Tiezhu/Tiezhu Li/Golden Pear Kitchen/David Zhou/Z h o u Tiezhu"),
    ("with a title alone", "Lao Zhou/Zhou Tiezhu/Mr. Zhou/老周/周铁柱/周老板"),
    ("a row of its own", "Mr. Zhou Tiezhu/Tiezhu ZHOU/T. Zhou/Chou Tieh-chu/周铁柱/老周/Zhou"),
    ("with characters", "周铁柱/Zhou Tiezhu/Chou Tieh-chu/Chow T. C./Mr. Chow/铁柱"),
    ("an older spelling", "Zhou Tiezhu/周铁柱/Chou T. C./Dr. Chou/T. Zhou/Lao Zhou/老周"),
    ("in a Chinese sentence", "周铁柱/Zhou Tiezhu/T. Zhou/Chou Tieh-chu/老周/Mr. Zhou"),
    ("by surnames in a list", "周铁柱/老周/Zhou Tiezhu/Mr. Chow/吴明/Wu Ming"),
    ("in small letters", "Zhou Tiezhu/Tiezhu Zhou/周铁柱/T. Zhou/Zhou"),
    ("by initials", "Zhou Tiezhu/Tiezhu Zhou/T. Zhou"),
])  # fmt: skip
def test_an_adverse_person_never_signs_however_the_name_is_written(how: str, writings: str) -> None:
    known = case(ADVERSE[how])
    for name in writings.split("/"):
        with pytest.raises(UsageError, match="name of an adverse person") as refused:
            sign(known, name)
        assert ADVERSE[how][0] in str(refused.value)
        assert not any(word in str(refused.value) for word in ("Zhou", "Tiezhu", "周"))


@pytest.mark.parametrize("role", [
    "the boss", "The Boss", "Boss", "老板", "her aunt", "my Uncle", " ", "—", "阿姨", "J", "N/A", "A. B.", "Mr. Z",
    "Li Na " * 40,
])  # fmt: skip
def test_a_guardian_is_named_and_not_called_by_a_role(role: str) -> None:
    with pytest.raises(UsageError, match="guardian who signed is not named"):
        sign(case(ADVERSE["with a title alone"]), role)


STEPFATHER = (("adverse[1].name", PersonName("ZHANG", "Wei", native="张伟")), ("adverse[1].tie", "继父/her stepfather"))


@pytest.mark.parametrize("name", [
    "继父", "後爸", "后爸", "爸爸", "她继父", "Stepdad", "Step Father", "Ji Fu", "Stepfather", "蛇头", "监护人",
    "Boss Lady", "Lao Ban", "Mom", "妈咪", "Foster mother", "Social Worker", "Pastor", "Suparni", "Grace Pastor",
    "J. Smith",
])  # fmt: skip
def test_a_guardian_under_a_role_compares_with_nobody_and_never_signs(name: str) -> None:
    known = case(*STEPFATHER)
    with pytest.raises(UsageError, match=r"not named|name of an adverse person"):
        sign(known, name)
    if name in {"Suparni", "Grace Pastor", "J. Smith"}:
        sign(known, name, name_seen="her passport, seen on 2026-11-20")
    else:
        with pytest.raises(UsageError, match=r"not named|name of an adverse person"):
            sign(known, name, name_seen="her passport, seen on 2026-11-20")


def test_a_name_of_words_that_open_a_sentence_or_in_another_script_is_taken_with_an_attorneys_word() -> None:
    for name, adverse in (("He Jie", PersonName("HE", "Jie")), ("An He", PersonName("AN", "He")),
                          ("김민지", PersonName("KIM", "Min-ji", native="김민지"))):  # fmt: skip
        with pytest.raises(UsageError, match="not named as papers write a name"):
            sign(case(*STEPFATHER), name)
        sign(case(*STEPFATHER), name, name_seen="her passport")
        for known in (case(("adverse[1].name", adverse)), case(("first.conflict_names", f"Boss Li, {name}"))):
            with pytest.raises(UsageError, match="name of an adverse person"):
                sign(known, name, name_seen="her passport")
        child = case().answer("client.name", adverse, SAID)
        with pytest.raises(UsageError, match="the child's own"):
            sign(child, name, name_seen="her passport")


def test_what_an_adverse_person_is_to_her_is_compared_by_its_sound_as_well() -> None:
    for tie, name in (("继父", "Ji Fu"), ("蛇头，司机", "She Tou"), ("known as Jing Li", "Jing Li")):
        with pytest.raises(UsageError, match=r"name of an adverse person, who never signs \(adverse\[1\]\.tie\)"):
            sign(case(STEPFATHER[0], ("adverse[1].tie", tie)), name, name_seen="seen")
    sign(case(*STEPFATHER), "Li Na")


def test_a_relative_who_signs_is_named_in_the_case_by_more_than_a_role() -> None:
    grown = {"whose": "family[2]", "signer": "the person", "child": ""}
    for name in (PersonName("Mama"), PersonName(native="妈妈"), PersonName("Mother", "Her")):
        with pytest.raises(UsageError, match="this relative is not named"):
            sign(case(("family[2].name", name)), "", minor=False, **grown, name_seen="seen")
    sign(case(("family[2].name", PersonName("chen", "sulan"))), "", minor=False, **grown)
    alone = case(("family[2].name", PersonName("SUPARNI")))
    with pytest.raises(UsageError, match="this relative is not named"):
        sign(alone, "", minor=False, **grown)
    sign(alone, "", minor=False, **grown, name_seen="her passport has one name")


@pytest.mark.parametrize("name", [
    "Wang Xiaomei", "Xiaomei WANG", "X. Wang", "Wang XM", "王小媺", "王小美", "小媺", "Ms. Wang", "Wang",
    "Hsiao-mei Wang", "Chen Sulan", "Xiaomei Chen", "Xiaomei",
])  # fmt: skip
def test_a_child_is_not_her_own_guardian(name: str) -> None:
    with pytest.raises(UsageError, match="the child's own"):
        sign(case(), name)


def test_a_relatives_own_name_is_compared_where_the_release_is_theirs() -> None:
    for name in ("Wang Dabao", "D. Wang", "王大宝"):
        with pytest.raises(UsageError, match="the child's own"):
            sign(case(), name, whose="family[1]")
    sign(case(), "Wang Xiaomei", whose="family[1]")  # a grown sister may be the guardian


@pytest.mark.parametrize("name", [
    "Wang Lihua", "王丽华", "王小丽", "Li Na", "李娜", "李娜女士", "Maria del Carmen Lopez", "Kim Min-ji",
    "Nguyễn Thị Hoa", "O'Neil, Ann", "Administration for Children's Services", "Xiaomei Zhang", "May June",
    "April Friday",
])  # fmt: skip
def test_somebody_else_may_sign(name: str) -> None:
    for how, adverse in ADVERSE.items():
        sign(case(adverse), name)
        assert how


def test_an_adverse_relative_is_not_asked_for_a_release_and_one_of_the_same_surname_is() -> None:
    grown = {"whose": "family[2]", "signer": "the person", "child": ""}
    for name, refused in ((PersonName("ZHOU", "Tiezhu"), True), (PersonName("CHOU", "Tieh-chu"), True),
                          (PersonName("ZHOU", "Meilan", native="周美兰"), False)):  # fmt: skip
        known = case(ADVERSE["with characters"], ADVERSE["in a list"], ("family[2].name", name))
        if refused:
            with pytest.raises(UsageError, match="this relative has, or may have, the name of an adverse person"):
                sign(known, "", minor=False, **grown)
        else:
            sign(known, "", minor=False, **grown)


@pytest.mark.parametrize("name", ["Mr. Zhou Tiezhu", "周铁柱", "T. Zhou", "Chou Tieh-chu"])
def test_she_is_not_told_of_her_rights_through_whoever_harmed_her(name: str) -> None:
    client = {"signer": "client", "child": ""}
    with pytest.raises(UsageError, match="the interpreter has, or may have, the name of an adverse person"):
        sign(case(ADVERSE["in a list"]), "", minor=False, interpreter=name, **client)
    for other in ("Zhou Meilan", "Li Na", "none", ""):
        sign(case(ADVERSE["in a list"]), "", minor=False, interpreter=other, **client)


def test_an_interpreter_is_named_and_nobody_signs_for_an_adult_but_by_a_courts_order() -> None:
    known = case(ADVERSE["with characters"])
    client = {"signer": "client", "child": ""}
    for name in ("继父", "my aunt", "the boss", "Mom", "interpreter", "老周", "周老板", "Mr. Chow", "Zhou"):
        with pytest.raises(UsageError, match=r"the interpreter (is not named|has, or may have)"):
            sign(known, "", minor=False, interpreter=name, **client)
    for name in ("Zhou Meilan", "li na", "demo-interpreter", "Court interpreter Li Na", "Language Line", "Suparni"):
        sign(known, "", minor=False, interpreter=name, **client)
    with pytest.raises(UsageError, match="nobody signs for another adult"):
        sign(known, "Li Na", minor=False)
    sign(known, "Li Na", minor=False, child="", appointed="order of 2026-03-02")
    with pytest.raises(UsageError, match="name of an adverse person"):
        sign(known, "Zhou Tiezhu", minor=False, child="", appointed="order of 2026-03-02")


def test_an_interpreter_of_an_agency_has_a_number_and_nobody_of_the_case_interprets() -> None:
    known = case(ADVERSE["with characters"])
    client = {"signer": "client", "child": ""}
    for name in ("Language Line #4412", "Interpreter 55", "interpreter no. 4412", "LanguageLine", "Li Na, ID 20331"):
        sign(known, "", minor=False, interpreter=name, **client)
    for name in ("Boss 55", "Uncle 66", "继父 12", "Zhou Tiezhu #4412", "55"):
        with pytest.raises(
            UsageError, match=r"the interpreter (is not named|has, or may have, the name of an adverse)"
        ):
            sign(known, "", minor=False, interpreter=name, **client)
    for name, whose in (("Wang Xiaomei", "client"), ("王小媺", "client"), ("Chen Sulan", "client"),
                        ("Dabao Wang", r"family\[1\]"), ("王大宝 #4412", r"family\[1\]")):  # fmt: skip
        with pytest.raises(UsageError, match=f"the interpreter has, or may have, the name of {whose}"):
            sign(known, "", minor=False, interpreter=name, **client)


MOTHER = (("family[2].name", PersonName("CHEN", "SULAN", native="陈素兰")), ("family[2].relation", "parent"))
SISTER = (("family[3].name", PersonName("WANG", "LIHUA", native="王丽华")), ("family[3].relation", "sibling"))


def told(said: str, *more: tuple[str, str | PersonName], fact: str = "first.conflict_names") -> Case:
    made = Case("k3v9", "tvisa", invented=True).answer("client.name", PersonName("WANG", "Xiaomei"), SAID)
    for path, value in ((fact, said), *MOTHER, *SISTER, *more):
        made = made.answer(path, value, SAID)
    return made


@pytest.mark.parametrize("said", [
    "我妈妈，她把我卖给老板", "her mother, who sold her", "妈妈", "Mum", "my parents", "the boss and my mom", "我母親",
    "后妈", "Boss Li; step-mother", "爸爸和老板", "mama", "my mother's boyfriend", "家里人", "relatives", "my family",
    "my aunt", "舅舅", "外婆", "亲戚介绍", "my cousin",
])  # fmt: skip
def test_whoever_a_role_may_mean_signs_only_where_an_attorney_recorded_that_they_are_not_meant(said: str) -> None:
    known = told(said)
    for name in ("陈素兰", "Chen Sulan", "CHEN S.", "陳素蘭"):
        with pytest.raises(UsageError, match=r"relative who is meant by a role in first\.conflict_names") as refused:
            sign(known, name)
        assert "another guardian" in (refused.value.hint or "")
        sign(known, name, not_meant="the mother died in 2015", name_seen="so in her passport")
    with pytest.raises(UsageError, match="meant by a role"):  # nobody wrote down what the guardian is to her
        sign(known, "Li Na")


@pytest.mark.parametrize(("said", "fact"), [
    ("mother", "adverse[2].tie"), ("妈妈", "trafficking.who_gained"), ("我妈让我来的", "trafficking.recruitment"),
    ("my mother", "contact.must_not_know"), ("妈妈的饭馆", "jobs[1].employer"),
])  # fmt: skip
def test_a_role_counts_in_every_answer_that_may_say_who_did_it(said: str, fact: str) -> None:
    with pytest.raises(UsageError, match=r"meant by a role") as refused:
        sign(told(said, fact=fact), "陈素兰")
    assert fact in str(refused.value)


FATHER = (("family[4].name", PersonName("WANG", "Dawei", native="王大伟")), ("family[4].relation", "parent"))


def test_a_sentence_that_tells_counts_in_every_text_of_the_interview_also_one_that_is_added_tomorrow() -> None:
    texts = [fact for fact, question in tvisa().by_fact.items() if question.kind in {"text", "long text"}]
    assert len(texts) > 50
    for fact in texts:
        path = fact.replace("[]", "[1]")
        for said in ("My father sold me.", "我怕我爸爸，是他把我卖给老板的"):
            meant = meant_by_role(told(said, *FATHER, fact=path))
            assert fact.startswith("placement.") or ("family[4]" in meant.rows and meant.strangers), fact
    for fact in ("hardship.fear", "health.effects", "statement.paragraphs[1].text", "presence.why_here"):
        with pytest.raises(UsageError, match="meant by a role"):
            sign(told("It was my father who sold me.", *FATHER, fact=fact), "Wang Dawei")
        sign(told("My father does not know. They threatened my mother.", *FATHER, fact=fact), "Wang Dawei")


def test_whoever_is_told_of_by_role_and_name_is_compared_by_the_name() -> None:
    for fact in ("hardship.fear", "trafficking.recruitment"):
        known = told("My uncle Zhou Tiezhu sold me to the boss.", *FATHER, fact=fact)
        for name in ("Zhou Tiezhu", "周铁柱", "Chou Tieh-chu"):
            with pytest.raises(UsageError, match="name of an adverse person"):
                sign(known, name)
        sign(known, "Wang Dawei")
        sign(known, "Li Na")


def test_a_relative_of_another_kind_may_sign_and_so_may_anybody_where_the_kin_is_named() -> None:
    sign(told("我妈妈，她把我卖给老板"), "王丽华")
    for said in ("my uncle zhou tiezhu kept it all", "Uncle Zhou", "表姨罗秀英", "红姐", "the boss's wife", "老板娘",
                 "老板的妈妈", "Boss Zhou, Golden Pear Kitchen", "my business partner"):  # fmt: skip
        sign(told(said), "Li Na")
        sign(told(said), "陈素兰")


def test_a_mother_signs_where_the_stepfather_who_did_it_is_named_and_a_father_of_that_surname_does_not() -> None:
    for said in ("继父郭大伟", "my stepfather Guo Dawei", "我爸爸郭大伟"):
        known = told(said, *FATHER)
        sign(known, "陈素兰")
        sign(known.answer("first.by_family", True, SAID), "陈素兰")  # who of the family, is known
    stepfather = PersonName("GUO", "Dawei", native="郭大伟")
    for row in ({"tie": "stepfather"}, {"tie": "继父"}):
        known = told("", ("adverse[1].name", stepfather), ("adverse[1].tie", row["tie"]))
        sign(known, "陈素兰")
        with pytest.raises(UsageError, match="name of an adverse person"):
            sign(known, "郭大伟")
    for said in ("我爸爸王大勇", "my father Wang Dayong", "my father Wong Tai Yung"):  # another name of his, in doubt
        with pytest.raises(UsageError, match="meant by a role"):
            sign(told(said, *FATHER), "王大伟")
    nameless = told("", ("adverse[1].name", PersonName("", "Hong")), ("adverse[1].tie", "mother"))
    with pytest.raises(UsageError, match="meant by a role"):
        sign(nameless, "陈素兰")


def test_that_somebody_of_the_family_did_it_refuses_every_relative_until_it_is_said_which() -> None:
    said = told("Boss Zhou Tiezhu").answer("first.by_family", True, SAID)
    for name in ("陈素兰", "王丽华", "Li Na"):
        with pytest.raises(UsageError, match=r"meant by a role in first\.by_family"):
            sign(said, name)
    which = said.answer("first.conflict_names", "my father", SAID)
    sign(which, "王丽华")
    with pytest.raises(UsageError, match="meant by a role"):
        sign(which, "陈素兰")
    taken_back = which.answer("first.by_family", False, SAID).answer("first.conflict_names", "Boss Li", SAID)
    with pytest.raises(UsageError, match="meant by a role"):  # a replaced answer counts
        sign(taken_back, "陈素兰")


def test_the_mother_who_may_be_meant_signs_for_no_sibling_interprets_for_nobody_and_is_not_asked_herself() -> None:
    known = told("her mother, who sold her")
    for minor, changed in (
        (True, {"whose": "family[3]", "signed_by": "陈素兰"}),
        (False, {"signer": "client", "child": "", "signed_by": "", "interpreter": "Chen Sulan"}),
        (False, {"signer": "the person", "child": "", "signed_by": "", "whose": "family[2]"}),
    ):
        with pytest.raises(UsageError, match="meant by a role"):
            sign(known, "陈素兰", minor=minor, **changed)
    sign(known, "Wang Xiaomei", whose="family[3]")  # the client, grown, for her sister
    sign(known, "", minor=False, signer="the person", child="", whose="family[3]")
