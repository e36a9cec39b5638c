"""Web pages: what is the article, what is furniture around it, and what the page says of itself."""

import pytest

from factx.readers import read_bytes
from factx.records import Document

PROSE = "12月25日，我县召开科技工作会议，部署全年任务。"
MORE = "2023年新增高新技术企业12家，研发投入达到3.2亿元，同比增长15%。"
NAVIGATION = (
    '<div class="top"><ul><li><a href="/">首页</a><li><a href="/a">新闻中心</a><li><a href="/b">公告</a></ul></div>'
)
LINKS = (
    '<div><h3>相关新闻</h3><ul><li><a href="1">平澜县新增企业8家，</a><li><a href="2">石渡县获评文明县城</a></ul></div>'
)
FOOT = "<div class=footer>版权所有 云溪县科技局 地址：青岚路1号</div>"


def page(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    whole = f"<html><head>{head}</head><body>{NAVIGATION}{body}{LINKS}{FOOT}</body></html>"
    return read_bytes(whole.encode(encoding), "x.html")


COLOURED = (
    f"<div><h1>会议召开</h1><p>{PROSE}</p><p>2023年新增<font color=red>高新技术企业</font>\n   12家，研发投入"
    "<b>达到</b>3.2亿元，\n同比增长15%。</p></div>"
)


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=content><h1>会议召开</h1><p>{PROSE}</p><p>{MORE}</p></div>",
        f"<div><h1>会议召开</h1></div><div id=zoom>　　{PROSE}<br><br>&nbsp;&nbsp;{MORE}</div>",
        f"<table><tr><td><h1>会议召开</h1></td></tr><tr><td>{PROSE}<p>{MORE}</td></tr></table>",
        f"<article><h1>会议召开</h1><section><p><span>{PROSE}</span></p></section><section>{MORE}</section></article>",
        # A word in colour, and source lines that are wrapped: one sentence.
        COLOURED,
        # Hidden until a script shows it, as one large platform serves its articles.
        f'<h1>会议召开</h1><div style="visibility: hidden"><p>{PROSE}</p><p>{MORE}</p></div>',
        # Elements that nobody closed, in the wrong order.
        f"<div><h1>会议召开</h1><p><b>{PROSE}<p>{MORE}</b></i></span>",
        # An article that its site calls furniture is the article all the same.
        f'<div class="main-right side"><h1>会议召开</h1><p>{PROSE * 9}</p><p>{MORE * 9}</p></div>',
    ],
)
def test_the_article_is_found(body: str) -> None:
    times = 9 if "side" in body else 1
    document = page(body)
    assert document.text.splitlines() == ["会议召开", PROSE * times, MORE * times]
    assert document.issues == []


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share">分享到：微信 微博</div>',
        "<nav>首页 新闻</nav>",
        '<p style="display:none">隐藏的话，不读。</p>',
        "<p hidden>隐藏的话，不读。</p>",
        "<script>var x = '建成平台99座。';</script>",
        "<style>p { color: red }</style>",
        "<noscript>请打开脚本，谢谢。</noscript>",
        "<!-- 注释里的话，不读。 -->",
        "<form><input value='搜索'><button>搜索</button></form>",
        '<div><a href="1">上一篇：平澜县新增企业8家</a></div>',
        '<iframe src="http://example.org/"></iframe>',
    ],
)
def test_furniture_inside_the_article_is_left_out(furniture: str) -> None:
    document = page(f"<div><h1>会议召开</h1><p>{PROSE}</p>{furniture}<p>{MORE}</p></div>")
    assert document.text.splitlines() == ["会议召开", PROSE, MORE]


