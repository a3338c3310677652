"""Rule (9): numbers, addresses and days that are nobody's of the case, by their shape or the word beside them."""

import pytest

from legalassist.disclosure.decoding import readings
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import Level
from legalassist.disclosure.leaks import strays
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.shapes import squeezed

CLINIC = (
    "Example Clinic", "100 Example Street, Suite 500", "New York, NY 00000", "212-555-0100", "intake@example.org"
)  # fmt: skip
PUBLIC = day_codes(["please answer by December 14, 2026"]).union(map(squeezed, CLINIC))


def verdict(text: str, kind: Kind = Kind.TEXT) -> str:
    """Return the worst of what the shapes make of a text."""
    found = {hit.level for hit in strays([Reading("x", kind, text)], PUBLIC).hits}
    return "blocks" if Level.BLOCK in found else "asks" if found else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "SSN 231550199", "her SSN is 231550199", "SSN 231 55 0199", "231-55-0199", "231–55–0199", "231.55.0199",
        "231550199 is her social security number", "Social Security no. 231 550 199", "社安号231550199",
        "SSN two three one five five zero one nine nine",
        "A-Number 220555123", "alien number 220555123", "A# 220 555 123", "a number: 220-555-123", "A220555123",
        "A 220 555 123", "A-220-555-123", "a220555123", "USCIS 220.555.123", "A-Number: 22055512", "A号码 220555123",
    ],
)  # fmt: skip
def test_social_security_and_a_numbers_block_with_a_word_near_them_or_by_their_shape(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize("text", ["231550199", "220-555-123", "the slip said 220 555 123", "47-5550199"])
def test_nine_digits_that_nothing_names_are_asked_about(text: str) -> None:
    assert verdict(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "call 6465550111", "phone: 6465550111", "6465550111", "16465550111", "646 555 0111", "(646)555-0111",
        "646/5550111 646.555.0111", "646 - 555 - 0111", "646–555–0111", "646-555-0111x22", "电话6465550111",
        "six four six five five five zero one one one", "phone 555-0111", "138 5550 0111", "+86 13855500111",
    ],
)  # fmt: skip
def test_telephone_numbers_block_with_any_signs_or_none(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "IOE 0924 41 7788", "IOE 093 555 0107", "IOE-0935518807", "ioe0935518807", "EAC 22 900 55172", "EAC2290055172",
        "I-797 for EAR-21-900-55124", "IOE-092-441-7706", "MSC.21.902.55662", "MSC2190255662",
        "110105 19491231 002X", "350182 19920817 0000", "11010519491231002X",
    ],
)  # fmt: skip
def test_receipts_and_chinese_ids_block_in_groups(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "Her hearing is on March 3, 2024.", "on 03/14/2024", "3/14/24", "2024-03-14", "2024/3/14", "2024.03.14",
        "14.3.2024", "3 Mar 24", "3 March 2024", "the 3rd of March, 2024", "Mar. 3 '24", "mar 3rd 2024", "03-14-24",
        "20240314", "03142024", "2024 03 14", "2024, March 14", "March third, two thousand twenty-four",
        "2024年3月14日", "2024 年 3 月 14 号", "二〇二四年三月十四日", "二零二四年三月十四日", "民国113年3月14日",
        "seen 2024-03-14T10:00:00",
        "hearing_2024-03-14", "MARCH 3, 2024", "14May2024", "03_14_2024", "December 15, 2026",
    ],
)  # fmt: skip
def test_an_exact_day_blocks_in_any_spelling(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text", ["on March 14", "14 March", "the 14th of March", "3月14日", "三月十四号", "3.14.24", "2024-03-14T10:00:00Z"]
)
def test_a_day_without_its_year_is_asked_about(text: str) -> None:
    assert verdict(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "March 2024", "in 2024", "2019-2024", "2024-03", "03/2024", "2024年3月", "the year 2024 may bring 10 cases",
        "answer by December 14, 2026", "12/14/2026", "2026-12-14", "February 30, 2024", "13/32/2024", "99/99/2024",
        "May 2024", "between 2 and 4 months", "24/7", "3 of 14 months", "version 2.0.1", "She may 5 times",
        "form edition 01/20/25", "edition date: 03/14/2024",
    ],
)  # fmt: skip
def test_months_years_and_the_day_to_answer_by_are_left_alone(text: str) -> None:
    assert verdict(text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "ZIP 11377", "zip code 11377", "ZIP code: 11377", "zip is 11377", "NY 11377", "NY, 11377", "New York 11377",
        "N.Y. 11377", "Queens 11377", "Flushing, 11354", "11377-2014", "NJ 07030", "邮编11377",
        "12 Sample Birch Street", "41-50 77th Street Apt 2", "1207 W. 3rd St.", "136-20 Sample Blvd, 4F",
    ],
)  # fmt: skip
def test_zip_codes_and_streets_block(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "12 sample birch street", "9 Example Quay", "702 Sample Alder Place", "Apt 4B", "P.O. Box 1207", "PO box 55",
        "1207 Broadway",
        "passport EA5507123", "passport no. E 2345 6781", "EK5501937", "护照号EA5507123", "WeChat: carp_2019",
        "WeChat ID carp2019", "微信号 carp_2019", "QQ 55501234", "account 021000021 5551", "account number: 5550 1234",
        "docket 2024-109-00852", "docket no. 109-00852", "2024-109-00852", "case number 24-5501", "CR-005501-24QN",
        "card 4000 1234 5678 9010", "I-94 number 55501234567", "plate ABC-5501",
    ],
)  # fmt: skip
def test_papers_and_accounts_are_asked_about_by_their_word_or_their_look(text: str) -> None:
    assert verdict(text) != "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "100 Example Street, Suite 500", "100 Example Street, Suite 500, New York, NY 00000", "NY 00000", "ZIP 00000",
        "call 212-555-0100", "2125550100", "TEL 212 555 0100", "Phone: (212) 555-0100", "intake@example.org",
        "8 USC 1367", "22 USC 7102(9)", "22 U.S.C. 7102(11)", "8 CFR 214.204", "8 CFR 214.11 2026",
        "34 USC 12291(b)(2)(B)", "28 CFR 1100.35", "20 CFR 655.1 through 20 CFR 655.60", "Form I-914, Supplement A",
        "I-192, I-914A and G-28", "$1,250,000", "25,000 dollars", "12000 dollars", "about 40 to 60 hours", "2 to 4",
        "1 in 100", "cases 1 2 3 4 5 6 7", "988", "911", "1990 to 1999", "3 derivatives", "one year and six months",
        "passport in 2024", "an account of 2021", "the case began in 2019", "her WeChat messages", "a docket in Queens",
        "20 hours in the street", "5 minutes from the road", "K7M2-Q9X4", "CPL 440.10", "RPC 1.18", "15 Supreme Court",
        "a number of people", "phone calls in 2019 and 2020", "ZIP codes of five digits",
    ],
)  # fmt: skip
def test_laws_forms_years_money_hours_and_what_is_the_clinics_own_never_block(text: str) -> None:
    assert verdict(text) != "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "718/555/0142", "718,555,0142", "718*555*0142", "[718] 555-0142", "(718) (555) (0142)", "718|555|0142",
        "718\\555\\0142", "718:555:0142", "7-1-8-5-5-5-0-1-4-2", "7 1 8 5 5 5 0 1 4 2", "718 -- 555 -- 0142",
        "+86 138/5550/0111", "SSN 231/55/0199", "SSN 231,55,0199", "SSN [231][55][0199]", "231*55*0199",
        "WAC/24/123/45678", "WAC 24,123,45678", "WAC*24*123*45678", "WAC(24)12345678", "IOE 0 912 345 678",
        "IOE#0912345678", "IOE 0 9 1 2 3 4 5 6 7 8", "Receipt IOE (0912345678)",
        "A number (231) 550-199", "A number 231/550/199", "A number 231,550,199", "A231 550199", "A23155 0199",
        "A23 1550199", "a231 550199", "A#231*550*199", "A(231)550199", "110105/19491231/002X",
        "call 555-0142", "Call us: 555 0142", "ring 555-0142", "text 5550142", "reach her at 555-0142", "打 555-0142",
        "Flushing (11354)", "Flushing [11354]", "Queens - 11354", "Flushing / 11354", "NY(11354)", "zip(11373)",
        "mei (at) example.com", "mei[at]example[dot]com", "mei at example dot com", "mei AT example DOT com",
        "mei @ example . com", "xm1988 at qq dot com", "mei {at} mail.example.com",
        "718, 555, 0142", "718、555、0142", "718【555】0142", "718 555 O142", "A/231/550/199", "A no: 231,550,199",
        "meiATexampleDOTcom", "mei_at_example.com", "mei(a)example.com", "mei@example,com", "mei 艾特 example.com",
        "Flushing,NY,11354", "Brooklyn #11220", "March*14*2024", "March (14), 2024", "14 (March) 2024",
    ],
)  # fmt: skip
def test_signs_between_the_parts_of_one_number_or_address_hide_nothing(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "Docket # 2023 QN 012345", "docket 2023QN012345", "Docket no. 2023QN012345", "2023QN012345",
        "Ind. No. 01234/2023", "Index 712345/2023", "docket 2024/109/00852", "passport E/2345/6781", "555-0142",
        "7185 550142", "71 85 55 01 42", "mei at example.com", "mei at gmail", "Flushing: 11354", "03*14*2024",
        "2024*03*14", "12 Wall Street firms",
    ],
)  # fmt: skip
def test_what_may_be_a_number_of_a_person_by_its_look_is_asked_about(text: str) -> None:
    assert verdict(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "8 CFR 214.204(d)(2)(i) and 85 Fed. Reg. 92345 (Sept. 11, 2024)", "89 Fed. Reg. 34864, 34931 (Apr. 30, 2024)",
        "89 FR 34864", "89 FR 34,864", "75 F.R. 12345 (published March 3, 2010)", "A 12345678 dollar endowment",
        "a 12345678 dollar gift", "8 USC 1182(d)(3)(13)(14)", "8 CFR 245.23(a)(1)-(10), 214.204(l)(2)(2024)",
        "1,250,000 phone calls were answered in 2024", "USCIS received 1,250,000 petitions in 2019/2020",
        "phone calls 2019-2020", "please call by 12/14/2026", "Please phone by 12-14-2026",
        "call us in 2024, 2025 or 2026", "call 300-2000 people", "reach 500-1000 people", "Supplement A 2023-2024",
        "USD 1,234,567,890", "231,550,199 dollars", "open 10:30-11:45, 2:15:30", "(1) 2 (3) 4 (5) 6 (7) 8 (9) 10",
        "look at the dot com", "2023/24 and 2024/25", "call 555-0100", "ring 212-555-0100",
        "founded in 1998, 2003, 2019", "memo PM-602-0187", "85 Fed. Reg. at 92345 (Sept. 11, 2024)",
        "8 CFR 214.204(d)(2)(i) (Sept. 11, 2024)", "Pub. L. 106-386 (Oct. 28, 2000)", "200, 300, 4000 people",
        "an O1 visa", "USCIS memo PM-602-0187 (Feb. 28, 2025)", "8 CFR 214.11(a)(1)", "rooms 212, 555, 2024",
        "(Job 1) September 2021",
    ],
)  # fmt: skip
def test_sources_amounts_years_and_lists_are_no_numbers_of_a_person(text: str) -> None:
    assert verdict(text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "85 Fed. Reg. 92345; seen (Sept. 11, 2024)", "her note, 85 FR 92345 (seen Sept. 11, 2024)",
        "85 Fed. Reg. 92345 (Sept. 11, 2024), born Sept. 11, 1990", "12 Wall Street", "12 Sample Street houses her",
    ],
)  # fmt: skip
def test_a_source_or_a_word_beside_it_lets_no_other_day_or_street_through(text: str) -> None:
    assert verdict(text) == "blocks"


