"""Honours of lines by grades: `一等奖:甲、乙` below a heading that names the contest."""

from factx.patterns import compiled
from factx.rules.honour.contest import contest_above, is_contest
from factx.rules.honour.drafting import drafts
from factx.rules.honour.holders import holders_in
from factx.rules.honour.roll import lines_below
from factx.rules.honour.shape import Shape
from factx.rules.honour.titles import Title
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span, trim

_GRADES = 8
_NUMBERED = compiled(
    r"(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]、?|\d+[、.．]|附件\d*[:：]?)\s*"
)
_GRADE_LINE = compiled(
    r"\s*([特一二三四]等奖|[金银铜]奖|(?:优[秀胜]|[\u4e00-\u9fff]{2,6}?)奖)\s*(?:[(（][^()（）]{1,8}[)）])?\s*[:：]\s*"
)
GRADE_REACH = 14
"""Characters of a line in which its grade would stand."""
_GRADE_HEAD = compiled(
    r"(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]、?)?\s*"
    r"([特一二三四]等奖|[金银铜]奖|优[秀胜]奖)\s*(?:[(（]共?\d{1,3}[名人个项件家位篇][)）])?\s*[:：]?"
)
"""A line that is nothing but a grade, over those who won it."""
_PROJECT = compiled(r"[“《][^”》]+[”》](?:项目|课题|工程|作品|案例|团队)?")
_CONTEST_NAME = compiled(
    r"(?:[:：]|[(（][^()（）]*[)）]|获奖|评选结果|结果|名单|公示|揭晓|情况|通知|公布|的|关于|表彰|决定)+$"
)


def grade_line(scene: Scene) -> tuple[Span, int] | None:
    """The grade that the line of the sentence is or begins with, and where those who won it begin; or None."""
    text, start, end = scene.text, scene.sentence.start, scene.sentence.end
    if led := _GRADE_LINE.match(text, start, end):
        return led.span(1), led.end()
    headed = _GRADE_HEAD.fullmatch(text, start, end)
    return (headed.span(1), end) if headed else None


def _contest_of_lines(text: str, at: int) -> Span | None:
    """The line above a list by grades that names its contest, or None."""
    stop = text.rfind("\n", 0, at)
    for _ in range(_GRADES):
        if stop <= 0:
            return None
        start = text.rfind("\n", 0, stop) + 1
        line = trim(text, (start, stop))
        numbered = _NUMBERED.match(text, *line)
        line = (numbered.end(), line[1]) if numbered else line
        if not _GRADE_LINE.match(text, *line) and 4 <= line[1] - line[0] <= 50 and "。" not in text[line[0] : line[1]]:
            words = text[line[0] : line[1]]
            if is_contest(words) or words.endswith("奖"):
                return line
        stop = start - 1
    return None


def _work_in(text: str, span: Span) -> Span:
    """The project of a holder that is named as a body and its project (`青禾公司“…”项目`)."""
    project = _PROJECT.search(text, *span)
    return project.span() if project and project.end() == span[1] else span


def graded(scene: Scene, grade: Span, start: int) -> list[Draft] | None:
    """`一等奖:甲、乙` below a heading that names the contest; behind `start`, or on the lines below."""
    text = scene.text
    line = _contest_of_lines(text, grade[0])
    told = contest_above(text, grade[0])
    if line:
        behind = _CONTEST_NAME.search(text, *line)
        name = trim(text, (line[0], behind.start() if behind else line[1]))
    elif told:
        name = told.name
    else:
        return None
    giver = told.giver if told and text[slice(*told.name)] in text[slice(*name)] else None
    end = scene.sentence.end
    named_here = holders_in(scene, start, end) if start < end else lines_below(scene, end, fewest=1)
    recipients = [_work_in(text, span) for span in named_here]
    if name[1] - name[0] < 4 or not recipients:
        return None
    title = Title([name, grade], grade[0], grade[1], grade[1], form=Shape.AWARD)
    return drafts(scene, title, recipients, giver, (grade[0], end))
