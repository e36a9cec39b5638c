"""PDF: lines into paragraphs, furniture of pages, letters kept as shapes."""

import io

import pytest

from factx.errors import ReadError
from factx.readers import read_bytes
from factx.readers.pdf_layout import Line, is_wide, lay_out, repair

WIDTH = 30
"""Squares of a full line."""


def page(*texts: str, size: float = 12.0, top: float = 700.0) -> list[Line]:
    """Lines below each other, the blanks at their beginnings and between columns kept as places."""
    lines = []
    for number, text in enumerate(texts):
        left = 80.0 + (len(text) - len(text.lstrip("　"))) * size
        inside = text.strip("　")
        width = sum(size if is_wide(sign) else size * 0.55 for sign in inside)
        low = top - number * size * 1.6
        lines.append(Line(inside, left, left + width, low, low + size, size))
    return lines


FULL = "云溪县坚持以科技创新引领产业发展，全年新增高新技术企业十二家共"
assert len(FULL) > WIDTH


def paragraphs(*pages: list[Line]) -> list[str]:
    return lay_out(list(pages))[0]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((FULL, "投入三亿元。"), [FULL + "投入三亿元。"]),
        (("　　" + FULL[:-2], FULL, "末尾。", "　　下一段。"), [FULL[:-2] + FULL + "末尾。", "下一段。"]),
        ((FULL, "短行。", "另一行。"), [FULL + "短行。", "另一行。"]),
        (("一、成绩", FULL, "末尾。"), ["一、成绩", FULL + "末尾。"]),
        # A full line that ends a paragraph, and a number below it.
        ((FULL[:-1] + "。", "二、问题"), [FULL[:-1] + "。", "二、问题"]),
        # What may not begin a line takes the character before it along: the line above is shorter by one.
        ((FULL, FULL[:-1], "共，投入三亿元。"), [FULL + FULL[:-1] + "共，投入三亿元。"]),
        # So does a number, which is not broken.
        ((FULL, FULL[:-3], "123456元。"), [FULL + FULL[:-3] + "123456元。"]),
        # Columns are rows of a table.
        ((FULL, "指标\t增长", "游客\t三成"), [FULL, "指标\t增长", "游客\t三成"]),
    ],
)
def test_wrapped_lines_are_joined(lines: tuple[str, ...], expected: list[str]) -> None:
    assert paragraphs(page(*lines)) == expected


def test_a_larger_distance_ends_a_paragraph() -> None:
    apart = page("未完的标题行到此为止" * 3, top=700) + page(FULL, FULL, FULL, top=640)
    assert paragraphs(apart) == ["未完的标题行到此为止" * 3, FULL * 3]


def test_another_size_ends_a_paragraph() -> None:
    assert paragraphs(page("标题" * 10, size=18) + page(FULL, "末。", top=660)) == ["标题" * 10, FULL + "末。"]


def test_a_paragraph_goes_on_over_pages() -> None:
    assert paragraphs(page("首行。", FULL), page("末尾。", "完。")) == ["首行。", FULL + "末尾。", "完。"]


def test_headers_footers_and_numbers_are_left_out() -> None:
    def numbered(number: int) -> list[Line]:
        head = page("云溪县文件", top=800)
        foot = page(f"— {number} —", top=40)
        return head + page(f"正文{'甲乙丙丁'[number]}。", "另一段。") + foot

    lines, starts, dropped = lay_out([numbered(n) for n in range(4)])
    assert lines == [line for sign in "甲乙丙丁" for line in (f"正文{sign}。", "另一段。")]
    assert dropped == 8
    assert starts == [0, 10, 20, 30]


@pytest.mark.parametrize(
    "number", ["12", "- 12 -", "— 12 —", "第12页", "第 12 页 共 30 页", "12/30", "Page 3 of 9", "iv"]
)
def test_forms_of_page_numbers(number: str) -> None:
    assert paragraphs(page(FULL, "末。") + page(number, top=40)) == [FULL + "末。"]


@pytest.mark.parametrize("line", ["12家", "2023年", "第12条", "12.5%", "一、"])
def test_what_is_no_page_number(line: str) -> None:
    assert paragraphs(page(FULL, "末。") + page(line, top=40))[-1] == line


def test_a_line_that_repeats_inside_pages_is_text() -> None:
    pages = [page("甲。", "乙。", "丙。", "同一句话。", "丁。", "戊。", "己。", top=700 - 20 * n) for n in range(4)]
    assert sum("同一句话" in line for line in paragraphs(*pages)) == 4


def test_notes_wait_for_the_paragraph_that_goes_on() -> None:
    note = page("1口径说明。", size=9, top=60)
    assert paragraphs(page("首。", FULL) + note, page("末尾。", "完。")) == [
        "首。",
        FULL + "末尾。",
        "口径说明。",
        "完。",
    ]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("inter\u00ad", "national", "international"),
        ("well-", "known", "wellknown"),
        ("COVID-", "19", "COVID-19"),
        ("open", "source", "open source"),
        ("使用GDP", "指标", "使用GDP指标"),
    ],
)
def test_latin_words_at_a_line_end(first: str, second: str, text: str) -> None:
    fill = "云" * 30
    (paragraph,) = paragraphs(page(fill + first, second + "。"))
    assert paragraph == f"{fill}{text}。"


def test_shapes_are_letters_again() -> None:
    assert repair("⼯作⺠⽣ ﬁ ﬄ") == "工作民生 fi ffl"
    assert repair("工作民生，不变。") == "工作民生，不变。"


def pdf(content: bytes, extra: bytes = b"") -> bytes:
    """The smallest PDF: one page with this content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, start))
    return out.getvalue()


def test_a_small_pdf() -> None:
    document = read_bytes(pdf(b"BT /F 12 Tf 50 700 Td (GDP grew 12.5%) Tj ET"), "x.pdf")
    assert (document.text, document.pages) == ("GDP grew 12.5%\n", [0])


def test_raised_digits_behind_latin_letters_are_powers() -> None:
    content = b"BT /F 12 Tf 50 700 Td (area 120 m) Tj /F 7 Tf 5 Ts (2) Tj ET"
    assert read_bytes(pdf(content), "x.pdf").text.startswith("area 120 m2")


def test_a_scan_is_told() -> None:
    with pytest.raises(ReadError, match=r"has no text layer, only pictures; run a text recognition"):
        read_bytes(pdf(b"100 100 200 200 re f"), "x.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", pdf(b"BT ET")[:200], b"%PDF-1.7\n" + bytes(3000)])
def test_a_damaged_pdf_is_told(data: bytes) -> None:
    with pytest.raises(ReadError, match="is damaged; open it"):
        read_bytes(data, "x.pdf")


def test_a_locked_pdf_is_told() -> None:
    key = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    with pytest.raises(ReadError, match="is locked with a password"):
        read_bytes(pdf(b"BT ET", key), "x.pdf")
