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


def refused(error: type[BaseException], function: Callable[..., Any], *iterables: Iterable[Any]) -> list[int]:
    """The places at which a function, mapped over the iterables as by `map`, raises such an error.

    Any other exception passes through, and NotImplementedError in any case.
    """
    places = []
    for place, args in enumerate(zip(*iterables, strict=False)):
        try:
            function(*args)
        except NotImplementedError:
            raise
        except error:
            places.append(place)
    return places
