"""Verbs in noun phrases: whether a verb governs what follows, or is a modifier inside a name (建设 in 建设项目).

Its place decides. It governs behind a subject, an adverb, a time or at the beginning, unless a head that takes verbs
in front of it follows at once.
"""

from collections.abc import Sequence

from factx.gazetteer import place_prefix
from factx.mentions import verbs
from factx.rules.nounphrase.piece import PLACE, Piece
from factx.rules.nounphrase.sorts import Sort, is_sum, lexicon

Range = tuple[int, int]
"""Pieces `[a, b)` of a row."""

CONTENT = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT})
"""What a phrase consists of."""
JOINTS = frozenset({Sort.LIST, Sort.AND})
VERBS = frozenset({Sort.VERB, Sort.SOFT})
_SUFFIX = frozenset("率量额值费线价税")
"""Last characters of nouns that take a verb in front of them: 入学率, 到货量."""
_MEASURED = frozenset("率数量额费者")
"""Last characters of short nouns that measure a deed: 出院|人数."""
_SCALES = frozenset({"时限", "时间", "时长", "周期", "比例", "比率", "幅度", "深度", "价格", "均价", "单价"})
"""Nouns that tell how much of a deed is done, or for how much: 收益|上缴|比例, 玉米|收购|价格."""
_SHORT = 2
_EXTENT = frozenset("积程")
_STATES = frozenset({"reach", "grow", "fall", "compare"})
_AIMS = frozenset({"力争", "确保", "争取", "力求", "预计", "有望"})
"""Behind these a whole clause is what is aimed at, not the object of a verb."""
_LEVIES = frozenset({"征收", "缴纳", "收取", "减免"})
_LEVIED = frozenset("费税款金")
"""Verbs of taking money, and last characters of what is taken."""
_BRINGS = frozenset({"实现", "完成", "取得", "保持", "确保"})
"""Verbs that bring about whatever is measured, and are no deed that is (实现|就业率)."""
_TEACHES = frozenset({"培训", "培养", "资助", "救助", "帮扶", "服务", "走访", "慰问", "接待", "奖励", "补助", "表彰"})
_CAUSES = frozenset({"带动", "帮助", "引导", "助力"})
_TAUGHT = frozenset(
    {"观众", "游客", "旅客", "读者", "客商", "教师", "学生", "职工", "干部", "群众", "农户", "师生", "研究生", "本科生"}
)
"""Verbs that have people for their object, and those people: 培训|教师, but 培训|机构."""
_HOSTS = frozenset("馆园院校")
"""Last characters of places that have people come."""
_MONEY = frozenset({"收入", "支出"})
"""What a deed brings or costs: 捐赠|收入, 培训|支出."""
_EXTENTS = frozenset({"面积", "里程"})
"""What a deed goes over: not 采购|计划|金额, what it comes to."""
_TAKING = frozenset(
    ("入选", "获批", "落户", "整改", "开工", "竣工", "投产", "签约", "落地", "完工", "通车", "并网", "新开工", "续建")
)
"""Predicates that also take an object."""


def governs(pieces: Sequence[Piece], i: int, floor: int, end: int) -> bool:
    """Whether the soft verb at `i` governs what follows, up to `end`."""
    after = pieces[i + 1] if i + 1 < end else None
    before = pieces[i - 1] if i > floor else None
    opens_list = i - 1 == floor and before is not None and before.sort in JOINTS
    nominal = before is not None and before.sort in (*CONTENT, *JOINTS, Sort.DE, Sort.VERB) and not opens_list
    if after is None:
        return not nominal
    if after.sort is Sort.ASPECT:
        return True
    listed = pieces[i].text in verbs.lexicon()
    if pieces[i].text in lexicon().predicate - _TAKING:
        return False
    if pieces[i].text in _LEVIES and after.text[-1] in _LEVIED and not nominal:
        return True  # 征收|社会保险费
    if after.sort is Sort.NOUN and _is_measure(pieces, i + 1, end):
        return listed and not nominal and i + 2 < end and pieces[end - 1].text in _EXTENTS  # 治理|水土流失|面积
    if (told := _told(pieces, i, end, before, nominal=nominal)) is not None:
        return told
    if pieces[i].text + after.text in lexicon().deed:
        return before is None or not nominal or _governs_behind(pieces, i, floor, before)  # 采购|设备
    if after.sort is Sort.DE or takes_verb(after):
        return listed and not nominal and after.sort is Sort.SOFT and after.text not in lexicon().head | _MONEY
    if before is None or not nominal:
        return listed or (before is not None and not opens_list)
    opens = i - 1 == floor or pieces[i - 2].sort in (Sort.ADVERB, Sort.SUBJECT, Sort.TIME)
    if listed and opens and before.sort is Sort.SOFT and before.text in verbs.lexicon():
        builds = verbs.lexicon()[before.text] == "build" and verbs.lexicon()[pieces[i].text] == "do"
        return not builds  # 走访|慰问|困难职工, but 培育|直播|人才
    if pieces[i].text == "走访" and before.sort is Sort.VERB:
        return True  # 入户|走访|困难职工
    return _governs_behind(pieces, i, floor, before) if listed or before.sort in JOINTS else False


