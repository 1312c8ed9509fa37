"""Tests of stack.Stack: see README.md."""

import stack  # noqa: F401


def test_push():
    """An item that is pushed is there."""
    raise NotImplementedError
