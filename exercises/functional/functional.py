"""Functions that take functions, and data that nobody changes."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any


def my_map(function: Callable[..., Any], *iterables: Iterable[Any]) -> Iterator[Any]:
    """Return an iterator of what `function` makes of the first items, of the second ones, and so on."""
    raise NotImplementedError


def my_filter(predicate: Callable[[Any], Any], iterable: Iterable[Any]) -> Iterator[Any]:
    """Return an iterator of the items for which `predicate` returns something true."""
    raise NotImplementedError


def my_reduce(function: Callable[[Any, Any], Any], iterable: Iterable[Any], *initial: Any) -> Any:
    """Put the items together from the left, beginning with `initial` if it is given. (Write the parameter as you like.)

    Raise TypeError if there is neither an item nor an initial value.
    """
    raise NotImplementedError


def compose(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that calls the last of the functions, then the one before it with the result, and so on."""
    raise NotImplementedError


def curry(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that waits until the arguments suffice, over as many calls as it takes."""
    raise NotImplementedError


def group_by(key: Callable[[Any], Hashable], iterable: Iterable[Any]) -> dict[Any, list[Any]]:
    """Return a dict from each key to the list of its items."""
    raise NotImplementedError


def update_in(data: Any, path: Sequence[Any], function: Callable[[Any], Any]) -> Any:
    """Return `data` with `function(old)` in the place of what `path` leads to, and leave `data` as it is."""
    raise NotImplementedError