def _told(pieces: Sequence[Piece], i: int, end: int, before: Piece | None, *, nominal: bool) -> bool | None:
    """Whether the verb at `i` governs, where the words beside it tell by themselves; None elsewhere."""
    verb, after = pieces[i], pieces[i + 1]
    listed = verb.text in verbs.lexicon()
    if before is not None and before.text == "其中" and not listed:
        return False  # 其中|医疗|专家
    if before is not None and before.text == "争取" and takes_verb(after):
        return False  # 争取|补助|资金
    if before is not None and before.sort is Sort.ADVERB and listed:
        reached = end < len(pieces) and verbs.lexicon().get(pieces[end].text) == "reach"
        aimed = before.text in _AIMS and (reached or (after.sort is Sort.NOUN and _measures_deed(after.text)))
        return not aimed  # 力争|种植|面积|达到, 预计|资助|数量
    if listed and before is not None and before.text in _CAUSES and after.sort is Sort.NOUN and not takes_verb(after):
        return True  # 带动|销售|特色蔬果
    hosts = before is not None and before.text[-1] in _HOSTS  # 博物馆、纪念馆|接待|观众
    if listed and (hosts or not nominal) and after.text in _TAUGHT and verb.text in _TEACHES:
        return True  # 培训|教师
    return None


