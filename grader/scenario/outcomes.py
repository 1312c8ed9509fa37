"""How a call ended, as plain data."""

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Literal, TypeVar

Outcome = tuple[Literal["returned", "raised"], Any]
Raised = TypeVar("Raised", bound=BaseException)


def outcome(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
    """`("returned", value)` or `("raised", error)`, whatever the call raises.

    NotImplementedError passes through, so that what is not written yet says so.
    """
    try:
        return "returned", function(*args, **kwargs)
    except NotImplementedError:
        raise
    except BaseException as error:
        return "raised", error


class catching:  # noqa: N801  # named like `suppress`, which it is but for the list
    """In a `with`: the list of the exceptions of such a class, one at most, that came out of its block and end here.

    NotImplementedError passes through, so that what is not written yet says so.
    """

    def __init__(self, kind: type[BaseException]) -> None:
        self._kind = kind
        self._caught: list[BaseException] = []

    def __enter__(self) -> list[BaseException]:
        return self._caught

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        ends_here = isinstance(error, self._kind) and not isinstance(error, NotImplementedError)
        if error is not None and ends_here:
            self._caught.append(error)
        return ends_here


def lookalikes(error: Raised, count: int) -> list[Raised]:
    """So many exceptions that nothing but their identity tells apart."""
    return [type(error)(*error.args) for _ in range(count)]


def which(wanted: Any, things: Iterable[Any]) -> list[int]:
    """The places at which the very object stands among others that may look alike."""
    return [place for place, one in enumerate(things) if one is wanted]


def sift(
    error: type[Raised], function: Callable[[Any], Any], values: Iterable[Any]
) -> tuple[list[Any], list[Any], list[Raised]]:
    """Calls a function with one value after the other: what it returned, the values for which it raised such an error,
    and the errors.

    Any other exception passes through, and NotImplementedError in any case.
    """
    results, refused, errors = list[Any](), list[Any](), list[Raised]()
    for value in values:
        try:
            results.append(function(value))
        except NotImplementedError:
            raise
        except error as caught:
            refused.append(value)
            errors.append(caught)
    return results, refused, errors
