"""The whole report of a check for people: every claim, every failure."""

import io
from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.formats.barred import Barred
from grader.formats.console import Code, Line, lines, write
from grader.formats.ending import ending
from grader.formats.pieces import (
    Apart,
    at_the_prompt,
    facts,
    indented,
    isolation,
    sentence,
    title,
)
from grader.formats.text import output_lines, points, safe
from grader.formats.words import claim, looks_like
from grader.learner.told import Told
from grader.learner.view import Part
from grader.learner.where import Where
from grader.verdicts import Sign, TestResult, Verdict, max_score, score

WORDS: dict[Verdict, tuple[str, str]] = {
    "passed": ("passed", "green"),
    "failed": ("failed", "red"),
    "timed_out": ("timed out", "red"),
    "crashed": ("crashed", "red"),
    "not_run": ("not run", "yellow"),
}
SIGN_SOURCE = 100  # characters


def report(all_told: Sequence[Told], console: Console, signs: bool = True) -> Iterator[Line]:
    """The report of each attempt, one after the other, and their sum if there are several; `signs` are for a teacher
    who has asked for them, and not for a log that learners read.
    """
    for number, told in enumerate(all_told):
        if number:
            yield Line("")
        for part in _attempt(told, console.width, signs):
            yield from lines(console, part)
    if len(all_told) > 1:
        results = [told.result for told in all_told]
        together = f"{points(score(results), max_score(results))} points"
        yield Line("")
        yield from lines(console, Apart(Text("all", style="bold"), Text(together, style="bold")))


def show_failure(told: Told, number: int, console: Console) -> None:
    """Writes one failure of an attempt, from 0, whole."""
    write(console, title(told, console.width))
    for part in _failure(told, told.view.failures[number], best=False):
        write(console, part)


def _attempt(told: Told, width: int, signs: bool) -> Iterator[RenderableType]:
    result = told.result
    yield title(told, width)
    yield Text()
    if result.message:
        yield Padding(Barred(result.message, style="red"), (0, 0, 1, 2))
    else:
        for part in told.view.parts:
            yield from _part(part, told.view.waiting)
        for test in told.view.failures:
            yield from _failure(told, test)
    yield from _signs(result.signs if signs else None)
    yield Text()
    yield from ending(told, whole=True)
    yield from isolation(result)


def _part(part: Part, waiting: Sequence[TestResult]) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=11, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for test in part.tests:
        word, style = ("not written", "yellow") if test in waiting else WORDS[test.verdict]
        lost = "" if test.verdict == "passed" else points(test.score, test.max_score)
        table.add_row(Text(word, style=style), Text(claim(test)), Text(lost))
    yield indented(Apart(Text(part.name, style="bold"), Text(points(part.score, part.max_score))))
    yield Padding(table, (0, 0, 0, 4))


def _failure(told: Told, test: TestResult, best: bool = True) -> Iterator[RenderableType]:
    """Everything about one failure; a misconception where it shows `best`, or at each that it explains."""
    yield Text()
    yield Text(f"{told.view.failures.index(test) + 1}. {claim(test)}", style="bold")
    yield from _evidence(test, told.where, told.explain(test))
    for looks in told.view.looks(test, best):
        yield Text()
        yield indented(Text(safe(looks_like(looks))))


def _evidence(test: TestResult, where: Where, cause: str | None) -> Iterator[RenderableType]:
    evidence = test.evidence
    if evidence is None:
        return
    if evidence.snippet:
        yield at_the_prompt(where)
        yield Text()
        yield Code(safe(evidence.snippet), style="cyan")
    yield Text()
    rows = facts(evidence, where)
    yield indented(rows)
    if evidence.reason.rstrip(".") != test.claim.rstrip("."):
        yield Padding(Barred(evidence.reason), (1 if rows.row_count else 0, 0, 0, 2))
    if cause:
        yield indented(sentence(cause))
    printed = output_lines(test.output)
    if printed:
        yield Padding(Text("printed", style="dim"), (1, 0, 0, 4))
        yield Padding(Barred("\n".join(printed), labelled=False), (0, 0, 0, 6))


def evidence_text(test: TestResult, where: Where, width: int) -> str:
    """The evidence of one test as it stands in a report, so many columns wide."""
    text = io.StringIO()
    console = Console(file=text, width=width, highlight=False, markup=False, emoji=False, no_color=True)
    for part in _evidence(test, where, None):
        write(console, part)
    return text.getvalue().strip("\n")


def _signs(signs: Sequence[Sign] | None) -> Iterator[RenderableType]:
    """What a person should look at, for whoever asked."""
    if signs is None:
        return
    yield Text()
    yield Text("To look at (it changes no points):" if signs else "Nothing to look at.", style="bold")
    rows = Table.grid(padding=(0, 3, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for sign in signs:
        rows.add_row(Text(f"line {sign.line}"), Barred(f"{sign.what}\n{sign.source[:SIGN_SOURCE]}"))
    if signs:
        yield indented(rows)
