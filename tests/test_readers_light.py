"""Markdown, mail and spreadsheets."""

from email.message import EmailMessage

import pytest
from packages import package

from factx.errors import ReadError
from factx.readers import read_bytes


def markdown(text: str) -> str:
    return read_bytes(text.encode(), "x.md").text.rstrip("\n")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# 总结\n\n正文。", "总结\n正文。"),
        ("总结\n====\n正文。", "总结\n正文。"),
        ("荣获**一等奖**和`金奖`。", "荣获一等奖和金奖。"),
        ("见[云溪县](http://example.org)。![图](a.png)", "见云溪县。"),
        ("3. 甲\n4. 乙", "3. 甲\n4. 乙"),
        ("- 甲\n- 乙", "甲\n乙"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 1家 | 2% |", "甲\t乙\n1家\t2%"),
        ("> 引文", "引文"),
        ("<!-- 注 -->\n\n<p>段</p>", "段"),
        ("一、成绩\n二、问题", "一、成绩\n二、问题"),
        # A wrapped line, and lines that only stand below each other.
        ("青禾公司" * 8 + "获评省级\n绿色工厂。", "青禾公司" * 8 + "获评省级绿色工厂。"),
        ("陈国梁 县水利局\n赵雅琴 白石镇", "陈国梁 县水利局\n赵雅琴 白石镇"),
        ("5 * 3 * 2 = 30，A_1_B", "5 * 3 * 2 = 30，A_1_B"),
    ],
)
def test_markdown_is_read_without_its_marks(source: str, text: str) -> None:
    assert markdown(source) == text


def test_a_paragraph_too_long_to_take_apart_is_read_with_its_marks() -> None:
    assert markdown("*a_ " * 6000).startswith("*a_ *a_")


def test_the_head_of_markdown_gives_title_and_day() -> None:
    document = read_bytes("---\ntitle: '总结'\ndate: 2024-01-15 10:00\ntags: [a]\n---\n\n正文。".encode(), "x.md")
    assert (document.text, document.title, document.date) == ("正文。\n", "总结", "2024-01-15")


def test_only_its_name_tells_markdown_from_text() -> None:
    assert read_bytes("# 总结".encode(), "x.txt").text == "# 总结"


def mail(body: str, charset: str = "utf-8", subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@example.org", "通报", "Mon, 15 Jan 2024 09:30:00 +0800"
    message.set_content(body, charset=charset, subtype=subtype)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030", "big5"])
def test_the_body_of_a_mail(charset: str) -> None:
    document = read_bytes(bytes(mail("云溪公司建成平台12座。\n", charset)), "x.eml")
    assert document.text.strip() == "云溪公司建成平台12座。"
    assert (document.title, document.date, document.media_type) == ("通报", "2024-01-15", "message/rfc822")


def test_plain_text_comes_before_html() -> None:
    message = mail("素文。\n")
    message.add_alternative("<p>网页。</p>", subtype="html")
    assert read_bytes(bytes(message), "x").text.strip() == "素文。"


def test_a_mail_of_html_alone() -> None:
    message = mail("<p>获评“省级绿色工厂”。</p><script>x</script>", subtype="html")
    assert "获评“省级绿色工厂”。" in read_bytes(bytes(message), "x").text


def test_attachments_are_named_and_not_read() -> None:
    message = mail("正文。\n")
    message.add_attachment("附件里有12座。".encode(), maintype="application", subtype="pdf", filename="附件.pdf")
    document = read_bytes(bytes(message), "x.eml")
    assert "12座" not in document.text
    assert [issue.message for issue in document.issues] == ["what is attached is not read: 附件.pdf"]


def test_a_mail_of_parts_in_parts_is_refused() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    with pytest.raises(ReadError, match="is damaged"):
        read_bytes(f"MIME-Version: 1.0\n{nested}\n正文".encode(), "x.eml")


def test_a_mail_without_text_is_told() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "空"
    with pytest.raises(ReadError, match="a mail without text; save what is attached"):
        read_bytes(bytes(message), "x.eml")


def test_a_page_saved_as_one_file_is_read_whatever_its_name() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
    page = "--B\nContent-Type: text/html; charset=utf-8\n\n<html><p>建成平台12座。</p></html>\n--B--\n"
    data = (head + page).encode()
    assert read_bytes(data, "old.doc").text == "建成平台12座。\n"


def test_a_text_that_only_looks_like_a_head_is_text() -> None:
    text = "Date: 2024-01-15\n云溪公司建成平台12座。\n"
    assert read_bytes(text.encode(), "x.txt").text == text


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def book(**sheets: str) -> bytes:
    """A workbook of sheets by their names, each the XML of its rows."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{LINKS}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{LINKS}/worksheet" Target="worksheets/{i}.xml"/>'
            for i in range(1, len(sheets) + 1)
        )
        + "</Relationships>",
    }
    for i, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/{i}.xml"] = f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return package(parts)


def cells(number: int, *texts: str) -> str:
    inside = "".join(
        f'<c r="{"ABC"[i]}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts)
    )
    return f'<row r="{number}">{inside}</row>'


def test_a_row_is_a_line() -> None:
    data = book(一览=cells(1, "指标", "增长") + cells(2, "游客", "31.5%"))
    assert read_bytes(data, "x.xlsx").text == "指标\t增长\n游客\t31.5%\n"


def test_several_sheets_have_their_names() -> None:
    assert read_bytes(book(甲=cells(1, "一"), 乙=cells(1, "二")), "x").text == "甲\n一\n乙\n二\n"


@pytest.mark.parametrize(
    ("data", "said"), [(book(空=""), "holds no cells"), (package({"xl/workbook.xml": "<a/>"}), "is damaged|no cells")]
)
def test_a_workbook_without_rows_is_told(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_bytes(data, "x.xlsx")
