"""Looks inside

The brief does not say how the items are kept. Ask only what it promises.

Fails: TestRight::test_pass
"""


def test_pop(stack):
    assert stack.items == ["a", "b"]
    assert stack.pop() == "b"
    assert len(stack) == 1
