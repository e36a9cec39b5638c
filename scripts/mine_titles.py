"""Candidates for the honour lexicons, with counts: `python scripts/mine_titles.py FOLDER_OR_FILE… [--top 60]`.

Prints, from any text: verbs that stand before a prize or a 称号, the head nouns and modifiers of titles behind sure
honour verbs, grades, what stands before 授予 and its kin (givers), and posts between a title and a person.
The lists are raw; sort them by hand into `factx/lexicons/honour.toml` and the honour lists of `verbs.toml`.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_SURE = (
    "荣获|获评|获颁|获授|荣膺|被评为|评选为|被授予|入选|被认定为|认定为|被命名为|命名为|当选|跻身|获批|被列为|被列入"
)
_TITLE = re.compile(rf"(?:{_SURE})了?(?:为|全部|首批|第[一二三四五六七八九十]+批)?([^,，。；;、!！?？\n]{{2,40}})")
_VERB = re.compile(r"([\u4e00-\u9fff]{1,4}?)[^,，。；;、\u4e00-\u9fff]?[“\"「]([^”\"」]{2,30})[”\"」](?:荣誉)?称号")
_PRIZE_VERB = re.compile(
    r"([\u4e00-\u9fff]{2})(?:了|过)?(?:\d{4}年度?)?(?:全国|国家|省|市|中国)[\u4e00-\u9fff]{0,12}(?:等奖|金奖|奖章)"
)
_GRADE = re.compile(
    r"(?:[特一二三四五]等|[金银铜]|优[秀胜]|最佳[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2}贡献|[\u4e00-\u9fff]{2})奖"
)
_GIVER = re.compile(
    r"(?:被|由|经|获|受到?)([\u4e00-\u9fff“”、（）()·]{2,30}?)(?:联合)?(?:授予|评为|评选为|颁发|命名为|认定为|表彰)"
)
_POST = re.compile(
    r"(?:获得者|劳动模范|劳模|标兵|能手|称号的|奖的)[、，,]?([\u4e00-\u9fff]{2,20})(?:同志|教授|医生|老师)"
)
_END = re.compile(r"(?:荣誉)?称号.*|等.*|[(（].*|[”\"」]$")


def texts(paths: list[Path]) -> Iterator[str]:
    """The text of each file, folders walked for `*.txt`."""
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield file.read_text(encoding="utf-8", errors="replace")


def mine(text: str, counts: dict[str, Counter[str]]) -> None:
    """Add the candidates of one text to `counts`, a counter a list."""
    for match in _TITLE.finditer(text):
        title = _END.sub("", match[1]).strip('“”"「」')
        if len(title) >= 4:
            counts["heads, 2 characters"][title[-2:]] += 1
            counts["heads, 4 characters"][title[-4:]] += 1
            counts["beginnings"][title[:2]] += 1
    counts["verbs before a quoted 称号"].update(m[1][-2:] for m in _VERB.finditer(text))
    counts["verbs before a prize"].update(m[1] for m in _PRIZE_VERB.finditer(text))
    counts["grades"].update(m[0] for m in _GRADE.finditer(text))
    counts["givers"].update(m[1] for m in _GIVER.finditer(text))
    counts["posts"].update(m[1] for m in _POST.finditer(text))


def main() -> None:
    """Print the candidates of the given files, most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--top", type=int, default=60)
    arguments = parser.parse_args()
    names = ("verbs before a quoted 称号", "verbs before a prize", "heads, 2 characters", "heads, 4 characters")
    counts = {name: Counter[str]() for name in (*names, "beginnings", "grades", "givers", "posts")}
    for text in texts(arguments.paths):
        mine(text, counts)
    for name, counter in counts.items():
        print(f"\n# {name}")
        print(" ".join(f"{word}:{n}" for word, n in counter.most_common(arguments.top)))


if __name__ == "__main__":
    main()
