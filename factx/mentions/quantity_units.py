"""The unit behind a numeral, and what the unit does to the value: scale, halves, tenths, smaller units."""

import re
from decimal import Decimal

from factx.mentions import quantity_numerals as numerals
from factx.mentions.quantity_lexicon import Unit, halved, places, unit_at, units
from factx.mentions.quantity_numerals import Measured, Numeral
from factx.mentions.quantity_smaller import smaller
from factx.patterns import compiled

_HALF = Decimal("0.5")
_MORE = frozenset("余餘馀多来來几幾+")
_NOT_MORE = ("多元化", "多样化", "多式联运", "余额", "余热")
_PIECE = frozenset("个個")
_MIDDLE = frozenset("多半")
_INSIDE = compiled("[个個](?P<mid>[多半])(?P<inner>月|小时|小時|星期|礼拜|钟头|百分点|世纪|季度|学期|工作日|[亿億])")
JOINS = frozenset("/／·(（、")
_CLOSE = frozenset(")）")
_ANDS = frozenset("又零")
_SP = "[ \u00a0\u3000]{0,4}"
_ENDS = frozenset(("", *"，。；、,;！？!?）)\n"))
_HALF_OF = frozenset("年天月数径导岛封自决夜途场路程边球机价成山空坡")  # 半年, 半数: here 半 begins another word
_NO_TENTHS = "立果功员为绩本长熟就分套都人品交效因活份教型才了批百千"  # 成立, 成果: here 成 begins another word
_DISCOUNT_NO = "叠页扇射旧算合返腾磨子中断"
_DOZEN_NO = "击造破响好通开工算牢赢消压卡包印扮擂折的出在得掉"
# 两年多, 五倍多; but 两年多次, 五米多高层
_MANY = compiled("多(?![用次项个种元样方边层功媒名家位部所处地点措渠维场少数于轮期角级党国民彩重头晶式片套起条份批])")
_DIGITS = numerals.FIRST
_TENTHS = compiled(f"{_SP}(?P<tenth>[一二三四五六七八九半])(?P<point>分[一二三四五六七八九半])?")
# 壹分 is money: capital digits stand in accounts, else in 伍 (队伍), 陆 (大陆), 拾 (收拾).
_CAPITALS = frozenset("壹贰貳叁參肆伍陆陸柒捌玖拾")


def measured(text: str, numeral: Numeral) -> Measured:
    """The numeral with the unit that stands behind it, if one does."""
    start, end, low, high, more = numeral
    at = numerals.unspaced(text, end)
    behind = text[at : at + 1]
    if behind in _SPECIAL and (special := _SPECIAL[behind](text, Measured(end, low, high, None, None, None, more))):
        return special
    if behind in _MORE and _leaves_over(text, at):
        more, end = True, at + 1
        at = numerals.unspaced(text, end)
    elif behind in _PIECE and text[at + 1 : at + 2] in _MIDDLE and (match := _INSIDE.match(text, at)):
        return _middle(Measured(match.end(), low, high, None, None, None, more), match)
    if text[at : at + 1] == "大" and unit_at(text, at + 1) in halved():
        at += 1  # 三大碗饭
    name = unit_at(text, at)
    if name is None:
        if text[start - 1 : start] != "前" or text[at : at + 1] not in places():
            return Measured(end, low, high, None, None, None, more)
        return Measured(at + 1, low, high, text[at], (at, at + 1), "rank", more)
    # 五大基地; 九十平, but 四通一平 and a match that is 2平
    if (name == "大" and (low < 2 or low % 1 or more)) or (name == "平" and low < 10):
        return Measured(end, low, high, None, None, None, more)
    stop = at + len(name)
    if (
        text[start] in _CAPITALS
        and _CAPITALS.issuperset(text[start : numeral.end])
        and (found := _capital(numeral, name, stop))
    ):
        return found
    unit = units()[name]
    found = Measured(stop, low, high, name, (at, stop), unit.measure, more)
    if unit.as_base:
        found = _in_base(found, unit)
    return _lengthened(text, found, unit) if text[stop : stop + 1] in LENGTHENED else found


def _leaves_over(text: str, at: int) -> bool:
    """Whether 余, 多, 来, 几 or + at `at` says that there is more: 600余人, 十来个, 500+家."""
    word, last = text[at], text[at - 1 : at]
    if word in "来來几幾":
        if text[at + 1 : at + 2] in _DIGITS:
            return False
        return last in "十百千万拾" or (last in "0123456789" and unit_at(text, at + 1) is not None)
    if word == "+":
        return not text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] > "z"
    return not text.startswith(_NOT_MORE, at)


def _capital(numeral: Numeral, name: str, end: int) -> Measured | None:
    """壹分 is money; one capital digit (队伍, 大陆, 收拾) counts nothing else."""
    if name == "分":
        return Measured(end, numeral.value * Decimal("0.01"), None, "元", None, "amount", more=False)
    if numeral.end - numeral.start == 1 and units()[name].base != "元":
        return Measured(numeral.end, numeral.value, None, None, None, None, more=False)
    return None


