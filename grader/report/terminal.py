"""The report of a check for people, in a terminal."""

import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report.barred import Barred
from grader.report.console import write
from grader.report.text import output_lines, points, safe
from grader.verdicts import AttemptResult, Evidence, Looks, Sign, TestResult, Verdict

WORDS: dict[Verdict, tuple[str, str]] = {
    "passed": ("passed", "green"),
    "failed": ("failed", "red"),
    "timed_out": ("timed out", "red"),
    "crashed": ("crashed", "red"),
    "not_run": ("not run", "yellow"),
}
NOT_WRITTEN = "This is not written yet."
VALUE_LINES = 6
SIGN_SOURCE = 100  # characters


def show(results: Sequence[AttemptResult], console: Console) -> None:
    """Writes the report of `results`, one attempt after the other, and their sum if there are several."""
    for number, result in enumerate(results):
        if number:
            console.print()
        for part in _attempt(result):
            # Code goes out as it is: wrapped or indented it could not be pasted at a prompt.
            write(console, part, soft_wrap=isinstance(part, Code))
    if len(results) > 1:
        console.print()
        write(console, _sum(results))
    for line in _seeds(results):
        write(console, Text(line, style="dim"))
    for line in _isolation(results):
        write(console, Text(line, style="yellow"))


class Code(Text):
    """A snippet: flush left, and never wrapped."""


def _attempt(result: AttemptResult) -> Iterator[RenderableType]:
    yield _title(result.exercise, result.score, result.max_score)
    yield Text()
    if result.message:
        yield Padding(Barred(result.message, style="red"), (0, 0, 1, 2))
    for part, tests in groupby(result.tests, key=lambda test: test.part):
        yield from _part(part, list(tests))
    if not result.message:
        failed = [test for test in result.tests if test.verdict != "passed"]
        yield from _failures(failed, result.misconceptions)
    yield from _signs(result.signs)
    yield Text()
    yield _verdict(result)


def _title(name: str, score: Fraction, max_score: Fraction) -> Table:
    """A name on the left, points on the right."""
    line = Table.grid(expand=True)
    line.add_column(ratio=1)
    line.add_column(justify="right", no_wrap=True)
    line.add_row(Text(name, style="bold"), Text(f"{points(score, max_score)} points", style="bold"))
    return line


def _part(part: str, tests: list[TestResult]) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=9, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for test in tests:
        word, style = WORDS[test.verdict]
        lost = "" if test.verdict == "passed" else points(test.score, test.max_score)
        table.add_row(Text(word, style=style), Text(_claim(test)), Text(lost))
    score = sum((test.score for test in tests), Fraction(0))
    most = sum((test.max_score for test in tests), Fraction(0))
    head = Table.grid(expand=True, padding=(0, 2, 0, 0))
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    head.add_row(Text(part, style="bold"), Text(points(score, most)))
    yield Padding(head, (0, 0, 0, 2))
    yield Padding(table, (0, 0, 0, 4))


def _claim(test: TestResult) -> str:
    """The claim, and which case of it, where a test has cases."""
    _, bracket, case = test.name.partition("[")
    claim = test.claim.rstrip(".")
    return safe(f"{claim} [{case}" if bracket else claim)


def _failures(failed: list[TestResult], misconceptions: Sequence[Looks]) -> Iterator[RenderableType]:
    """The evidence: one test to look at first, then the others; what is not written yet in one block."""
    looked_up = {looks.test for looks in misconceptions}  # elsewhere NotImplementedError may be the mistake itself
    unwritten = [
        test for test in failed if test.evidence and test.evidence.reason == NOT_WRITTEN and test.id not in looked_up
    ]
    shown = [test for test in failed if test not in unwritten]
    for number, test in enumerate(shown):
        yield Text()
        heading = "Look at this first: " if number == 0 else "Then: "
        yield Text(heading + _claim(test), style="bold")
        yield from _evidence(test)
        for looks in misconceptions:
            if looks.test == test.id:
                yield Text()
                yield Padding(Text(safe(_looks_like(looks))), (0, 0, 0, 2))
    if unwritten:
        yield Text()
        lines = sorted({line.line for test in unwritten if test.evidence for line in test.evidence.lines})
        yield Text("Not written yet:" if shown else "Look at this first: nothing is written yet", style="bold")
        where = ", ".join(map(str, lines[:8]))
        named = unwritten[0].evidence.lines if unwritten[0].evidence else ()
        file = named[0].file if named else "your file"
        yield Padding(Text(f"{file} raises NotImplementedError, line {where}" if where else file), (0, 0, 0, 4))


