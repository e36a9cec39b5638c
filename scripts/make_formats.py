"""Make samples/formats/report.*: the report of report.txt in every format that factx reads.

pip install python-docx openpyxl; LibreOffice (`soffice`) must be on the PATH.  python scripts/make_formats.py

The Word file is written with what Word files have: numbers made by lists, a table, a footnote, a page header,
a deletion and an insertion under tracked changes. LibreOffice turns it into the old Word format, RTF and PDF.
"""

import datetime
import email.message
import email.policy
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parents[1] / "samples" / "formats"
LINES = (FOLDER / "report.txt").read_text(encoding="utf-8").splitlines()
TITLE, DATE = LINES[0], datetime.datetime(2024, 1, 15, 9, 30)  # noqa: DTZ001 (files carry local times)
NUMBERED = (  # the numbers that the Word file leaves to its lists: (level, number, what it looks like, its shape)
    (0, re.compile(r"[一二三四]、"), "chineseCounting", "%1、"),
    (1, re.compile(r"（[一二三四]）"), "chineseCounting", "（%2）"),
    (2, re.compile(r"\d．"), "decimal", "%3．"),
)
NOTED, NOTE = "旅游综合收入19.7亿元", LINES[-1]
REVISED, DELETED = "注册用户", "试运行期间"
SOFFICE = ("soffice", "--headless", "--norestore", "--convert-to")


def make_docx(path: Path, *, revised: bool) -> None:
    """The Word file, with tracked changes where `revised`: a PDF would show them."""
    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = DATE
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Sans CJK SC", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    document.sections[0].header.paragraphs[0].text = "澜溪县文化和旅游局文件"
    _page_number(document.sections[0].footer.paragraphs[0])
    _define_numbers(document)
    _define_footnote(document)
    document.add_paragraph(TITLE, style="Title")
    rows: list[list[str]] = []
    for line in LINES[1:-1]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            _table(document, rows)
            rows = []
        _paragraph(document, line, revised=revised)
    document.save(str(path))


def _paragraph(document: Document, line: str, *, revised: bool) -> None:
    level, text = next(((n, line[m.end() :]) for n, p, *_ in NUMBERED if (m := p.match(line))), (None, line))
    paragraph = document.add_paragraph()
    if level is not None:
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (the library has no word for lists)
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    before, noted, behind = text.partition(NOTED)
    if noted:
        paragraph.add_run(before + noted)
        mark = paragraph.add_run()
        mark.font.superscript = True
        mark._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))  # noqa: SLF001
        paragraph.add_run(behind)
        return
    before, kept, behind = text.partition(REVISED)
    paragraph.add_run(before)
    if kept and revised:
        _revise(paragraph, "del", "delText", DELETED)
        _revise(paragraph, "ins", "t", kept)
        kept = ""
    paragraph.add_run(kept + behind)


def _revise(paragraph: Paragraph, change: str, tag: str, text: str) -> None:
    """Words put in or taken out under tracked changes."""
    paragraph._p.append(  # noqa: SLF001
        parse_xml(
            f'<w:{change} {nsdecls("w")} w:id="9" w:author="x" w:date="2024-01-15T09:00:00Z">'
            f"<w:r><w:{tag}>{text}</w:{tag}></w:r></w:{change}>"
        )
    )


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(0, len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _page_number(paragraph: Paragraph) -> None:
    for kind in ("begin", "end"):
        if kind == "end":
            paragraph.add_run()._r.append(parse_xml(f"<w:instrText {nsdecls('w')}> PAGE </w:instrText>"))  # noqa: SLF001
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)  # noqa: SLF001


