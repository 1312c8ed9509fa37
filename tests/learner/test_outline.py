"""What a file defines, read and never run."""

import sys

import pytest

from grader.learner.outline import MAX_BYTES, Defined, around, outline, parsed

SOURCE = b"""import os

@one
def timer():
    def inner():
        pass

class Timer:
    async def __aenter__(self):
        pass
    class Part:
        def go(self): ...
"""


def test_all_that_is_defined_has_its_name_and_lines() -> None:
    assert outline(SOURCE) == (
        Defined("timer", 4, 6),
        Defined("Timer", 8, 12),
        Defined("Timer.__aenter__", 9, 10),
        Defined("Timer.Part", 11, 12),
        Defined("Timer.Part.go", 12, 12),
    )


@pytest.mark.parametrize(("line", "name"), [(6, "timer"), (10, "Timer.__aenter__"), (12, "Timer.Part.go"), (1, None)])
def test_a_line_stands_in_the_innermost(line: int, name: str | None) -> None:
    found = around(line, outline(SOURCE))

    assert (found.name if found else None) == name


HOSTILE = {
    "brackets": b"(" * 30_000,
    "minus": b"-" * 60_000 + b"1",
    "attributes": b"a" + b".a" * 30_000,
    "calls": b"a" + b"()" * 30_000,
    "sum": b"1" + b"+1" * 30_000,
    "not": b"not " * 15_000 + b"x",
    "lambda": b"lambda:" * 9_000 + b"x",
    "text": b"f'{" * 20_000,
    "classes": b"".join(b" " * depth + b"class A:\n" for depth in range(99)) + b" " * 99 + b"x",
    "nul": b"x = 1\0",
    "escape": b"x = '\\d'",
    "long": b"#" * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_in_a_file_it_is_read(source: bytes) -> None:
    before = sys.getrecursionlimit()

    outline(source)
    parsed(source)

    assert sys.getrecursionlimit() == before
