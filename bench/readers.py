"""What formats cost: a 20-page report as a Word file and as a PDF, and the core without any of it.

    .venv/bin/pip install -q -e '.[docs]' && .venv/bin/python bench/readers.py

`read` is the time from bytes to text, `first record` that of a fresh process from its start to its first record, `core`
the import of `factx` with a plain text read. The Word file is made here; the PDF by LibreOffice, where `soffice` is on
the PATH. Processor time, which other programs disturb little: medians of some rounds, the least in brackets.
"""

import importlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
PAGES = 20
A_PAGE = 1400
"""Characters."""
ROUNDS = 5
WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
CORE = "import factx; factx.read(sys.argv[1])"
FIRST = "import factx; next(iter(factx.extract(factx.read(sys.argv[1])).facts))"


def make_word(path: Path) -> None:
    """A Word file of so many pages out of the samples."""
    packages = importlib.import_module("packages")
    texts = [sample.read_text(encoding="utf-8") for sample in sorted((ROOT / "samples").glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    body: list[str] = []
    size = 0
    while size < PAGES * A_PAGE:
        line = lines[len(body) % len(lines)]
        body.append(packages.paragraph(line.replace("&", "").replace("<", "")))
        size += len(line)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    package = "http://schemas.openxmlformats.org/package/2006"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    others = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="a" Type="{relation}" Target="word/document.xml"/></Relationships>',
    }
    path.write_bytes(packages.word("".join(body), others))


def clock(run: Callable[[], object]) -> str:
    """Median and least of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = _spent()
        run()
        times.append((_spent() - start) * 1000)
    return f"{statistics.median(times):7.0f} ({min(times):.0f}) ms"


def _spent() -> float:
    """Processor time of this process and of those that it ran, in seconds."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, WHOSE))


def process(code: str, path: Path) -> Callable[[], object]:
    """A fresh Python that runs `code` on a file."""
    return lambda: subprocess.run([sys.executable, "-c", f"import sys; {code}", path], check=True, cwd=ROOT)


def main() -> None:
    """Print the figures."""
    import factx  # noqa: PLC0415 (what is measured)

    plain = ROOT / "samples" / "award_notice.txt"
    print(f"core          {clock(process(CORE, plain))}")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "report.docx")]
        make_word(paths[0])
        if shutil.which("soffice"):
            command = ["soffice", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, paths[0]]
            subprocess.run(command, check=True, capture_output=True)
            paths.append(Path(folder, "report.pdf"))
        for path in paths:
            document = factx.read(path)
            pages = f", {len(document.pages)} pages" if document.pages else ""
            print(f"{path.name}: {len(document.text):,} characters{pages}, {path.stat().st_size:,} bytes")
            print(f"  read        {clock(lambda path=path: factx.read(path))}")
            print(f"  first record{clock(process(FIRST, path))}")


if __name__ == "__main__":
    main()
