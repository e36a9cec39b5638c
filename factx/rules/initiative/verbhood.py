"""Whether a mention of a verb is a verb here, and no part of a noun (甲建设集团)."""

from factx.patterns import compiled
from factx.rules.initiative import edges, lexicon
from factx.rules.initiative.lexicon import words_of
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.segment import Clause

_ITEM = compiled(r"第?[一二三四五六七八九十]{1,2}(?:是|要)[，,]?")
_IN_NOUN = compiled(
    r"期(?!间)|者|后(?=[举召首])|(?<=建成|投产|竣工|完工|投用)后|(?<=共建)国家|力度|费|率|集团|股份|有限公司|总?公司|局|厅|用地|单位|情况|时间(?!表)|过程|准备|暨|[路街巷](?=[、，,和等改]|大)"
)
"""Behind a verb that is part of a noun (筹备期, 建设者, 甲建设集团)."""
_NEW_WORK = compiled(r"(?:新建|改建|扩建|改扩建|续建|重建)(?=工程|项目)")
"""Behind a noun these say what sort of work it is (变电站|新建工程项目部), and build nothing."""
_OF_A_KIND = compiled("[^新开发保全本该我]区$|[^本该我]县$")
"""Kinds of area (功能区, 示范县), which do nothing; bodies with the same last character do (高新区)."""
_PART_OF_BODIES = ("run", "build")
"""Sorts of verbs that stand inside the names of committees; what founds one governs it."""
_INTENSE = (
    *("大力", "积极", "全面", "深入", "认真", "扎实", "切实", "着力", "稳步", "持续", "圆满", "成功", "顺利"),
    *("不断", "逐步", "继续", "努力", "精心", "抓紧", "超额", "合作", "联合", "共同", "具体", "重新", "如期"),
    *("提前", "隆重", "蓬勃", "自主", "独立", "自行", "率先", "牵头", "首次", "公开", "研究", "设计"),
)
"""Adverbs that the dictionary joins with a verb to one word."""
_FREES = "dcpurmt"
"""Parts of speech behind which a verb is no part of a noun."""


def is_verb(scene: Scene, clause: Clause, verb: Mention) -> bool:
    """Whether the mention is a verb here: a word of its own, and not part of a name before it."""
    text = scene.text
    if _IN_NOUN.match(text, verb.end) or (text.startswith(("的", "中的"), verb.end) and not _hosts(scene, verb)):
        return False
    if lexicon.begins_event(text, verb.start, verb.end):
        return False  # 产业园|推进会
    if verb.sort in _PART_OF_BODIES and lexicon.body_follows(text, verb.end):
        return False  # 青年工作指导和|推进|委员会
    cut = words_of(text[clause.start : clause.end])
    start, end = verb.start - clause.start, verb.end - clause.start
    i = next((i for i, w in enumerate(cut) if w.end > start), len(cut))
    if i == len(cut) or not (cut[i].start == start or (cut[i].end == end and cut[i].text.startswith(_INTENSE))):
        return False
    behind_noun = i and cut[i - 1].pos[0] == "n" and cut[i - 1].pos != "nt"
    if not any(w.end == end for w in cut[i : i + 5]) or (behind_noun and _NEW_WORK.match(text, verb.start)):
        return False
    opens = i == 0 or _ITEM.fullmatch(text, clause.start, verb.start)
    if (
        opens
        or "了" in text[verb.end - 1 : verb.end + 1]
        or text[verb.end : verb.end + 1] in ("“", "《")
        or (verb.sort == "hold" and text[verb.end] == "的")
        or not (traits := lexicon.verb(text[verb.start : verb.end])).soft
        or traits.verbal
    ):
        return True
    last = cut[i - 1]
    return (
        last.pos[0] in _FREES
        or last.pos in ("ns", "nt", "nr")
        or last.text == "、"
        or last.text in lexicon.breaking()
        or (text[clause.start : verb.start].endswith(lexicon.freeing()) and not _OF_A_KIND.search(last.text))
    )


def _hosts(scene: Scene, verb: Mention) -> bool:
    """Whether a verb before 的 tells what somebody made of the name behind it (举办的…论坛, not 健全的…体系)."""
    traits = lexicon.verb(scene.text[verb.start : verb.end])
    if traits.tending or (traits.marked and not traits.gives) or scene.text[verb.end] != "的":
        return False
    return verb.sort != "run" or scene.text[verb.end + 1] in edges.OPENING
