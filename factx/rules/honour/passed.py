"""Examinations passed: `X通过国家卫生城市复审`, `X通过G组织的…验收`."""

import re
from functools import cache

from factx.gazetteer import level_of
from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.givers import giver_in, taken_off
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in
from factx.rules.honour.shape import Shape
from factx.rules.honour.titles import Title, unwrapped
from factx.rules.honour.vocabulary import alternatives, lexicon
from factx.rules.rule import Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_PAPERS = compiled(r"身份|实名|资格|学历|学籍|学位|短信|邮箱|考试|人脸|指纹|手机|电话|(?<!互)联网")
_SYSTEM = compiled(r"管理体系|标准化|等级|达标|示范|[一二三]级[甲乙丙]等")
_ORGAN = compiled(r"(?:[厅局部委院署]|协会|学会|委员会|联盟|人民政府)$")
_NAMED = 4
_SHARED = compiled(r"([^、和及与]{3,20}(产品|体系))[和及与、]([^、和及与]{3,20}\2)(认证)")
_ITEM = r"(?:(?!认证)[^,，。;；、的“”]|“[^”]*”){3,40}"
_LIST = compiled(
    rf"了?({_ITEM}(?:、{_ITEM})+)等(?:\d+项|多项|一系列|各类|相关|国际|国家|权威|管理|体系|资质|产品|质量)*认证(?=[,，。;；]|$)"
)
"""Certificates that a list names before the word for them: ISO9001管理体系、双软企业等资质认证."""
_SYSTEM_ITEM = r"[A-Z]{2,8}[ \d/:：\-]*[^,，。;；、的和及]{0,24}体系(?:认证)?"
_SYSTEMS = compiled(rf"了?({_SYSTEM_ITEM}(?:[、和及]{_SYSTEM_ITEM})+)(?=[,，。;；]|$)")
"""Management systems in a row, certified each: ISO9001质量管理体系、ISO14001环境管理体系认证."""
_LISTED = compiled(r"(?:[和及](?=[A-Z]))?((?:(?![和及][A-Z])[^、])+)")
_AND_OTHERS = compiled(r"等[\d一二两三四五六七八九十]+(?:余|多)?[个家]?(?:国家)?(?:部委|部门|单位|部|委办局)")
"""Those who examined with the body named (海关总署|等7部委)."""


def passed(scene: Scene, mention: Mention, start: int, end: int) -> Outcome:
    """`X通过国家卫生城市复审`: the examination passed is the honour."""
    text = scene.text
    if listed := _LIST.match(text, mention.end, end) or _SYSTEMS.match(text, mention.end, end):
        return _passed_all(scene, mention, start, listed.span(1))
    match = _examined().match(text, mention.end, end)
    if not match:
        return None
    by_level = match["giver"] is not None and level_of(match["giver"]) is not None
    if not by_level and not _is_examination(match["exam"]):
        return None
    hindered = hindrance(scene, start, (mention.start, mention.end), end)
    if hindered:
        return hindered
    recipients = holders_in(scene, start, mention.start)
    made: list[Draft] = []
    giver = giver_in(text, *match.span("giver")) if match["giver"] else None
    for spans in _examinations(text, *match.span("exam")):
        title = Title(spans, spans[0][0], spans[-1][1], match.end(), form=Shape.TITLE)
        apart = giver or _examiner(text, title) or taken_off(text, title)
        made += drafts(scene, title, recipients, apart, (start, match.end()), form="certification")
    return made


def _passed_all(scene: Scene, mention: Mention, start: int, listed: Span) -> Outcome:
    """What is passed where a list names it before the word for it (`通过A、B等资质认证`)."""
    hindered = hindrance(scene, start, (mention.start, mention.end), listed[1])
    if hindered:
        return hindered
    recipients = holders_in(scene, start, mention.start)
    made: list[Draft] = []
    for match in _LISTED.finditer(scene.text, *listed):
        begin, stop = match.span(1)
        title = Title([unwrapped(scene.text, (begin, stop))], begin, stop, stop, form=Shape.TITLE)
        made += drafts(scene, title, recipients, None, (start, stop), form="certification")
    return made


def _examinations(text: str, start: int, end: int) -> list[list[Span]]:
    """The examinations of a list, each with a word for one at its end (`A认证、B认证和C认证`); else the whole.

    Products that share the word are certified each: A产品和B产品认证.
    """
    if shared := _SHARED.fullmatch(text, start, end):
        return [[shared.span(1), shared.span(4)], [shared.span(3), shared.span(4)]]
    bounds = [start]
    for match in re.finditer("[、和及与]", text[start:end]):
        at = start + match.start()
        if text[bounds[-1] : at].endswith(tuple(lexicon().examination)):
            bounds += [at, at + 1]
    bounds.append(end)
    return [[(bounds[i], bounds[i + 1])] for i in range(0, len(bounds), 2)]


def _is_examination(words: str) -> bool:
    """Whether what is passed is an honour: led by a level, or the certificate of a named thing."""
    certified = words.endswith("认证") and len(words) >= _NAMED and not _PAPERS.search(words)
    return words.isascii() or certified or bool(_SYSTEM.search(words)) or level_of(words) is not None


def _examiner(text: str, title: Title) -> Span | None:
    """The body that the name of an examination opens with (`江东省教育厅特色专业验收`); the title loses it."""
    begin, stop = title.spans[0]
    body = body_at(text, begin, stop)
    others = _AND_OTHERS.match(text, body[1], stop) if body else None
    if body and others:
        title.spans = [(others.end(), stop)]
        return body[0], others.end()
    if body is None or stop - body[1] < _NAMED or not _ORGAN.search(text[body[0] : body[1]]):
        return None
    title.spans = [(body[1], stop)]
    return body


@cache
def _examined() -> re.Pattern[str]:
    name = r"(?:(?!通过)[^,，。;；的]|“[^”]*”)"
    ends = f"(?:{alternatives(lexicon().examination)})"
    return compiled(
        r"了?(?:(?P<giver>[^,，。;；的“]{2,40}?)(?:组织|开展|举办|进行|牵头)的)?"
        rf"(?P<exam>(?![对与和同向用在由其]){name}{{2,30}}?{ends}(?:[、和及与]{name}{{2,60}}{ends})?)(?:等(?!手段|方式|方法|措施|办法|途径|渠道|形式)[\u4e00-\u9fff]{{0,8}})?(?:[,，。;；、（(]|$)"
    )
