"""Words that tell: found in English, in both scripts and in pinyin however they are typed; neutral ones are let be."""

import pytest

from legalassist.handouts.formats import FORMATS
from legalassist.handouts.reading import topic_names
from legalassist.handouts.telling import telling_word
from legalassist.library import Library


@pytest.mark.parametrize(
    "telling", ["T visa", "t-visa", "Human trafficking", "人口贩运", "ICE at work", "maiyin", "police"]
)
def test_a_telling_word_is_found(telling: str) -> None:
    assert telling_word(telling)


@pytest.mark.parametrize("neutral", ["At the door", "Advice at the office", "Essex Street", "健康与工作"])
def test_a_neutral_name_is_left_alone(neutral: str) -> None:
    assert telling_word(neutral) == ""


@pytest.mark.parametrize(
    "telling",
    [
        "Immigrant Justice", "asylum", "Refugee Aid", "deportation", "detained", "Detention", "smuggling", "slavery",
        "Abuse line", "domestic violence", "sexual assault", "undocumented", "I.C.E.", "I. C. E.", "i c e",
        "U.S.C.I.S.", "\uff29\uff23\uff25", "P\u200bolice", "im\u00admigration", "U visas", "www.stopabuse.org",
        "https://nyvisahelp.org", "help-for-victims.org", "migrants", "庇护", "庇護", "难民", "難民", "遣返", "递解",
        "遞解", "拘留", "家暴", "家庭暴力", "签证", "簽證", "移 民", "移•民", "i/c/e", "受害者", "驱逐", "驅逐",
        "偷渡", "强奸", "強姦", "虐待", "警察", "贩卖", "販賣", "奴隸", "拐賣", "非法", "jingcha", "jing cha",
        "Jǐngchá", "jing3cha2", "qianzheng", "Qiān zhèng", "shouhai", "bihu", "bì hù", "yimin", "Battered Women",
        "VAWA", "arrest.mp3", "Arrested", "TVPRA office", "jail", "Raided", "servitude", "debt bondage",
        "forced labor", "ForcedLabour", "forced marriage", "coerced", "massage parlor", "escort", "Green card",
        "mygreencards.org", "Immigr\u0430nt", "p\u03bflice", "\u0415scort",
        "order of protection", "prisons", "kidnapped", "rescued", "sweatshop", "stalker", "harassment",
        "prostitutes", "人贩子", "反人贩中心", "反人販中心", "公安", "逮捕", "被抓", "监狱", "監獄", "色情", "卖身",
        "賣身", "强迫劳动", "強迫勞動", "解救", "绿卡", "綠卡", "黑工", "被害人", "保护令", "保護令", "坐牢",
        "性骚扰", "按摩店", "胁迫", "脅迫", "绑架", "綁架", "看守所", "renfanzi",
        "daibu", "jiān yù", "lvka.mp3", "nànmín", "qian'fan", "juliu", "she tou", "nüèdài",
    ],
)  # fmt: skip
def test_a_telling_word_is_found_however_it_is_typed(telling: str) -> None:
    assert telling_word(telling)
    assert telling_word(f"Example {telling.upper()} Street")


@pytest.mark.parametrize(
    "neutral",
    [
        "Price & Rice Street", "Nice office", "Visalia", "advisable", "improvisation", "visage",
        "Grape Street", "Middlesex", "Julius Street", "she touched it",
        "Dr. I. Chen", "Syllabus", "Wikipedia", "A. B. Chang", "Braids and nails", "Say: I do not consent.",
        "健康与工作权益 免费咨询", "健康與工作權益 免費諮詢", "星期一至五 9:00–17:00", "不拘多少", "gong zuo",
        "jiankang",
        "Mon–Fri 9–5", "212-555-0100",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_let_be(neutral: str) -> None:
    assert telling_word(neutral) == ""


NAMES = (
    "Example Street Legal Clinic", "Flushing Family Legal Center", "Queens Workers’ Center", "Garden of Hope",
    "Womankind", "Safe Horizon", "Sanctuary for Families", "MinKwon Center", "The Legal Aid Society", "Her Justice",
    "Evergreen Cards", "New York Legal Assistance Group", "Make the Road", "Asian Americans for Equality",
    "Legal Services of Priceville", "Chinese-American Planning Council", "Mobilization for Justice",
    "Urban Justice Center", "Catholic Charities", "Brooklyn Defender Services", "Lawyers for Neighbors",
    "Warranty Street Law Office", "Beanstalk Community Clinic", "Copper & Icehouse Legal Help",
    "Captivating Gardens Law", "St. Raidmund’s Parish Law Help", "Law Office of A. Jaillet",
    "Essex Crossing Neighborhood Law", "Grapevine Advice Centre", "Mission of Mercy Law Desk", "Visalia Law Project",
    "Alienor Family Law", "Julius Bondarenko, Attorney", "Escortell Community Fund", "Beihai Association",
    "法拉盛法律服务中心", "法拉盛法律服務中心", "华埠法律援助中心", "亞裔婦女中心", "希望花园", "皇后区劳工中心",
    "八大道社區中心", "平安律师事务所", "安良工商会法律咨询处", "紐約同鄉會法律諮詢", "新移动法律诊所",
    "员工卡服务处", "办公安静时间", "Neighborhood Law 邻里法律服务", "Qiaobao Center 侨胞中心",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_clinic_with_an_ordinary_name_prints_it_on_what_is_hidden(name: str) -> None:
    assert telling_word(name) == ""
    assert len(NAMES) >= 40


def test_no_topic_and_no_format_is_named_by_a_word_that_tells(library: Library) -> None:
    assert [name for name in topic_names(library) if telling_word(name)] == []
    assert [form.title for form in FORMATS.values() if telling_word(form.title)] == []
