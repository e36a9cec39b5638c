"""What is told twice is one record; what only looks alike stays two."""

import pytest

import factx


def _values(text: str, kind: str, field: str) -> list[object]:
    return [getattr(fact, field) for fact in factx.extract(text).facts if fact.kind == kind]


def test_recipients_of_one_title_come_together() -> None:
    text = "青禾公司获评“省级绿色工厂”。云溪公司也获评“省级绿色工厂”。"
    assert _values(text, "honour", "recipients") == [["青禾公司", "云溪公司"]]


def test_a_headline_adds_no_number() -> None:
    text = "云溪县新增高新技术企业52家\n2023年，云溪县新增高新技术企业52家，增长20%。\n"
    assert _values(text, "achievement", "value") == [52, 20]


def test_a_headline_s_own_number_stays() -> None:
    text = "云溪县新增高新技术企业52家\n2023年，云溪县建成科技小院12个。\n"
    assert _values(text, "achievement", "value") == [52, 12]


@pytest.mark.parametrize(
    ("text", "names", "why"),
    [
        (
            "公司第三届青工焊接技能竞赛落幕\n青禾钢铁公司第三届青工焊接技能竞赛日前落幕。\n",
            ["青禾钢铁公司第三届青工焊接技能竞赛"],
            "a headline that names it in short",
        ),
        (
            "青禾市茶叶推介会举行\n全市茶园技术培训班昨日举行。\n",
            ["青禾市茶叶推介会", "全市茶园技术培训班"],
            "a headline's own event",
        ),
        (
            "云溪至江州大桥合龙\n云溪县至江州市青禾河特大桥今天合龙。\n",
            ["云溪县至江州市青禾河特大桥"],
            "a headline that leaves words of the name out",
        ),
        (
            "云溪至江州大桥合龙\n江州市至青禾县云河特大桥今天合龙。\n",
            ["云溪至江州大桥", "江州市至青禾县云河特大桥"],
            "a headline's own bridge",
        ),
        (
            "江州书画社九届二中全会召开\n江州书画社第九届中央委员会第二次全体会议今天召开。\n",
            ["江州书画社第九届中央委员会第二次全体会议"],
            "a plenary session in short",
        ),
        (
            "全国政协九届常委会第十九次会议闭幕\n政协第九届全国委员会常务委员会第十九次会议今天闭幕。\n",
            ["政协第九届全国委员会常务委员会第十九次会议"],
            "a standing committee in short",
        ),
        ("发布＂绿通办＂服务清单。发布“绿通办”服务清单。", ["＂绿通办＂服务清单"], "marks of another sort"),
        ("推出“智慧科普”，办好“智慧科普”项目。", ["“智慧科普”项目"], "the head noun belongs to the name"),
        ("建成云溪县青少年活动中心。青少年活动中心已投用。", ["云溪县青少年活动中心"], "the place belongs to the name"),
        ("成立云溪县护河队、云溪县护林队。", ["云溪县护河队", "云溪县护林队"], "two names"),
    ],
)
def test_short_forms_of_a_name(text: str, names: list[str], why: str) -> None:
    assert _values(text, "initiative", "name") == names, why
