"""The report of one attempt on one screen: the parts in a line, one failure, and what to do next, at the end.

What does not fit is left out from the middle, never from the end, which is where the eye is; `grader show` has it all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.text import Text

from grader.formats.barred import Barred
from grader.formats.console import ROWS, Code, Line, lines, put, write
from grader.formats.ending import ending
from grader.formats.pieces import (
    APART,
    INDENT,
    at_line,
    at_the_prompt,
    cut,
    facts,
    indented,
    isolation,
    result_line,
    sentence,
    title,
)
from grader.formats.text import counted, output_lines, points, safe
from grader.formats.words import looks_like
from grader.learner.told import Told
from grader.learner.view import Part
from grader.verdicts import TestResult


@dataclass(frozen=True)
class Room:
    """How many rows each thing may take, and how many a snippet needs at least for others to have as much."""

    code: int
    parts: int
    claim: int
    values: int
    frames: int
    words: int
    printed: int
    air: int  # above a snippet


# From the most to the least: the first in which the snippet has what it needs is taken.
ROOMS = (
    Room(code=99, parts=4, claim=4, values=4, frames=6, words=6, printed=4, air=1),
    Room(code=14, parts=2, claim=3, values=2, frames=3, words=4, printed=2, air=1),
    Room(code=8, parts=2, claim=2, values=2, frames=2, words=4, printed=1, air=0),
    Room(code=4, parts=1, claim=2, values=1, frames=1, words=3, printed=0, air=0),
    Room(code=0, parts=0, claim=1, values=1, frames=1, words=0, printed=0, air=0),
)


def show(told: Told, console: Console, rows: int = ROWS) -> None:
    """Writes the report of one attempt in so many rows."""
    put(console, report(told, console, rows))


def report(told: Told, console: Console, rows: int = ROWS) -> list[Line]:
    """The lines of it."""
    code = _code(told)
    for room in ROOMS:
        screen = _Screen(told, console, room)
        top, bottom = screen.lines(screen.top()), screen.lines(screen.bottom())
        left = rows - len(top) - len(bottom)
        if left >= min(sum(line.rows for line in screen.lines(code)), room.code):
            break
    shown = _fitting(code, left, told, console) if room.code else []
    return _clipped([*top, *screen.lines(shown), *bottom], rows)


def _code(told: Told) -> list[Code]:
    """The snippet of the failure to work on, line by line."""
    first = told.view.first
    snippet = first.evidence.snippet if first and first.evidence else None
    return [Code(line, style="cyan") for line in safe(snippet or "").splitlines()]


def before(said: Sequence[str], console: Console) -> None:
    """Writes what there is to say before a report, with an empty line after it."""
    for line in said:
        write(console, Text(safe(line)))
    write(console, Text())


@dataclass(frozen=True)
class _Screen:
    """One report, as it is put together in the room that there is."""

    told: Told
    console: Console
    room: Room

    def lines(self, parts: Iterable[RenderableType]) -> list[Line]:
        return [line for part in parts for line in lines(self.console, part)]

    def top(self) -> Iterator[RenderableType]:
        """From the title down to the snippet."""
        first = self.told.view.first
        yield title(self.told, self.console.width)
        if not self.told.result.message and not self.told.pending and self.room.parts:
            yield from self._parts()
        if first is not None and not self.told.result.message:
            yield from self._blank()
            yield result_line(first, self.room.claim)
            if first.evidence and first.evidence.snippet and self.room.code:
                yield at_the_prompt(self.told.where)
                yield from [Text()] * self.room.air

    def bottom(self) -> Iterator[RenderableType]:
        """From the snippet down to what to do next."""
        first = self.told.view.first
        yield from self._blank()
        if self.told.result.message:
            yield from self._message()
            yield from self._blank()
        elif first is not None:
            yield from self._evidence(first)
            yield from self._blank()
        if not self.told.pending:
            yield from ending(self.told, unwritten=self.room.words > 0)
            yield from isolation(self.told.result)

    def _blank(self) -> Iterator[RenderableType]:
        """A line between two things, where there is room for a snippet, too."""
        if self.room.code:
            yield Text()

    def _parts(self) -> Iterator[RenderableType]:
        """Each with its points, or as many as there is room for, that at work among them."""
        parts = self.told.view.parts
        if len(parts) < 2:
            return
        shown = _filled([_part(part) for part in parts], self.console.width - INDENT)
        if len(shown) > self.room.parts:
            done = sum(part.done for part in parts)
            at_work = self.told.view.at_work
            words = f"{done} of {counted(len(parts), 'part')} done"
            shown = [cut(f"{words}   {_part(at_work)}" if at_work else words, self.console.width - INDENT)]
        for line in shown:
            yield indented(Text(line))

    def _message(self) -> Iterator[RenderableType]:
        """Why there is no verdict: where it is, what Python says of it, and what that means."""
        result, width = self.told.result, self.console.width - APART
        why = result.evidence
        if why is None or why.raised is None or not why.lines:
            yield Barred(_shortened(result.message or "", 5 * self.room.claim, width), style="red")
        else:
            yield from at_line(why.lines[-1], self.told.where, width)
            raised = _without_place(why.raised, why.lines[-1].line)
            yield indented(Barred(_shortened(raised, 2 * self.room.claim, width), style="red"))
        if self.told.said:
            yield sentence(_shortened(self.told.said, 2 * self.room.claim, width))
        printed = output_lines(result.output, self.room.printed) if self.room.printed else []
        if printed:
            yield Barred("\n".join(cut(line, width - 9) for line in (f"printed: {printed[0]}", *printed[1:])))

    def _evidence(self, test: TestResult) -> Iterator[RenderableType]:
        evidence = test.evidence
        if evidence is None:
            return
        room = self.room.values * max(8, self.console.width - 14 - INDENT) - 2 * self.room.values
        rows = facts(evidence, self.told.where, room, self.room.frames)
        if rows.row_count:
            yield indented(rows)
        if self.room.words:
            yield from self._words(test)
        printed = output_lines(test.output, self.room.printed) if self.room.printed else []
        if printed:
            width = self.console.width - INDENT - APART
            first, *others = [cut(line, width - 9) for line in printed]
            yield indented(Barred("\n".join([f"printed: {first}", *others])))

    def _words(self, test: TestResult) -> Iterator[RenderableType]:
        """What a learner can make of it: a misconception, a cause, or at least the reason."""
        width = self.console.width - INDENT - APART
        evidence = test.evidence
        assert evidence
        for looks in self.told.view.looks(test, best=False)[:1]:
            yield indented(Text(cut(looks_like(looks), self.room.words * width - 8)))
            return
        if cause := self.told.explain(test):
            yield indented(sentence(_shortened(cause, self.room.words, width)))
        elif evidence.raised is None and evidence.reason.rstrip(".") != test.claim.rstrip("."):
            yield indented(Barred(cut(evidence.reason, self.room.words * width)))


def _without_place(raised: str, line: int) -> str:
    """What Python says of a line, without where that is, which stands above it: `expected ':' (tiny.py, line 3)`."""
    words, bracket, place = raised.rpartition(" (")
    return words if bracket and place.endswith(f".py, line {line})") else raised


def _part(part: Part) -> str:
    return f"{part.name} {points(part.score, part.max_score)}"


def _filled(words: list[str], width: int) -> list[str]:
    """Texts side by side, in as many lines as they take; each stays in one piece."""
    filled: list[str] = []
    for word in words:
        if filled and len(filled[-1]) + 3 + len(word) <= width:
            filled[-1] += f"   {word}"
        else:
            filled.append(word)
    return [cut(line, width) for line in filled]


def _shortened(text: str, rows: int, width: int) -> str:
    """A text of so many rows at most: what is more goes from the middle, for its end says what happened."""
    folded = [line[at : at + width] for line in safe(text).splitlines() for at in range(0, len(line) or 1, width)]
    if len(folded) <= rows:
        return text
    first = (rows - 1) // 2
    return "\n".join([*folded[:first], "…", *folded[len(folded) - (rows - 1 - first) :]])


def _fitting(code: list[Code], rows: int, told: Told, console: Console) -> list[Code]:
    """The lines of a snippet, or as many from its end as there are rows for, and a line about those before."""
    takes = [lines(console, line)[0].rows for line in code]
    if sum(takes) <= rows:
        return code
    first = len(code)
    while first and sum(takes[first - 1 :]) < rows:
        first -= 1
    left = f"# … {counted(first, 'line')} before this: {told.commands.whole}"
    return [Code(cut(left, console.width), style="dim"), *code[first:]] if rows > 0 else []


def _clipped(found: list[Line], rows: int) -> list[Line]:
    """What is still too much goes from the middle."""
    over = sum(line.rows for line in found) - rows
    at = 2  # the title, and what follows it
    while over > 0 and len(found) > at + 1:
        over -= found.pop(at).rows
    return found
