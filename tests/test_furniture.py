"""Page furniture is found line by line; running text never is."""

import pytest

from factx.mentions import furniture

PAGE = """首页 >> 新闻 >> 正文
云溪县科协召开年会
来源：云溪日报 作者：周明
云溪县科协成立科普志愿服务队，来源广泛。
（供稿：办公室 审核：李明）
下一篇：云溪县获评全国文明城市
- 08-01 青禾公司获评省级示范
- 08-02 云溪县夺得第一
"""


def _lines(text: str) -> list[str]:
    return [line for start, end in furniture.scan(text) for line in text[start:end].splitlines()]


def test_a_page_s_furniture() -> None:
    lines = _lines(PAGE)
    assert lines[0] == "首页 >> 新闻 >> 正文"
    assert "来源：云溪日报 作者：周明" in lines
    assert "- 08-02 云溪县夺得第一" in lines
    assert not any("年会" in line or "志愿服务队" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("作者认为，县域经济增长5%。", "a byline's word that opens a sentence"),
        ("更多企业落户云溪，新增企业20家。", "更多 as a plain adverb"),
        ("日期和时间均已确定。", "a list word inside a sentence"),
        ("编辑出版图书12种。", "a verb"),
    ],
)
def test_running_text_is_no_furniture(text: str, why: str) -> None:
    assert furniture.scan(text) == [], why


def test_links_end_where_running_text_resumes() -> None:
    body = "云溪县全年新增企业二十家，" * 8 + "完成投资三亿元。"
    text = f"相关阅读\n云溪县获评先进\n{body}\n"
    assert furniture.scan(text) == [(0, text.index(body))]