def _define_numbers(document: Document) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{shape}"/></w:lvl>'
        for level, _, form, shape in NUMBERED
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _define_footnote(document: Document) -> None:
    mark = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:footnoteRef/></w:r>"
    rule = "<w:footnote w:type='{0}' w:id='{1}'><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>"
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        f"{rule.format('separator', 0)}{rule.format('continuationSeparator', 1)}"
        f'<w:footnote w:id="2"><w:p>{mark}<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>{NOTE}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def make_markdown(path: Path) -> None:
    """Markdown: headings, a table, an emphasis; numbers stay words of the text."""
    out = ["---", f"title: {TITLE}", f"date: {DATE:%Y-%m-%d}", "---", "", f"# {TITLE}", ""]
    for i, line in enumerate(LINES[1:], 1):
        if "\t" in line:
            out.append(f"| {line.replace(chr(9), ' | ')} |")
            if "\t" not in LINES[i - 1]:
                out.append("|" + " --- |" * (line.count("\t") + 1))
            if "\t" not in LINES[i + 1]:
                out.append("")
        else:
            out += [("## " if NUMBERED[0][1].match(line) else "") + line.replace(NOTED, f"**{NOTED}**"), ""]
    path.write_text("\n".join(out), encoding="utf-8", newline="\n")


def make_html(path: Path) -> None:
    """A page as a county's site serves it: declared gb2312, navigation and share bar around the article."""
    body = []
    for line in LINES[2:]:
        if "\t" in line:
            body.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>")
        else:
            body.append(f"<p style='text-indent:2em'><span>&emsp;{line.replace(NOTED, f'<b>{NOTED}</b>')}</span></p>")
    article = "\n".join(body)
    article = article.replace("<tr>", "<table border=1>\n<tr>", 1)
    article = re.sub(r"(</tr>\n)(?!<tr>)", r"\1</table>\n", article)
    (path).write_text(PAGE.format(title=TITLE, article=article, date=LINES[1]), encoding="gb18030", newline="\r\n")


PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}_澜溪县人民政府门户网站</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-01-15 09:30">
<script>var site="澜溪县人民政府"; document.write("<p>新增就业99999人</p>");</script>
<style>.x{{color:red}}</style></head>
<body><div class="top"><a href="/">首页</a><a href="/zwgk">政务公开</a>
<a href="/bsfw">办事服务</a><a href="/hdjl">互动交流</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 工作总结</div>
<div class="article"><h1>{title}</h1>
<div class="info">{date}</div>
<div class="content" id="zoom">
{article}
</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a>
<a href="javascript:window.print()">打印本页</a></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1.html">平澜县新增旅游景区8家</a></li>
<li><a href="/2.html">石渡县获评全国文明县城</a></li>
<li><a href="/3.html">江州市举办第五届茶博会</a></li></ul></div></div>
<div class="footer">版权所有：澜溪县人民政府
主办：澜溪县人民政府办公室　备案号：江ICP备00000000号</div></body></html>
"""


def make_sheet(path: Path) -> None:
    """A workbook: a line of the report in a row, the table in its columns."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "工作总结"
    for line in LINES:
        sheet.append(line.split("\t"))
    book.properties.title, book.properties.creator = TITLE, ""
    book.properties.created = book.properties.modified = DATE
    book.save(path)


def make_mail(path: Path) -> None:
    """A letter with the report as its text."""
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["Subject"], mail["From"], mail["To"] = TITLE, "office@example.org", "archive@example.org"
    mail["Date"] = DATE.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
    mail.set_content("\n".join(LINES) + "\n", charset="gb18030", cte="base64")
    path.write_bytes(bytes(mail))


def convert(path: Path, *forms: str) -> None:
    """What LibreOffice makes of `path`, beside it."""
    for form in forms:
        subprocess.run([*SOFFICE, form, "--outdir", path.parent, path], check=True, capture_output=True)


def main() -> None:
    """Write every format."""
    make_markdown(FOLDER / "report.md")
    make_html(FOLDER / "report.html")
    make_mail(FOLDER / "report.eml")
    with tempfile.TemporaryDirectory() as folder:
        word, sheet = Path(folder, "report.docx"), Path(folder, "report.xlsx")
        make_docx(word, revised=False)
        make_sheet(sheet)
        convert(word, "pdf")
        make_docx(word, revised=True)
        convert(word, "doc:MS Word 97", "rtf")
        convert(sheet, "xls:MS Excel 97")
        shutil.copy(word.with_suffix(".doc"), word.with_suffix(".wps"))
        for made in Path(folder).glob("report.*"):
            shutil.copy(made, FOLDER)
    for made in sorted(FOLDER.iterdir()):
        print(f"{made.stat().st_size:8,}  {made.name}")


if __name__ == "__main__":
    main()
