"""The normal form of syntax."""

import ast

import pytest

from grader.author.mutants.normal import header, normal


def expression(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a", "Name(id='a')"),
        ("None", "Constant(value=None)"),
        ("f()", "Call(func=Name(id='f'))"),
        ("a < 1", "Compare(left=Name(id='a'),ops=[Lt()],comparators=[Constant(value=1)])"),
    ],
)
def test_it_is_spelt_out(source, expected):
    """Identities depend on it, so that it has to stay as it is."""
    assert normal(expression(source)) == expected


def test_an_empty_part_of_an_f_string_is_nothing():
    name = ast.FormattedValue(ast.Name("a"), -1)

    assert normal(ast.JoinedStr([name, ast.Constant("")])) == normal(ast.JoinedStr([name]))


def test_empty_text_elsewhere_is_something():
    assert normal(expression("['']")) != normal(expression("[]"))


def test_a_header_has_no_blocks_and_no_decorators():
    bare, full = (ast.parse(source).body[0] for source in ("class A(B): pass", "@c\nclass A(B):\n    def f(self): ..."))

    assert header(bare) == header(full)


def test_the_parts_of_an_expression_are_no_blocks():
    assert normal(expression("lambda: a")) != normal(expression("lambda: b"))
    assert normal(expression("a if b else c")) != normal(expression("a if b else d"))
