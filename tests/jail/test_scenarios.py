"""The file of scenarios in two halves: imports once, the rest for each example."""

import builtins
import contextlib
import io

import pytest

from grader.jail.scenarios import Scenarios, place_of, restore_builtins

FILE = b"""
from io import StringIO

made = []

def make():
    made.append(1)
    return StringIO, made, len(made)
"""


def test_the_statements_run_anew_for_each_example_and_the_imports_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    scenarios = Scenarios(FILE)
    first = vars(scenarios.fresh())
    first["make"]()
    monkeypatch.setattr(io, "StringIO", None)  # as an attempt of an earlier example may have done
    second = vars(scenarios.fresh())

    stream, made, count = second["make"]()

    assert (stream is not None, made, count) == (True, [1], 1)


def test_scenarios_have_builtins_of_their_own() -> None:
    namespace = vars(Scenarios(b"def count(items):\n    return len(items)\n").fresh())
    real = builtins.len
    try:
        builtins.len = lambda items: 7  # type: ignore[assignment]
        assert namespace["count"]([1, 2]) == 2
        restore_builtins()
        assert len([1]) == 1
    finally:
        builtins.len = real


@pytest.mark.parametrize("source", [b"import no_such_module\n", b"def (:\n", b"\xff"])
def test_a_file_that_cannot_be_used_says_why(source: bytes) -> None:
    with pytest.raises((ImportError, SyntaxError, ValueError)):
        Scenarios(source)


def test_the_place_of_an_error_is_the_scenarios_own() -> None:
    helper = b"def helper():\n    return 1 // 0\n\n"
    source = helper + b"def run(items):\n    return {\n        'a': 1,\n        'b': helper(),\n    }\n"
    namespace = vars(Scenarios(source).fresh())
    places = []
    with contextlib.suppress(ZeroDivisionError):
        try:
            namespace["run"]([])
        except ZeroDivisionError as error:
            places.append(place_of(error))
            raise

    assert places == [(7, 13)]
    assert place_of(ValueError()) == (0, 0)
