"""Who holds an honour: what stands before the verb, or behind 授予, as a list of names; empty where nobody is named."""

import re
from collections.abc import Sequence

from factx.mentions.bodies import bodies_in, body_at
from factx.mentions.person_lists import Person
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.dividing import divided
from factx.rules.honour.titles import unwrapped
from factx.rules.honour.vocabulary import holder_lexicon
from factx.rules.scene import Scene
from factx.text import Span
from factx.words import cut

_N = r"[\d一二两三四五六七八九十多几]"
_PRONOUN = compiled(
    r"(?:该|其|这|此|我们|他们?|她们?|它们?|自己|本人|前者|后者|两者|同志|人们|双方|全部|所有|每|各|有的|谁|那|某|您|你)"
)
_WHOSE = compiled(
    r"(?:他们?|她们?|其|该同志|以[他她其]名字)(?:所)?(?:带领|领导|率领|创办|创立|创建|开办|领办|所在|主持|负责|领衔|牵头|研发"
    r"|研制|发明|指导|撰写|主编|编写|执导|设计|培养|承包|经营|管理|命名)的"
)
"""What stands before the team or the thing of somebody told of before (`他带领的团队`)."""
_COUNTED_WORKS = compiled(
    r"(?:[我本该][校院])?[\d一二两三四五六七八九十]+[个项件部](?:项目|作品|成果|课题|论文|课程)(?=《|“)"
)
"""What sums up the works named behind it: 4个项目|《…》《…》."""
_IN_CHARGE = compiled(
    r"(?:主讲|主持|负责|领衔|牵头|创办|开设|讲授|带领|完成|指导|主演|执导|编导|创作|撰写|制作|设计|研发|发明|申报|拍摄|演唱|朗诵|表演|完成人|负责人|主持人|带头人)的$"
)
_OF_AUTHOR = compiled(
    r"[^“《》”,，]{2,40}?(?:牵头|主持|独立|合作|共同|联合)?(?:主持|完成|指导|主演|执导|编导|创作|撰写|制作|设计|研发|发明|申报|拍摄|演唱|牵头|领衔)的[\u4e00-\u9fff]{0,8}?"
    r"(?:“([^”]+)”|《([^》]+)》)(?:(?=[、和与及]|$)|$)[、和与及]?"
)
"""A work of the list `李晓岚牵头完成的“…”、王建国牵头完成的“…”和…`."""
_WORK_BY = compiled(
    r"的?(?<!项)(?:(?<=的)(?:论文|作品|著作|文章|课题|小说|诗歌|散文|专著|摄影作品|书法作品|绘画作品|调研报告))?[《“\"][^》”\"]*[》”\"]\S{0,4}$"
)
_OF_TEAM = compiled(r"(?:团队|课题组|等人?)[“《]?$")
"""Whose work it is, where a team made it: the work wins, not the person who leads them."""
_LED_BY_NAME = compiled(
    r"(?:老师|教授|同志|医生|主任|名师|名医|劳模)?[\u4e00-\u9fff]{0,4}(?:团队|工作室|课题组|班组|小组|战队|家庭)"
)
"""What bears somebody's name and wins itself: 李晓岚|名师工作室."""
_TAUGHT = compiled(r"(?:指导|辅导|带领|率领|培养|执教)的(?=[^的]{2,}$)")
"""Who taught or led those that won stands before this."""
_BOOK = compiled(r"(《[^》]+》|“[^”]+”)一[书文片剧诗]")
_HELPER = compiled(r"[(（](?:[^()（）]{0,12}[,，;；])?(?:指导|辅导|带队|导师|教练|领队|推荐|联系|记者)[^()（）]*$")
_BRACKET = compiled(r"\s*[(（][^()（）]{1,40}[)）]")
_AS_AUTHOR = compiled(
    r"(?:作为|以)?(?:项目|课题)?(?:第[一二三四五\d]|主要)?(?:完成人|作者|主编|负责人|参与者|主持人)(?:身份)?"
)
"""In which part somebody told of before won (`第一完成人获…`)."""
_STANDING = compiled(r"(?:专家|人才|标兵|能手|模范|先进个人|工作者|称号|[一二三]等奖)$")
"""What a person holds, or is: an earlier honour of a list, and nobody who holds this one."""
_HIS = compiled(
    r"[其他她](?:所在)?的?(?:家庭|团队|作品|论文|公司|企业|科室|班组|班级|支部|工作室|合作社|项目|课题组|学生)"
)
_HIS_WORK = compiled(r"[其他她](?:们|所著)?的?[\u4e00-\u9fff]{2,6}《([^》]+)》")
_MEANS = frozenset("以凭用")
"""By what, not who: 两位医生…以|单孔腔镜|分获."""
_HIM = frozenset("其他她")
_FURTHER = compiled(r"(?:并|且|同时)(?:且|先后|连续|又|还|也)*$")
_JOINED = compiled(r"(?:等)?(?:同志)?(?:和|与|、|以及|及)(?=\S{4})")
_OUR = compiled(
    r"(?:该|我|本)(?:公司|集团|医院|科室|课题组|团队|[院校系市县区省局镇厂村所乡科](?!技|学|研|统))的?(?![党团]?委|政府|长)"
)
_TOTAL = compiled(
    rf"等?(?:全国|全省|全市|共)?(?<![第一二三四五六七八九十])(?!{_N}部[\u4e00-\u9fff]{{0,8}}(?:车间|[班段科队]|班组|工段)$){_N}+百?(?:余|多)?(?:[名位个家人支项部件幅篇种所只]|省)(?:[(（][^()（）]*[)）])?[^、和与及]{{0,12}}$|等{_N}+(?:余|多)?[名位个家][^、“”]{{2,24}}的(?:地方|地区|单位|个人|集体)$|等$|一行$|两人$|[二三]人$|等人$|等[\u4e00-\u9fff]{{2,6}}$|等{_N}+(?:余|多)?[\u4e00-\u9fff]{{2,8}}$"
)
_GROUP = compiled(
    rf"等(?:[0-9]|{_N})+(?:余|多)?[名位个家所支项](?:先进)?[\u4e00-\u9fff]{{2,4}}?(?:[、，,]|以及|和|与|及)(?=\S{{4}})"
)
"""Behind the first of two groups of holders: 甲、乙等5名个人和|丙等2个集体."""
_BOUNDARY = frozenset("被由经在把将对以因为从向使让给令随据凭")
_CASE = compiled(r"[^,，。;；]{4,80}(?:[罪纠诈骗贪盗杀害]|织|黑|侵权|纠纷|合同|公益诉讼|一)案")
"""A case at law, told by who did what in it: 李某等9人组织…组织|案."""
_DEED = compiled(
    r"(?:圆满|顺利|成功|积极|全力|全面|扎实|认真|深入)?(?:完成|开展|推进|实施|组织|加强|落实)|[^、“]{2,12}?(?:主要(?:生产|从事|经营|产品)|致力|主营)"
)
"""What was done, and no name of who holds an honour."""
_NO_NAME_END = ("工作", "有", "庆典", "典礼", "仪式")
_NAME_OR_ADVERB = frozenset("中喜为能上并是共都也还先已经正")
_OPENING = frozenset('“《"「')
_NAME_END = frozenset("njxlvszg")


