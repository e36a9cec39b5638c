"""Reading: which encoding, which text, what is refused and how it is said."""

import codecs
import io
from pathlib import Path

import pytest

import factx
from factx.errors import ReadError
from factx.readers import read, read_bytes

TEXT = (
    "云溪县2023年工作总结\n2023年，云溪县紧扣高质量发展主线，建成“数字乡村”服务平台，新增就业岗位1200个，"
    "荣获全省乡村振兴先进县。全年接待游客35万人次，同比增长12.5%。\n"
)
TRADITIONAL = (
    "雲溪縣2023年工作總結\n全縣圍繞經濟發展的目標，建成數位鄉村服務平臺，榮獲全省先進單位。"
    "會議指出，要繼續關心學生與農民，讓縣裡的孩子都能讀書。\n"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, encoding: str) -> None:
    document = read_bytes(data, "report.txt")
    assert (document.text, document.encoding, document.issues) == (TEXT, encoding, [])


def test_big5_is_not_taken_for_gb18030() -> None:
    data = TRADITIONAL.encode("big5")
    assert data.decode("gb18030", "replace") != TRADITIONAL  # it decodes, as rubbish
    document = read_bytes(data, "report.txt")
    assert (document.text, document.encoding) == (TRADITIONAL, "big5hkscs")


def test_characters_beyond_gbk_come_through() -> None:
    text = TEXT + "获奖者：王㛃、李𬭎\n"  # rare characters of names, in GB18030's four bytes
    assert read_bytes(text.encode("gb18030"), "x").text == text


@pytest.mark.parametrize("name", ["gb2312", "GBK", "cp936", "gb18030"])
def test_every_gb_name_means_gb18030(name: str) -> None:
    document = read_bytes("王㛃".encode("gb18030"), "x", name)
    assert (document.text, document.encoding) == ("王㛃", "gb18030")


def test_encoding_overrides_what_the_bytes_look_like() -> None:
    data = "云溪".encode("utf-16-le")
    assert read_bytes(data, "x", "utf-16-le").text == "云溪"
    assert read_bytes("é".encode(), "x", "latin-1").text == "Ã©"


def test_latin_letters_alone_in_utf16_are_seen() -> None:
    assert read_bytes("GDP 2023\n".encode("utf-16-le"), "x").text == "GDP 2023\n"
    assert read_bytes("GDP 2023\n".encode("utf-16-be"), "x").text == "GDP 2023\n"


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "undefined", "a\0b", ""])
def test_an_unknown_encoding_is_told_with_an_example(name: str) -> None:
    with pytest.raises(ReadError, match=r"unknown encoding .* such as utf-8"):
        read_bytes(TEXT.encode(), "x", name)


def test_line_ends_stay() -> None:
    assert read_bytes("一\r\n二\r三\n".encode(), "x").text == "一\r\n二\r三\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_damage_is_replaced_and_told(encoding: str) -> None:
    broken = "utf-16-le" if encoding == "utf-16" else encoding
    damage = {"utf-8": b"\xff", "gb18030": b"\xff", "utf-16-le": b"\x00\xdc"}[broken]
    half = len("云溪县2023年工作总结\n".encode(broken))
    data = TEXT.encode(broken)
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16" else b""
    document = read_bytes(mark + data[:half] + damage + data[half:], "x")
    assert document.encoding == encoding
    first = document.text.index("\ufffd")
    assert document.text[:first] == "云溪县2023年工作总结\n"
    (issue,) = document.issues
    assert (issue.code, issue.start, issue.end) == ("replaced-bytes", first, first + 1)
    assert f"{document.text.count(chr(0xFFFD))} place" in issue.message
    assert f"character {first}" in issue.message


def test_a_cut_file_is_still_utf8() -> None:
    """A download that broke off in the middle of a character must not be taken for GB18030."""
    document = read_bytes(TEXT.rstrip().rstrip("。").encode() + "。".encode()[:2], "x")
    assert document.encoding == "utf-8"
    assert document.text.endswith("12.5%\ufffd")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t \n", "nothing but white space"),
        (codecs.BOM_UTF8, "nothing but white space"),
        (b"PK\x03\x04" + bytes(30) + b"word/document.xml", "is damaged"),
        (b"PK\x03\x04" + bytes(30) + b"ppt/presentation.xml", "a presentation"),
        (b"PK\x03\x04" + bytes(30), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office document"),
        (b"%PDF-1.7\n", "is damaged"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 40, "binary"),
        (bytes(5000), "binary"),
        (b"\x01\x02\x03\x04" * 100, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(data, "x.txt")
    line = str(caught.value)
    assert line.startswith("x.txt: ")
    assert "; " in line, "says what to do"
    assert "\n" not in line


def test_a_stray_control_character_is_no_sign_of_a_binary_file() -> None:
    text = TEXT + "\x00附\x0c件\x1a"
    assert read_bytes(text.encode(), "x").text == text


def test_a_wrong_encoding_by_hand_is_told() -> None:
    with pytest.raises(ReadError, match="is not text in utf-8; name its encoding"):
        read_bytes(TEXT.encode("gbk"), "x", "utf-8")


def test_halves_of_surrogate_pairs_never_get_in() -> None:
    with pytest.raises(ReadError, match=r"is not unicode.escape; "):
        read_bytes(rb"\ud800", "x", "unicode_escape")


def test_a_file_keeps_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    assert read(path) == factx.read(str(path))
    assert read(path).name == str(path)


@pytest.mark.parametrize(
    ("path", "said"),
    [("nowhere.txt", "no such file"), (".", "is a folder; name the files in it"), ("x" * 300, "cannot be read")],
)
def test_what_cannot_be_opened_is_told(path: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(path)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rights do not bind the superuser, who runs many a test: the system's answer is played here.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="may not be read; ask for the right"):
        read(tmp_path / "secret.txt")


def test_a_name_that_is_not_utf8_is_told_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / b"\xb1\xa8\xb8\xe6.txt".decode("utf-8", "surrogateescape")  # 报告 as GBK wrote it
    path.write_bytes(TEXT.encode())
    name = read(path).name
    assert name.endswith(".txt")
    name.encode()


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gbk"))))
    document = read("-")
    assert (document.name, document.text) == ("-", TEXT)
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ReadError, match="standard input is closed"):
        read("-")
