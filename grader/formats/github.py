"""GitHub Actions: a log, annotations at the learner's own lines, and a summary of the step.

The runner takes a line for a command if it begins with `::`, blanks aside, or holds `##[` anywhere. So what an attempt
may have a say in stands between stop-commands, whose token nobody can know, and in an annotation all is escaped.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from grader.formats import markdown, plain
from grader.formats.report import Report, below
from grader.formats.text import safe, without_commands
from grader.formats.words import claim, cut, line, own_line, standing, verdict, whole, why
from grader.learner.told import Told
from grader.verdicts import NOT_WRITTEN

MOST_OF_A_KIND = 10  # annotations that GitHub shows of a step
LONGEST = 4_096  # characters of a message
LONGEST_TITLE = 255
SUMMARY = 1024 * 1024  # bytes that a step may write
KINDS = ("error", "warning", "notice")


@dataclass(frozen=True)
class Annotation:
    """What is said at a line of a file, or of all where there is none."""

    kind: Literal["error", "warning", "notice"]
    title: str
    message: str
    file: str = ""
    line: int = 0

    def command(self) -> str:
        """The workflow command that has it shown."""
        at = [f"file={_property(_plain(self.file))}"] if self.file else []
        at += [f"line={self.line}", f"endLine={self.line}"] if self.file and self.line > 0 else []
        properties = ",".join([*at, f"title={_property(line(_plain(self.title), LONGEST_TITLE))}"])
        return f"::{self.kind} {properties}::{_data(cut(_plain(self.message), LONGEST))}"


def rendered(report: Report) -> str:
    """The log, then the annotations."""
    return framed(plain.rendered(report), annotations(report))


def framed(log: str, found: Iterable[Annotation]) -> str:
    """Any text, in which nothing is a command, then ours; the token is drawn anew, and stands nowhere else."""
    token = secrets.token_hex(16)
    commands = [one.command() for one in found]
    return "\n".join([f"::stop-commands::{token}", _plain(log).rstrip("\n"), f"::{token}::", *commands, ""])


def beside(report: Report) -> str:
    """The summary of the step: what to look at first comes first."""
    return markdown.rendered(report, SUMMARY - 1 - _written())


def _written() -> int:
    """How much the step's summary holds already."""
    try:
        return os.path.getsize(os.environ["GITHUB_STEP_SUMMARY"])
    except (KeyError, OSError):
        return 0


def annotations(report: Report) -> list[Annotation]:
    """What is shown: of each kind no more than GitHub does, the last of which says how many there would be."""
    found = [one for told in report.told for one in _attempt(told)]
    found += [Annotation("error", "grader", fault.message) for fault in report.faults]
    return [one for kind in KINDS for one in _bounded([one for one in found if one.kind == kind])]


def _bounded(found: list[Annotation]) -> list[Annotation]:
    left = len(found) - MOST_OF_A_KIND + 1
    if left <= 1:
        return found
    more = f"And {left} more: the log and the summary have them all."
    return [*found[: MOST_OF_A_KIND - 1], Annotation(found[0].kind, f"{left} more", more)]


def _attempt(told: Told) -> Iterator[Annotation]:
    file = safe(below(told, "GITHUB_WORKSPACE"))
    yield Annotation("notice", standing(told), f"This {verdict(told)}.")
    if told.result.message:
        at = own_line(told.result.evidence)
        yield Annotation("error", f"{told.result.exercise}: mend this first", whole(told), file, at.line if at else 0)
        return
    for test in told.view.failures:
        at = own_line(test.evidence)
        kind: Literal["warning", "error"] = "warning" if told.passes else "error"
        yield Annotation(kind, claim(test), why(told, test), file, at.line if at else 0)
    for one in told.view.unwritten:
        yield Annotation("warning", "Not written yet", one.name or NOT_WRITTEN, file, one.where.line)
    for note in told.style.notes if told.style else ():
        yield Annotation("notice", note.code, note.words, file, note.line)


def _plain(text: str) -> str:
    return "\n".join(map(without_commands, safe(text).split("\n")))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
