"""What is a number and no achievement, with the reason: one check a reason, tried in order."""

from collections.abc import Callable
from dataclasses import dataclass

from factx import words
from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.patterns import compiled
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.sight import at_sight
from factx.rules.nounphrase import Piece, Sort, is_place
from factx.rules.nounphrase.sorts import lexicon as phrases

_NAMING = compiled(r"[一-鿿A-Za-z]")
_SMALL_IN_WORDS = compiled(r"[一二两三四五六七八九十]{1,2}(?![0-9])")
_ONE_IN_WORDS = compiled(r"一(?![0-9十百千万亿])")
_BARE_COUNT = compiled(r"(?:指数|系数|得分|评分|比值|数|量|率|金|银|铜)$")
_CONDITION = compiled(r"如果|假如|若(?!干)|一旦|即使|只要|倘若|凡(?=[^，。；]{2,20}的)|要是|当(?=[^，。；]{2,20}时)")
_WORKS_OUT = ("折算", "换算", "计算")
_JOINED = compiled("[和及的（(]")
_LARGE = 10_000
_MOST_CLASSES = 60
_RUN = ("航班", "班列", "列车", "班车", "客车", "班次", "航线")
_MOST_IN_PASSING = 12
_LEFT = frozenset({"left", "subject"})
_STATES = frozenset({"reach", "grow", "fall"})
_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset({"m", "mq", "q", "x"})
_ADVERBS = frozenset({"d", "c", "ad"})
_WORDS = _ADVERBS | {"l", "i", "a", "r", "nz", "ns", "nr", "v", "n", "j"}
_PASSED_OVER = frozenset(
    {Sort.NOUN, Sort.LIST, Sort.AND, Sort.ETC, Sort.NAME, Sort.BRACKET, Sort.SOFT, Sort.DE, Sort.ADVERB}
)


@dataclass(frozen=True, slots=True)
class Case:
    """An amount, its frame and the text of its metric; `before` and `after` are the pieces on both sides."""

    text: str
    around: Frame
    amount: Amount
    metric: str
    before: Piece | None
    after: Piece | None

    @property
    def written(self) -> str:
        """The amount as written."""
        return self.text[self.amount.start : self.amount.end]

    @property
    def verb(self) -> str:
        """The last word of the verb, or ``."""
        verb = self.around.verb
        return self.around.row[verb[1] - 1].text if verb else ""

    @property
    def unit(self) -> str:
        """The unit, or ``."""
        return self.amount.unit or ""

    @property
    def in_words(self) -> bool:
        """Whether it is a small number in Chinese numerals."""
        return _SMALL_IN_WORDS.match(self.written) is not None


def doubt(text: str, around: Frame, amount: Amount, metric: str) -> str | None:
    """Why the amount is no achievement, or None."""
    if reason := at_sight(text, amount):
        return reason
    row, at = around.row, around.at
    before = row[at - 1] if at > around.floor else None
    after = row[at + 1] if at + 1 < len(row) else None
    case = Case(text, around, amount, metric, before, after)
    return next((reason for reason, holds in _DOUBTS if holds(case)), None)


def _ordinal(case: Case) -> bool:
    follows = case.after.text if case.after else ""
    in_a_row = case.unit in ("次", "届") and follows.startswith(tuple(lexicon().assembly))
    ranked = case.amount.ordinal or case.amount.measure == "rank"
    return (ranked and case.around.sort != "rank") or (case.in_words and (in_a_row or case.unit.startswith("批")))


def _article(case: Case) -> bool:
    listed = case.around.side == "left" and case.unit in lexicon().solid
    plain = case.around.sort == "plain" and case.amount.value == 1 and case.amount.measure == "count"
    return plain and not listed and _ONE_IN_WORDS.match(case.written) is not None


def _inside_word(case: Case) -> bool:
    """进一步, 十分: a numeral that is a piece of a word that is no number."""
    amount, row = case.amount, case.around.row
    if amount.ordinal or case.text[amount.number[0]] in _DIGITS:
        return False
    if case.written == "十分":
        return True
    start, end = max(row[0].start, amount.start - 3), min(row[-1].end, amount.end + 3)
    for word in words.cut(case.text, start, end):
        if word.pos in _NUMERALS or not word.start < amount.number[1] <= word.end:
            continue
        longer = word.start < amount.start or word.end > amount.end
        if word.end - word.start > 1 and word.pos in (_WORDS if longer else _ADVERBS):
            return True
    return False


