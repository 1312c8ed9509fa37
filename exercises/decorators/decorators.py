"""Three decorators: one measures, one remembers, one tries again."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def timer(func: Callable[P, R]) -> Callable[P, R]:
    """Print `NAME took SECONDS s` each time a call of `func` ends, with four decimals."""
    raise NotImplementedError


def cache(func: Callable[P, R]) -> Callable[P, R]:
    """Call `func` once for each set of arguments, and remember what it returned."""
    raise NotImplementedError


def retry(max_attempts: int = 3, delay: float = 1.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a decorator that calls again, `delay` seconds later, when an attempt fails.

    Raise ValueError if `max_attempts` is below 1.
    """
    raise NotImplementedError
