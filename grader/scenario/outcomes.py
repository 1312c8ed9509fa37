"""How a call ended, as plain data."""

from collections.abc import Callable, Iterable
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
