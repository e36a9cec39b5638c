"""What is a number and no achievement, with the reason: one check a reason, tried in order."""

from collections.abc import Callable, Sequence

from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.patterns import compiled
from factx.rules.achievement import lives, named
from factx.rules.achievement.case import Case
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.sight import at_sight
from factx.rules.nounphrase import Piece, Sort
from factx.rules.nounphrase.sorts import lexicon as phrases

_NAMING = compiled(r"[一-鿿A-Za-z]")
_ONE_IN_WORDS = compiled(r"一(?![0-9十百千万亿])")
_BARE_COUNT = compiled(r"(?:指数|系数|得分|评分|比值|数|量|率|金|银|铜)$")
_CONDITION = compiled(
    r"(?:但|而|不过)?一旦|如果|假如|若(?!干)|即使|只要|倘若|凡(?=[^，。；]{2,20}的)|要是|当(?=[^，。；]{2,20}时)"
)
_WORKS_OUT = ("折算", "换算", "计算")
_JOINED = compiled("[和及的（(]")
_LARGE = 10_000
_MOST_IN_PASSING = 12
_PASSED_OVER = frozenset(
    {Sort.NOUN, Sort.LIST, Sort.AND, Sort.ETC, Sort.NAME, Sort.BRACKET, Sort.SOFT, Sort.DE, Sort.ADVERB}
)


def doubt(text: str, around: Frame, amount: Amount, metric: str) -> str | None:
    """Why the amount is no achievement, or None."""
    if reason := at_sight(text, amount):
        return reason
    row, at = around.row, around.at
    before = row[at - 1] if at > around.floor else None
    after = row[at + 1] if at + 1 < len(row) else None
    case = Case(
        text,
        around,
        amount,
        metric,
        before,
        after,
        amount.unit or "",
        row[around.verb[1] - 1].text if around.verb else "",
    )
    return next((reason for reason, holds in _DOUBTS if holds(case)), None)


def _ordinal(case: Case) -> bool:
    follows = case.after.text if case.after else ""
    in_a_row = case.unit in ("次", "届") and follows.startswith(tuple(lexicon().assembly))
    ranked = case.amount.ordinal or case.amount.measure == "rank"
    if case.amount.ordinal and case.amount.unit is None and case.verb in _REACHES and _is_noun(case.after):
        return True  # 达|第五|腰椎
    if case.unit == "届" and case.text[case.amount.start - 1 : case.amount.start] in _HOLD:
        return True  # 市|二届|外科专委会
    return (ranked and case.around.sort != "rank") or ((in_a_row or case.unit.startswith("批")) and case.in_words)


_REACHES = frozenset({"达", "达到"})


def _is_noun(piece: Piece | None) -> bool:
    return piece is not None and piece.sort is Sort.NOUN


_HOLD = frozenset("国省市县区州校院会协")


def _article(case: Case) -> bool:
    listed = case.around.side == "left" and case.unit in lexicon().solid
    plain = case.around.sort == "plain" and case.amount.value == 1 and case.amount.measure == "count"
    return plain and not listed and _ONE_IN_WORDS.match(case.written) is not None


def _one_of(case: Case) -> bool:
    """是全省|十个重点镇|之一: how many there are in all, of which the subject is one."""
    at = case.text.find("之一", case.amount.end, case.around.row[-1].end)
    return at > 0 and case.text[at - 1] != "分" and case.amount.measure in (None, "count")


def _points(case: Case) -> bool:
    """找|一个点: 个点 is so much of a rate behind a verb of growing or reaching only."""
    return case.unit == "个点" and verb_lexicon().get(case.verb) not in _MOVES


_MOVES = frozenset({"grow", "fall", "compare", "reach"})


_BY = frozenset({"按", "按照", "以"})
_OFTEN = frozenset({"每天", "每日", "每周", "每晚", "每月", "每星期", "每季度", "每次"})
_MUST = frozenset({"不能", "不得", "只能", "最多", "应当", "应", "须"})


def _condition(case: Case) -> bool:
    """若…, 输送员工|50人以上|的，…: what must be so before something else holds."""
    row = case.around.row
    held = row[-1].sort is Sort.DE and case.around.at < len(row) - 1 and case.written.endswith(("以上", "以下", "以内"))
    return held or _CONDITION.match(case.text, row[0].start) is not None


