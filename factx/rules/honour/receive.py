"""Active honours: `X荣获…`, `X入选…`, `X在…比赛中获一等奖`, `X获G颁发的…`."""

import re

from factx.rules.honour.contest import contest_before
from factx.rules.honour.drafting import drafts
from factx.rules.honour.givers import giver_in, set_apart
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in
from factx.rules.honour.shape import is_bare_grade
from factx.rules.honour.titles import Title, titles
from factx.rules.honour.vocabulary import lexicon
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_NO_OBJECT = re.compile(
    r"(?:者|感|奖(?=[者的,，。;；、]|人|名单|情况|作品|项目|$)|悉|取|知|利|益|救|胜|释|刑|罪|颁奖|准(?!入))"
)
_PART_OF_WORD = re.compile(r"[捕收查截缴抓渔猎俘抢拿虏采斩]$")
_OUR_GIVER = re.compile(
    r"(?:了|过|由|到)?([^,，。;；“”]{2,40}?)(?:联合|共同)?(?:颁发|授予|颁授|评选|评定|颁布|表彰|命名|认定|公布|发布)的"
)
_ALSO = re.compile(r"[,，;；]\s*")


def receive(scene: Scene, mention: Mention) -> Outcome:
    """The honours that the subject of an active verb got."""
    text = scene.text
    verb = text[mention.start : mention.end]
    if _NO_OBJECT.match(text, mention.end) or (
        verb.startswith("获") and _PART_OF_WORD.search(text[mention.start - 1 : mention.start])
    ):
        return None
    clause = scene.clause(mention.start)
    found = titles(text, mention.end, clause.end, sure=verb not in lexicon().open_verb)
    if not found:
        return Decline(f"what follows {verb} is no honour", (mention.start, mention.end))
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    return granted(scene, mention, found, clause.start)


def granted(scene: Scene, mention: Mention, found: list[Title], start: int) -> list[Draft]:
    """Drafts for titles behind an active verb whose clause begins at `start`."""
    text = scene.text
    verb = text[mention.start : mention.end]
    contest = contest_before(text, scene.sentence.start, mention.start)
    end = mention.start
    if contest and contest.start >= start:
        end = contest.start if contest.start > start + 1 else end
        start = contest.end if contest.start <= start + 1 else start
    recipients = holders_in(scene, start, end)
    given = _OUR_GIVER.match(text, mention.end, found[0].end)
    giver = giver_in(text, *given.span(1)) if given else None
    made = []
    for title in found:
        grantor = giver
        if is_bare_grade(title.text(text)):
            if contest is None:
                if len(title.spans) == 1:
                    continue
            else:
                title.spans = [contest.name, *title.spans]
                grantor = grantor or contest.giver
        elif grantor is None and len(title.spans) == 1 and (apart := set_apart(text, title.spans[0])):
            grantor, title.spans = apart[0], [_unwrapped(text, apart[1])]
        quote = (min(start, mention.start), title.end)
        made += drafts(scene, title, recipients, grantor, quote, verb=verb)
    return made


def _unwrapped(text: str, span: Span) -> Span:
    if (
        text[span[0]] in '“"《'
        and text[span[1] - 1] in '”"》'
        and not any(c in '”"》' for c in text[span[0] + 1 : span[1] - 1])
    ):
        return span[0] + 1, span[1] - 1
    return span
