"""Days: the first and the last day that a period mention means, where the year is known."""

import datetime
from calendar import monthrange
from functools import lru_cache
from typing import TypeAlias

from factx.mentions.periods import DASH, YEAR
from factx.patterns import compiled

Days: TypeAlias = tuple[datetime.date | None, datetime.date | None]

_SCHOOL_YEAR = compiled(rf"({YEAR})年?(?:(?:{DASH}|/)(?:{YEAR}|\d\d))?学年")
_YEARS = compiled(rf"({YEAR})年?{DASH}({YEAR}|\d\d)年")
_NUMERIC = compiled(rf"({YEAR})[-./](\d{{1,2}})[-./](\d{{1,2}})")
_PLANS = {
    name: 1981 + 5 * i
    for i, name in enumerate(("六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"))
}
"""The first years of the five-year plans, by the number before 五."""
_PLAN = compiled(r"(十[一二三四五六]|(?<![一二三四五六七八九])[六七八九十])五")
_CUT = compiled(rf"(?<=[\d年月日号份底初度]){DASH}(?=[\d今])")
_ABSOLUTE = compiled(rf"({YEAR})年")
_RELATIVE = compiled(r"[今去前明当本]年|上年|本学?年")
_MONTH = compiled(r"(?<!\d)(1[0-2]|0?[1-9])(?=月|$)")
_DAY = compiled(r"(?<!\d)(3[01]|[12]\d|0?[1-9])[日号]")
_QUARTERS = compiled(r"(前)?第?([一二三四1-4])季度")
_FIRST_MONTHS = compiled(r"前(\d{1,2}|[一二三四五六七八九])个月")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_SHIFT = {"去": -1, "上": -1, "前": -2, "明": 1}
_WHOLE_YEAR = ("全年", "年内", "年度")
_UNTIL = ("截至", "截止")
_OPEN = ("以来", "至今", "起")
_CHINESE_YEAR = compiled(r"([一二][九〇○零][〇○零一二三四五六七八九]{2})(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@lru_cache(maxsize=1024)
def days(words: str, year: int | None) -> Days:
    """The first and last day of `words`; `year` is the one of `今年`, and the one that `全年` and `3月5日` fall in.

    Null where the year is unknown or the words name no days (`近年来`); `以来` has a first day only, `截至` a last one.
    """
    words = _CHINESE_YEAR.sub(lambda m: m.group().translate(_DIGITS), words).replace("元", "1")
    if plan := _PLAN.search(words):
        begin = _PLANS[plan.group(1)]
        return _span(begin, begin + 4) if not words.endswith(_OPEN) else (datetime.date(begin, 1, 1), None)
    if match := _SCHOOL_YEAR.search(words):
        begin = int(match.group(1))
        return datetime.date(begin, 9, 1), datetime.date(begin + 1, 8, 31)
    if match := _YEARS.search(words):
        begin = int(match.group(1))
        end = match.group(2)
        return _span(begin, int(end) if len(end) == 4 else begin // 100 * 100 + int(end))
    if match := _NUMERIC.search(words):
        return _date(*map(int, match.groups())), _date(*map(int, match.groups()))
    first, last = _stretch(words, year)
    if words.startswith(_UNTIL):
        return None, last
    return (first, None) if words.endswith(_OPEN) else (first, last)


@lru_cache(maxsize=1024)
def year_of(words: str, year: int | None) -> int | None:
    """The year that `words` name, counted from `year` where they are relative; None where they name none."""
    words = _CHINESE_YEAR.sub(lambda m: m.group().translate(_DIGITS), words)
    if match := _ABSOLUTE.search(words):
        return int(match.group(1))
    if (match := _RELATIVE.search(words)) and year:
        return year + _SHIFT.get(match.group()[0], 0)
    return None


def _stretch(words: str, year: int | None) -> Days:
    """The days of one point in time, or of two with a dash between them."""
    sides = _CUT.split(words, maxsplit=1)
    left, right = sides[0], sides[-1]
    year_left = year_of(left, year) or year
    if year_left is None:
        return None, None
    year_right = year_of(right, year) or year_left
    month_right = _month(right)
    month_left = _month(left) or month_right
    first = _point(left, year_left, month_left)[0]
    return first, _point(right, year_right, month_right or month_left)[1]


def _month(words: str) -> int | None:
    match = _MONTH.search(words)
    return int(match.group(1)) if match else None


def _point(words: str, year: int, month: int | None) -> Days:
    """The days of one point in time of `year`; `month` is its own or the other side's."""
    if match := _QUARTERS.search(words):
        last = 3 * ("一二三四1234".index(match.group(2)) % 4 + 1)
        return _months(year, 1 if match.group(1) else last - 2, last)
    if match := _FIRST_MONTHS.search(words):
        said = match.group(1)
        return _months(year, 1, int(said) if said.isdigit() else "一二三四五六七八九".index(said) + 1)
    if "半年" in words:
        return _months(year, 1, 6) if "上" in words else _months(year, 7, 12)
    if match := _DAY.search(words):
        day = _date(year, month, int(match.group(1))) if month else None
        return day, day
    if month:
        whole = _months(year, month, month)
        third = next((bounds for name, bounds in _THIRDS.items() if name in words), None)
        return (_date(year, month, third[0]), _date(year, month, third[1]) or whole[1]) if third else whole
    if words.endswith(("底", "末")):
        return _date(year, 12, 31), _date(year, 12, 31)
    named = _ABSOLUTE.search(words) or _RELATIVE.search(words) or words.endswith(_WHOLE_YEAR)
    return _span(year, year) if named or words.startswith("年初以") else (None, None)


def _span(first: int, last: int) -> Days:
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def _months(year: int, first: int, last: int) -> Days:
    last = min(last, 12)
    return datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1])


def _date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
