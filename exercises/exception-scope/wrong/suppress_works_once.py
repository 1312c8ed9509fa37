"""A generator as a context manager

What @contextmanager makes is used up by its first with: the second one, or one within it, raises. A class that keeps
no state can be used again.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""

from contextlib import contextmanager


@contextmanager
def suppress(*kinds):
    try:
        yield
    except kinds:
        pass