def _is_measure(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the nouns from `i` to `end` name a measure: what a deed comes to, not what it is done to."""
    return is_sum(pieces[end - 1].text) and all(piece.sort is Sort.NOUN for piece in pieces[i:end])


def _governs_behind(pieces: Sequence[Piece], i: int, floor: int, before: Piece) -> bool:
    """Whether the listed verb at `i` governs though a noun stands before it: one that acts, or a preposition's."""
    if before.sort in JOINTS:
        return i - 2 >= floor and pieces[i - 2].sort in VERBS and pieces[i - 2].text in verbs.lexicon()
    if before.text.endswith(_actors()):
        return True
    if before.text in lexicon().area or is_place(before):
        return i - 1 == floor or pieces[i - 2].sort not in CONTENT
    j = i - 1
    while j >= 0 and pieces[j].text not in _BY and pieces[j].sort in (*CONTENT, *JOINTS, Sort.DE, Sort.AMOUNT):
        j -= 1  # 为|两个|行业|的|个体户|减免税款
    if j > 0 and pieces[j].sort is Sort.SUBJECT and pieces[j - 1].text in ("这", "该", "此"):
        return True  # 通过|这|一|模式|处理|事故
    return j >= 0 and (pieces[j].sort is Sort.PREPOSITION or pieces[j].text in _BY)


def takes_verb(noun: Piece) -> bool:
    """Whether a verb directly before `noun` is its modifier."""
    known = lexicon()
    if noun.sort is Sort.SOFT or noun.text in known.head | known.means | known.actor | known.body | known.area:
        return True
    return noun.sort is Sort.NOUN and (noun.text[-1] in _SUFFIX or noun.text == "类")


def modifies(pieces: Sequence[Piece], i: int, floor: int, *, relative: bool) -> bool:
    """Whether the verb at `i` is a modifier inside a name: an unlisted one, or one with a suffix noun behind it."""
    verb, after = pieces[i], pieces[i + 1]
    lists = verbs.lexicon()
    listed = verb.text in lists or verb.text in lexicon().telling
    if verb.text in BETTERS and i > floor and betters(pieces, i):
        return True
    if lists.get(verb.text) in ("grow", "fall") and i > floor and after.text in _OF_CHANGE:
        return True  # 经济|增长|预期
    if len(verb.text) > 2 or after.sort is Sort.ASPECT:
        return False
    deed = lists.get(verb.text) not in _STATES and verb.text not in _BRINGS | lexicon().telling
    if after.sort is Sort.NOUN and deed and _measures_deed(after.text):
        return True
    if lists.get(verb.text) == "do" and after.text in _SCALES:
        return i + 2 >= len(pieces) or pieces[i + 2].sort not in CONTENT
    if listed and i > floor and (_is_deed(pieces[i - 1], verb, after) or (relative and _is_labour(pieces, i))):
        return True
    if listed:
        return relative and lists.get(verb.text) in ("build", "do") and after.text[-1] in _EXTENT  # 建成|面积|达
    if after.sort in (Sort.LIST, Sort.ETC):
        return i > floor and pieces[i - 1].sort in (Sort.LIST, Sort.NOUN)
    before = pieces[i - 1] if i > floor else None
    inside = before is not None and before.sort in CONTENT and not _acts(before)
    return takes_verb(after) or ((relative or inside) and after.sort in CONTENT)


_OF_CHANGE = frozenset({"预期", "目标", "潜力", "空间", "趋势", "指数"})
"""Nouns that a change has in front of them."""
_BY = frozenset({"为", "运用", "利用", "借助", "筹集", "筹措", "拿出", "投入", "安排"})
"""What leads to whom or with what something is done: 运用|再贷款|支持|企业, 为|1500户|小店|减免|房租."""
_NO_MEASURE = frozenset({"患者", "质量", "力量", "能量", "学者", "记者", "作者", "读者", "使者", "老者"})


def betters(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the verb at `i` says what the works behind it do to the thing before it: 质量|提升|工程."""
    return (
        pieces[i - 1].sort in (Sort.NOUN, Sort.SOFT)
        and i + 1 < len(pieces)
        and pieces[i + 1].text in lexicon().head | _WORKS
    )


BETTERS = frozenset({"提升", "改善", "提高", "降低", "恢复", "扩大", "压减"})
_WORKS = frozenset({"工程", "行动", "计划", "任务", "试点", "重点县", "示范县", "县", "区", "模式", "专项"})


def _measures_deed(noun: str) -> bool:
    """Whether a noun measures the deed of the verb before it: 出院|人数, 抢救|成功率; 收治|患者 has an object."""
    return noun[-1] == "率" or (len(noun) <= _SHORT and noun[-1] in _MEASURED and noun not in _NO_MEASURE)


def _is_deed(before: Piece, verb: Piece, noun: Piece) -> bool:
    """Whether the verb only names the deed of a thing that another verb governs: 举办|各类|招聘|活动."""
    lists = verbs.lexicon()
    if lists.get(verb.text) != "do" or noun.text not in lexicon().head:
        return False
    governed = lists.get(before.text) in _HOLDS or before.text in lexicon().light or before.sort is Sort.SOFT
    return governed or before.text in lexicon().determiner


def _is_labour(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the verb at `i` names the work on the thing before it: 房屋|修缮|工作|完成80%."""
    before = pieces[i - 1]
    done = verbs.lexicon().get(pieces[i].text) == "do" and pieces[i + 1].text == "工作"
    return done and before.sort is Sort.NOUN and not _acts(before)


_HOLDS = frozenset({"hold", "run", "found", "build", "issue", "reach"})


def _acts(piece: Piece) -> bool:
    """Whether the piece names somebody or an area, behind which a verb governs (全县|划定|…)."""
    return piece.text in lexicon().area or piece.text.endswith(_actors()) or is_place(piece)


def is_place(piece: Piece) -> bool:
    """Whether the piece is the name of a place."""
    return piece.pos == PLACE or (piece.pos == "ns" and place_prefix(piece.text, 0) == len(piece.text))


def is_actor(pieces: Sequence[Piece], phrase: Range) -> bool:
    """Whether the phrase is a body or a place as a whole, one that does things and is not counted."""
    last = pieces[phrase[1] - 1]
    return last.text in lexicon().area or last.text.endswith((*_bodies(), *_actors())) or is_place(last)


def _actors() -> tuple[str, ...]:
    return tuple(lexicon().actor)


def _bodies() -> tuple[str, ...]:
    return tuple(lexicon().body)
