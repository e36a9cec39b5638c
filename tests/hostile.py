"""Texts made to be slow, each of one shape and as many characters as are wanted; and reports as long as are wanted."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
Text: TypeAlias = Callable[[int], str]
"""Makes a text of so many characters."""

_FACTS = "2023年，江东市青禾公司获评“省级绿色工厂”，建成充电桩120个，启动“青苗计划”，员工李晓岚获全省劳动模范称号。"
_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥青白云石松柳桐枫梅兰银玉清溪泉岭川塘湾浦"
_PLAIN = "山里的雾散得很慢，路边的老树还在滴水。他走了一会儿，停下来听，又接着往前走。\n"


def again(unit: str, head: str = "") -> Text:
    """`unit` without end, behind `head`."""
    return lambda size: (head + unit * (size // len(unit) + 1))[:size]


def told(unit: Callable[[str], str]) -> Text:
    """`unit` of one name after the other, no two the same."""

    def text(size: int) -> str:
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(unit(_name(len(parts))))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return text


def _name(number: int) -> str:
    return "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(3))


def report(size: int) -> str:
    """The lines of the samples, in an order drawn by lot."""
    lines = [line for path in SAMPLES for line in path.read_text(encoding="utf-8").splitlines()]
    draw = random.Random(0)  # noqa: S311 (nothing secret)
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(f"{draw.choice(lines)}\n")
        length += len(parts[-1])
    return "".join(parts)[:size]


plain = again(_PLAIN)
"""Prose that tells no fact."""

TEXTS: dict[str, Text] = {
    # marks that open and never close, or close and never opened
    "quotes that open": again("“"),
    "straight quotes": again('"'),
    "titles that open": again("《"),
    "brackets that open": again("（"),
    "brackets that close": again("）"),
    "brackets in brackets": lambda size: "（" * (size // 2) + "）" * (size // 2),
    "titles in titles": again("《《青》"),
    # digits without end
    "digits": again("1"),
    "digits and commas": again("1,"),
    "digits and points": again("1."),
    "digits and dashes": again("1-"),
    "Chinese digits": again("一"),
    "Chinese tens": again("十"),
    "Chinese zeros and myriads": again("零万"),
    "digits of three kinds": again("a1一"),
    "years": again("2023年"),
    "days": again("3月5日"),
    "points of a plan": again("一、"),
    "ordinals": again("第一"),
    "sums of money": again("3亿元"),
    "growth": again("增长5%、"),
    # nothing that ends a sentence
    "one place": again("江东市"),
    "one word": again("发展"),
    "one sentence of facts": again("青禾公司建成充电桩120个，"),
    "reports without a line's end": again(_FACTS),
    "names without a mark": again("江州市科协王建国", "授予"),
    "and": again("和发展", "建设"),
    "genitives": again("青苗的", "启动"),
    "long latin": again("abc"),
    "full stops": again("。"),
    "commas": again("，"),
    "colons": again("："),
    # one trigger again and again
    "one verb and its noun": again("荣获称号"),
    "verbs of building": again("建设"),
    "verbs of starting": again("启动开展实施"),
    "verbs and numbers": again("达到5个"),
    "ends of names": again("先进集体"),
    "ends of bodies": again("局"),
    "first, second, third": again("一等奖"),
    "surnames": again("王"),
    # lists without end
    "list of signs": again("甲、"),
    "list of persons": again("张晓明、"),
    "list of awardees": again("张晓明、", "获全省劳动模范称号的有："),
    "awardees and their bodies": again("张晓明（青禾公司）、", "授予全省劳动模范称号："),
    "list of quoted titles": again("“先进单位”、", "荣获"),
    "list of bodies": again("江东市教育局、", "联合"),
    "list of initiatives": again("青苗行动、", "实施"),
    "list of books": again("《青苗办法》、", "印发"),
    "list of figures": again("个项目、5", "建成5"),
    "metrics in turn": again("产值、", "实现"),
    "respectively": lambda size: again("产值、")(size // 2) + "分别增长" + again("5%、")(size // 2),
    # new names without end: nothing that has been read once helps
    "bodies with one title": told(lambda name: f"{name}公司获评“省级绿色工厂”。\n"),
    "titles of places": told(lambda name: f"获“{name}先进集体”称号。\n"),
    "persons told of by he": told(lambda name: f"王{name[:2]}是教师。他获得先进个人称号。\n"),
    "awardees in a table": told(lambda name: f"1\t王{name[:2]}\t{name}学校\t一等奖\n"),
    "parts of a sum": told(lambda name: f"其中{name}5个。"),
    "sums for projects": told(lambda name: f"投资3.5亿元建设{name}项目。"),
    "metrics": told(lambda name: f"建成{name}设施5个。\n"),
    "initiatives": told(lambda name: f"启动“{name}计划”。\n"),
    "contests": told(lambda name: f"在第三届{name}技能大赛中获一等奖。"),
    "rows of profiles": told(lambda name: f"{name}公司\n工作扎实，成效明显。\n"),
    "short names": told(lambda name: f"{name}集团（以下简称“{name[:2]}”）。"),
    "mail addresses": again("a1@b1.com、"),
    # lines and blanks
    "blanks": again(" "),
    "wide blanks": again("\u3000"),
    "line ends": again("\n"),
    "blank lines": again(" \n"),
    "short lines": again("青禾\n"),
    "headings": again("一、工作\n"),
    "headings below headings": again("一、工作\n（一）工作\n1.工作\n"),
    "table of awards": again("张三\t一等奖\t100\n"),
    "table of figures": again("产值\t1,234.5\t亿元\t12.3%\n"),
    "table in pipes": again("| 张三 | 一等奖 | 100 |\n"),
    "plain lines": plain,
    # signs that are no text
    "surrogates": again("\ud800"),
    "zeros": again("\0"),
    "emoji": again("🏆"),
    "combining marks": again("e\u0301"),
    "private use": again("\ue000"),
}