def _each(case: Case) -> bool:
    """每期|1次, 每村|配备|1名, 按|每人|500元."""
    row, around = case.around.row, case.around
    at = next((i for i in range(around.at - 1, around.floor - 1, -1) if row[i].text.startswith("每")), None)
    if at is None:
        return False
    ruled = at > around.floor and row[at - 1].text in _BY and at + 1 == around.at
    ruled = ruled or any(piece.text in _MUST for piece in row[at : around.at])
    often = row[at].text in _OFTEN and case.unit in ("次", "遍")
    return case.amount.value == 1 or ruled or often or (at + 1 == around.at and case.unit == "人")


def _in_passing(case: Case) -> bool:
    """向甲、乙、丙等|3家|银行: a few things only named behind a preposition."""
    amount, around = case.amount, case.around
    if case.before is not None and case.before.text in _THROUGH and amount.measure == "count":
        return True  # 经过|三轮|角逐
    if around.side != "right" or amount.qualifier != "exact" or amount.value > _MOST_IN_PASSING:
        return False
    if case.verb in verb_lexicon() and around.verb and around.verb[1] <= around.at:
        return False  # 按标准|建设|3所|学校
    row, i = around.row, around.at - 1
    while i >= around.floor and row[i].sort in _PASSED_OVER:
        i -= 1
    return i >= around.floor and row[i].text in lexicon().pointing


_THROUGH = frozenset({"经过", "历经"})


def _present(case: Case) -> bool:
    """两名|记者, 6位|工作人员: people who only stand there."""
    few = case.unit in ("名", "位", "个", "人") and case.amount.value <= _MOST_IN_PASSING
    return few and case.around.side == "right" and case.metric in lexicon().present


def _pointing(case: Case) -> bool:
    follows = case.after.text if case.after else ""
    return follows == "方面" or (case.around.side == "right" and case.metric in lexicon().abstract | lexicon().kin)


def _nameless(case: Case) -> bool:
    words = lexicon()
    return not _NAMING.search(case.metric) or case.metric in words.empty | words.anaphora | words.duration


def _placed(case: Case) -> bool:
    """31个省份报告…, 在12个国家: places that nothing was done to."""
    around = case.around
    done = any(p.sort is Sort.VERB or p.text in verb_lexicon() for p in around.row[around.floor : around.at])
    first = _JOINED.split(case.metric)[0]
    if around.metric and around.row[around.metric[1] - 1].sort is Sort.SOFT:  # 29个|省市|招生
        first = around.row[around.metric[0]].text
    short = len(first) == 1 and case.unit == "个" and first in "省市县区州"
    came = case.before is not None and case.before.text == "来自"
    if came and around.side == "right" and around.metric and _leads_to_count(around.row, around.metric[1]):
        return True  # 来自|5个|学院|的|12支|队伍
    return around.side == "right" and (came or not done) and (short or first in lexicon().places)


def _leads_to_count(row: Sequence[Piece], i: int) -> bool:
    return i + 1 < len(row) and row[i].sort is Sort.DE and row[i + 1].sort is Sort.AMOUNT


def _bare(case: Case) -> bool:
    amount = case.amount
    bare = amount.unit is None and not amount.ordinal and amount.measure not in ("rank", "share")
    return bare and amount.value < _LARGE and not _BARE_COUNT.search(case.metric)


def _scene(case: Case) -> bool:
    """摆着|十多张|桌子: what there is to see."""
    row, at = case.around.row, case.around.at
    shown = at - 1 > case.around.floor and row[at - 1].text == "着" and row[at - 2].text not in lexicon().exists
    shown = shown or (case.before is not None and case.before.text[1:] == "着" and case.before.sort is Sort.VERB)
    loaded = case.amount.measure != "count" and case.after is not None and case.after.sort is not Sort.DE
    return shown and case.around.side == "right" and not loaded  # 载着|250吨|蔬菜, but 背着|30斤|的|书包


