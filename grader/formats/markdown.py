"""Markdown as GitHub and GitLab show it: for a summary, a comment or a file."""

import html
import re
from collections.abc import Iterator

from grader.formats import words
from grader.formats.report import Report, below
from grader.formats.text import counted, points, safe, without_commands
from grader.formats.words import MOST, claim, line, own_line, verdict, whole, why, within
from grader.learner.told import Told
from grader.verdicts import TestResult

LARGEST = 1_000_000  # bytes: GitHub takes a summary below 1 MiB
MOST_FAILURES = 50  # of one attempt
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&@:$!()])|(?<=www)\.|(?<=\w)\.(?=\w)")
_TICKS = re.compile("`+")


def rendered(report: Report, size: int = LARGEST) -> str:
    """The report in at most so many bytes; of each attempt, what to look at first comes first."""

    def make(most: int) -> str:
        lines = [line for told in report.told for line in [*_attempt(told, most), ""]]
        lines += [f"**Not judged:** {_inline(fault.message)}\n" for fault in report.faults]
        return "\n".join(without_commands(one) for text in lines for one in text.split("\n")).rstrip("\n") + "\n"

    text = within(size, make)
    return text if len(text.encode()) <= size else ""


def _attempt(told: Told, most: int) -> Iterator[str]:
    if said := words.public_only(told.result):
        yield _inline(said)
        yield ""
    yield from _first(told, most)
    yield ""
    yield f"**{_inline(words.in_short(told))}**: {verdict(told)}."
    yield ""
    yield from _parts(told)
    yield from _others(told, most)
    yield from _holding(told)


def _first(told: Told, most: int) -> Iterator[str]:
    """What to look at first."""
    view, topic = told.view, _inline(told.result.exercise)
    if told.result.message:
        yield f"### {topic}: mend this first"
        yield ""
        yield fenced(whole(told, most))
    elif view.first:
        yield f"### {topic}: look at this first"
        yield ""
        yield f"{_inline(claim(view.first))}{_where(told, view.first)}"
        yield ""
        yield fenced(why(told, view.first, most))
    elif view.unwritten:
        one = view.unwritten[0]
        yield f"### {topic}: next comes {_inline(one.name or 'your file')} (line {one.where.line})"
    elif told.result.full:
        yield f"### {topic}: {words.everything(told.result)} holds"
    else:
        yield f"### {topic}: not all of it was run"


def _where(told: Told, test: TestResult) -> str:
    at = own_line(test.evidence)
    return f" ({_inline(below(told, 'GITHUB_WORKSPACE'))}, line {at.line})" if at else ""


def _parts(told: Told) -> Iterator[str]:
    yield "| part | points |"
    yield "|---|---|"
    yield from (f"| {_inline(part.name)} | {points(part.score, part.max_score)} |" for part in told.view.parts)
    yield ""


def _others(told: Told, most: int) -> Iterator[str]:
    others = [] if told.result.message else told.view.failures[1:]
    for test in others[:MOST_FAILURES]:
        yield f"<details><summary>{_summary(test)}</summary>"
        yield ""
        yield fenced(why(told, test, most))
        yield ""
        yield "</details>"
        yield ""
    left = len(others) - MOST_FAILURES
    if left > 0:
        yield f"And {counted(left, 'more claim')} that {'fails' if left == 1 else 'fail'}."
        yield ""
    if told.view.unwritten and told.view.failures:
        names = ", ".join(f"{_inline(one.name or 'more')} (line {one.where.line})" for one in told.view.unwritten[:10])
        yield f"Not written yet: {names}."
        yield ""


def _holding(told: Told) -> Iterator[str]:
    holding = [test for test in told.result.tests if test.verdict == "passed"]
    if holding:
        hold = "holds" if len(holding) == 1 else "hold"
        yield f"<details><summary>{counted(len(holding), 'claim')} that {hold}</summary>"
        yield ""
        yield from (f"- {_inline(claim(test))}" for test in holding)
        yield ""
        yield "</details>"


def _summary(test: TestResult) -> str:
    return html.escape(line(claim(test)))


def _inline(text: str) -> str:
    """A text as one line in which nothing is markup, a link or a mention."""
    return _MARKS.sub(lambda found: "\\" + found.group(), line(text))


def fenced(text: str) -> str:
    """A text as it is, between marks that it does not hold itself."""
    text = safe(text)[: MOST * 2]
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
