"""Which sentences tell of somebody of the family who did it; the first 15 of each were written before any verb was."""

from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.opening import open_case
from legalassist.placement.telling import telling

ROOT = Path(__file__).parents[2]
TELLS = (
    "My father sold me to the boss.",
    "I am afraid of my father.",
    "It was my uncle who brought me to the restaurant and told me to work there.",
    "My mother took all my pay and gave it to the boss.",
    "I was beaten by my stepfather when I wanted to leave.",
    "我怕我爸爸，是他把我卖给老板的",
    "我妈妈逼我去接客还债",
    "如果我回去，我舅舅会打死我",
    "是我姑姑骗我来美国的",
    "我被我哥哥卖给了蛇头",
    "My husband locked me in the room and kept my passport.",
    "If I go back, my parents will sell me again.",
    "My aunt lives in Changle. She handed me over to the smugglers.",
    "我丈夫把我的护照拿走了，不让我出门",
    "She fears her father, who handed her over for money.",
    "My stepfather, when I refused, beat me with a belt.",
    "My brother said he would kill me if I talked.",
    "My own parents handed me over to the snakehead.",
    "My uncle arranged my trip and told me to work for the boss.",
    "I ran away from my husband.",
    "My mother would not let me call anybody.",
    "My cousin keeps my passport in his house.",
    "I do not feel safe from my father.",
    "The money went to my aunt, who works with the smugglers.",
    "If I am sent back my father will find me.",
    "She was sold by her own mother.",
    "My dad got money from the boss for me.",
    "Mom made me sleep with the men.",
    "我舅舅跟蛇头是一伙的",
    "是我爸害的",
    "我爸收了老板的钱，把我送给他",
    "我哥把我的身份证收走了",
    "我躲着我前夫",
    "我继父从小打我",
    "表姨不让我出门，我的工资都被表姨拿走了",
    "妈妈让我嫁给老板还债",
    "我爸爸说他会打死我",
    "如果回国，我怕爸爸再把我卖掉",
    "My grandmother sold my sister and me.",
    "My father told the boss he could keep me.",
    "We were tricked by my aunt in Fuzhou.",
    "老板是我舅舅",
    "蛇头是我表哥",
    "the snakehead is my uncle",
    "The boss was my own uncle.",
    "The man who beat me is my father",
    "the people who sold me were my parents",
    "She sold me. She is my mother.",
    "He beat me every day. He was my stepfather.",
    "继父碰我",
    "my stepdad touched me at night",
    "爸爸收了他们五万块",
    "我哥拿了钱",
    "打我的人是我爸爸",
    "卖我的是我妈",
    "My trafficker is my cousin",
    "the one who sold me was my aunt",
    "我舅舅摸我",
    "the person who brought me here to work was my uncle",
    "人贩子就是我姑姑",
    "我爸收了钱",
    "爸爸拿了彩礼",
    "那个蛇头是我亲戚",
)
HARMLESS = (
    "My father does not know where I am.",
    "I miss my mother.",
    "My father is ill in Fujian.",
    "They threatened to hurt my mother if I ran away.",
    "The boss said he would kill my family.",
    "I send money to my parents every month.",
    "The boss's wife slapped me.",
    "老板威胁要打我爸爸",
    "我想我妈妈，她身体不好",
    "我爸爸不知道我在哪里",
    "我怕我妈妈担心",
    "My sister helped me call the police.",
    "His wife hit me with a pan.",
    "My mother was beaten by the snakeheads.",
    "我父母被蛇头打过，他们要我还债",
    "My mother is afraid of the snakehead.",
    "I am afraid that my mother will die before I see her.",
    "The snakehead told my father that I owe money.",
    "My parents borrowed money from relatives so that I could go.",
    "My father was killed in an accident.",
    "I fear for my family in China.",
    "My mother cried when he hit me.",
    "My brother found me a job and a lawyer.",
    "My husband helps me with the children.",
    "I want to bring my son here.",
    "He said that if I told, he would sell my sister too.",
    "My mother does not want me to go back.",
    "They went to my mother's house and asked for money.",
    "My aunt brought me to the hospital.",
    "My father never beat me.",
    "老板说要把我卖给别人，我妈妈哭了",
    "我不怕我爸爸，他对我很好",
    "妈妈打电话给我",
    "我妈妈借了钱给我办护照",
    "他们去我父母家要钱",
    "我爸爸去世了",
    "老板和老婆打我",
    "我怕他们害我家人",
    "我丈夫送我去医院",
    "我姐姐帮我报警",
    "奶奶把我带大",
    "蛇头打了我弟弟",
    "我想把女儿接来",
    "The family I worked for took my passport.",
    "Her husband hit me twice.",
    "My family needs me.",
    "我爸爸妈妈都不知道老板打我",
    "The boss is not my uncle",
    "The man who helped me is my uncle",
    "The man who beat me is not my father",
    "The man who beat me knew my father",
    "The boss who was a friend of my uncle",
    "老板不是我舅舅",
    "老板是我舅舅的朋友",
    "蛇头认识我表哥",
    "He beat me. She is my mother.",
    "My father hugged me and touched my hair",
    "我哥拿了钱给我",
    "妈妈拿钱给我",
    "我妈妈收了我寄的钱",
    "我爸收到了钱",
    "The boss was my uncle's friend",
    "the people who helped me were my parents",
    "我爸爸拿了药",
    "They are my parents",
    "She is my mother",
    "the owner is a friend of my father",
    "The people who sold me called my parents",
    "爸爸收了信",
    "我很感动,妈妈碰到我",
    "妈妈碰到了老板",
    "帮我的人是我姐姐",
    "打我的人是老板,我爸爸不知道",
)


@pytest.mark.parametrize("sentence", TELLS)
def test_a_relative_who_acts_against_her_or_is_feared_is_told_of(sentence: str) -> None:
    assert list(telling(sentence))


@pytest.mark.parametrize("sentence", HARMLESS)
def test_a_relative_who_is_missed_threatened_or_spoken_of_is_not(sentence: str) -> None:
    assert [kin.said for kin, _ in telling(sentence)] == []


def test_in_both_scripts_in_any_case_and_among_other_sentences() -> None:
    for said in (
        "我怕我爸爸，是他把我賣給老闆的",
        "MY FATHER SOLD ME",
        "我想家。我舅舅騙我來的。我很累。",
        "I am tired. My uncle’s fault. ",
    ):
        assert list(telling(said))


def test_in_the_examples_only_the_aunt_who_did_it_is_told_of() -> None:
    found = set()
    for file in sorted((ROOT / "interviews/tvisa/examples").glob("*.yaml")):
        if file.stem != "clinic":
            case = open_case(file, LIBRARY)[1]
            texts = [(one.path, one.value) for one in case.answers if isinstance(one.value, str)]
            found |= {(file.stem, kin.said) for _, text in texts for kin, _ in telling(text)}
    assert found == {("yue", "aunt"), ("yue", "表姨")}
