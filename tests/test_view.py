"""The page of `factx view` as a file: what it holds, byte for byte, and where its documents come from."""

import base64
import json
import re
from hashlib import sha256
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from conftest import SAMPLES
from shell import OTHER, ROOT, SAMPLE, one_line, run, terminal

import factx
from factx.view import Sheet, write
from factx.view.assembly import SCRIPTS, STYLES

BLOCK = re.compile(r'<script type="application/x-ndjson" id="d(\d+)">(.*?)</script>', re.DOTALL)
PARTS = ROOT / "factx" / "view" / "page"


def blocks(page: str) -> list[list[str]]:
    """The lines of each document's block with their `<`; a backslash of the text's own is doubled and stays."""
    contents = (
        re.sub(r"\\(\\|u003c)", lambda m: m[0] if m[1] == "\\" else "<", found) for _, found in BLOCK.findall(page)
    )
    return [content.split("\n") for content in contents]


def index(page: str) -> dict[str, object]:
    (content,) = re.findall(r'<script type="application/json" id="index">(.*?)</script>', page, re.DOTALL)
    return json.loads(content)


def page_of(text: str, name: str = "report.txt") -> str:
    document = factx.Document(name=name, text=text)
    out = StringIO()
    write([Sheet(name, text, factx.extract(document).facts)], out, title=name)
    return out.getvalue()


@pytest.fixture(scope="module")
def samples_page(samples_html: Path) -> str:
    return samples_html.read_text(encoding="utf-8")


def test_each_record_of_the_page_is_its_json_line_byte_for_byte(samples_page: str) -> None:
    lines = [line for _, *records in blocks(samples_page) for line in records]
    assert lines == run("extract", *SAMPLES).out.splitlines()
    assert [json.loads(head)["name"] for head, *_ in blocks(samples_page)] == SAMPLES


def test_the_page_holds_the_texts_and_what_the_audit_says(samples_page: str) -> None:
    for head, *_ in blocks(samples_page):
        document = json.loads(head)
        assert document["text"] == factx.read(ROOT / document["name"]).text
        for unused in document["unused"]:
            assert 0 <= unused["start"] < unused["end"] <= len(document["text"])
    assert any(json.loads(head)["unused"] for head, *_ in blocks(samples_page))


