"""Who made the work that won, told right before it: 周启明同学创作的广告《江上》获二等奖."""

from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.scene import Scene
from factx.text import Span

_MADE = compiled(
    r"(?:同学|老师|教授|同志|医生|先生|女士)?(?:独立|自主|共同|合作|联合|原创)?"
    r"(?:创作|撰写|编写|设计|拍摄|执导|主演|演唱|绘制|制作|表演|朗诵|书写)的[^《“，,。；;]{0,14}[《“]?"
)
_MAKING = "的"
_JOINED = frozenset("、和与")


def makers_of(scene: Scene, work: Span) -> list[Span]:
    """The persons who made the `work`, as its own clause tells; empty where it tells none."""
    text = scene.text
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
