"""Hidden suite of *writing-tests*."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.suite import examples, points

RIGHT = """
class Stack:
    def __init__(self):
        self.items = []
    def push(self, item):
        self.items.append(item)
    def pop(self):
        return self.items.pop()
    def peek(self):
        return self.items[-1]
    def __len__(self):
        return len(self.items)
"""
OTHER = """
class Stack:
    def __init__(self):
        self.rest, self.size = None, 0
    def push(self, item):
        self.rest, self.size = (item, self.rest), self.size + 1
    def pop(self):
        if self.rest is None:
            raise IndexError("empty")
        (item, self.rest), self.size = self.rest, self.size - 1
        return item
    def peek(self):
        return self.rest[0]
    def __len__(self):
        return self.size
"""
BROKEN = "class Stack:\n    pass\n"
WRONG = {  # what is wrong, in words, and the stack
    "first-out": ("pop gives the item that was pushed first", RIGHT.replace("items.pop()", "items.pop(0)")),
    "stays": ("pop leaves the item where it is", RIGHT.replace("items.pop()", "items[-1]")),
    "none": ("pop of an empty stack gives None", RIGHT.replace("items.pop()", "items.pop() if self.items else None")),
    "taken": ("peek takes the item off", RIGHT.replace("items[-1]", "items.pop()")),
    "shared": (
        "all stacks share their items",
        RIGHT.replace("self.items = []", "pass").replace("class Stack:", "class Stack:\n    items = []"),
    ),
}


class TestRight:
    """right stacks"""

    @examples(3)
    @given(stacks=st.permutations([RIGHT, OTHER, BROKEN]))
    def test_pass(self, attempt, stacks):
        """The tests pass for a stack that is right, however it is written."""
        seen = attempt.try_out(stacks)
        assert seen.rejected == [stacks.index(BROKEN)]


class TestWrong:
    """wrong stacks"""

    @points(5)
    @pytest.mark.parametrize("what", list(WRONG))
    @examples(3)
    @given(order=st.permutations(range(3)))
    def test_fail(self, attempt, what, order):
        """The tests fail for a stack that is wrong."""
        words, wrong = WRONG[what]
        stacks = [[RIGHT, OTHER, wrong][place] for place in order]
        seen = attempt.try_out(stacks)
        assert seen.rejected == [order.index(2)], f"your tests are to fail for one of these stacks alone: {words}"
