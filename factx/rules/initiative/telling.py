"""Whether a name tells its thing from others of its sort, and what sort that is."""

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import lexicon, marked, titles
from factx.rules.initiative.edges import Item, praise, proper, quoted
from factx.rules.initiative.lexicon import Head
from factx.rules.scene import Scene
from factx.scan import within

_ORDINAL = compiled(r"第[一二三四五六七八九十百\d]+(?!产业|时间|方|手|线)|[首\d]届|首期|\d{4}年|[一二三四五六]期")
_VAGUE = compiled(
    r"其[他它]|各具特色|很多|许多|不少|众多|多[个项家](?!国)|数[个十]|若干[个项]|[亿万]元以上|较好|一系列|一大?批|级以上|平均每|就有|有别于|属于自己|决心|无疑|各项|各领域|具体|有关|一流|伟大|或(?!者|有)|如何|怎样|(?<![等\d])\d+[余多]?[个项款]|\d[余多]?[家处座所台]|[一二三四五六七八九十百]+[余多]?[项条](?:举措|措施|政策)|^.{0,2}好|^[更较]|更加|\d[余多]?人的|(?:重要|良好|广阔)(?:平台|窗口|舞台|阵地)$"
)
_RANKED = compiled(r"国家|教育部|科技部|省部共建|[省部]级")
"""Who founded a platform is told (…国家重点实验室)."""
_DEICTIC = compiled(
    r"^(?:等|后的|[\d一二三四五六七八九十]+年的|投资\d|首[个张座条款例](?!人)|各层级|发展(?!规划|战略|计划|纲要)|或(?!者)|收购|特别是|两国(?!双)|活动|前者|后者|剩余|其余|不少|诸多|一些|若干(?!措施|政策|规定|意见|办法|举措)|第[一二三四五六七八九十]+次(?:全体)?会议$|高(?:质量|水平|标准)(?:建设|打造|推进|发展)|是|第[一二三四五六七八九十]+大|第[一二三四五六七八九十两\d]+[家个座所条]|各[类种项式级]|该|此|这|本(?![科地草溪市])|其|某|我们|他们|自己|上述|以下|类似|集(?![团中体市约美宁安成邮装大散聚合训会贸资])|就(?![业医学近地])|成长为|加快|编制|实现|后年|预计|多(?![层元样])|他|她|到|如(?!皋|东)|有一"
    r"|(?:项目|工程)[一二三四]期$|亲自|直到|下一步|以(?!色列)[^为的“]*$|又一|反对|至此|越来越|前夕|以后|之初|比(?=原|上|去|以往)|把(?!脉)|由|而|和(?![平谐田顺硕县政龙])|据(?!点)|可(?=[适以能不由将在用与])|我(?![国省市县区校院])|今[天日]|来大)"
)
_CLAUSE = compiled(
    r"成为|已经|一律|来信|祝贺|感谢|发展为|转变为|变成|意味着|提供了|围绕“|包括|(?<!关于)(?<=.)进一步(?=[提推加扩完优强])|已[超达有经]|出席|拥有|以来|了(?!解|望)|即将|预祝|又一|[今昨]天"
    r"|参加(?!者)|(?:人员|干部|部门|职工|师生|工作者|党员)(?:到|赴|专门|深入|聆听|对)|更多融入|对接各"
    r"|孵化出|亮相(?!活动|仪式)|进行(?=对话|交流|讨论|磋商)|以及(?=\d)|》所|缺乏|原本|有助于|有利于|这一|是一|是(?:国家|全国|中国|我国)|自行|作出|(?<!可)提供(?![商方者])|欢迎(?![仪宴晚会词酒午])"
)
"""Words of a clause that tells of something, and is no name (共建“…”|成为…合作平台)."""
_INSIDE_QUOTES = compiled("“[^”]*”|《[^》]*》")
_EMPTY = frozenset("dumrqpcyeo")
"""Parts of speech that tell nothing: adverbs, particles, numbers, pronouns, measures."""
_OF_BODIES = compiled(r"(?:企业|医院|学校|高校|行业|机构|教学|工作|分制|经济体制|政治体制)$")
_MEASURES = ("措施", "举措")
_CARRYING_OUT = ("实施", "实行", "执行", "落实")
"""Of measures many are carried out every day (实施交通管制措施); only what is issued has a name."""
_DAILY = ("治理", "整治", "改造", "业务", "检查")
_DRIVE = "的专项"
_PLANS = ("方案", "预案", "办法")
_SOME_REACH = 40
_SOME = compiled(r"(?:一大?批|一系列|更多|多个|多家)新?(?:[^，,。；;“《]*[、和与及])?$")
_POINT_REACH = 14
_POINTED = compiled(r"(?:这|该|此)[项个次][^，。；、“”]{0,10}的$")
"""Before a name, what shows that it was told before (这项全县最大的|民生工程)."""
_COUNTED_ROW = compiled(
    r"等(?:[\d一二三四五六七八九十两]+[余多几]?|多)(?:个(?!性)|项(?!目)|场(?!馆)|大(?![型数])|家|座|条).{1,10}$"
)
"""A row that ends in how many there are (技术创新等8项机制) is only counted."""
_WAYS = compiled(r"、[^“]*等(?:相关|有关|系列|一系列|具体|有效|配套|扶持|支持|优惠|奖补)?(?:措施|举措|政策|做法|手段)$")
"""A row of what is done (房租减免、贷款贴息等措施) tells of deeds, and names nothing."""
_ROW_OF_PLAIN = compiled(
    r"^[^、]、[^、]、|等(?:[\d一二三四五六七八九十两多]+[余多]?[大个家项类种]|各[类项])|、.*等(?:重点|重大|基础设施|市政|民生|配套|公共设施)*(?:项目|工程)$"
)
"""A row of things too plain to name (水、电、网络), or one summed up by how many they are (餐饮区、展示区等6大展区)."""
_SUMMED = compiled(r"等[\d一二三四五六七八九十两]+[大个家项类种][^、]{4,}$")
"""A row that tells what one programme covers (黑土、草原等3个地区土壤|普查, 甲、乙等九大专项攻关|行动)."""
_PREDICATE = compiled("的(?:重要|核心|国际|主要|关键|根本)(?:平台|载体|窗口|枢纽|阵地|指引|举措|措施|途径|路径|机制)$")
"""What something is said to be (广交会是推进贸易的|重要平台)."""
_BARE = 2
_BUILDING = ("建设", "前期工作", "改造", "续建")
"""Behind a street that is built."""
_RESEARCH = ("课题", "项目")
_PLACES = frozenset("省市县区州乡镇村")
_GREAT_COUNT = compiled("[两三四五六七八九十]大")
"""How a row of platforms is counted (四大海外制造基地)."""
_ROW = ("、", "和", "与", "及")
_ROWS = ("活动", "服务", "业务", "平台", "培训")
"""Heads of rows of daily works in plain words, which are no names."""
_TOLD_BY_ONE = ("高铁", "高速", "经济区", "中心", "工作站")
_STREETS = ("路", "街")
"""Streets are where works are done (改造甲路、乙街), and named in passing."""
_LONGEST = 45
_LONG = 18
_LONG_SYSTEM = 24
"""A system is told of what it covers (市、区、镇三级全覆盖的…体系)."""
_TOLD_LONG = 7
"""A system with a modifier of this length is a new one even where it is only bettered (完善债券项目全周期管理机制)."""
_FIRMS = ("企业", "公司")
_SIGNED, _HAS = "签约", "拥有"
_PARTNERS = ("团队", "医院", "大学", "学院", "学校", "公司", "有限公司", "集团", "银行")
_BETTERS, _BODIES = ("推进", "推动", "深化", "落实"), ("办公室", "领导小组", "工作领导小组", "委员会")
_WEIGHTY = frozenset({"重大", "重点", "重要", "主要"})
_GREAT = ("战略", "工程")
"""What only weighs works makes no name of them (重大区域战略)."""
_DESCRIBED = ("method", "system", "event", "programme", "brand")
"""What a quote with 的 may name (“大联盟”的|格局); other things it only describes."""
_ZONES = ("示范区", "试验区", "先行区", "引领区", "实验区")
_FIRM = frozenset({"programme", "platform", "document", "organisation", "event"})
"""Categories where two words before the head make a name."""


