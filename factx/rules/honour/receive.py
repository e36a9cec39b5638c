"""Active honours: `X荣获…`, `X入选…`, `X在…比赛中获一等奖`, `X获G颁发的…`."""

from collections.abc import Sequence

from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.announce import THIS, announced, announcer
from factx.rules.honour.aside import own_start
from factx.rules.honour.contest import contest_above, contest_before
from factx.rules.honour.counted import only_counted
from factx.rules.honour.drafting import drafts, held_by
from factx.rules.honour.givers import decided_by, giver_in, taken_off
from factx.rules.honour.guards import hindrance, inside_word
from factx.rules.honour.holders import holders_in
from factx.rules.honour.listing import (
    contests_apart,
    continued,
    counted_on,
    described,
    shared_out,
    spelled_behind,
)
from factx.rules.honour.medals import MEDALS, won_in_contest
from factx.rules.honour.series import listed_before, spelled_out, summed_up
from factx.rules.honour.shape import Shape, is_bare_grade, is_group_grade, is_led_grade
from factx.rules.honour.stems import contest_of, stem_before
from factx.rules.honour.taken import TAKING, given_by, object_of
from factx.rules.honour.titles import Title, titles, unwrapped
from factx.rules.honour.vocabulary import lexicon, title_lexicon
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention, within
from factx.segment import Clause
from factx.text import Span

_NO_OBJECT = compiled(
    r"者|感|奖(?=[者的,，。;；、]|人|名单|情况|作品|项目|$)|悉|取(?!得)|知|利|益|救|胜|释|刑|罪|准(?!入)|选(?=手|拔|举|民|票|项|择)"
)
_NUMBER = compiled(r"[\s\d.．、(（)）]*")
_MARKS = frozenset("，,。；;")
_SHORTEST, _LONGEST = 4, 40
_PART_OF_WORD = compiled(r"[捕收查截缴抓渔猎俘抢拿虏采斩破所未难]$")
_LIST_OF_CHOSEN = compiled(r"[之库家创\d]|名录")
_WHOM = compiled(r"(?:[向对给与让由]|(?<!共)同)$|(?:表彰|慰问|看望|接见|会见|祝贺)了?(?:今年|去年|本年度|\d{4}年度?)?$")
_SAID_OF = frozenset("是系为")
_HANDED = compiled("(?:颁奖|授奖|授牌|颁发[^,，]{0,8}|佩戴[^,，]{0,8}|献花)$")
"""What is done for those who got it: 为荣获…称号的李晓岚|颁奖."""
_NAMING = frozenset(("列入", "列为", "评为", "认定为", "命名为", "确定为", "批准为", "选为", "纳入"))
_HANDING = frozenset(("颁发", "授予", "颁授"))
_NAMED_IN = ("榜上有名", "名列其中", "位列其中")
_HEADLINE = 20
_TAUGHT = compiled(
    r"(?:老师|教师|教练|同志)[^,，。;；]{0,6}(?:辅导|指导|带领)的?(学生|同学|学员|选手)(?:们|参赛|参加[^,，。;；]{2,30}|(?:先后|共|多次|荣|喜)+$)?"
)
"""Those who won where somebody taught them: 王老师辅导|学生|获得…."""
_PRIZE_SIGNS = "奖军牌名金银铜冠魁杯强第认"
_OBJECT_REACH = 40
"""Characters behind a verb of taking in which a prize would be told: most that is taken is none."""
_CONTEST_WORD = compiled(r"(?:本[次届]|此次|这次|该)?(?:大赛|比赛|竞赛|赛事|决赛|评选|评比)的?(?=\S{2})")


def receive(scene: Scene, mention: Mention) -> Outcome:
    """The honours that the subject of an active verb got."""
    text = scene.text
    if text[mention.start : mention.end] in TAKING and not any(
        text.find(sign, mention.end, mention.end + _OBJECT_REACH) >= 0 for sign in _PRIZE_SIGNS
    ):
        return None
    won = MEDALS.match(scene.text, mention.start)
    if won and mention.end <= won.end(1):
        return won_in_contest(scene, mention, won.span(1)) or None
    return _received(scene, mention)


