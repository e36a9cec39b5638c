"""What stands on either side of a name and speaks for it: posts, bodies, places, verbs that only persons act in."""

from functools import lru_cache

from factx.gazetteer import body_heads, body_lexicon, is_place
from factx.mentions.person_lexicon import characters, person_lexicon, posts
from factx.patterns import compiled
from factx.words import cut

_OF_PLACE = compiled(r"[^全我该各本两多在个到一](?:[县区镇乡村]|街道|社区)$")
"""Where a person is from stands before the name in rolls: 云溪县|周晓岚."""
_OF_WARD = compiled(
    r"(?:[^全学本专各该分一二三四五六七八九十][^学本专文理工百]科|科室|科部|[\d一二三四五六七八九十] ?班|\d级)$"
)
"""The ward or the class that somebody belongs to: 消化内科|周晓岚."""
COMPANIES = frozenset(("股份", "重工", "药业", "制药", "矿业", "实业", "置业", "酒业", "乳业", "纸业", "特钢", "钢铁"))
"""Tails of companies that bear no 公司 (青禾股份|李晓岚)."""
ANNOUNCED = 2.0
"""Weight of a post or an organisation right in front of a name."""
_SEX = compiled(r"[，, \t\u3000（(、]{1,3}[男女](?![\u4e00-\u9fff])|[，,：:]\d{2}岁")
_RANK = compiled(r"[，,](?:(?:副?主任|主治)[医护技药]师|副?教授|(?:医学)?[博硕]士|中共党员|汉族|19\d\d年)")
"""What a person is, behind the name and a comma (`李晓岚，主任医师，…`)."""
_BEHIND = compiled(
    r"(?P<sum>[\d一二两三四五六七八九十]{1,3}(?:名|位|人))|(?P<time>于?\d{4}|于?\d{1,2}月|于?[今去前]年)"
    r"|(?P<hold>(?:先后|曾|还|也|均|都)?(?:荣获|获评|获颁|荣立|荣膺|当选|被(?:授予|评为|评选为|选为|命名为|表彰为|推选为)))"
    r"|(?P<score>\d{1,2}(?:比|:|：)\d{1,2})"
)
"""What sums a list of names up (4名同志), a time, what those do who hold an honour, a score: persons, and bodies."""
_GOES_ON_TAGS = frozenset(["v", "vd", "p", "d", "a", "ad", "c", "uj", "ul"])


@lru_cache(maxsize=4096)
def weight_before(text: str) -> float:
    """How much the last characters in front of a place announce a person; lists of names ask again and again."""
    words = person_lexicon()
    start = len(text)
    if start == 0 or not text[start - 1].isalnum():
        return 1.0
    if not "\u4e00" <= text[start - 1] <= "\u9fff":
        return ANNOUNCED if text[-3:] in posts() else 0.0  # 总裁兼|CEO
    if ends_post(text, start) or _ends_holder(text, start) or _ends_body(text, start):
        return ANNOUNCED
    leading = [text[max(0, start - n) : start] for n in (1, 2, 3, 4)]
    if not (words.goes_before.isdisjoint(leading) and words.around.isdisjoint(leading)):
        return 1.0
    if text[-2:] in COMPANIES or _OF_PLACE.search(text) or (text[-1] in "科部室班级" and _OF_WARD.search(text)):
        return 1.5
    if text[-1] == "部" and text[-2:] not in body_lexicon().trap:
        return 0.5  # 基础部|李晓岚
    last = cut(text)[-1]
    if text[-1] == "队" and _is_team(last.text):
        return 1.5
    return 0.5 if last.end - last.start > 1 and last.pos[0] in "nvt" else 0.0


def _is_team(word: str) -> bool:
    """Whether the last word in front of a name is the team of a place (江州|队, 中国队), not 部队 or 排队."""
    place = word[:-1]
    return not place or is_place(place) or place.endswith(("国", "省", "市"))


@lru_cache(maxsize=4096)
def weight_after(text: str) -> float:
    """How much the first characters behind a place speak for a name before it."""
    words = person_lexicon()
    if not text or not text[0].isalnum():
        return 3.0 if _SEX.match(text) else 2.0 if text.startswith((",", "，")) and _RANK.match(text) else 1.0
    following = [text[:n] for n in (1, 2, 3, 4, 5)]
    if behind := _BEHIND.match(text):
        return 1.0 if behind.lastgroup == "time" else 1.5
    if (text[0] == "等" and text[:2] not in {"等级", "等待", "等候", "等于"}) or not words.speech.isdisjoint(following):
        return 1.5
    if not (words.polite.isdisjoint(following) and posts().isdisjoint(following)):
        return 2.0
    if not (words.goes_on.isdisjoint(following) and words.around.isdisjoint(following)):
        return 1.0
    return 0.5 if cut(text)[0].pos in _GOES_ON_TAGS else 0.0


def ends_post(text: str, end: int) -> bool:
    """Whether a post or a profession ends at `end` (`副主任医师`, `科技工作者`)."""
    words = person_lexicon()
    if not posts().isdisjoint([text[max(0, end - n) : end] for n in range(2, 9)]):
        return True
    if end == 0 or text[end - 1] not in characters(words.post_end):
        return False
    row = cut(text, max(0, end - 8), end)
    last = row[-1]
    if last.text == "工" and len(row) > 1:
        return row[-2].pos[:1] in "nv"  # 转炉炼钢|工
    if last.text == "员" and len(row) > 1:
        return row[-2].pos[:1] in "nv" and len(row[-2].text) > 1  # 组织|员
    return len(last.text) >= 2 and last.text not in words.no_post and not _ends_holder(text, end)


def _ends_holder(text: str, end: int) -> bool:
    """Whether a word for the holder of an honour ends at `end` (`获得者`)."""
    return (
        text[max(0, end - 3) : end] in person_lexicon().holder or text[max(0, end - 2) : end] in person_lexicon().holder
    )


def _ends_body(text: str, end: int) -> bool:
    """Whether the head of an organisation, two characters at least, ends at `end`."""
    if not body_lexicon().trap.isdisjoint([text[max(0, end - n) : end] for n in (2, 3, 4)]):
        return False
    heads = body_heads()
    return not heads.isdisjoint([text[max(0, end - n) : end] for n in range(2, 9)])