def why_not(scene: Scene, item: Item, shared: Head | None, verb: str) -> str | None:
    """The reason why `item` is no named undertaking, or None where it is one."""
    text = scene.text[item.start : item.end]
    if (reason := _why_of_others(scene, item, shared, verb)) is not None:
        return reason
    if quoted(scene.text, item.span):
        return marked.why_not(scene, item, shared, verb)
    if len(text) > _LONGEST or _CLAUSE.search(_INSIDE_QUOTES.sub("", text)):
        return "a clause, or too long for a name"
    if marked.is_standing(text, item):
        return "a standing practice"
    if _DEICTIC.match(text) and not titles.opens_title(text, item, verb):
        return "points back instead of naming"
    if item.head is None:
        shares = shared is not None and (
            shared.category in ("project", "platform", "programme") or shared.text in _FIRMS
        )
        deed = any(scene.text[v.end].isdigit() for v in within(scene.verbs, item.start, item.start + 1))
        return None if shares and not deed and (item.listed or proper(scene, item)) else "no head noun"
    if (reason := _why_no_object(item.head, shared, verb)) is not None:
        return reason
    works = lexicon.verb(verb).physical or scene.text.startswith(_BUILDING, item.end)
    if (reason := _why_passed_by(text, item.head, shared, works=works)) is not None:
        return reason
    if "“" in text or "《" in text or (_ORDINAL.search(text) and not lexicon.verb(verb).marked):
        return None
    if item.counted or _some(scene, item, item.head) or (_GREAT_COUNT.match(text) and item.head.category == "platform"):
        return "only counted"
    if verb in lexicon.issuing() and item.head.category in ("organisation", "platform"):
        return "who tells, not what is told"
    return _why_not_told(scene, item, item.head, shared, verb)