def holders_in(scene: Scene, start: int, end: int) -> list[Span]:
    """The names that the phrase `[start, end)` before a verb says hold it; empty where it names nobody."""
    text = scene.text
    further = _FURTHER.search(text[start:end])
    verb = next((v.start for v in scene.verbs if start < v.start < end and v.sort in {"receive", "rate"}), end)
    if further or (verb < end and "的" not in text[verb:end] and text[verb : verb + 1] in "荣被评授获"):
        by = text.find("被", start, verb)
        end = by if by > start else verb
    start, end = _without_adverbs(text, start, end)
    total = _TOTAL.search(text[start:end])
    if total and total.start() >= 2:
        end = start + total.start()
    works = _COUNTED_WORKS.match(text, start, end)
    start = works.end() if works else start
    ours = _OUR.match(text, start, end)
    if ours and end - ours.end() >= 3:
        start = ours.end()
    if whose := _WHOSE.match(text, start, end):
        return [unwrapped(text, (whose.end(), end))] if end - whose.end() > 1 else []
    if end - start < 2 or (_PRONOUN.match(text, start) and not _is_his(text, start, end)):
        return []
    if _leads_means(text, start, end) or _AS_AUTHOR.fullmatch(text, start, end):
        return []
    if mixed := _mixed(scene, start, end):
        return mixed
    people = _people(text, start, end) or _authors(text, start, end)
    if people:
        return [person.name for person in people]
    if not _HIS.match(text, start, end):
        start = _phrase_start(text, start, end)
        if end - start < 2 or _PRONOUN.match(text, start) or text[start - 1] in _MEANS:
            return []
    spans = [_unnamed(text, unwrapped(text, span)) for span in divided(text, start, end)]
    if any(_STANDING.search(text[a:b]) for a, b in spans if a - 1 != start or text[start] not in _OPENING):
        return []  # but “…人才” that opens the clause is a work
    return spans if all(_is_name(text, span) for span in spans) else []


