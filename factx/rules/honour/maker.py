"""Who made the work that won, told right before it (周启明同学创作的广告《江上》获二等奖) or by a label behind it."""

from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.scene import Scene
from factx.text import Span

_MADE = compiled(
    r"(?:同学|老师|教授|同志|医生|先生|女士)?(?:独立|自主|共同|合作|联合|原创)?"
    r"(?:创作|撰写|编写|设计|拍摄|执导|主演|演唱|绘制|制作|表演|朗诵|书写)的[^《“，,。；;]{0,14}[《“]?"
)
TEAM = r"[”》]?[,，;；、\s(（]*(?:参赛|团队|获奖|主创)?(?:队员|队长|成员|组员|作者|人员|完成人|选手|学生|创作者)[:：]"
"""The label behind a work that leads those who made it: …检测系统，队员：甲、乙."""
_TEAM = compiled(TEAM)
_TAUGHT = compiled(r"指导|辅导|教练|领队")
"""Who is named behind it only helped."""
_MAKING = "的"
_JOINED = frozenset("、和与")


def makers_of(scene: Scene, work: Span) -> list[Span]:
    """The persons who made the `work`, as its own clause tells; empty where it tells none."""
    text = scene.text
    if team := _TEAM.match(text, work[1]):
        stop = text.find("\n", team.end())
        stop = stop if stop >= 0 else len(text)
        taught = _TAUGHT.search(text, team.end(), stop)
        return [person.name for person in persons_in(text, team.end(), taught.start() if taught else stop)]
    start = scene.clause(work[0]).start
    if text.rfind(_MAKING, start, work[0]) < 0:
        return []
    makers: list[Span] = []
    for person in reversed(persons_in(text, start, work[0])):
        if makers and text[person.name[1] : makers[0][0]] not in _JOINED:
            break
        if makers or _MADE.fullmatch(text, person.name[1], work[0]):
            makers.insert(0, person.name)
    return makers