def _why_of_others(scene: Scene, item: Item, shared: Head | None, verb: str) -> str | None:
    """The reason why the verb only has to do with what others run."""
    if shared is not None and shared.text in _FIRMS and verb not in lexicon.founding():
        return "companies of others"
    if verb == "通过" and scene.text[item.start] != "《":
        return "a means, not a document passed"
    if marked.switched(scene, item, verb):
        return "a figure of speech"
    told = scene.text[item.start] == "“" and scene.text.endswith(_RESEARCH, 0, item.start)
    return "a programme of others, in which one takes part" if lexicon.verb(verb).bears and not told else None


def _why_no_object(head: Head, shared: Head | None, verb: str) -> str | None:
    """The reason why the verb does not make such a thing; of a row of activities each is held (冰雪欢乐园、…等活动)."""
    held = head.category in ("event", "programme") or head.text == "项目"
    if verb in lexicon.holding() and not held and not (shared is not None and shared.text.endswith("活动")):
        return "no event"
    if (lexicon.verb(verb).uses or verb == _HAS) and head.text.endswith("系统"):
        return "a thing of others that is taken up"
    if verb == _SIGNED and head.text in _PARTNERS:
        return "whom it is signed with"
    if verb in _BETTERS and head.text in _BODIES:
        return "a verb inside the name of a body"
    return None


def _why_passed_by(text: str, head: Head, shared: Head | None, *, works: bool) -> str | None:
    """The reason why the thing is only spoken of, in quotes or not."""
    if "“" in text and text[: text.find("“")].endswith(lexicon.attending()):
        return "attended, not run"
    if "的”" in text or ("”的" in text and head.category not in _DESCRIBED):
        return "a description, not a name"
    if "“" not in text and _PREDICATE.search(text):
        return "what something is said to be"
    row = "、" in text
    if row and "“" not in text and all(len(piece) <= _BARE for piece in text.split("、")):
        return "a row of plain things"
    if (row or "等" in text) and not (head.category == "programme" and _SUMMED.search(text[: -len(head.text)])):
        if row and head.category in ("platform", "project", "programme") and _ROW_OF_PLAIN.search(text):
            return "a row of plain things"
        if "“" not in text and "等" in text and (_COUNTED_ROW.search(text) or _WAYS.search(text)):
            return "a row that is only counted or summed up"
    if head.text in _STREETS and shared is None and not works:
        return "a street, not works on it"
    return None


def _some(scene: Scene, item: Item, head: Head) -> bool:
    """Whether the things are many that nobody counted (打造一批…产业集群)."""
    of_many = head.category in ("platform", "organisation", "brand", "document") or head.text == "项目"
    return of_many and _SOME.search(scene.text, max(0, item.start - _SOME_REACH), item.start) is not None


