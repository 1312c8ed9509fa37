"""Plain functions and cases in the place of a fixture."""

import pytest
from stack import Stack


@pytest.fixture
def stack():
    return Stack()


@pytest.mark.parametrize("items", [[1, 2], [2, 1, 3]])
def test_pop(stack, items):
    for item in items:
        stack.push(item)
    assert [stack.pop() for _ in items] == items[::-1]
    assert len(stack) == 0


def test_peek(stack):
    stack.push(1)
    assert stack.peek() == stack.pop() == 1


def test_alone(stack):
    stack.push(1)
    assert len(Stack()) == 0
