"""A town is found by its whole name: an English word that is left of it stops nothing, nor does a format's key."""

import pytest

from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import _Gathering
from legalassist.disclosure.leaks import search
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading


def verdict(town: str, text: str, kind: Kind = Kind.TEXT) -> str:
    """Return the worst of what the search says of a text, for a client who worked in a town."""
    gathering = _Gathering(())
    gathering.take("jobs[1].city", "text", town)
    found = search([Reading("there", kind, text)], gathering.made()).hits
    levels = {hit.level for hit in found if hit.rule in {1, 5}}
    return "blocks" if Level.BLOCK in levels else "asks" if levels else "nothing"


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("College Point", "Point by point drafting is asked."), ("City Point", "At this point a firm is needed."),
        ("Borough Park", "Walk in the park."), ("City Island", "She is an island."), ("Union City", "A labor union."),
        ("Ocean City", "an ocean of papers"), ("New Castle", "no castle"), ("Plant City", "a plant"),
        ("College Station", "a station"), ("Center Valley", "the valley"), ("New Bedford", "bedford"),
    ],
)  # fmt: skip
def test_an_english_word_of_a_towns_name_stops_nothing(town: str, text: str) -> None:
    assert verdict(town, text) == "nothing"
    assert verdict(town, f"She worked in {town} then.") == "blocks"
    assert verdict(town, town.lower().replace(" ", ""), Kind.METADATA) == "blocks"


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Center Moriches", "She worked in Moriches then."), ("New Rochelle", "from Rochelle"),
        ("Changle City", "in changle"), ("Fuqing City", "Fuqing people"),
    ],
)  # fmt: skip
def test_what_tells_in_a_towns_name_stops(town: str, text: str) -> None:
    assert verdict(town, text) == "blocks"


@pytest.mark.parametrize(
    ("town", "keys"),
    [
        ("College Point", "MediaBox\n\n\n\n\n\n\n\nWhitePoint"), ("Media", "MediaBox"), ("White Plains", "WhitePoint"),
        ("New Point", "WhitePoint"), ("Center Moriches", "MediaBox"),
    ],
)  # fmt: skip
def test_a_key_of_a_format_is_no_town(town: str, keys: str) -> None:
    assert verdict(town, keys, Kind.MARKUP) == "nothing"


def test_a_town_that_a_key_names_is_found() -> None:
    assert verdict("College Point", "MediaBox\n\n\n\n\n\n\n\nCollegePoint", Kind.MARKUP) == "blocks"
    assert verdict("Center Moriches", "MediaBox\n\n\n\n\n\n\n\nMoriches", Kind.MARKUP) == "blocks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She worked in Orange then.", "blocks"), ("Orange is where she worked.", "asks"), ("an orange", "nothing"),
    ],
)  # fmt: skip
def test_a_town_called_like_an_english_word_is_found_as_a_name(text: str, expected: str) -> None:
    assert verdict("Orange", text) == expected
    assert verdict("Flushing", "she slept in flushing") == "blocks"


@pytest.mark.parametrize(
    ("town", "text", "expected"),
    [
        ("Yanji", "She is from 延吉市.", "blocks"), ("Yanji", "老家是延吉，", "blocks"),
        ("Yanji", "来自延吉", "blocks"),
        ("Yanji", "延吉人", "blocks"), ("Xiapu", "霞浦县", "blocks"), ("Shijiazhuang", "石家庄", "blocks"),
        ("Yanji", "延吉", "asks"), ("Shijian", "没有时间", "nothing"), ("Yanji", "我们延长时间", "nothing"),
        ("Yanji", "烟台的海", "nothing"),
    ],
)  # fmt: skip
def test_a_town_on_record_in_letters_is_found_in_characters(town: str, text: str, expected: str) -> None:
    assert verdict(town, text) == expected


