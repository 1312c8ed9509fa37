"""Pushes one item only

Where there is one item, the first is the last. Push two that differ.

Fails: TestWrong::test_fail[first-out]
"""

import pytest
from stack import Stack


@pytest.fixture
def stack():
    stack = Stack()
    stack.push("b")
    return stack


def test_pop(stack):
    assert stack.pop() == "b"
    assert len(stack) == 0


def test_peek(stack):
    assert stack.peek() == "b"
    assert len(stack) == 1