@pytest.mark.parametrize(
    "text", ["800-555-0199", "1 (888) 555-0199", "8885550199", "+18885550199"]
)  # fmt: skip
def test_numbers_that_are_free_to_call_are_asked_about(text: str) -> None:
    assert verdict(text) == "asks"


@pytest.mark.parametrize("kind", [Kind.METADATA, Kind.NAME])
@pytest.mark.parametrize("text", ["call_6465550111", "ssn_231550199", "hearing-2024-03-14", "IOE_092_441_7706"])
def test_names_of_files_and_metadata_are_searched_by_the_same_shapes(text: str, kind: Kind) -> None:
    assert verdict(text, kind) == "blocks"


def test_a_file_may_begin_with_its_own_day_and_is_asked_about() -> None:
    assert verdict("to-firms/2026-11-20 case summaries", Kind.NAME) == "asks"
    assert verdict("to-firms/case of 2026-11-20", Kind.NAME) == "blocks"
    assert verdict("2026-11-20 case summaries") == "blocks"


def test_a_day_of_the_shelf_is_no_day_of_a_client_and_its_number_still_is() -> None:
    assert not strays([Reading("x", Kind.TEXT, "as of March 3, 2024", shelf=True)]).hits
    assert strays([Reading("x", Kind.TEXT, "as of 646-555-0111", shelf=True)]).blocks


