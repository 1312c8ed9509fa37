"""What functions take, what they hand on, and what they remember.

Some parameters are yours to write: a stub with `*args, **kwargs` says only that the brief says more.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any


def greet(*args: Any, **kwargs: Any) -> str:
    """Return a greeting. (Write the parameters.)"""
    raise NotImplementedError


def process_args(*args: Any, **kwargs: Any) -> str:
    """Return the arguments as they would be written in a call."""
    raise NotImplementedError


def apply_operation(*args: Any, **kwargs: Any) -> list[Any]:
    """Return what an operation makes of each number. (Write the parameters.)"""
    raise NotImplementedError


def bind(*args: Any, **kwargs: Any) -> Callable[..., Any]:
    """Return a function with some of the arguments filled in. (Write the parameters.)"""
    raise NotImplementedError


def pipe(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that calls the first with its arguments, and each other one with the result before."""
    raise NotImplementedError


def stamp(text: str, *, when: float | None = None) -> tuple[float, str]:
    """Return a time, now if none is given, and the text."""
    raise NotImplementedError


def make_counter(start: int = 0, step: int = 1) -> Callable[[], int]:
    """Return a function that returns `start` and, at each further call, `step` more."""
    raise NotImplementedError


def make_buttons(labels: Iterable[Hashable], press: Callable[..., Any]) -> dict[Any, Callable[..., Any]]:
    """Return a function for each label, which calls `press` with it and whatever else it gets."""
    raise NotImplementedError