def _sums_up(case: Case) -> bool:
    """A、B|两个|学科: the number only sums up the list before it."""
    row, around = case.around.row, case.around
    if not case.in_words or case.amount.value == 1 or case.verb.endswith(tuple(lexicon().making)):
        return False
    alone = around.side != "right"  # 分为|独唱、对唱、合唱|三项
    listed = {*_LISTED, Sort.VERB} if alone else _LISTED
    if alone and (case.after is not None or case.unit not in ("项", "条", "类", "种", "方面", "部分")):
        return False
    items, i = 1, around.at - 1
    if i < around.floor or row[i].sort not in listed:
        return False
    while i >= around.floor and row[i].sort in (*listed, Sort.LIST, Sort.AND):
        items += row[i].sort in (Sort.LIST, Sort.AND)
        i -= 1
    return items == case.amount.value


def _jointly(case: Case) -> bool:
    """甲、乙等|12个|单位|举办: bodies that only do something together."""
    listed = case.before is not None and case.before.sort is Sort.ETC
    return listed and case.metric in _ACTING and case.around.side == "right"


_ACTING = frozenset({"单位", "部门", "机构", "厅局", "委办局", "部委办局"})


def _distance(case: Case) -> bool:
    """距|江州市区|仅3公里: where something lies."""
    around = case.around
    start = around.row[around.floor].start
    apart = around.verb is None or case.verb in _LIES
    return apart and case.unit in _LENGTHS and bool(_FAR_FROM.search(case.text, start, case.amount.start))


_FAR_FROM = compiled("(?:距离?|相距|位于|地处)[^,，。;；]{2,16}$")
_LIES = frozenset({"位于", "地处"})
_LENGTHS = frozenset({"公里", "千米", "米", "里", "海里"})


def _belongs(case: Case) -> bool:
    """被确定为|首批|16所|试点学校: how many the set has that something belongs to."""
    rated = case.verb in _JOINS and case.around.side == "right" and case.amount.qualifier == "exact"
    return rated and case.before is not None and (case.before.text in _FIRST or case.before.text in phrases().area)


_JOINS = frozenset({"确定为", "列为", "评为", "命名为", "认定为", "成为", "入选", "列入", "纳入", "选为"})
_FIRST = frozenset({"首批", "全国", "国内"})


def _picture(case: Case) -> bool:
    """相当于|10个|足球场, 绕|赤道|15圈."""
    things = case.amount.measure == "count" and case.verb in _LIKENS
    return case.verb in lexicon().picture and (case.around.side == "right" or things)


_LIKENS = frozenset({"相当于", "好比", "等于"})
_LISTED = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT})


_DOUBTS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("an ordinal", _ordinal),
    ("一 as an article", _article),
    ("part of a word", named.inside_word),
    ("a duration as mere time", lives.duration),
    ("a rule for each", _each),
    ("what others are worked out by", lambda case: case.text.startswith(_WORKS_OUT, case.amount.end)),
    ("counted in passing", _in_passing),
    ("a set phrase (两国, 三级)", lambda case: case.unit in lexicon().collective and case.in_words),
    ("an age or an anniversary", lives.age),
    ("points on a way, not of a rate", _points),
    ("how many there are, of which the subject is one", _one_of),
    ("how many a family has", lives.household),
    ("how often somebody does something", lives.often),
    ("a name or a specification", named.classed),
    ("things named before", lambda case: case.before is not None and case.before.text in lexicon().pointer),
    ("a condition", _condition),
    ("N大X names a known set", lambda case: case.unit == "大" and not case.verb.endswith(tuple(lexicon().making))),
    ("a number that only divides or points", _pointing),
    ("nothing that it measures", _nameless),
    ("places counted in passing", _placed),
    ("a bare number", _bare),
    ("a capacity inside a name", named.holds),
    ("a capacity inside a name", named.sized),
    ("a number that sums up a list", _sums_up),
    ("bodies that only act together", _jointly),
    ("a number inside a name", named.inside_name),
    ("what a thing is like", named.modelled),
    ("how large a thing is", named.measured),
    ("a set that something belongs to", _belongs),
    ("people who only stand there", _present),
    ("what there is to see", _scene),
    ("how far off something lies", _distance),
    ("a picture of the number", _picture),
)