def test_whoevers_number_or_day_it_is_a_person_may_rule_about_it() -> None:
    found = strays([Reading("x", Kind.TEXT, "on March 3, 2024", part="p"), Reading("y", Kind.TEXT, "SSN 231550199")])
    assert found.blocks
    assert not found.ruled({hit.code for hit in found.hits}).hits


@pytest.mark.parametrize(
    "text",
    [
        "SSN ends in 0171",
        "last four of SSN 0171",
        "SSN, last 4: 0171",
        "her phone ending 0148",
        "尾号0171",
        "the card ends with 2019",
        "account no. ending in 4471",
        "xxx-xx-0171",
        "***-**-0171",
        "A-number ends in 377",
    ],
)
def test_the_end_of_a_number_is_asked_about(text: str) -> None:
    assert verdict(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "The fiscal year ends in 2026.",
        "The grant ending in 2027 pays.",
        "the last 3 months of 2026",
        "end of page 112",
        "A number of cases ended. We had 350 of them.",
        "at last 120 firms came",
        "last five years, 2019 to 2024",
    ],
)
def test_ends_of_years_and_counts_are_no_number(text: str) -> None:
    assert verdict(text) == "nothing"


@pytest.mark.parametrize("stamp", ["2026-11-27T{:02}:10:11Z", "20261127T{:02}1011Z"])
@pytest.mark.parametrize("hour", range(24))
def test_when_a_program_saved_a_file_is_asked_about_at_every_hour(hour: int, stamp: str) -> None:
    stamp = stamp.format(hour)
    found = {hit.level for text in readings(stamp) for hit in strays([Reading("x", Kind.TEXT, text)], PUBLIC).hits}
    assert found == {Level.ASK}
