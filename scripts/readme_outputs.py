"""Fill README.md with real output: every `<!-- output: COMMAND -->` gets what COMMAND prints into the block below it.

python scripts/readme_outputs.py [--check]    (`factx` and `jq` must be on the PATH; --check changes nothing)
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n```text\n)(?P<old>.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def filled(block: re.Match[str]) -> str:
    """The block with its command and what that prints now, without the spaces that tables leave at line ends."""
    command = ["bash", "-o", "pipefail", "-c", block["command"]]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True)
    lines = [f"$ {block['command']}", *done.stdout.splitlines()]
    return block[1] + "".join(f"{line.rstrip()}\n" for line in lines)


def main() -> None:
    """Write README.md anew, or say that it is stale."""
    path = ROOT / "README.md"
    before = path.read_text(encoding="utf-8")
    after = BLOCK.sub(filled, before)
    if "--check" in sys.argv:
        sys.exit("README.md shows stale output; run scripts/readme_outputs.py" if after != before else 0)
    path.write_text(after, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
