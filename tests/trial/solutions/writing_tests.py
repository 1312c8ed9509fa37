"""Writing tests: the reference."""

import pytest
from stack import Stack


@pytest.fixture
def stack():
    stack = Stack()
    stack.push("a")
    stack.push("b")
    return stack


def test_pop(stack):
    assert stack.pop() == "b"
    assert len(stack) == 1


def test_peek(stack):
    assert stack.peek() == "b"
    assert len(stack) == 2


def test_empty():
    with pytest.raises(IndexError):
        Stack().pop()


def test_alone(stack):
    assert len(Stack()) == 0
