"""Whether the examples of a brief are true: each is typed beside the reference, in the jail."""

import doctest
import inspect
import re
from collections.abc import Iterator

from grader.author import typed
from grader.author.pool import Pool
from grader.author.source import read_text
from grader.catalog import Exercise
from grader.judge.protocol import Ask
from grader.scenario import clocks

SHOWN = 200  # characters of what was typed and shown
MEASURED = 0.01  # how far apart two measurements may be, as a part of the larger
_FENCE = re.compile(r"^[ \t>]*(```|~~~).*$", re.MULTILINE)
DECIMALS = 4  # or more: what a brief shows is a measurement then
_NUMBER = re.compile(r"\b\d+\.(\d+)\b")
# With clocks that only sleeping moves, so that what a brief says of seconds is as it says.
_TYPED = (inspect.getsource(clocks) + inspect.getsource(typed) + "\nfake_clock()\n").encode()


def problems(exercise: Exercise, pool: Pool) -> Iterator[str]:
    """A line for each example of the brief that the reference contradicts."""
    name = exercise.brief.name
    try:
        examples = examples_of(read_text(exercise.brief))
    except ValueError as problem:
        yield f"{name} has an example that can't be read: {problem}"
        return
    if not examples:
        return
    texts = [exercise.module, *(one.source for one in examples)]
    told = pool.ask(Ask(str(exercise.folder), exercise.reference.read_bytes(), _TYPED, typed.typed.__name__, texts))
    if told.problem:
        yield f"{name}: its examples can't be typed beside the reference: {told.problem}"
    for one, shown in zip(examples, told.texts, strict=not told.problem):
        if not _agrees(one, shown):
            got, expected = (_on_one_line(text) or "nothing" for text in (shown[1:], one.exc_msg or one.want))
            yield (
                f"{name}:{one.lineno + 1} `{_on_one_line(one.source)}`: expected {expected}, got {got}: "
                "mend the example, or the reference"
            )


def examples_of(text: str) -> list[doctest.Example]:
    """What a brief shows at a prompt, in a fence or without. Raises ValueError where it can't be told what is shown."""
    plain = _FENCE.sub("", text)  # or the end of a fence would be taken for a part of what is shown
    found = doctest.DocTestParser().get_examples(plain, "README.md")
    return [one for one in found if not one.options.get(doctest.SKIP)]


def _agrees(example: doctest.Example, shown: str) -> bool:
    raised, shown = shown.startswith("!"), shown[1:]
    if raised != (example.exc_msg is not None):
        return False
    want = example.exc_msg if example.exc_msg is not None else example.want
    if doctest.OutputChecker().check_output(want, shown, doctest.ELLIPSIS):
        return True
    return _NUMBER.sub("#", want) == _NUMBER.sub("#", shown) and all(
        map(_is_near, _NUMBER.finditer(want), _NUMBER.finditer(shown))
    )


def _is_near(want: re.Match[str], shown: re.Match[str]) -> bool:
    one, other = float(want[0]), float(shown[0])
    return one == other or (len(want[1]) >= DECIMALS and abs(one - other) <= MEASURED * max(one, other))


def _on_one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
