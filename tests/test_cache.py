"""What is kept between runs: patterns and word lists are what they are without it, whatever happens to the file."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import ROOT

from factx.patterns import compiled

SAY = "import factx, factx.cache as c; print(len(factx.extract('2023年，青禾公司建成充电桩120个。').facts), c._loaded)"


def package(folder: Path) -> Path:
    """A copy of the package that no other test writes beside."""
    shutil.copytree(ROOT / "factx", folder / "factx", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def say(folder: Path, **environment: str) -> tuple[int, int]:
    """How many facts a new process finds in a sentence, and how many things it found kept."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(
        [sys.executable, "-c", SAY], cwd=folder, env=clean | environment, capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    facts, kept = run.stdout.split()
    return int(facts), int(kept)


def kept_file(folder: Path) -> Path:
    return next((folder / "factx" / "__pycache__").glob("cache.*.kept"))


def test_the_second_run_takes_up_what_the_first_one_made(tmp_path: Path) -> None:
    package(tmp_path)
    assert say(tmp_path) == (1, 0)
    facts, kept = say(tmp_path)
    assert facts == 1
    assert kept > 100
    written = kept_file(tmp_path).stat().st_mtime_ns
    assert say(tmp_path) == (1, kept)
    assert kept_file(tmp_path).stat().st_mtime_ns == written, "nothing new, so nothing is written"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda whole: whole[:-1], id="cut off"),
        pytest.param(lambda whole: whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], id="a bit turned"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"not what was written", id="something else"),
    ],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    package(tmp_path)
    say(tmp_path)
    _, kept = say(tmp_path)
    file = kept_file(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert say(tmp_path) == (1, 0)
    assert say(tmp_path) == (1, kept)


def test_nothing_is_written_where_python_may_write_no_byte_code(tmp_path: Path) -> None:
    package(tmp_path)
    assert say(tmp_path, PYTHONDONTWRITEBYTECODE="1") == (1, 0)
    assert not (tmp_path / "factx" / "__pycache__").exists()


def test_it_stands_where_python_keeps_its_byte_code(tmp_path: Path) -> None:
    package(tmp_path)
    say(tmp_path, PYTHONPYCACHEPREFIX=str(tmp_path / "elsewhere"))
    assert not (tmp_path / "factx" / "__pycache__").exists()
    assert list((tmp_path / "elsewhere").rglob("cache.*.kept"))


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be closed to its owner's writing on Windows")
def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "factx" / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert say(tmp_path) == (1, 0)


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [
        (r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0, "报告2023年和2024年5月的"),
        (r"[\u4e00-\u9fff]{2,4}(?=市|县)|(?<!省)级", 0, "江东市级和云溪县"),
        ("a # a comment\n b", re.VERBOSE | re.IGNORECASE, "xAbx"),
        (r"^一、.*$", re.MULTILINE, "前言\n一、总结\n二、计划"),
        (r"(a)|(b)|(?:c)(d)?", 0, "abcd"),
    ],
)
def test_a_pattern_is_what_re_makes_of_it(source: str, flags: int, text: str) -> None:
    ours, theirs = compiled(source, flags), re.compile(source, flags)
    assert (ours.pattern, ours.flags, ours.groups, dict(ours.groupindex)) == (
        theirs.pattern,
        theirs.flags,
        theirs.groups,
        dict(theirs.groupindex),
    )
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup, m.lastindex) for m in theirs.finditer(text)]
    assert found, "the case shows something"
    assert [(m.span(), m.groups(), m.groupdict(), m.lastgroup, m.lastindex) for m in ours.finditer(text)] == found


def test_a_pattern_that_is_none_says_why() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(一")
