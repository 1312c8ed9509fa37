"""The own generator as a whole."""

import ast
import bisect
import colorsys
import contextlib
import functools
import heapq
import queue
import sched
import textwrap
import time
from inspect import getsource
from textwrap import dedent

import pytest

from grader.author.mutants import Mutant, own
from grader.author.mutants.operators import OPERATORS

SAMPLE = dedent(
    """
    def count(items, limit=10):  # a comment that stays
        total = 0
        for item in items:
            if item > 0 and total < limit:
                total += 1
        return total
    """
)


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("module", [bisect, colorsys, queue, sched])
def test_every_mutant_of_a_real_module_compiles_and_differs(module):
    check(getsource(module), own(getsource(module)))


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("module", [contextlib, functools, heapq, textwrap])
def test_a_sample_of_the_mutants_of_larger_modules(module):
    mutants = own(getsource(module))

    assert len(mutants) > 200
    assert len({mutant.identity for mutant in mutants}) == len(mutants)
    check(getsource(module), mutants[:: len(mutants) // 25])


def check(source: str, mutants: list[Mutant]) -> None:
    """Each compiles, all differ from the source and from each other, and so do their names."""
    dumps = {ast.dump(ast.parse(mutant.source)) for mutant in mutants}
    assert len(dumps) == len({mutant.identity for mutant in mutants}) == len(mutants) > 0
    assert ast.dump(ast.parse(source)) not in dumps
    for mutant in mutants:
        compile(mutant.source, "<mutant>", "exec", dont_inherit=True)


def test_hundreds_of_mutants_take_a_moment():
    source = getsource(textwrap)
    start = time.process_time()

    mutants = own(source)

    # About a millisecond each; the bound leaves room for a machine under load.
    assert time.process_time() - start < len(mutants) * 0.01


def test_names_of_operators_are_kebab_case():
    for operator in OPERATORS:
        assert operator.name.replace("-", "").islower()
        assert operator.edits.__doc__


def test_all_but_the_change_keeps_its_layout():
    lines = SAMPLE.splitlines()

    for mutant in own(SAMPLE):
        changed = mutant.source.splitlines()
        same = sum(line in changed for line in lines)
        assert same >= len(lines) - 1, mutant.change


def test_the_line_is_that_of_the_original():
    lines = SAMPLE.splitlines()

    (mutant,) = (mutant for mutant in own(SAMPLE) if mutant.operator == "and-for-or")

    assert lines[mutant.line - 1].strip() == "if item > 0 and total < limit:"


def test_what_does_not_compile_is_no_mutant():
    source = "def f():\n    a = 0\n    def g():\n        nonlocal a\n        a = 1\n    return g"

    deleted = [mutant.line for mutant in own(source) if mutant.operator == "delete-statement"]

    assert deleted == [4, 5]


def test_the_same_source_gives_the_same_mutants():
    assert own(SAMPLE) == own(SAMPLE)


def test_an_empty_module_has_none():
    assert own("") == []


def test_windows_line_ends():
    assert [mutant.identity for mutant in own(SAMPLE.replace("\n", "\r\n"))] == [
        mutant.identity for mutant in own(SAMPLE)
    ]


def test_a_source_that_is_no_python():
    with pytest.raises(SyntaxError):
        own("def")
