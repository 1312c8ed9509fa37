"""Makes the terminal picture of the README: what a real check prints, as rich exports it.

python scripts/picture.py
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader import catalog
from grader.author.show import find

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "check.svg"
# An attempt like many: nearly there, with one misconception of the exercise's own collection.
ATTEMPT = "retry_one_budget_for_all_calls"


def main() -> None:
    """Checks the attempt in a terminal of 80 columns and writes the picture of what it shows."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "80", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        attempt = Path(folder, "decorators.py")
        attempt.write_bytes(find(catalog.load().get("decorators"), ATTEMPT).source)
        command = [sys.executable, "-m", "grader", "check", "decorators", "--attempt", str(attempt)]
        shown = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False).stdout
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ grader check", style="bold"))
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="grader check", unique_id="check")
    TARGET.write_text(re.sub(r"[ \t]+\n", "\n", svg), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
