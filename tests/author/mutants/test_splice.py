"""An edit in the text means what it means in the tree."""

import ast
import contextlib
import functools
import textwrap
from inspect import getsource
from textwrap import dedent

import pytest

from grader.author.mutants import own
from grader.author.mutants.arid import arid_nodes
from grader.author.mutants.engine import _edits
from grader.author.mutants.nodes import lifted, parents
from grader.author.mutants.outline import outline
from grader.author.mutants.splice import Text, patch
from grader.author.mutants.units import units


def sources(source: str, operator: str) -> list[str]:
    """The mutated sources that one operator makes."""
    return [mutant.source for mutant in own(source) if mutant.operator == operator]


def texts(source: str) -> list[str]:
    """What a source says, line by line, without its layout."""
    return [entry.key.text for piece in ast.parse(source).body for entry in outline(piece)]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("module", [contextlib, functools, textwrap])
def test_text_and_tree_agree_on_real_modules(module):
    source = getsource(module)
    tree, text = ast.parse(source), Text(source)
    above, arid = parents(tree), arid_nodes(tree)
    for unit in units(tree, text):
        for operator, edit in _edits(unit, arid):
            written = unit.after(patch(edit, text, above, unit.root), text)
            new = lifted(edit.target, edit.new, unit.root, above)
            nodes = new if isinstance(new, list) else [new]
            expected = "\n".join(ast.unparse(ast.fix_missing_locations(node)) for node in nodes)
            if written is not None:  # else it does not compile, and is no mutant
                shown = [entry.key.text for entry in written]
                assert shown == texts(expected), (operator.name, edit.target.lineno)


@pytest.mark.parametrize(
    ("source", "operator", "expected"),
    [
        ("x = (a or b) * c", "drop-operand", ["x = (b) * c", "x = (a) * c"]),
        ("x = [a]*-b", "drop-minus", ["x = [a]*b"]),
        ("return_ = not(a)", "drop-not", ["return_ = a"]),
        ("x = 1 if a else 0", "boolean-flip", []),
        ("x = a**1", "number", ["x = a**2", "x = a**0"]),
        ("x = a*0", "number", ["x = a*1", "x = a*(-1)"]),
        ("x = 'é', 1", "number", ["x = 'é', 2", "x = 'é', 0"]),
        ("for a in b: c()", "one-iteration", ["for a in b: c(); break"]),
        ("with a: b(); c()", "drop-with", ["b()\nc()"]),
    ],
)
def test_the_text_around_an_edit_stays(source, operator, expected):
    assert sources(source, operator) == expected


def test_a_word_does_not_grow_together_with_its_neighbour():
    source = "def f():\n    return[0]if a else[1]"

    for mutant in own(source):
        ast.parse(mutant.source)
    assert "def f():\n    return[0]if False else[1]" in sources(source, "condition-false")


def test_a_statement_in_a_block_keeps_its_margin_and_long_text():
    source = dedent(
        '''
        def f():
            if a:
                try:
                    x = """one
          two"""
                finally:
                    b()
        '''
    )

    (mutated,) = sources(source, "drop-finally")

    assert texts(mutated) == texts(
        dedent(
            '''
            def f():
                if a:
                    x = """one
              two"""
            '''
        ).replace("\n              two", "\n  two")
    )


@pytest.mark.parametrize("margin", ["  ", "\t"])
def test_odd_margins_are_rewritten_as_a_whole(margin):
    lines = ("if a:", ">try:", ">>b()", ">>c()", ">finally:", ">>d()")
    source = "\n".join(lines).replace(">", margin)

    assert sources(source, "drop-finally") == ["if a:\n    b()\n    c()"]


def test_a_method_with_odd_margins_keeps_its_own():
    lines = ("class A:", "    def f(self):", "      try:", "        b()", "        c()")
    source = "\n".join((*lines, "      finally:", "        d()"))

    (mutated,) = sources(source, "drop-finally")

    assert mutated == "class A:\n    def f(self):\n        b()\n        c()"


def test_inside_nested_f_strings():
    source = "x = f'{a + 1:{b}}' 'tail'"

    assert texts(sources(source, "arithmetic-swap")[0]) == texts("x = f'{a - 1:{b}}tail'")