def _duration(case: Case) -> bool:
    timed = case.amount.measure == "duration" or case.unit in lexicon().duration
    changed = case.around.side in (*_LEFT, "carried") and verb_lexicon().get(case.verb) in _STATES
    measured = case.metric.endswith(_LASTS) or _lived(case)
    apart = case.text.endswith(("时隔", "相隔"), 0, case.amount.start)
    return timed and (apart or (case.around.sort == "plain" and not changed and not measured))


_LASTS = ("天数", "时长", "用时", "耗时", "工期", "住院日", "机时", "工时")
"""Last words of what lasts so long by itself: 平均审理|天数."""


def _lived(case: Case) -> bool:
    """Whether it is how long people live, or how old they are; 年龄|在35岁以下 is a condition."""
    limit = case.metric.endswith("年龄") and case.written.endswith(("以上", "以下", "以内"))
    return case.metric.endswith(("寿命", "年龄")) and not limit


def _age(case: Case) -> bool:
    return case.unit in ("周年", "岁", "周岁") and not _lived(case)


_BY = frozenset({"按", "按照", "以"})


def _each(case: Case) -> bool:
    """每期|1次, 每村|配备|1名, 按|每人|500元."""
    row, around = case.around.row, case.around
    at = next((i for i in range(around.at - 1, around.floor - 1, -1) if row[i].text.startswith("每")), None)
    if at is None:
        return False
    ruled = at > around.floor and row[at - 1].text in _BY and at + 1 == around.at
    return case.amount.value == 1 or ruled or (at + 1 == around.at and case.unit == "人")


def _in_passing(case: Case) -> bool:
    """向甲、乙、丙等|3家|银行: a few things only named behind a preposition."""
    amount, around = case.amount, case.around
    if around.side != "right" or amount.qualifier != "exact" or amount.value > _MOST_IN_PASSING:
        return False
    row, i = around.row, around.at - 1
    while i >= around.floor and row[i].sort in _PASSED_OVER:
        i -= 1
    return i >= around.floor and row[i].text in lexicon().pointing


def _pointing(case: Case) -> bool:
    follows = case.after.text if case.after else ""
    return follows == "方面" or (case.around.side == "right" and case.metric in lexicon().abstract)


def _nameless(case: Case) -> bool:
    words = lexicon()
    return not _NAMING.search(case.metric) or case.metric in words.empty or case.metric in words.anaphora


def _placed(case: Case) -> bool:
    """31个省份报告…, 在12个国家: places that nothing was done to."""
    around = case.around
    done = any(p.sort is Sort.VERB or p.text in verb_lexicon() for p in around.row[around.floor : around.at])
    first = _JOINED.split(case.metric)[0]
    short = len(first) == 1 and case.unit == "个" and first in "省市县区州"
    return around.side == "right" and not done and (short or first in lexicon().places)


def _bare(case: Case) -> bool:
    amount = case.amount
    bare = amount.unit is None and not amount.ordinal and amount.measure not in ("rank", "share")
    return bare and amount.value < _LARGE and not _BARE_COUNT.search(case.metric)


def _named(case: Case) -> bool:
    ran = case.before is not None and case.before.sort is Sort.VERB
    which = case.around.side == "right" and not ran  # 2018级材料1班|李明的作品
    many = case.amount.value > _MOST_CLASSES
    school_class = case.unit == "班" and (many or which) and not case.metric.endswith(_RUN)
    return school_class or case.unit in lexicon().specification or not case.amount.value


def _capacity(case: Case) -> bool:
    """年产|60万吨, 青禾|60万吨|赖氨酸: nouns directly on both sides of a physical quantity."""
    if case.before is None:
        return False
    physical = case.amount.measure == "amount" and case.unit != "元"
    glued = case.before.sort in (Sort.NOUN, Sort.NAME) and case.before.end == case.amount.start
    glued = glued and case.amount.qualifier == "exact" and not is_place(case.before)
    glued = glued and case.before.text not in phrases().area  # 全县|143万亩|冬小麦
    names = case.around.side == "right" and case.after is not None and case.after.sort is not Sort.DE
    holds = case.before.text in lexicon().capacity and case.after is not None and case.after.sort in _CONTENT
    return holds or (physical and glued and names)