def _without_adverbs(text: str, start: int, end: int) -> Span:
    """The stretch without the adverbs at its end, but with the whole name of whom it ends with (李建中|被授予)."""
    stripped = strip_adverbs(text, start, end)
    people = persons_in(text, stripped[0], end) if text[stripped[1] : stripped[1] + 1] in _NAME_OR_ADVERB else ()
    name = next((p.name for p in people if p.name[0] < stripped[1] < p.name[1]), None)
    return (stripped[0], name[1]) if name else stripped


def _unnamed(text: str, span: Span) -> Span:
    """The name of a work without the word for what it is (《…》|一书)."""
    work = _BOOK.fullmatch(text, *span)
    return (span[0] + 1, work.end(1) - 1) if work else span


def _leads_means(text: str, start: int, end: int) -> bool:
    """Whether the phrase tells by what, or where, something was won (`凭“…”技术`), not who won it."""
    first = next((word for word in holder_lexicon().means if text.startswith(word, start)), None)
    return first is not None and cut(text, start, min(end, start + 4))[0].text in holder_lexicon().means


def _is_name(text: str, span: Span) -> bool:
    """Whether a stretch can be the name of a holder: short, a noun at its end, no clause."""
    words = text[span[0] : span[1]]
    if not 2 <= len(words) <= 60 or words in holder_lexicon().no_holder or words.endswith(_NO_NAME_END):
        return False
    if words.isdigit() or _DEED.match(words):
        return False
    if words.endswith(tuple(holder_lexicon().part_end)) and len(words) > 3:
        return True
    if words[-1] in '”》")）」' or words[0] in '“《"「':
        return True
    if text[span[0] - 1 : span[0]] in _OPENING or len(words) > 30:
        return text[span[0] - 1 : span[0]] in _OPENING
    row = cut(text, *span)
    if all(word.pos[:1] in "vd" and word.pos != "vn" for word in row):
        return False  # 提前出线
    is_noun = (
        row[-1].pos[:1] in _NAME_END
        and not (len(row) == 1 and row[0].pos[:1] in "vadrt")
        and row[0].pos[:1] not in "uyq"
    )
    thing = row[-1].pos == "q" and len(row) > 1 and row[-2].pos[:1] == "n"  # 饮水|杯
    return is_noun or thing or body_at(text, *span) == span  # 市十二中


def _people(text: str, start: int, end: int) -> Sequence[Person]:
    """The persons of a phrase that ends in a person, with those listed before."""
    if taught := _TAUGHT.search(text, start, end):
        start = taught.end()
    people = [person for person in persons_in(text, start, end) if not _is_helper(text, start, person)]
    if not people:
        return []
    bracket = _BRACKET.match(text, people[-1].name[1], end)
    behind = text[bracket.end() if bracket else people[-1].name[1] : end]
    if _LED_BY_NAME.fullmatch(behind):
        return []
    if len(behind) > 12 or re.search(r"[的在]", behind[:4]):
        return []
    if len(behind) > 3 and bodies_in(text, end - len(behind), end):
        return []
    return people


def _is_helper(text: str, start: int, person: Person) -> bool:
    """Whether a bracket tells that somebody helped those who won (`李晓岚(指导老师:王建国)`)."""
    opened = max(text.rfind(mark, start, person.name[0]) for mark in "(（")
    return opened >= start and _HELPER.match(text, opened, person.name[0]) is not None


def _is_his(text: str, start: int, end: int) -> bool:
    """Whether what a pronoun opens is the team or the work of whoever it means."""
    return bool(_HIS.fullmatch(text, start, end) or _HIS_WORK.fullmatch(text, start, end))


