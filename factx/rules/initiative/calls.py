"""What is only called for, wished or demanded: a speech's 要健全…制度, a guest's 愿同…推进…, an owed 应当建立…."""

from factx.patterns import compiled
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.segment import Clause
from factx.words import cut

_SAID = compiled(r"强调|指出|要求|希望|呼吁|建议|认为")
_WISHED = compiled(
    r"(?:如果|倘若|假如|一旦|如何|怎样|探讨|可能会|期待|呼吁|建议|希望|(?<![据作际展求控势])需要(?!的)|[只唯]有|可能|应当|应该|(?<=[位者员门业构出示])应(?!急|用|对)|(?:必须|(?<![无必])须(?!知)|还需)(?!要)|(?:鼓励|支持|引导|允许)[^，,：:“《]{0,12}(?:企业|机构|单位|高校|院所|县区|地区|各地|政府|力量|资本|农户|群众|人才|医院|学校|银行|组织))[^，,：:]{0,16}$"
)
"""Before a verb of what somebody wishes, supposes, or owes by a rule (如果…全部建成, 各用人单位应当建立…制度)."""
_SIGNIFIES = compiled(r"[^。；\n]{0,90}(?:具有|有着)[^，,。\n]{0,14}意义")
"""Behind what is only weighed (…的出版,对于|纵深推进…具有重要意义)."""
_FOR = compiled(r"(?:^|[，,；;])对于?")
_BETWEEN_STATES = compiled(r"(?:^|[，,；;。：:])(?:中方|双方|两国|各方|中国中央政府)[^，,：:]{0,16}$")
"""Before what states do with each other, told in talks."""
_STATES = ("中方", "双方", "两国", "各方", "中国中央政府")
_PURPOSE = ("，以", ",以", "；以", ";以")
"""What stands before an aim (…，以|建设年产八万吨的基地)."""
_ADVICE = compiled(r"建议[：:]|支招|献策|献计")
_ADVISED = 120
"""Behind these somebody advises others, some sentences long (提出建议：一是…。二是…)."""
_SHOULD = compiled(r"[，,：:“][^，,]{0,12}(?:要|必须|应当|应该|应)")
_SPEAKS = compiled(r"(?:(?<![》知见件案告])(?:指出|强调|表示)|(?<=发言)(?:说|表示))[，,：:]")
_WISHED_OF = frozenset({"run", "build", "do", "grow"})
"""Sorts of verbs that only wish well to what is there; what is to be founded, issued or held is a plan."""
_TOLD_NOW = compiled(r"已(?!经济)|了(?!解)|目前|截至|以来|近年|去年|近日|日前|今天|昨天|正在|\d{4}年|\d日")
"""Words of a sentence in a speech's paragraph that tells of what was done, and demands nothing."""
_WISH = compiled(
    r"[愿希]意?[同与]|愿(?:根据|继续|积极|进一步)|期待[同与]"
    r"|希望(?:同|与|双方|两国|各方|中方)|(?:双方|两国|中方|各方)(?:要|应)"
)
"""What states and their guests wish of each other, quoted names among it (愿同各方用好…论坛)."""
_HOPE = compiled(r"(?<![有的新着点见生大小寄])希望(?![工小学之村的杯在通借])|(?<!的)呼吁|敦促|恳请")
"""Behind these somebody hopes that others will do it, to the end of the sentence."""
_HOPING = ("希望", "呼吁", "敦促", "恳请")
_DEMANDS = compiled(
    r"[，,：:。；;][^，,。；;：:]{0,12}(?:(?<![重主需首只必想简摘概纲不所次还若既就])要(?![求点素闻件塞领道职])|必须|应当|应该)"
)
"""What a speech demands, however many sentences later in its paragraph."""
_SPEECH = 600
_OPENING = 4


def wished(scene: Scene, verb: Mention) -> bool:
    """Whether states and their guests only wish well to what the verb is about, or somebody hopes it of others."""
    start = scene.sentence.start
    before = scene.text[start : verb.start]
    if any(word in before for word in _HOPING) and _HOPE.search(before):
        return verb.sort != "hold"
    return verb.sort in _WISHED_OF and _WISH.search(scene.text, start, verb.start) is not None


def called_for(scene: Scene, clause: Clause, verb: Mention) -> bool:
    """Whether somebody only says that it should be done (他强调,要健全…制度)."""
    at = verb.start
    if _WISHED.search(scene.text, clause.start, at) or scene.text.find("建言", at, scene.sentence.end) > 0:
        return True
    if verb.sort in _WISHED_OF and _weighed(scene, clause, verb):
        return True
    floor = max(0, at - _SPEECH)
    line = max(scene.text.rfind("\n", floor, at) + 1, floor)
    if _ADVICE.search(scene.text, max(line, scene.sentence.start - _ADVISED), at):
        return True
    said = _SAID.search(scene.text, scene.sentence.start, at)
    if said is not None and _SHOULD.search(scene.text, said.end(), at) is not None:
        return True
    speech = max((match.end() for match in _SPEAKS.finditer(scene.text, line, at)), default=0)
    if scene.text.startswith("“", speech) and 0 < scene.text.find("”", speech) < at:
        return False  # what somebody said, in quotes, is over
    if not speech or (speech < scene.sentence.start and not _demands_on(scene, at)):
        return False
    return _DEMANDS.search(scene.text, speech - 1, at) is not None


def _weighed(scene: Scene, clause: Clause, verb: Mention) -> bool:
    """Whether it is what states talk of, or an aim, or only said to be of weight (对于推进…具有重要意义)."""
    before = scene.text[max(0, clause.start - 1) : verb.start]
    if before.endswith(_PURPOSE) or (any(map(before.__contains__, _STATES)) and _BETWEEN_STATES.search(before)):
        return True
    rest = verb.end, scene.sentence.end
    weighed = "意义" in scene.text[slice(*rest)] and _SIGNIFIES.match(scene.text, *rest)
    return bool(weighed) and _FOR.search(scene.text, scene.sentence.start, verb.start) is not None


def _demands_on(scene: Scene, at: int) -> bool:
    """Whether a sentence behind a demand goes on demanding: it says so, or begins with a bare verb."""
    start = scene.sentence.start
    if _TOLD_NOW.search(scene.text, start, at):
        return False
    first = cut(scene.text, start, min(start + _OPENING, scene.sentence.end))
    bare = bool(first) and first[0].pos[0] not in "nt"
    return bare or _DEMANDS.search(scene.text, max(0, start - 1), at) is not None
