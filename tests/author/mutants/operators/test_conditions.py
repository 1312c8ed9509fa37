"""Conditions: forced one way, negated, or short of a part."""

import pytest

IF = "if a and b:\n    c()"


def test_forced(changes):
    assert changes(IF, "condition-true") == ["`if a and b` -> `if True`"]
    assert changes(IF, "condition-false") == ["`if a and b` -> `if False`"]
    assert changes(IF, "condition-negated") == ["`if a and b` -> `if not (a and b)`"]


def test_a_while_is_not_forced_to_go_on(changes):
    source = "while a:\n    b()"

    assert changes(source, "condition-true") == []
    assert changes(source, "condition-false") == ["`while a` -> `while False`"]
    assert changes(source, "condition-negated") == ["`while a` -> `while not a`"]


def test_elif(changes):
    source = "if a:\n    pass\nelif b:\n    pass"

    assert changes(source, "condition-false") == [
        "`if a` -> `if False`",
        "`if b` -> `if False`",
    ]


@pytest.mark.parametrize(
    ("source", "forced"),
    [
        ("x = a if b else c", "x = a if False else c"),
        ("x = [a for a in b if c]", "x = [a for a in b if False]"),
    ],
)
def test_conditions_in_expressions(changes, source, forced):
    assert changes(source, "condition-false") == [f"`{source}` -> `{forced}`"]


def test_the_guard_of_a_case(changes):
    source = "match a:\n    case [b] if b:\n        pass"

    assert changes(source, "condition-true") == ["`case [b] if b` -> `case [b] if True`"]


@pytest.mark.parametrize("source", ["if a < b:\n    c()", "if not a:\n    c()", "if True:\n    c()"])
def test_no_negation_where_another_operator_makes_it(changes, source):
    assert changes(source, "condition-negated") == []


def test_drop_not(changes):
    assert changes("x = not a", "drop-not") == ["`x = not a` -> `x = a`"]


def test_and_for_or(changes):
    assert changes("x = a and b", "and-for-or") == ["`x = a and b` -> `x = a or b`"]
    assert changes("x = a or b", "and-for-or") == ["`x = a or b` -> `x = a and b`"]


def test_drop_operand(changes):
    assert changes("x = a or b or c", "drop-operand") == [
        "`x = a or b or c` -> `x = b or c`",
        "`x = a or b or c` -> `x = a or c`",
        "`x = a or b or c` -> `x = a or b`",
    ]
