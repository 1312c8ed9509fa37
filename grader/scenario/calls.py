"""Functions that remember how they were called, fail as often as they are told, or have another name."""

from collections.abc import Callable, Iterable
from typing import Any

Calls = list[tuple[tuple[Any, ...], dict[str, Any]]]


def recorder(results: Iterable[Any] = (None,)) -> tuple[Callable[..., Any], Calls]:
    """A function that writes down its arguments, and what it has written down: `(args, kwargs)` of each call.

    A call returns the next of `results`; the last one stands for all that follow.
    """
    left, calls = list(results), Calls()

    def record(*args: Any, **kwargs: Any) -> Any:
        calls.append((args, kwargs))
        return left[0] if len(left) == 1 else left.pop(0)

    return record, calls


def failing(*errors: BaseException, then: Any = None) -> tuple[Callable[..., Any], Calls]:
    """A `recorder` that raises one error after the other, a call each, and from then on returns `then`."""
    left, calls = list(errors), Calls()

    def fail(*args: Any, **kwargs: Any) -> Any:
        calls.append((args, kwargs))
        if left:
            raise left.pop(0)
        return then

    return fail, calls


def renamed(function: Callable[..., Any], name: str, doc: str | None = None) -> Callable[..., Any]:
    """The function as if it had been written under another name, within a function `make`, with this docstring."""
    function.__name__, function.__qualname__, function.__doc__ = name, f"make.<locals>.{name}", doc
    return function
