"""Whether somebody is named as papers write a name; a role is none, in either language, however it is cut or joined."""

from placement.people import names

from legalassist.placement.written_names import Written, written

ROLES = """
    继父/后爸/爸爸/她继父/妈妈/妈咪/蛇头/父亲/叔叔/舅舅/司机/监护人/大老板/她的妈妈/她二舅/表姨/养母
    同乡/牧师/社工/房东/管家/包工头/马仔/小孩妈妈/繼父/媽媽/金主/mother/MAMA/Laoban/Dad/Daddy/Nobody/She Tou/Lao Ban
    Stepdad/Step Father/step father/Step-Dad/Husband/Mom/Mummy/Boss Lady/Bosslady/Big Boss/Foster mother
    Social Worker/Case worker/Pastor/Snakehead/Snake Head/The Snakehead/My Mom/Her Stepfather/hermother/M o m
    Godmother/Mother's boyfriend/Mama San/Unknown Person/—/A. B./N|A/none/Da Ge/Laoban Niang
    Shop Owner/Neighbor Lady/Ma Ma/Gang Leader/Adult Friend/好心人/陌生人/邻居阿姨/Not Known/Shelter Staff/Nice Lady
    Папа/아버지/엄마/사장님
"""
UNSURE = """
    He Jie/He Ge/An Jie/He An/An He/She An/My An/So An/HE Jie/Jie He
    Fu Qin/Mu Qin/Die Die/Baba Lin/Lin Baba/Mami Lin/Hong Laoda/Liu Shifu/Wang Zong/Xiao Liu/Wang Laobanniang
    Hong Jiejie/Bà Ngoại/Dai Lo/Yee Ma/Kau Fu/Suk Suk/Biao Shu/Gu Zhang/Fang Dong/Mi Tía/Ông Nội/Anh Hai/Kaufu
    Ji Fu/Hou Ba/Zhou Laoban/Li Ayi/Lao Zhou/Ah Mei/Auntie Li/Mr. Zhou/Zhou/J. Smith
    王妈妈/李姐/张师傅/周老板/老周/小丽/阿梅/丽姐/龙哥/周某/李女士/依姆/丽华/张三的老婆/继父张伟/Stepfather Zhang Wei
    Grace Pastor/Amy Boss/Suparni/The Court/Папа Иван/김민지/グエン/Mary Father/John Cook
"""
NAMES = """
    陈妹/林招弟/林依妹/郑依伯/林月娥/欧阳娜娜/司馬光/陈方安生/范姜明/陳素蘭/劉招娣/买买提·艾力
    王丽华 (Wang Lihua)/Lihua 王丽华/Xiao Hong/Chiang Mei-ling/Hsiao Yi-fen/Wang E/Li Nana/Lin Meimei/Jing Li/Yang Fu
    Maria del Carmen Lopez/O'Neil, Ann/Jodie Foster/Mary King/Elizabeth Taylor/Grace Young/Jean-Luc Picard
    McDonald Ann/Nguyễn Thị Hoa/Trần Văn Sơn/Nguyễn Như Ý/Nguyen Van Son/Son Heung-min/Kim Min-ji/KIM SON
    Park Ji Sung/Siti Nurhaliza/Lee Kin Wah/Law Wai Man/To Kwun Hang/Chan Ah Kow/An Na/Chen Jie
    Xiao Guo/Lin Yifu/Wang Dong/Chi Tai/Charlotte Church
    Administration for Children's Services/Robert Jones Jr./de la Cruz, Juana
"""


def others(listed: str, wanted: Written) -> dict[str, Written]:
    """Return what is judged otherwise."""
    said = (one.strip() for line in listed.split("\n") for one in line.split("/") if one.strip())
    return {one: written(one) for one in said if written(one) is not wanted}


def test_a_role_alone_is_never_a_name() -> None:
    assert others(ROLES, Written.ROLE) == {}


def test_what_may_be_a_name_and_may_be_none_is_for_an_attorney() -> None:
    assert others(UNSURE, Written.UNSURE) == {}


def test_people_from_everywhere_are_named() -> None:
    assert others(NAMES, Written.NAME) == {}


def test_every_name_of_the_generator_is_one_in_every_usual_writing() -> None:
    for family, given, native in names():
        surname, first = family.title(), given.title()
        latin = (f"{surname} {first}", f"{first} {surname}", f"{family} {given}".upper(), f"Ms. {first} {surname}")
        if given not in {"shushu", "jiejie"}:  # 书书, 洁洁: said so, it is "Uncle Zhang", "Sister Hong"
            latin = tuple(one for one in latin if "Fang Dong" not in one)  # 房东, the landlord
            ways = "/".join((native, f"{native}女士", f"{native} ({surname} {first})", *latin))
            assert others(ways, Written.NAME) == {}
