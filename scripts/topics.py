"""Writes the README's table of topics: by chapter what stands, and what is to come.

python scripts/topics.py
"""

import re
from pathlib import Path

from grader import catalog
from grader.chapters import Chapter, chapters

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PLACE = re.compile(r"(<!-- topics[^\n]*-->\n).*?(<!-- end of topics -->)", re.DOTALL)


def table() -> str:
    """The table, in Markdown."""
    rows = [_row(chapter) for chapter in chapters(catalog.load(ROOT / "exercises"))]
    return "\n".join(["| chapter | topics | to come |", "|---|---|---|", *rows, ""])


def _row(chapter: Chapter) -> str:
    there = ", ".join(f"[{one.topic}](exercises/{one.topic}/README.md)" for one in chapter.exercises)
    return f"| {chapter.name} | {there} | {', '.join(chapter.to_come)} |"


def main() -> None:
    """Puts it into its place."""
    text = README.read_text(encoding="utf-8")
    README.write_text(PLACE.sub(lambda found: found[1] + table() + found[2], text), encoding="utf-8")
    print("README.md written")


if __name__ == "__main__":
    main()
