"""What functions take, what they hand on, and what they remember."""

import time
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Any


def greet(name: str, greeting: str = "Hello", *, mark: str = "!") -> str:
    """Return a greeting."""
    return f"{greeting}, {name}{mark}"


def process_args(*args: Any, **kwargs: Any) -> str:
    """Return the arguments as they would be written in a call."""
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])


def apply_operation(operation: Callable[..., Any], numbers: Iterable[Any], /, *args: Any, **kwargs: Any) -> list[Any]:
    """Return what the operation makes of each number, with the other arguments behind it."""
    return [operation(number, *args, **kwargs) for number in numbers]


def bind(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Callable[..., Any]:
    """Return the function with these arguments filled in."""
    return partial(function, *args, **kwargs)


def pipe(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that calls the first with its arguments, and each other one with the result before."""
    first, *others = functions or (lambda value: value,)

    def piped(*args: Any, **kwargs: Any) -> Any:
        value = first(*args, **kwargs)
        for function in others:
            value = function(value)
        return value

    return piped


def stamp(text: str, *, when: float | None = None) -> tuple[float, str]:
    """Return a time, now if none is given, and the text."""
    return time.time() if when is None else when, text


def make_counter(start: int = 0, step: int = 1) -> Callable[[], int]:
    """Return a function that returns `start` and, at each further call, `step` more."""
    upcoming = start

    def count() -> int:
        nonlocal upcoming
        current, upcoming = upcoming, upcoming + step
        return current

    return count


def make_buttons(labels: Iterable[Hashable], press: Callable[..., Any]) -> dict[Any, Callable[..., Any]]:
    """Return a function for each label, which calls `press` with it and whatever else it gets."""
    return {label: partial(press, label) for label in labels}