def _received(scene: Scene, mention: Mention) -> Outcome:
    """The honours that the object of the verb names."""
    text = scene.text
    before = text[max(0, mention.start - 1) : mention.start]
    if _NO_OBJECT.match(text, mention.end) or _is_inside(scene, mention):
        return None
    clause = scene.clause(mention.start)
    if text[mention.start : mention.end] in {"获", "获得"} and _is_given(scene, mention, clause):
        return Decline("told by the verb of giving behind it", (mention.start, mention.end))
    if text.startswith("的", mention.end):
        return Decline("the verb only describes what follows", (mention.start, mention.end + 1))
    if _describes_chosen(text, mention.start, mention.end):
        return Decline("the verb only describes what follows", (mention.start, mention.end))
    if _WHOM.search(text[max(clause.start, mention.start - 12) : mention.start]):
        return Decline("said of those who get it in general", (mention.start, mention.end))
    if mention.end == clause.end and (made := _won_by(scene, mention, clause)):
        return made
    found = object_of(scene, mention, clause) or spelled_behind(scene, mention.end) or counted_on(scene, mention.end)
    if not found:
        if made := _of_announced(scene, mention, clause):
            return made
        return Decline("what follows the verb is no honour", (mention.start, mention.end))
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    said = before in _SAID_OF and not _HANDED.search(text, mention.end, clause.end)
    holders = [] if said else described(scene, found, clause.end)
    if isinstance(holders, Decline):
        return holders
    further = list(continued(scene, found[-1], clause.end))
    if further and text[found[-1].end : further[0].start].endswith(("(其中", "（其中", "(", "（")):
        found.pop()  # a sum of prizes that the brackets spell out
    made = _granted(scene, mention, found + further, own_start(scene, mention.start, clause), holders)
    return made or Decline("only how many got it, or a grade of nothing named", (mention.start, mention.end))


def _is_inside(scene: Scene, mention: Mention) -> bool:
    """Whether the verb is a part of a word, of the name of a document or of a quoted headline."""
    before = scene.text[max(0, mention.start - 1) : mention.start]
    if _PART_OF_WORD.search(before) and not (before == "所" and mention.end - mention.start > 1):
        return True  # 收获, 所获; not 司法所|获评
    quoted = any(a < mention.start < b <= a + _HEADLINE for a, b in scene.quotes)
    return quoted or inside_word(scene.text, mention) or any(a < mention.start < b for a, b in scene.books)


def _describes_chosen(text: str, start: int, end: int) -> bool:
    """Whether a verb of choosing leads those chosen (`入选项目涉及…`), not what they were chosen for."""
    if text[start:end] not in lexicon().selecting:
        return False
    led = next((text[end : end + n] for n in (2, 3) if text[end : end + n] in title_lexicon().chosen), None)
    return led is not None and not _LIST_OF_CHOSEN.match(text, end + len(led))


