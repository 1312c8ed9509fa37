"""GitLab's code quality report: the notes on style, and nothing of verdicts."""

import hashlib
from typing import Any

from grader.formats.json import render
from grader.formats.report import Report, below
from grader.formats.text import safe
from grader.learner.style import Note


def rendered(report: Report) -> str:
    """A list, empty where there is nothing to say; paths are seen from the project's folder."""
    styles = report.style or {}
    notes = [
        (safe(below(told, "CI_PROJECT_DIR")).removeprefix("./"), note)
        for told in report.told
        if told.result.exercise in styles
        for note in styles[told.result.exercise].notes
    ]
    return render([_issue(path, note) for path, note in notes])


def _issue(path: str, note: Note) -> dict[str, Any]:
    return {
        "description": safe(note.words),
        "check_name": note.code,
        # Without the line: else an edit above would make it a new one. A rule is noted once in a file.
        "fingerprint": hashlib.sha256("\0".join((path, note.code, note.words)).encode()).hexdigest(),
        "severity": "minor",
        "location": {"path": path, "lines": {"begin": note.line}},
    }
