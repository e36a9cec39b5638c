"""Word documents (docx): what is text in them and what is not, and the numbers that Word counts."""

import pytest
from packages import package, paragraph, word

from factx.errors import ReadError
from factx.readers import limits, read_bytes
from factx.readers.numbering import FORMS, chinese


def lines(body: str, **parts: str) -> list[str]:
    return read_bytes(word(body, **parts), "x.docx").text.splitlines()


NEW = "<mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice>"
OLD = "<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>建成</w:t></w:r><w:r><w:t>12座</w:t></w:r>", "建成12座"),
        ("<w:r><w:t>姓名</w:t><w:tab/><w:t>职务</w:t></w:r>", "姓名\t职务"),
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", "上\n下"),
        ("<w:hyperlink><w:r><w:t>链接里的字</w:t></w:r></w:hyperlink>", "链接里的字"),
        ("<w:ins><w:r><w:t>增补</w:t></w:r></w:ins>", "增补"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件里的字</w:t></w:r></w:sdtContent></w:sdt>", "控件里的字"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>不藏</w:t></w:r>", "不藏"),
        # Both for new and for old programs: once.
        (f"<mc:AlternateContent>{NEW}{OLD}</mc:AlternateContent>", "新"),
    ],
)
def test_what_is_text(inside: str, text: str) -> None:
    assert lines(f"<w:p>{inside}</w:p>") == text.split("\n")


@pytest.mark.parametrize(
    "inside",
    [
        "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
        "<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "<w:r><w:softHyphen/></w:r>",
    ],
)
def test_what_is_no_text(inside: str) -> None:
    assert lines(f"<w:p><w:r><w:t>留</w:t></w:r>{inside}<w:r><w:t>下</w:t></w:r></w:p>") == ["留下"]


def test_a_text_box_stands_behind_its_paragraph() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph('框中')}</w:txbxContent></w:drawing></w:r>"
    assert lines(f"<w:p>{box}<w:r><w:t>正文</w:t></w:r></w:p>") == ["正文", "框中"]


def test_a_table_is_read_row_by_row() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc>{''.join(map(paragraph, texts))}</w:tc>"

    rows = (cell("姓名"), cell("单位")), (cell("秦若兰"), cell("县文化馆")), (cell("事迹"), cell("其一。", "其二。"))
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删去的行')}</w:tr>"
    assert lines(f"<w:tbl>{body}{deleted}</w:tbl>") == ["姓名\t单位", "秦若兰\t县文化馆", "事迹", "其一。", "其二。"]


def test_a_table_of_contents_is_left_out() -> None:
    made = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    contents = f"<w:sdt>{made}<w:sdtContent>{paragraph('一、成绩 1')}</w:sdtContent></w:sdt>"
    loose = paragraph("二、打算 3", '<w:pStyle w:val="21"/>')
    styles = '<w:style w:styleId="21"><w:name w:val="toc 2"/></w:style>'
    assert lines(contents + loose + paragraph("一、成绩"), styles=styles) == ["一、成绩"]


def test_notes_stand_behind() -> None:
    notes = f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">{paragraph("口径")}</w:footnote>'
    assert lines(paragraph("正文"), footnotes=notes) == ["正文", "口径"]


LEVELS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_the_numbers_of_lists_are_text() -> None:
    body = "".join(
        [item("甲", 0), item("乙", 1), item("丙", 1), item("丁", 2), item("戊", 0), item("己", 1), item("庚", 3)]
    )
    assert lines(body, numbering=LEVELS) == ["一、甲", "（一）乙", "（二）丙", "1. 丁", "二、戊", "（一）己", "庚"]


def test_a_list_may_start_elsewhere() -> None:
    assert lines(item("甲", 0) + item("乙", 0, 2), numbering=LEVELS) == ["一、甲", "五、乙"]


def test_styles_number_headings() -> None:
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="9"><w:name w:val="mine"/><w:basedOn w:val="1"/></w:style>'
    )
    body = paragraph("甲", '<w:pStyle w:val="1"/>') + paragraph("乙", '<w:pStyle w:val="9"/>')
    assert lines(body, numbering=LEVELS, styles=styles) == ["一、甲", "二、乙"]


def test_a_paragraph_may_take_its_number_back() -> None:
    assert lines(item("甲", 0, number=0), numbering=LEVELS) == ["甲"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百〇一"),
        (110, "一百一十"),
        (1010, "一千〇一十"),
        (0, "〇"),
    ],
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("ideographTraditional", 2, "乙"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
    ],
)
def test_forms_of_numbers(form: str, number: int, text: str) -> None:
    assert FORMS[form](number) == text


def test_the_other_edition_of_the_format_is_read_too() -> None:
    data = word(paragraph("严格")).replace(b"x", b"x")
    strict = package(
        {
            "_rels/.rels": '<R><R Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
            'Target="/word/main.xml"/></R>',
            "word/main.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
            "<w:p><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>",
        }
    )
    assert read_bytes(strict, "x").text == read_bytes(data, "x").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word("<w:p/>"), "holds no text"),
        (package({"word/other.xml": ""}), "is damaged"),
        (word(paragraph("甲"))[:-40], "is damaged"),
        (package({"word/document.xml": "<w:document>"}), "is damaged"),
        (package({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}), "is damaged"),
        (package({"word/document.xml": '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'}), "is damaged"),
        (package({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "is damaged"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(data, "x.docx")
    assert "; " in str(caught.value), "says what to do"


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes that unpack to more than anybody's report: told by the directory, nothing is unpacked."""
    monkeypatch.setattr(limits, "MOST_UNPACKED", 1_000_000)
    data = package({"word/document.xml": "<a/>", "word/media/image1.png": bytes(2_000_000)})
    assert len(data) < 10_000
    with pytest.raises(ReadError, match="unpacks to more than"):
        read_bytes(data, "x.docx")
    monkeypatch.setattr(limits, "MOST_UNPACKED", 10_000_000)
    monkeypatch.setattr(limits, "MOST_PART", 1_000_000)
    with pytest.raises(ReadError, match=r"its word/document.xml is larger than"):
        read_bytes(package({"word/document.xml": " " * 2_000_000}), "x.docx")


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", -1.0)
    with pytest.raises(ReadError, match=r"takes more than .* seconds to read; split it"):
        read_bytes(word(paragraph("甲")), "x.docx")


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 100)
    with pytest.raises(ReadError, match="split it, or save its text"):
        read_bytes(word(paragraph("甲")), "x.docx")
