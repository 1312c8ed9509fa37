"""Three decorators: one measures, one remembers, one tries again."""

import functools
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def timer(func: Callable[P, R]) -> Callable[P, R]:
    """Print `NAME took SECONDS s` each time a call of `func` ends, with four decimals."""

    @functools.wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        # A local variable, so that a call inside this one can't move its start.
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper


def cache(func: Callable[P, R]) -> Callable[P, R]:
    """Call `func` once for each set of arguments, and remember what it returned."""
    results: dict[object, R] = {}

    @functools.wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        # The arguments themselves, as a dict tells its keys apart with ==.
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper


def retry(max_attempts: int = 3, delay: float = 1.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a decorator that calls again, `delay` seconds later, when an attempt fails.

    Raise ValueError if `max_attempts` is below 1.
    """
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for _ in range(max_attempts - 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    time.sleep(delay)
            # The last attempt stands alone: nothing is left to do after its failure.
            return func(*args, **kwargs)

        return wrapper

    return decorate