def test_a_borough_and_what_may_be_told_is_not_heard_in_characters() -> None:
    gathering = _Gathering(())
    for place in ("Queens", "New York"):
        gathering.take("client.birth_city", "text", place)
    assert gathering.made().heard == ()


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Mineola, NY", "a shop in Mineola"), ("Mineola NY 11501", "a shop in Mineola"), ("mineola ny", "in mineola"),
        ("Flushing, Queens", "work in Flushing"), ("Flushing, Queens, New York", "work in Flushing"),
        ("Flushing Queens", "work in Flushing"), ("Edison, New Jersey", "near Edison"), ("Edison N.J.", "near Edison"),
        ("Fuzhou, Fujian", "from Fuzhou"), ("Fuzhou, Fujian", "from Fujian"), ("Fuzhou Fujian China", "from Fuzhou"),
        ("Fuzhou Fujian China", "from Fujian"), ("Changle, Fuzhou City, Fujian Province", "from Changle"),
        ("Manhattan (Chinatown)", "in Chinatown"), ("Queens and Flushing", "in Flushing"),
        ("Flushing Chinatown", "in Flushing"), ("near Mineola", "in Mineola"), ("Mineola / Hempstead", "in Hempstead"),
        ("Long Island City, Queens", "in Long Island City"), ("Bangkok, Thailand", "to Bangkok"),
        ("福建省福州市仓山区", "来自仓山"), ("福建省福州市仓山区", "来自福州"), ("福建福清", "来自福清"),
        ("皇后区法拉盛", "在法拉盛"), ("纽约法拉盛", "在法拉盛"), ("美国纽约州米尼奥拉", "在米尼奥拉"),
        ("Flushing 法拉盛, NY", "在法拉盛"), ("Lower Manhattan", "in Lower Manhattan"),
        ("South Bronx", "the South Bronx"), ("福清市", "来自福清"), ("台江区", "在台江"),
        ("Tantou Town, Changle", "from Tantou"), ("Tantou village", "in Tantou"), ("Xiapu Xian, Fujian", "from Xiapu"),
        ("New Jersey", "in New Jersey"), ("Thailand", "in Thailand"), ("Flushing, NY 11355", "zip 11355"),
        ("湖南邵阳", "她来自邵阳。"), ("山东烟台", "她来自烟台。"), ("河南信阳罗山", "她来自信阳。"),
        ("福建宁德霞浦", "她是霞浦人。"), ("福建宁德霞浦", "她老家在宁德。"), ("马来西亚吉隆坡", "她在吉隆坡转机。"),
        ("宾州费城", "她到了费城。"), ("四川成都", "她在成都。"), ("在新泽西的爱迪生，住在老板家", "案主住在爱迪生。"),
        ("先在费城，后来去了亚特兰大的按摩店", "她在费城。"), ("先在费城，后来去了亚特兰大的按摩店", "她在亚特兰大。"),
        ("在纽约法拉盛上班", "她在法拉盛。"), ("费城附近", "她在费城。"), ("延边朝鲜族自治州", "她老家在延边。"),
        ("恩施土家族苗族自治州", "她老家在恩施。"), ("广西壮族自治区柳州市融水苗族自治县", "她是融水人。"),
        ("St. Louis, MO", "in Saint Louis"), ("Ft. Lee, NJ", "in Fort Lee"), ("mt vernon ny", "in Mount Vernon"),
        ("N. Bergen, NJ", "in North Bergen"), ("W. New York, NJ", "in West New York"),
        ("Saint Paul, MN", "in St. Paul"),
        ("Fort Lee, NJ", "in Ft. Lee"), ("Mount Vernon, NY", "in Mt. Vernon"), ("Village of Hempstead", "in Hempstead"),
        ("Town of Oyster Bay", "in Oyster Bay"), ("Hamlet of Selden", "in Selden"), ("City of Newark", "in Newark"),
        ("Port Jefferson Station, N.Y.", "at Port Jefferson"), ("East Brunswick Twp, NJ", "in East Brunswick"),
        ("Monroe Twp.", "She worked in Monroe then."), ("Huntington Station", "in Huntington"),
        ("Ciudad Juárez", "she slept in Ciudad Juarez"), ("King of Prussia, PA", "They kept her in King of Prussia."),
        ("长乐", "她在长\n乐。"),
    ],
)  # fmt: skip
def test_each_place_of_a_line_is_one(typed: str, text: str) -> None:
    assert verdict(typed, text) == "blocks"


def test_a_town_across_a_comma_is_asked_about() -> None:
    assert verdict("长乐", "这个案子长，乐意帮忙的律师不多。") == "asks"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Queens, New York", "Travel to Queens may be needed."), ("Queens County, NY", "in Queens"),
        ("Bronx NY", "in the Bronx"), ("Flushing, Queens", "in Queens"), ("Lower Manhattan", "in Manhattan"),
        ("South Brooklyn", "in Brooklyn"), ("Mineola, New York", "in New York"), ("皇后区法拉盛", "在皇后区"),
        ("纽约市法拉盛", "在纽约"), ("Bangkok, Thailand", "a shop"),
        ("Flushing, and a place outside the city", "the city"),
        ("Edison, New Jersey", "a new jersey"), ("Brooklyn, N.Y.", "in Brooklyn, N.Y."), ("布鲁克林", "在布鲁克林"),
        ("Reading, PA", "We thank you for reading this with care."),
        ("Mobile, AL", "Her mobile phone is off."), ("Commerce, CA", "The chamber of commerce sent a volunteer."),
        ("Independence, MO", "Her independence matters."), ("长白县", "长安"), ("住在老板家", "老板家"),
        ("在餐馆打工", "一家餐馆"),
        ("a farm town", "a farm"), ("Farm Town, NY", "a farm"), ("沈阳市和平区", "和平"), ("贵州省", "在州里"),
    ],
)  # fmt: skip
def test_a_borough_and_a_state_behind_a_town_stop_nothing(typed: str, text: str) -> None:
    assert verdict(typed, text) == "nothing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("work in Flushing", "blocks"), ("a shop in Mineola", "blocks"), ("in mineola", "blocks"),
        ("in Hempstead", "blocks"), ("two other places", "nothing"), ("outside the city", "nothing"),
        ("at a spa", "nothing"), ("in New York", "nothing"),
    ],
)  # fmt: skip
def test_places_in_a_list_of_a_clients_words_are_each_one(text: str, expected: str) -> None:
    gathering = _Gathering(())
    typed = "Flushing, then a spa in Mineola, hempstead, and two other places outside the city in New York"
    gathering.take("trafficking.places", "text", typed)
    hits = search([Reading("there", Kind.TEXT, text)], gathering.made()).hits
    levels = {hit.level for hit in hits if hit.rule == 1}
    assert ("blocks" if Level.BLOCK in levels else "asks" if levels else "nothing") == expected
