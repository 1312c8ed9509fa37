"""What the reports for people are put together from."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from grader.formats.barred import Barred
from grader.formats.console import Code
from grader.formats.text import points, safe
from grader.formats.words import WAY, claim, scored
from grader.formats.words import facts as facts_of
from grader.learner.told import Told
from grader.learner.where import Where
from grader.verdicts import AttemptResult, Evidence, OwnLine, TestResult

INDENT = 2  # columns, of what belongs to a line above
APART = 2  # columns, at least, between a text and what stands at the right


@dataclass(frozen=True)
class Apart:
    """A text on the left, of `most` rows at most, and one on the right that is never torn: where the left one would
    have too little room beside it, it has a row of its own.
    """

    left: Text
    right: Text
    most: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width, right = options.max_width, self.right
        beside = width - right.cell_len - APART
        is_beside = beside >= min(self.left.cell_len, width // 3)
        room = beside if is_beside else width
        first, *others = _folded(self.left, console, room, self.most)
        if is_beside:
            yield Text.assemble(first, " " * (width - first.cell_len - right.cell_len), right)
            yield from others
        else:
            yield from [first, *others]
            yield Text.assemble(" " * (width - right.cell_len), right)


def _folded(text: Text, console: Console, width: int, most: int | None) -> list[Text]:
    """`text` in lines, of which the last one says that there would be more."""
    lines = list(text.wrap(console, width, overflow="fold")) or [Text()]
    for line in lines:
        line.rstrip()
    if most is not None and len(lines) > most:
        lines = lines[:most]
        lines[-1].append(" …")
        lines[-1].truncate(width, overflow="ellipsis")
    return lines


def title(told: Told, width: int) -> Apart:
    """The topic on the left, points on the right; between them, whose examples they are, where there is room."""
    result, right = told.result, Text(score(told), style="bold")
    name, seed = Text(result.exercise, style="bold"), "public seed" if result.public_seed else f"seed {result.seed}"
    whole = Text.assemble(name, "   ", (seed, "dim"))
    return Apart(whole if whole.cell_len + APART + right.cell_len <= width else name, right)


def score(told: Told) -> str:
    """`14 of 20 points`, and whose, where it is a part's; how far a check is that has not come to its end."""
    if told.pending:
        return told.pending
    words = scored(told.result)
    return f"{words} of {told.part}" if told.part else words


def result_line(test: TestResult, most: int | None = None) -> Apart:
    """A claim, in so many rows, and the points that it gave."""
    return Apart(Text(claim(test), style="bold"), Text(points(test.score, test.max_score)), most)


def at_the_prompt(where: Where) -> RenderableType:
    """The line above a snippet: where it runs."""
    return indented(Text(f"at the prompt of: {safe(where.prompt)}", style="dim"))


def indented(part: RenderableType) -> Padding:
    """`part` below a line that it belongs to."""
    return Padding(part, (0, 0, 0, INDENT))


def sentence(words: str) -> RenderableType:
    """What is ours to say; after its first line, what is the attempt's."""
    ours, _, theirs = words.partition("\n")
    own = [Barred(theirs, labelled=False)] if theirs else []
    return Group(Text(safe(ours)), *own)


def facts(evidence: Evidence, where: Where, most: int | None = None, frames: int | None = None) -> Table:
    """What was expected, what came, what was raised, and the way through the attempt: each of at most `most`
    characters, and of the way no more than the last `frames` lines.
    """
    rows = Table.grid(padding=(0, 3, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    lines = evidence.lines if frames is None else evidence.lines[len(evidence.lines) - frames :]
    before = ""
    for label, value in facts_of(msgspec.structs.replace(evidence, lines=lines), where):
        link = where.link if label == WAY else ""
        shown = value if most is None else cut(value, most)
        rows.add_row(Text("" if label == before else label), Barred(shown, link=link))
        before = label
    return rows


def cut(text: str, most: int) -> str:
    """At most so many columns of it, safe to show and in one line."""
    shown = Text(safe(text).replace("\n", " "))
    shown.truncate(max(1, most), overflow="ellipsis")
    return shown.plain


def isolation(result: AttemptResult) -> Iterator[RenderableType]:
    """A line where an attempt was less than sealed."""
    if result.isolation and result.isolation.level != "sealed":
        from grader.judge.keeper.isolation import in_words

        words = f"Isolation: {result.isolation.level} ({in_words(result.isolation)}); see grader doctor"
        yield Text(words, style="yellow")


def at_line(line: OwnLine, where: Where, width: int) -> Iterator[RenderableType]:
    """A line of the attempt, and a caret where Python stopped reading it, if it did."""
    yield Text.assemble(("can't be imported: ", "bold"), (f"{safe(where.file)}:{line.line}", Style(link=where.link)))
    yield Text()
    start = max(0, line.column - width // 2) if line.column > width - 8 else 0  # the part with the caret
    yield Code("    " + cut(safe(line.source[start:]), width - 4))
    if line.column:
        yield Code(" " * (4 + line.column - 1 - start) + "^", style="red")
