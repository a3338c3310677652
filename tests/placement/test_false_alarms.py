"""How often the leak check stops a clean teaser by mistake: never, for whatever Chinese name the client has."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from placement.offered import REFERENCE, answers

from legalassist.api.opening import open_clinic
from legalassist.api.placing import make_teaser
from legalassist.disclosure.han_names import HanName
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.latin_names import Named, Person
from legalassist.disclosure.leaks import look_into, search, text_hash, vocabulary_of
from legalassist.disclosure.reading import Reading
from legalassist.documents.page import DRAFT, INVENTED
from legalassist.library import Library
from legalassist.placement.menus import Menus, read_menus
from legalassist.placement.printing import shelf_texts


def words_of(text: str) -> list[str]:
    return text.split()


FAMILIES = words_of("""
    王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo
    何he 高gao 林lin 郑zheng 谢xie 罗luo 梁liang 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng
    曾zeng 肖xiao 田tian 董dong 袁yuan 潘pan 于yu 蒋jiang 蔡cai 余yu 杜du 叶ye 程cheng 魏wei 苏su 吕lu
    丁ding 任ren 安an 方fang 时shi 常chang 万wan 能neng
""")
GIVEN = words_of("""
    伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao
    明ming 超chao 兰lan 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 梅mei 萍ping 红hong 玲ling 芬fen
    燕yan 彩cai 春chun 菊ju 凤feng 洁jie 琳lin 素su 云yun 莲lian 真zhen 环huan 雪xue 荣rong 爱ai 妹mei
    香xiang 月yue 莺ying 媛yuan 瑞rui 凡fan 佳jia 嘉jia 乐le 安an 人ren 门men 能neng 长chang 龙long
    海hai 和he 德de 福fu 达da 天tian 高gao 兴xing 法fa 律lv 文wen 书shu 方fang 国guo
""")


def names() -> Iterator[tuple[str, str, str]]:
    """Yield 660 names: surname and given name in pinyin, and the Chinese; one or two syllables, without chance."""
    for number in range(660):
        family = FAMILIES[number % len(FAMILIES)]
        first, second = GIVEN[(number * 7) % len(GIVEN)], GIVEN[(number * 13 + number // 70) % len(GIVEN)]
        short = number % 4 == 0
        latin = first[1:] if short else first[1:] + second[1:]
        yield family[1:], latin, family[0] + first[0] + ("" if short else second[0])


@pytest.fixture(scope="module")
def menus() -> Menus:
    return read_menus(Library()).menus


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, menus: Menus) -> tuple[Reading, ...]:
    folder = tmp_path_factory.mktemp("clean")
    library, out = Library(), folder / "out"
    placed = make_teaser(answers(folder), library, out, as_of=dt.date(2026, 11, 23), reference=REFERENCE)
    assert open_clinic(library).name in placed.teaser.clinic
    known = shelf_texts(menus, placed.teaser, (INVENTED, DRAFT))
    files = {name: (out / Path(name)).read_bytes() for name in placed.files}
    return look_into(files, frozenset(map(text_hash, known)))


def test_no_chinese_name_stops_a_clean_teaser(texts: tuple[Reading, ...], menus: Menus) -> None:
    vocabulary = vocabulary_of(menus.texts())
    stopped, asked = [], 0
    for family, given, native in names():
        person = Person((Named("client.name", family, given, "", native),))
        leaks = search(texts, Identifiers((person,), (HanName("client.name", native),)), vocabulary)
        stopped += [(family, given, str(hit)) for hit in leaks.blocks]
        asked += bool(leaks.asks)
    assert stopped == []
    assert asked <= 7  # one in a hundred


def test_the_same_search_finds_each_of_those_names_where_it_stands() -> None:
    for family, given, native in list(names())[::11]:
        person = Person((Named("client.name", family, given, "", native),))
        found = search(
            look_into({"a.txt": f"{family.title()} {given.title()}, {native}".encode()}),
            Identifiers((person,), (HanName("client.name", native),)),
        )
        assert {hit.rule for hit in found.blocks} >= {2, 5}
