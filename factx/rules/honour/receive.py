"""Active honours: `X荣获…`, `X入选…`, `X在…比赛中获一等奖`, `X获G颁发的…`."""

import re
from collections.abc import Iterator, Sequence

from factx.mentions.persons import persons_in
from factx.rules.honour.contest import Contest, contest_at_end, contest_before
from factx.rules.honour.drafting import drafts, inherited
from factx.rules.honour.givers import giver_in, set_apart
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in, strip_adverbs
from factx.rules.honour.shape import Shape, is_bare_grade
from factx.rules.honour.titles import Title, stem_of, titles, unwrapped
from factx.rules.honour.vocabulary import lexicon
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention, within
from factx.text import Span

_NO_OBJECT = re.compile(
    r"者|感|奖(?=[者的,，。;；、]|人|名单|情况|作品|项目|$)|悉|取(?!得)|知|利|益|救|胜|释|刑|罪|准(?!入)|选(?=手|拔|举|民|票|项|择)"
)
_PART_OF_WORD = re.compile(r"[捕收查截缴抓渔猎俘抢拿虏采斩破所未难]$")
_GIVEN = re.compile(
    r"(?:了|过|由|到)?([^,，。;；“”]{2,40}?)(?:联合|共同)?(?:颁发|授予|颁授|评选|评定|颁布|表彰|命名|认定|公布|发布)的"
)
_HONOUR_VERBS = frozenset(("receive", "rate", "cover"))
_IS = frozenset(("是", "为", "成为"))
_TEAM = re.compile(r"[^,，]{0,8}(?:团队|小组|队|集体|成员|项目)")
_RANK_LIST = re.compile(r"榜|排名|名单|强|评选|评比|考核|评估|竞赛|大赛|比赛")


def receive(scene: Scene, mention: Mention) -> Outcome:
    """The honours that the subject of an active verb got."""
    text = scene.text
    verb = text[mention.start : mention.end]
    if _NO_OBJECT.match(text, mention.end):
        return None
    if verb.startswith(("获", "夺", "拿")) and _PART_OF_WORD.search(text[mention.start - 1 : mention.start]):
        return None
    clause = scene.clause(mention.start)
    found = titles(text, mention.end, clause.end, sure=verb not in lexicon().open_verb)
    if verb in {"位列", "进入", "登上"}:
        found = [t for t in found if _RANK_LIST.search(t.text(text))]
    if not found:
        return Decline(f"what follows {verb} is no honour", (mention.start, mention.end))
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    described = _described(scene, found[-1], clause.end)
    if isinstance(described, Decline):
        return described
    further = list(continued(scene, found[-1], clause.end))
    if further and text[found[-1].end : further[0].start].endswith(("(其中", "（其中", "(", "（")):
        found.pop()  # a sum of prizes that the brackets spell out
    found += further
    return _granted(scene, mention, found, clause.start, described)


def _described(scene: Scene, last: Title, end: int) -> Sequence[Span] | Decline:
    """The person whom `获得…的X` describes; a decline where it describes nobody named; nothing where no 的 follows."""
    text = scene.text
    behind = re.compile(r"(?:荣誉|光荣)?(?:称号)?的").match(text, last.end, end)
    if not behind:
        return []
    people = persons_in(text, behind.end(), min(end, behind.end() + 20))
    if people and people[0].name[0] - behind.end() <= 12 and not _TEAM.match(text, people[0].name[1]):
        return [people[0].name]
    return Decline("a title that only describes", (last.start, behind.end()))


def continued(scene: Scene, last: Title, end: int) -> Iterator[Title]:
    """The titles of the brackets behind `last` and of the clauses behind its own that are nothing but titles."""
    text = scene.text
    bracket = re.compile(r"\s*[(（](?:其中)?[:：]?").match(text, last.end, min(last.tail_end + 2, end))
    for opened in scene.brackets:
        detail = text.startswith("其中", opened[0] + 1)
        if (bracket and opened[0] == bracket.start()) or (detail and last.end <= opened[0] < end):
            start = opened[0] + (3 if detail else 1)
            yield from (t for t in titles(text, start, opened[1] - 1, sure=False) if t.form is Shape.AWARD)
    if last.tail_end < end:
        return
    for clause in scene.sentence.clauses:
        if clause.start < end:
            continue
        spoken = within(scene.verbs, clause.start, clause.end)
        if any(v.sort in _HONOUR_VERBS or text[v.start : v.end] in _IS for v in spoken):
            return
        start = clause.start + 2 if text.startswith("其中", clause.start) else clause.start
        found = titles(text, start, clause.end, sure=False)
        plain = [t for t in found if t.form in {Shape.AWARD, Shape.TITLE}]
        if not plain or len(plain) < len(found) or found[0].start > start or found[-1].tail_end < clause.end:
            return
        if is_bare_grade(plain[0].text(text)):
            if (stem := stem_of(text, last)) is None:
                return
            plain[0].spans = [stem, *plain[0].spans]
        yield from plain
        last = plain[-1]


def _granted(scene: Scene, mention: Mention, found: list[Title], start: int, holders: Sequence[Span]) -> list[Draft]:
    """Drafts for titles behind an active verb whose clause begins at `start`."""
    text = scene.text
    verb = text[mention.start : mention.end]
    contest, begin, end = _contest(scene, mention.start, start)
    recipients = list(holders) or holders_in(scene, begin, end) or inherited(scene, mention.start)
    given = _GIVEN.match(text, mention.end, found[0].end)
    giver = giver_in(text, *given.span(1)) if given else None
    pairs = _shared_out(scene, found, recipients, mention.start)
    made: list[Draft] = []
    for title, holder in pairs:
        grantor = giver
        if is_bare_grade(title.text(text)) and len(title.spans) == 1:
            if contest is None:
                continue
            title.spans = [contest.name, *title.spans]
            grantor = grantor or contest.giver
        elif grantor is None and len(title.spans) == 1 and (apart := set_apart(text, title.spans[0])):
            grantor, title.spans = apart[0], [unwrapped(text, apart[1])]
        made += drafts(scene, title, holder, grantor, (min(start, mention.start), title.end), verb=verb)
    return made


def _contest(scene: Scene, verb: int, start: int) -> tuple[Contest | None, int, int]:
    """The contest of the verb, and the stretch of the clause that is left to name the holders."""
    text = scene.text
    contest = contest_before(text, scene.sentence.start, verb)
    if contest is None or contest.start < start:
        begin, end = strip_adverbs(text, start, verb)
        ahead = contest_at_end(text, begin, end)
        return (ahead, begin, ahead.start) if ahead else (contest, start, verb)
    if contest.start > start + 2:
        return contest, start, contest.start
    return contest, contest.end, verb


def _shared_out(scene: Scene, found: list[Title], recipients: list[Span], verb: int) -> list[tuple[Title, list[Span]]]:
    """Each title with its holders: all of them, or one each where the clause says 分别."""
    if "分别" in scene.text[max(scene.sentence.start, verb - 6) : verb] and len(found) == len(recipients) > 1:
        return [(title, [holder]) for title, holder in zip(found, recipients, strict=True)]
    return [(title, recipients) for title in found]
