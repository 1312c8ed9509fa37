"""Makes the pictures of the documents: what a real check prints, and the summary that it leaves in a workflow's run.

python scripts/picture.py
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console, RenderableType
from rich.markdown import Markdown
from rich.text import Text

from grader import catalog
from grader.author.show import find

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
# An attempt like many: nearly there, with one misconception of the exercise's own collection.
TOPIC = "decorators"
ATTEMPT = "retry_one_budget_for_all_calls"
PUSHED = "retry_waits_after_the_last_failure"  # which a public test sees


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


def summary() -> str:
    """The summary of the same attempt, in Markdown, as a step of a workflow writes it with a student edition."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "grader"]
        subprocess.run([*command, "class", "publish", "catalog", TOPIC], cwd=folder, check=True, capture_output=True)
        source = find(catalog.load().get(TOPIC), PUSHED).source
        Path(folder, f"{TOPIC}.py").write_bytes(source)
        check = ["check", TOPIC, "--attempt", f"{TOPIC}.py", "--catalog", "catalog", "--format", "markdown"]
        done = subprocess.run([*command, *check], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout


def drawn(title: str, *parts: RenderableType) -> str:
    """The picture of what a console shows."""
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    for part in parts:
        console.print(part)
    return re.sub(r"[ \t]+\n", "\n", console.export_svg(title=title, unique_id=title.replace(" ", "-")))


def check() -> str:
    """The picture of a check."""
    return drawn("grader check", Text("$ grader check", style="bold"), Text.from_ansi(shown()))


def run() -> str:
    """The picture of a summary; what is folded is a line with a triangle."""
    folded = re.sub(r"<details><summary>(.*?)</summary>.*?</details>", "\u25b8 \\1", summary(), flags=re.DOTALL)
    return drawn("summary of the run", Markdown(folded))


PICTURES = {"check.svg": check, "summary.svg": run}


def main() -> None:
    """Writes the pictures."""
    for name, draw in PICTURES.items():
        (DOCS / name).write_text(draw(), encoding="utf-8")
        print(f"docs/{name} written")


if __name__ == "__main__":
    main()