@pytest.mark.parametrize(
    "kept",
    [
        '见<a href="x">《云溪县科技创新条例》</a>第三条，县科技局获评全省先进单位。',
        "县财政局",  # a name alone on a line, as lists of winners have it
        "一、主要成绩",
    ],
)
def test_what_belongs_to_the_article_stays(kept: str) -> None:
    document = page(f"<div><h1>会议召开</h1><p>{PROSE}</p><p>{kept}</p><p>{MORE}</p></div>")
    assert document.text.splitlines() == ["会议召开", PROSE, kept.replace('<a href="x">', "").replace("</a>", ""), MORE]


def test_a_table_is_read_row_by_row() -> None:
    table = "<table><thead><tr><th>单位<th>专利</thead><tr><td><p>青禾公司</p><td>56件<tr><td>云溪一中<td>3件</table>"
    document = page(f"<div><h1>会议召开</h1><p>{PROSE}</p>{table}<p>{MORE}</p></div>")
    assert document.text.splitlines()[2:5] == ["单位\t专利", "青禾公司\t56件", "云溪一中\t3件"]


def test_ordered_lists_keep_their_numbers() -> None:
    document = page(f"<div><h1>会议召开</h1><p>{PROSE}{MORE}</p><ol><li>甲<li><p>乙</p></ol><ul><li>丙</ul></div>")
    assert document.text.splitlines()[2:] == ["1. 甲", "2. 乙", "丙"]


def test_a_page_without_prose_is_read_as_it_stands() -> None:
    document = page("<div><p>获奖名单</p><p>秦若兰</p><p>何嘉宁</p></div>")
    assert {"获奖名单", "秦若兰", "何嘉宁"} <= set(document.text.splitlines())
    assert "新闻中心" not in document.text
    assert [issue.code for issue in document.issues] == ["no-article"]


BODY = f"<div><h1>会议召开</h1><p>{PROSE}</p><p>{MORE}</p></div>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta name="ArticleTitle" content="会议召开"><title>别的</title>', "会议召开"),
        ('<meta property="og:title" content="会议召开 - 云溪在线">', "会议召开"),
        ("<title>会议召开_云溪县科技局</title>", "会议召开"),
        ("<title>  </title>", "会议召开"),
    ],
)
def test_the_title(head: str, title: str) -> None:
    document = page(BODY, head)
    assert document.title == title
    assert document.text.count("会议召开\n") == 1


def test_a_title_that_the_body_lacks_goes_before_it() -> None:
    document = page(f"<div><p>{PROSE}</p><p>{MORE}</p></div>", "<title>我县召开科技工作会议 | 云溪在线</title>")
    assert document.text.splitlines()[:2] == ["我县召开科技工作会议", PROSE]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta name="PubDate" content="2024-01-15 09:30">', BODY, "2024-01-15"),
        ('<meta property="article:published_time" content="2024-01-15T09:30:00+08:00">', BODY, "2024-01-15"),
        ("", BODY.replace("</h1>", "</h1><p>发布时间：2024年1月5日 来源：云溪县</p>"), "2024-01-05"),
        ("", BODY.replace("</h1>", "</h1><em id=publish_time>2024-3-5 18:00</em>"), "2024-03-05"),
        ("", BODY, None),
        ('<meta name="PubDate" content="2024-13-45">', BODY, None),
    ],
)
def test_the_day(head: str, body: str, day: str | None) -> None:
    assert page(body, head).date == day


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "iso-8859-1", "x-unknown"])
def test_the_encoding_is_found_whatever_the_page_declares(encoding: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    assert page(BODY, head, encoding).text.splitlines() == ["会议召开", PROSE, MORE]


def test_a_page_of_another_name_is_a_page() -> None:
    assert read_bytes(f"<html><body>{BODY}</body></html>".encode(), "x.doc").media_type == "text/html"
    assert (
        read_bytes(f'<?xml version="1.0"?><!DOCTYPE html><html>{BODY}</html>'.encode(), "x").media_type == "text/html"
    )


def test_a_text_with_an_angle_is_no_page() -> None:
    assert read_bytes("<云溪县2023年工作总结>\n正文。".encode(), "x.txt").media_type == "text/plain"