def _middle(found: Measured, match: re.Match[str]) -> Measured:
    """两个半月, 三个多小时, 2个多亿: 半 or 多 inside the unit."""
    inner = match["inner"]
    half = match["mid"] == "半"
    low = found.low + _HALF if half else found.low
    if inner in "亿億":
        return found._replace(low=low * 10**8, more=found.more or not half)
    # 个 belongs to the unit where the unit alone would mean something else: 3个月 is not 3月.
    whole = units().get(f"个{inner}")
    own = whole is not None and not whole.as_base
    return found._replace(
        low=low,
        unit=f"个{inner}" if own else inner,
        span=None if own else match.span("inner"),
        measure="points" if inner == "百分点" else "duration",
        more=found.more or not half,
    )


def _in_base(found: Measured, unit: Unit) -> Measured:
    """The value in the base unit, where reports tell it so: 5角 is 0.5 元, 3个小时 3 小时."""
    factor = Decimal(str(unit.factor))
    span = None
    if found.span and found.unit and unit.base in found.unit:
        at = found.span[0] + found.unit.index(unit.base)
        span = (at, at + len(unit.base))
    high = None if found.high is None else found.high * factor
    return found._replace(low=found.low * factor, high=high, unit=unit.base, span=span)


def _lengthened(text: str, found: Measured, unit: Unit) -> Measured:
    """A unit with what belongs to it: a second unit, a half, smaller units, 多."""
    end = found.end
    behind = text[end]
    if behind in JOINS:
        return _joined(text, found)
    if found.high is None and behind in _DIGITS and (whole := smaller(text, found, unit)):
        return whole
    if behind in _ANDS and text[end + 1 : end + 2] in _DIGITS and (whole := smaller(text, found, unit, skip=1)):
        return whole
    if unit.measure == "count":
        last = text[end + 1 : end + 2]
        more = behind == "半" and (last in _ENDS or (found.unit in halved() and last not in _HALF_OF))
        return found._replace(end=end + 1, low=found.low + _HALF) if more else found  # 两个半, 两碗半饭
    if behind == "半" and text[end + 1 : end + 2] not in _HALF_OF and found.high is None:
        return found._replace(end=end + 1, low=found.low + _HALF)
    if behind == "多" and _MANY.match(text, end):
        return found._replace(end=end + 1, more=True)
    return found


def _joined(text: str, found: Measured) -> Measured:
    """元/吨, 台(套), 部、篇、件: units that stand together are one."""
    end = found.end
    if found.span is None:
        return found
    if text[end] in "(（":
        second = unit_at(text, end + 1)
        close = end + 1 + len(second or "")
        stop = close + 1 if second and text[close : close + 1] in _CLOSE else end
    else:
        stop = _listed(text, end)
    if stop == end:
        return found
    return found._replace(end=stop, unit=text[found.span[0] : stop], span=(found.span[0], stop))


def _listed(text: str, end: int) -> int:
    """The end of the units that follow at `end`, each behind the same sign."""
    sign, stop = text[end], end
    while text[stop : stop + 1] == sign and (name := unit_at(text, stop + 1) or _period(text, stop, sign)):
        if sign == "、" and len(name) > 1:
            break
        stop += 1 + len(name)
    # A list of classifiers is the whole unit only where no noun follows (发表100多部、篇).
    return end if sign == "、" and "\u4e00" <= text[stop : stop + 1] <= "\u9fff" else stop


def _period(text: str, at: int, sign: str) -> str:
    """The time that a rate is told for, where alone it is no unit: 立方米/日."""
    return text[at + 1 : at + 2] if sign == "/" and text[at + 1 : at + 2] in ("日", "月", "s") else ""


def _tenths(text: str, bare: Measured) -> Measured | None:
    """两成, 三成半, 一成二分五: tenths, told in percent."""
    end = text.index("成", bare.end) + 1
    if text[end : end + 1] in tuple(_NO_TENTHS):
        return None
    ten = 10
    low = bare.low * ten
    if bare.high is None and (match := _TENTHS.match(text, end)):
        low += _part(match["tenth"])
        end = match.end()
        if match["point"]:
            low += Decimal(_part(match["point"][1])) / ten
    high = None if bare.high is None else bare.high * ten
    return bare._replace(end=end, low=low, high=high, unit="%", measure="share")


def _part(digit: str) -> int:
    return 5 if digit == "半" else "零一二三四五六七八九".index(digit)


def _discount(text: str, bare: Measured) -> Measured | None:
    """八折, 75折: what is left to pay, in percent."""
    end = text.index("折", bare.end) + 1
    if text[end : end + 1] in tuple(_DISCOUNT_NO) or not 0 < bare.low < 100 or bare.low == 10 or bare.high is not None:
        return None
    low = bare.low * 10 if bare.low < 10 else bare.low
    return bare._replace(end=end, low=low, unit="%", measure="share")


def _dozen(text: str, bare: Measured) -> Measured | None:
    """五打 is 60."""
    end = text.index("打", bare.end) + 1
    if text[end : end + 1] in tuple(_DOZEN_NO) or bare.high is not None:
        return None
    return bare._replace(end=end, low=bare.low * 12, measure="count")


LENGTHENED = frozenset("/／·(（、半多又零") | numerals.FIRST
_SPECIAL = {"成": _tenths, "折": _discount, "打": _dozen}
