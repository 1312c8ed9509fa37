"""The parts of a module that are looked at one by one."""

import ast

import pytest

from grader.author.mutants.splice import Text
from grader.author.mutants.units import units

CLASS = "import a\n\n\n@b\nclass C(D):\n    e = 1\n\n    @f\n    def g(self):\n        return 2\n"


def test_a_class_is_split_into_itself_and_its_members():
    found = list(units(ast.parse(CLASS), Text(CLASS)))

    assert [type(unit.root).__name__ for unit in found] == [
        "Import",
        "ClassDef",
        "Assign",
        "FunctionDef",
    ]
    assert [unit.scope for unit in found] == ["", "", "C", "C"]


def test_each_node_that_can_change_is_in_one_unit():
    tree = ast.parse(CLASS)

    nodes = [node for unit in units(tree, Text(CLASS)) for node in unit.nodes]

    changeable = [node for node in nodes if isinstance(node, ast.expr | ast.stmt)]
    assert len(set(changeable)) == len(changeable)
    assert set(changeable) == {node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt)}


@pytest.mark.parametrize("source", ["class A: b = 1; c = 2", "class A:\n  b = 1", "def f(): pass"])
def test_what_is_not_split(source):
    assert len(list(units(ast.parse(source), Text(source)))) == 1