def _mixed(scene: Scene, start: int, end: int) -> list[Span]:
    """The holders of a phrase that is more than a list of names of one kind; empty where it is none."""
    text = scene.text
    if text[start] in _HIM and (work := _HIS_WORK.fullmatch(text, start, end)):
        return [work.span(1)]
    group = _GROUP.search(text, start, end) if "等" in text[start:end] else None
    if group and (first := holders_in(scene, start, group.start())) and (rest := holders_in(scene, group.end(), end)):
        return [*first, *rest]
    return (
        _allied(text, start, end)
        or _case(text, start, end)
        or _persons_and_body(scene, start, end)
        or _works(text, start, end)
    )


def _allied(text: str, start: int, end: int) -> list[Span]:
    """The two bodies of `甲医院联合乙研究所`; else empty."""
    allied = text.find("联合", start, end)
    first = body_at(text, start, allied) if allied > start else None
    second = body_at(text, allied + 2, end) if first and first[1] == allied else None
    return [first, second] if first and second and second[1] == end else []


def _case(text: str, start: int, end: int) -> list[Span]:
    """The whole phrase where it is a case at law; else empty."""
    return [(start, end)] if _CASE.fullmatch(text, start, end) else []


def _persons_and_body(scene: Scene, start: int, end: int) -> list[Span]:
    """Persons, and behind the last of them bodies joined to them (`李晓岚、王建国和县消防救援大队`); else empty."""
    people = persons_in(scene.text, start, end)
    if not people or not (joined := _JOINED.match(scene.text, people[-1].name[1], end)):
        return []
    rest = divided(scene.text, joined.end(), end)
    whole = bodies_in(scene.text, *rest[-1]) and all(_is_name(scene.text, span) for span in rest)
    return [*(person.name for person in people), *rest] if whole else []


def _works(text: str, start: int, end: int) -> list[Span]:
    """The works of a list in which each is led by who made it; empty where the phrase is anything else."""
    found: list[Span] = []
    while start < end and (match := _OF_AUTHOR.match(text, start, end)):
        found.append(match.span(1) if match[1] else match.span(2))
        start = match.end()
    return found if start == end else []


def _authors(text: str, start: int, end: int) -> Sequence[Person]:
    """The person of `李晓岚(教授)的《…》`."""
    work = _WORK_BY.search(text[start:end])
    if work and _OF_TEAM.search(text[start : start + work.start() + 1]):
        return []
    if work and _IN_CHARGE.search(text[start : start + work.start() + 1]):
        return []
    return _people(text, start, start + work.start()) if work and work.start() > 2 else []


def _phrase_start(text: str, start: int, end: int) -> int:
    """Where the noun phrase that ends at `end` begins: behind prepositions, and behind 的 that closes a clause."""
    words = cut(text, start, end)
    begin = start
    seen_verb = False
    depth = 0
    for word in words:
        depth += word.text in {"“", "《", "「"}
        depth -= word.text in {"”", "》", "」"}
        if depth:
            continue
        if word.text in _BOUNDARY and word.pos in {"p", "d", "v", "c"} and word.start > start:
            begin, seen_verb = word.end, False
        elif word.pos == "v" and len(word.text) > 1:
            seen_verb = True
        elif word.text == "的" and seen_verb and end - word.end >= 2:
            begin, seen_verb = word.end, False
    listed = divided(text, start, end) if "、" in text[start:end] and (seen_verb or begin > start) else []
    if len(listed) > 1 and "的" not in text[start : listed[0][1]] and all(_ends_as_body(text, span) for span in listed):
        return start
    if seen_verb and end - begin > 26:
        bodies = bodies_in(text, begin, end)
        if not bodies or bodies[-1][1] != end:
            return end
        begin = bodies.pop()[0]
        while bodies and text[bodies[-1][1] : begin] in {"、", "和", "与"}:
            begin = bodies.pop()[0]
        return begin
    return begin


def _ends_as_body(text: str, span: Span) -> bool:
    """Whether a stretch ends in the name of a body, whatever stands before (CYSG-3标|第二项目分部)."""
    bodies = bodies_in(text, *span)
    return (bool(bodies) and bodies[-1][1] == span[1]) or text.endswith(tuple(holder_lexicon().part_end), *span)


def is_wholly_noun(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds nothing but nouns and what joins them."""
    return all(word.pos[:1] in "njxsb" or word.pos == "vn" or word.text in "、和与及" for word in cut(text, start, end))