def _looks_like(looks: Looks) -> str:
    """One misconception in words, or each of several on a line of its own."""
    one, *others = [f'"{known.name}": {known.explanation}' for known in looks.one_of]
    if not others:
        return f"This looks like {one}"
    return "\n".join([f"This looks like one of {len(others) + 1}:", one, *(f"or {other}" for other in others)])


def _evidence(test: TestResult) -> Iterator[RenderableType]:
    evidence = test.evidence
    if evidence is None:
        return
    if evidence.snippet:
        yield Text()
        yield Code(safe(evidence.snippet), style="cyan")
    yield Text()
    rows = Table.grid(padding=(0, 3, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for label, value in _rows(evidence):
        rows.add_row(Text(label), Barred(value))
    yield Padding(rows, (0, 0, 0, 2))
    if evidence.reason.rstrip(".") != test.claim.rstrip("."):
        yield Padding(Barred(evidence.reason), (1 if rows.row_count else 0, 0, 0, 2))
    printed = output_lines(test.output)
    if printed:
        yield Padding(Text("printed", style="dim"), (1, 0, 0, 4))
        yield Padding(Barred("\n".join(printed), labelled=False), (0, 0, 0, 6))


def evidence_text(test: TestResult, width: int) -> str:
    """The evidence of one test as it stands in a report, so many columns wide."""
    text = io.StringIO()
    console = Console(file=text, width=width, highlight=False, markup=False, emoji=False, no_color=True)
    for part in _evidence(test):
        write(console, part, soft_wrap=isinstance(part, Code))
    return text.getvalue().strip("\n")


def _rows(evidence: Evidence) -> Iterator[tuple[str, str]]:
    subject = f"{evidence.subject}: " if evidence.subject else ""
    if evidence.expected is not None:
        yield "expected", f"{subject}{evidence.expected}"
    if evidence.actual is not None:
        yield "yours", f"{subject}{evidence.actual}"
    if evidence.raised is not None:
        yield "raised", evidence.raised
    for number, line in enumerate(evidence.lines):
        yield "your code" if number == 0 else "", f"{line.file}:{line.line}   {line.source}"


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
        yield Padding(rows, (0, 0, 0, 2))


def _verdict(result: AttemptResult) -> Text:
    """The last line: the score, and what to do next."""
    score = f"{points(result.score, result.max_score)} points"
    if result.full:
        return Text(f"{score}: everything holds. Well done.", style="bold green")
    passed = sum(test.verdict == "passed" for test in result.tests)
    line = Text(f"{score}: {passed} of {len(result.tests)} claims hold.", style="bold")
    line.append(f"\nOne hint at a time: grader hint {result.exercise}", style="not bold")
    return line


def _sum(results: Sequence[AttemptResult]) -> RenderableType:
    score = sum((result.score for result in results), Fraction(0))
    most = sum((result.max_score for result in results), Fraction(0))
    return _title("all", score, most)


def _isolation(results: Sequence[AttemptResult]) -> Iterator[str]:
    """A line where attempts were less than sealed; one for all of them if they were alike."""
    lesser: dict[str, list[str]] = {}
    for result in results:
        if result.isolation and result.isolation.level != "sealed":
            from grader.judge.keeper.isolation import in_words

            words = f"{result.isolation.level} ({in_words(result.isolation)}); see grader doctor"
            lesser.setdefault(words, []).append(result.exercise)
    for words, exercises in lesser.items():
        alike = len(exercises) == len(results)
        yield f"Isolation: {words}" if alike else f"Isolation of {', '.join(exercises)}: {words}"


def _seeds(results: Sequence[AttemptResult]) -> Iterator[str]:
    """Which examples were drawn, and what a score on them is good for."""
    for seed, public in sorted({(result.seed, result.public_seed) for result in results}):
        yield f"Seed {seed}, the public one: for practice." if public else f"Seed {seed}, not the public one."
