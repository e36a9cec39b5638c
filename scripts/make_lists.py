"""Make tests/data/lists.*: lists, fields, hidden words and a table, as LibreOffice writes them in other formats.

LibreOffice (`soffice`) must be on the PATH.  python scripts/make_lists.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from packages import paragraph, word  # noqa: E402 (what the tests make their files with)

FOLDER = ROOT / "tests" / "data"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LEVELS = (  # where it starts, how it counts, what stands behind the number, its shape
    (3, "chineseCounting", "tab", "第%1章"),
    (1, "decimalEnclosedCircle", "nothing", "%2"),
    (1, "bullet", "tab", "•"),
)


def _levels() -> str:
    shapes = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:suff w:val="{behind}"/>'
        f'<w:lvlText w:val="{shape}"/></w:lvl>'
        for i, (start, form, behind, shape) in enumerate(LEVELS)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{shapes}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )


def _item(text: str, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def _run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def _field(instruction: str, shown: str) -> str:
    begin, part, end = (_run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    return f"{begin}{_run(f'<w:instrText> {instruction} </w:instrText>')}{part}{_run(f'<w:t>{shown}</w:t>')}{end}"


def _row(*cells: tuple[str, ...]) -> str:
    width = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
    inside = ("".join(map(paragraph, cell)) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc>{width}{cell}</w:tc>' for cell in inside)}</w:tr>"


def _body() -> str:
    lists = [("总则", 0), ("甲", 1), ("乙", 1), ("点", 2), ("职责", 0), ("丙", 1)]
    mixed = (
        _run("<w:t>见</w:t>")
        + _field("HYPERLINK http://example.org", "云溪县")
        + _run("<w:t>网站，𠮷祥</w:t>")
        + _run("<w:t>隐藏</w:t>", "<w:vanish/>")
        + _run("<w:t>街道。</w:t><w:tab/><w:t>末</w:t>")
    )
    rows = [(("姓名",), ("单位",)), (("秦若兰",), ("县文化馆",)), (("事迹",), ("其一。", "其二。"))]
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return (
        "".join(_item(*item) for item in lists)
        + f"<w:p>{mixed}</w:p><w:tbl>{grid}{''.join(_row(*row) for row in rows)}</w:tbl>{paragraph('后文')}"
    )


def main() -> None:
    """Write every format."""
    data = word(
        _body(),
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{WORD_TYPE}.numbering+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="b" '
            f'Type="{RELATIONS}/numbering" Target="numbering.xml"/></Relationships>',
        },
        numbering=_levels(),
    )
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "lists.docx")
        source.write_bytes(data)
        for form in ("doc:MS Word 97", "rtf", "pdf"):
            command = ["soffice", "--headless", "--norestore", "--convert-to", form, "--outdir", FOLDER, source]
            subprocess.run(command, check=True, capture_output=True)
    (FOLDER / "lists.docx").write_bytes(data)


if __name__ == "__main__":
    main()