def _why_not_told(scene: Scene, item: Item, head: Head, shared: Head | None, verb: str) -> str | None:
    """The same for a name in plain words, by its modifier."""
    if item.listed and head.category in ("project", "platform") and head.start > item.start + 1:
        return None
    text = scene.text[item.start : item.end]
    traits = lexicon.verb(verb)
    named = proper(scene, item) or (head.category == "platform" and _RANKED.search(text) is not None)
    if _is_description(text, text[: head.start - item.start], head, verb) or (not named and praise(text)):
        return "a description, not a name"
    if not named and _in_passing(text, head):
        return "told in passing, not named"
    if (reason := _why_common(scene, item, head, named=named)) is not None:
        return reason
    if traits.marked and traits.headed and head.category == "event":
        return "a verb that holds no event"
    held = named and head.category in ("project", "platform", "event") and not traits.uses
    if traits.marked and not held and not _regime(head):
        return "a verb that names nothing"
    if traits.tending and head.text in lexicon.telling().loose and not named and not _told_long(item, head, verb):
        return "work on what is there"
    put_in_force = not (verb.endswith(_CARRYING_OUT) and head.text.endswith(_MEASURES))
    enforced = (
        verb in lexicon.enforcing()
        and put_in_force
        and head.category in ("document", "programme")
        and not head.text.endswith(_DAILY)
    )
    if head.text in lexicon.telling().weak and shared is None and not named and not enforced:
        return "a head noun of daily work"
    modifier = words.cut(scene.text, item.start, head.start)
    content = [w for w in modifier if w.pos[0] not in _EMPTY and w.text not in ("的", "等")]
    told = [w for w in content if w.text not in lexicon.modifiers()]
    if traits.tending and len(content) == 1 and content[0].pos[0] == "v":
        return "a short modifier"
    length = head.start - item.start if named else sum(len(w.text) for w in content)
    long_enough = length > 2 or (length == 2 and (named or len(head.text) >= 4 or (told and _short_name(head))))
    if not long_enough:
        return "a short modifier"
    if not told and not (
        head.category in _FIRM
        and not (head.text in _GREAT and any(w.text in _WEIGHTY for w in content))
        and not all(lexicon.heads().get(w.text) == "programme" for w in content)
        and head.text not in lexicon.telling().weak
        and length >= (6 if head.text.endswith(_PLANS) or _is_common_place(head) else 4)
        and ("的" not in text or titles.titled(text[: head.start - item.start], head, verb))
    ):
        return "no telling modifier"
    return None


def _is_common_place(head: Head) -> bool:
    """Whether a platform is of a sort that only a long modifier tells apart; a zone is told by what it leads in."""
    return head.category == "platform" and not head.text.endswith(_ZONES)


def _why_common(scene: Scene, item: Item, head: Head, *, named: bool) -> str | None:
    """The reason why the thing is one that was told before, or that every body has."""
    if scene.text[item.start - 1] == "的" and _POINTED.search(
        scene.text, max(0, item.start - _POINT_REACH), item.start
    ):
        return "points back instead of naming"
    if head.text == "改革" and not named and _OF_BODIES.search(scene.text, item.start, head.start):
        return "a reform that goes on everywhere"
    if head.text == "活动" and head.start - item.start < 5:
        return "a short modifier"
    return None


def _is_description(text: str, modifier: str, head: Head, verb: str) -> bool:
    """Whether the words before the head say what the thing is like, not what it is called."""
    long = _LONG_SYSTEM if head.category == "system" else _LONGEST if _of_a_drive(text, head) else _LONG
    if head.category != "event" and ((len(text) >= long and "的" in text) or text.count("、") > 2):
        return True
    if modifier.endswith("的") and head.category not in ("method", "system"):
        return not titles.titled(modifier, head, verb) and not _of_a_drive(text, head)
    return _vague(text) or modifier.endswith("为") or (head.text == "做法" and modifier.endswith("的"))


def _vague(text: str) -> bool:
    """Whether the words count or weigh the thing, not a row of places that they sum up (江州、云溪2个县…示范项目)."""
    found = _VAGUE.search(text)
    if found is None or not found.group()[0].isdigit():
        return found is not None
    before = text[: found.start()].rstrip("0123456789")
    places = any(place in text[found.end() : found.end() + 2] for place in _PLACES)
    return "、" not in before or before[-1] == "、" or not places


def _of_a_drive(text: str, head: Head) -> bool:
    """Whether it is a drive against what is told before it, at any length (打击…的专项行动, …和占道经营的专项治理)."""
    return head.category == "programme" and _DRIVE in text


def _in_passing(text: str, head: Head) -> bool:
    """Whether a thing is only described (为游客表演的舞蹈队), or a row of daily works (配菜、订购等个性化服务)."""
    if head.category == "platform" and "、" in text and "等" in text:
        return True
    if head.category in ("organisation", "project", "brand") and "的" in text:
        return True
    if text[: -len(head.text)].endswith(_ROW if head.category != "event" else "、") and "等" not in text:
        return True  # 口岸、公路
    if head.text in _ROWS and "等" in text:
        return True
    return any(text.endswith(practice) for practice in lexicon.telling().standing)


def _told_long(item: Item, head: Head, verb: str) -> bool:
    """Whether a system is told at such length that it is a new one, though it is only bettered."""
    return verb.endswith(("完善", "优化")) and head.text in ("机制", "制度") and head.start - item.start >= _TOLD_LONG


def _regime(head: Head) -> bool:
    """Whether the head is …制 (岗位轮换制), not 体制 or 机制."""
    return head.text.endswith("制") and head.text not in ("体制", "机制")


def _short_name(head: Head) -> bool:
    """Whether a modifier of one word names such a thing (沿江高铁, 分餐制), not 休闲公园."""
    return (
        head.category == "organisation"
        or head.text in _TOLD_BY_ONE
        or (head.category == "event" and len(head.text) > 2)
        or _regime(head)
    )