def _sized(case: Case) -> bool:
    """10万亩|有机蔬菜基地|项目: how large the thing of that name is."""
    around = case.around
    if around.side != "right" or around.metric is None or case.amount.measure != "amount" or case.unit == "元":
        return False
    attributed = around.row[around.metric[0] - 1].sort is Sort.DE
    return not attributed and around.row[around.metric[1] - 1].text in lexicon().sized


def _scene(case: Case) -> bool:
    """摆着|十多张|桌子: what there is to see."""
    row, at = case.around.row, case.around.at
    shown = at - 1 > case.around.floor and row[at - 1].text == "着" and row[at - 2].text not in lexicon().exists
    return shown and case.around.side == "right"


def _sums_up(case: Case) -> bool:
    """A、B|两个|学科: the number only sums up the list before it."""
    row, around = case.around.row, case.around
    if around.side != "right" or not case.in_words or case.amount.value == 1:
        return False
    items, i = 1, around.at - 1
    if i < around.floor or row[i].sort not in _LISTED:
        return False
    while i >= around.floor and row[i].sort in (*_LISTED, Sort.LIST, Sort.AND):
        items += row[i].sort in (Sort.LIST, Sort.AND)
        i -= 1
    return items == case.amount.value


def _jointly(case: Case) -> bool:
    """甲、乙等|12个|单位|举办: bodies that only do something together."""
    listed = case.before is not None and case.before.sort is Sort.ETC
    return listed and case.metric in _ACTING and case.around.side == "right"


def _inside_name(case: Case) -> bool:
    """十项|工程劳动竞赛领导小组: a numeral inside the name of an event or a body."""
    of_works = case.in_words and case.unit in ("项", "大") and case.metric.startswith(_WORKS)
    return of_works and case.metric.endswith(_NAMED_HEADS)


_ACTING = frozenset({"单位", "部门", "机构", "厅局", "委办局", "部委办局"})
_NAMED_HEADS = ("竞赛", "领导小组", "指挥部", "办公室", "大会", "会议", "会", "总结")
_WORKS = ("工程", "行动", "任务", "改革", "重点")


def _distance(case: Case) -> bool:
    """距|江州市区|仅3公里: where something lies."""
    around = case.around
    start = around.row[around.floor].start
    return around.verb is None and case.unit in _LENGTHS and bool(_FAR_FROM.search(case.text, start, case.amount.start))


_FAR_FROM = compiled("(?:距离?|相距)[^,，。;；]{2,16}$")
_LENGTHS = frozenset({"公里", "千米", "米", "里", "海里"})


def _picture(case: Case) -> bool:
    """相当于|10个|足球场, 绕|赤道|15圈."""
    things = case.amount.measure == "count" and case.verb in _LIKENS
    return case.verb in lexicon().picture and (case.around.side == "right" or things)


_LIKENS = frozenset({"相当于", "好比", "等于"})
_CONTENT = frozenset({Sort.NOUN, Sort.NAME, Sort.SOFT, Sort.VERB})
_LISTED = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT})


_DOUBTS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("an ordinal", _ordinal),
    ("一 as an article", _article),
    ("part of a word", _inside_word),
    ("a duration as mere time", _duration),
    ("a rule for each", _each),
    ("what others are worked out by", lambda case: case.text.startswith(_WORKS_OUT, case.amount.end)),
    ("counted in passing", _in_passing),
    ("a set phrase (两国, 三级)", lambda case: case.in_words and case.unit in lexicon().collective),
    ("an age or an anniversary", _age),
    ("a name or a specification", _named),
    ("things named before", lambda case: case.before is not None and case.before.text in lexicon().pointer),
    ("a condition", lambda case: _CONDITION.match(case.text, case.around.row[0].start) is not None),
    ("N大X names a known set", lambda case: case.unit == "大" and not case.verb.endswith(tuple(lexicon().making))),
    ("a number that only divides or points", _pointing),
    ("nothing that it measures", _nameless),
    ("places counted in passing", _placed),
    ("a bare number", _bare),
    ("a capacity inside a name", _capacity),
    ("a capacity inside a name", _sized),
    ("a number that sums up a list", _sums_up),
    ("bodies that only act together", _jointly),
    ("a number inside a name", _inside_name),
    ("what there is to see", _scene),
    ("how far off something lies", _distance),
    ("a picture of the number", _picture),
)
