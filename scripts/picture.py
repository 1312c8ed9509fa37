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
TOPIC = "decorators"
ATTEMPT = "retry_one_budget_for_all_calls"


def shown() -> str:
    """What a check of the attempt shows in a terminal of 80 columns, as a learner types it in a workspace."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "grader"]
        subprocess.run([*command, "start", TOPIC], cwd=folder, env=environment, check=True, capture_output=True)
        source = find(catalog.load().get(TOPIC), ATTEMPT).source
        Path(folder, TOPIC, f"{TOPIC}.py").write_bytes(source)
        done = subprocess.run(
            [*command, "check"], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
    return done.stdout


def drawn(text: str) -> str:
    """The picture of it."""
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ grader check", style="bold"))
    console.print(Text.from_ansi(text))
    return re.sub(r"[ \t]+\n", "\n", console.export_svg(title="grader check", unique_id="check"))


def main() -> None:
    """Writes the picture."""
    TARGET.write_text(drawn(shown()), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
