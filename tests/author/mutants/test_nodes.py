"""Small tools for syntax trees."""

import ast

import pytest

from grader.author.mutants.nodes import called_name, lifted, parents


@pytest.mark.parametrize(("source", "name"), [("f(1)", "f"), ("a.b.f(1)", "f"), ("a.f", "f"), ("f()()", ""), ("1", "")])
def test_called_name(source, name):
    assert called_name(ast.parse(source, mode="eval").body) == name


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([ast.Pass()], "if a:\n    b()\n    pass"),
        ([ast.Pass(), ast.Pass()], "if a:\n    b()\n    pass\n    pass"),
    ],
)
def test_lifted_statements(new, expected):
    tree = ast.parse("if a:\n    b()\n    c()")
    target = tree.body[0].body[1]

    assert ast.unparse(lifted(target, new, tree, parents(tree))) == expected
    assert ast.unparse(tree) == "if a:\n    b()\n    c()"


def test_lifted_expression():
    tree = ast.parse("f(a, g(b))")
    target = tree.body[0].value.args[1].args[0]

    assert ast.unparse(lifted(target, ast.Name("c"), tree, parents(tree))) == "f(a, g(c))"


def test_the_root_itself_is_replaced():
    tree, new = ast.parse("a"), [ast.Pass()]

    assert lifted(tree.body[0], new, tree.body[0], parents(tree)) is new