def test_the_index_names_each_text_by_its_hash(samples_page: str) -> None:
    for entry, (head, *records) in zip(index(samples_page)["documents"], blocks(samples_page), strict=True):
        text = json.loads(head)["text"]
        assert entry["sha256"] == sha256(text.encode()).hexdigest()
        assert entry["length"] == len(text)
        assert [row[0] for row in entry["rows"]] == [json.loads(line)["kind"] for line in records]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>建成基地8个。",
        "<!--<script>建成基地8个。",
        "\\u003c \\\\u003c $documents ${index} $script $$ 建成基地8个。",
        "]]>&lt;&amp;'\"\u2028\u2029\x00\x1b建成基地8个。",
        "😀𠮷建成基地8个。",
    ],
)
def test_no_text_becomes_markup(text: str) -> None:
    page = page_of(text, name=f"{text}.txt")
    ((head, *_),) = blocks(page)
    assert json.loads(head)["text"] == text
    assert json.loads(head)["name"] == index(page)["title"] == f"{text}.txt"
    assert page.count("<script") == 3, "the document, the index and the script"
    (title,) = re.findall("<title>(.*?)</title>", page, re.DOTALL)
    assert unescape(title) == f"{text}.txt"


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else(samples_page: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', samples_page)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", samples_page, re.DOTALL)
        assert rules.pop(rule) == f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
    assert rules == {}


def test_the_page_names_no_address() -> None:
    """What it is made of asks for nothing: no link, no import, no font, no picture."""
    own = "".join(path.read_text(encoding="utf-8") for path in PARTS.iterdir())
    assert re.findall(r"https?://[^\s\"']+", own) == ["http://www.w3.org/2000/svg"], "the name of SVG, not an address"
    assert not re.search(
        r"@import|url\(|\bsrc=|<link|fetch\(|XMLHttpRequest|innerHTML|outerHTML|insertAdjacent|eval\(", own
    )


def test_every_part_is_assembled() -> None:
    assert {path.name for path in PARTS.iterdir()} == {
        "page.html",
        *(f"{name}.css" for name in STYLES),
        *(f"{name}.js" for name in SCRIPTS),
    }


def test_parts_stay_short() -> None:
    assert {path.name for path in PARTS.iterdir() if path.read_text(encoding="utf-8").count("\n") > 300} == set()


def test_every_word_is_said_in_both_languages() -> None:
    """Values of the records' enumerations have English words of their own."""
    words = (PARTS / "words.js").read_text(encoding="utf-8")
    english, chinese = re.findall(r"^  (?:en|zh): \{$(.*?)^  \},$", words, re.DOTALL | re.MULTILINE)
    names = [set(re.findall(r"(?<![\w`$])([a-z]\w*): (?=[\"(\[])", part, re.IGNORECASE)) for part in (english, chinese)]
    assert names[0] - names[1] == set()
    models = factx.Report.model_json_schema()["$defs"].values()
    enumerated = {value for model in models for value in re.findall(r"'enum': \[(.*?)\]", str(model))}
    values = {value for listed in enumerated for value in re.findall(r"'(\w+)'", listed)}
    assert names[1] - names[0] <= values
    assert values - names[1] == set(), "values without a Chinese word"


# Where the documents come from


def facts_of(tmp_path: Path, *texts: str) -> Path:
    """Records of texts in `tmp_path`, made there, and so with names relative to it."""
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    made = run("extract", *(f"{number}.txt" for number in range(len(texts))), "-o", "facts.jsonl", cwd=tmp_path)
    assert made.code == 0
    return tmp_path / "facts.jsonl"


def view(*args: str, cwd: Path = ROOT) -> tuple[str, str]:
    """What lands on standard output and error where all goes well."""
    result = run("view", *args, cwd=cwd)
    assert result.code == 0
    return result.out, result.err


def test_records_find_their_texts_beside_them_from_anywhere(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "青禾公司建成充电桩120个。", "江州市建成泵站8座。")
    page, told = view(str(facts))
    assert told == ""
    assert [json.loads(head)["text"] for head, *_ in blocks(page)] == [
        "青禾公司建成充电桩120个。",
        "江州市建成泵站8座。",
    ]
    assert "\n".join(line for _, *records in blocks(page) for line in records) == facts.read_text("utf-8").strip()
    assert [json.loads(head)["unused"] for head, *_ in blocks(page)] == [None, None], (
        "only a text that is read is audited"
    )


def test_records_without_their_text_are_shown_and_it_is_said(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "青禾公司建成充电桩120个。", "江州市建成泵站8座。")
    (tmp_path / "0.txt").unlink()
    page, told = view(str(facts))
    assert re.fullmatch(r"factx: 0\.txt: its text was not found; .*; the page shows its records alone\n", told)
    (first, record), (second, _) = blocks(page)
    assert json.loads(first)["text"] is None
    assert "not found" in json.loads(first)["missing"]
    assert json.loads(record)["quote"] == "青禾公司建成充电桩120个"
    assert json.loads(second)["text"] == "江州市建成泵站8座。"


def test_a_text_that_changed_is_not_shown_with_old_records(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "青禾公司建成充电桩120个。")
    (tmp_path / "0.txt").write_text("去年，青禾公司建成充电桩120个。", encoding="utf-8")
    page, told = view(str(facts))
    assert "has changed since its records were made" in told
    assert json.loads(blocks(page)[0][0])["text"] is None


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "青禾公司建成充电桩120个。")
    with facts.open("a", encoding="utf-8") as stream:
        stream.write('{"kind":"honour"}\n')
    result = run("view", str(facts))
    assert result.code == 2
    assert one_line(result).startswith(f"factx: {facts}:2: is no record of factx (")


def test_a_folder_is_read_to_the_bottom_in_order_and_one_bad_file_does_not_end_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".hidden.txt", "notes.rst"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("江州市建成泵站8座。", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("view", str(tmp_path))
    assert result.code == 1
    assert result.err == f"factx: {tmp_path}/empty.txt: is empty; give a file with text in it\n"
    assert [json.loads(head)["name"] for head, *_ in blocks(result.out)] == [f"{tmp_path}/a/c.md", f"{tmp_path}/b.txt"]


@pytest.mark.parametrize("given", ["nowhere.txt", "schemas", "nowhere.jsonl"])
def test_nothing_to_show_is_one_line(given: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run("view", given, "-o", str(out))
    assert result.code == 2
    assert one_line(result).startswith(f"factx: {given}: ")
    assert not out.exists()


def test_a_summary_says_what_was_made(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    result = run("view", SAMPLE, OTHER, "-o", str(path))
    assert (result.code, result.out) == (0, "")
    assert re.fullmatch(rf"factx: {path}: 2 documents, \d+ facts; open it in a browser\n", result.err)
    assert run("view", SAMPLE, "-q", "-o", str(path), "--force") == (0, "", "")


def test_a_page_is_not_replaced_unasked(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("mine", encoding="utf-8")
    assert "exists" in one_line(run("view", SAMPLE, "-o", str(out)))
    assert run("view", SAMPLE, "-o", str(out), "--force").code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_terminal_gets_no_page() -> None:
    code, shown = terminal("view", SAMPLE)
    assert code == 2
    assert shown == "factx: a page is not for the terminal; name a file with -o page.html\n"


def test_every_run_gives_the_same_bytes() -> None:
    first, second = (run("view", SAMPLE, OTHER, PYTHONHASHSEED=seed).out for seed in ("1", "2"))
    assert first == second