def _is_given(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether 获 only says that somebody gives (`获G批准列入T`): the verb of giving tells of the honour."""
    for verb in within(scene.verbs, mention.end, min(clause.end, mention.end + 24)):
        if verb.sort == "rate":
            word = scene.text[verb.start : verb.end]
            return word in _NAMING or (word in _HANDING and scene.text[verb.end : verb.end + 1] not in "的，。权点单")
    return False


def _of_announced(scene: Scene, mention: Mention, clause: Clause) -> list[Draft]:
    """`…评选揭晓,甲、乙榜上有名`, `…名单公布,甲获此殊荣`: the honour stands before, the holders before the verb."""
    text = scene.text
    verb = text[mention.start : mention.end]
    alone = mention.end >= clause.end and (verb in lexicon().selecting or verb == "当选")
    lists = alone and not verb.startswith((*_NAMED_IN, "当选"))
    this = THIS.match(text, mention.end, clause.end)
    if not alone and (this is None or text.startswith(("的", "人数", "数量", "资格"), this.end())):
        return []
    before = announced(scene, clause.start, lists=lists)
    phrase = (clause.start, mention.start)
    holders = spelled_out(scene, phrase, clause.end) if before else []
    if before and not holders and not only_counted(text, *phrase):
        holders = holders_in(scene, *strip_adverbs(text, *phrase))
        holders = listed_before(scene, clause.start, holders) if holders else []
    if before is None or not holders or hindrance(scene, clause.start, (mention.start, mention.end), clause.end):
        return []
    quote = (clause.start, mention.end)
    return drafts(scene, before.title, holders, before.giver, quote, verb=verb if lists else "")


def _won_by(scene: Scene, mention: Mention, clause: Clause) -> list[Draft]:
    """`T被X夺得`: the title before 被, the holder behind it."""
    text = scene.text
    by = max(text.rfind("被", clause.start, mention.start), text.rfind("由", clause.start, mention.start))
    if by < 0:
        return []
    begin, end = strip_adverbs(text, clause.start, by)
    title = next(iter(titles(text, begin, end, sure=False)), None)
    holders = holders_in(scene, by + 1, mention.start)
    if title is None or title.form is not Shape.AWARD or title.end < end or not holders:
        return []
    if is_bare_grade(title.text(text)):
        title.spans = [*(won.name for won in [contest_before(text, scene.sentence.start, begin)] if won), *title.spans]
        if len(title.spans) == 1:
            return []
    return drafts(scene, title, holders, None, (begin, mention.end), verb=text[mention.start : mention.end])


def _contest_word(title: Title, words: str) -> int:
    """How many characters lead a grade as a word for the contest that was told of (`大赛|一等奖`)."""
    led = _CONTEST_WORD.match(words) if words.endswith("奖") and len(title.spans) == 1 else None
    return led.end() if led and is_bare_grade(words[led.end() :]) else 0


def _granted(scene: Scene, mention: Mention, found: list[Title], start: int, holders: Sequence[Span]) -> list[Draft]:
    """Drafts for titles behind an active verb whose clause begins at `start`."""
    text = scene.text
    verb = text[mention.start : mention.end]
    named, begin, end = contest_of(scene, mention.start, start)
    recipients = list(holders) or _holders(scene, mention, start, (begin, end))
    if recipients is None:
        return []
    given = given_by(text, mention.end, found[0].start)
    giver = giver_in(text, *given.span(1)) if given else None
    pairs = shared_out(scene, found, recipients, mention.start)
    made: list[Draft] = []
    for title, holder in pairs:
        grantor = giver if title is found[0] or title.quoted else None
        grantor = grantor or decided_by(text, scene.sentence.start, start)
        words = title.text(text)
        if (led := _contest_word(title, words)) and (named or stem_before(scene, start, sport=False)):
            title.spans = [(title.spans[0][0] + led, title.spans[0][1])]
            words = words[led:]
        if is_bare_grade(words):
            stem = (
                (named.name, named.giver)
                if named
                else stem_before(scene, start, sport=words.endswith(("军", "牌", "金")))
            )
            if stem is None:
                continue
            title.spans = [stem[0], *title.spans]
            grantor = grantor or stem[1]
        elif is_led_grade(words) and (won_in := named or contest_above(text, start)):
            title.spans = [won_in.name, *title.spans]
        elif is_group_grade(words) and (won_in := named or contest_above(text, start)):
            title.spans = [won_in.name, *title.spans]
            grantor = grantor or won_in.giver
        grantor = grantor or taken_off(text, title) or (named.giver if named else None)
        if grantor is None and title.form in {Shape.TITLE, Shape.AWARD}:
            grantor = announcer(scene, title.text(text), start)
        quote = (min(start, mention.start, title.start), max(title.end, mention.end))
        behind = bool(made) and title.start > scene.clause(mention.start).end
        held = holder or (held_by(made[0]) if behind else [])  # whoever the first title is of
        for part in contests_apart(text, title):
            made += drafts(scene, part, held, grantor, quote, verb=verb, among=found)
    return made


def _holders(scene: Scene, mention: Mention, start: int, phrase: Span) -> list[Span] | None:
    """Who the `phrase` of a clause that begins at `start` says got it; None where it only says how many."""
    text = scene.text
    summed = summed_up(scene, phrase, scene.clause(mention.start).end)
    if summed is not None:
        return None if isinstance(summed, Decline) else summed
    if taught := _TAUGHT.search(text, *phrase):
        named = holders_in(scene, taught.end(), phrase[1]) if taught.end() < phrase[1] else []
        return named or [taught.span(1)]
    if found := _noted_on(scene, mention.start) or holders_in(scene, *phrase):
        return listed_before(scene, start, found)
    apart = text.startswith("分", mention.start)
    among = _named_before(scene, start) if apart or text.endswith("分别", start, mention.start) else []
    return among if apart or len(among) > 1 else []


def _noted_on(scene: Scene, at: int) -> list[Span]:
    """The work that opens a line and whose bracket tells of the prize (`青禾经济论（…，获…奖）`): one or none."""
    line = scene.text.rfind("\n", 0, at) + 1
    opened = max(scene.text.rfind(mark, line, at) for mark in "(（")
    closed = max(scene.text.rfind(mark, line, at) for mark in ")）")
    item = _NUMBER.match(scene.text, line) if opened > closed else None
    if item is None or not _SHORTEST <= opened - item.end() <= _LONGEST:
        return []
    begin, end = strip_adverbs(scene.text, item.end(), opened)
    told = any(word.pos == "x" and word.text in _MARKS for word in scene.words_in(begin, end))
    return [] if told else [unwrapped(scene.text, (begin, end))]


def _named_before(scene: Scene, start: int) -> list[Span]:
    """The holders that the clause before names, among whom prizes are shared out (`甲和乙脱颖而出,分获A奖和B奖`)."""
    before = [clause for clause in scene.sentence.clauses if clause.end < start]
    return holders_in(scene, before[-1].start, before[-1].end) if before else []
