"""Functions that take functions, and data that nobody changes."""

import functools
import inspect
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any


def my_map(function: Callable[..., Any], *iterables: Iterable[Any]) -> Iterator[Any]:
    """Yield what `function` makes of the first items, of the second ones, and so on."""
    for items in zip(*iterables):  # noqa: B905  # the shortest says when it is over
        yield function(*items)


def my_filter(predicate: Callable[[Any], Any], iterable: Iterable[Any]) -> Iterator[Any]:
    """Yield the items for which `predicate` returns something true."""
    for item in iterable:
        if predicate(item):
            yield item


def my_reduce(function: Callable[[Any, Any], Any], iterable: Iterable[Any], *initial: Any) -> Any:
    """Put the items together from the left, beginning with `initial` if it is given."""
    items = iter(iterable)
    if initial:
        (total,) = initial
    else:
        try:
            total = next(items)
        except StopIteration:
            raise TypeError("nothing to reduce, and no initial value") from None
    for item in items:
        total = function(total, item)
    return total


def compose(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function that calls the last of the functions, then the one before it with the result, and so on."""
    if not functions:
        return lambda value: value
    *others, first = functions

    def composed(*args: Any, **kwargs: Any) -> Any:
        # A loop, as functions around functions would reach the limit of recursion.
        result = first(*args, **kwargs)
        for function in reversed(others):
            result = function(result)
        return result

    return composed


def curry(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function that waits until the arguments suffice, over as many calls as it takes."""
    signature = inspect.signature(function)
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    needed = {
        name for name, one in signature.parameters.items() if one.default is one.empty and one.kind not in variadic
    }

    def curried(*args: Any, **kwargs: Any) -> Any:
        if needed <= signature.bind_partial(*args, **kwargs).arguments.keys():
            return function(*args, **kwargs)
        return functools.partial(curried, *args, **kwargs)

    return curried


def group_by(key: Callable[[Any], Hashable], iterable: Iterable[Any]) -> dict[Any, list[Any]]:
    """Map each key to the list of its items."""
    groups: dict[Any, list[Any]] = {}
    for item in iterable:
        groups.setdefault(key(item), []).append(item)
    return groups


def update_in(data: Any, path: Sequence[Any], function: Callable[[Any], Any]) -> Any:
    """Make `data` anew along `path`, with `function(old)` at its end; everything beside the path is shared."""
    if not path:
        return function(data)
    key, *rest = path
    below = update_in(data[key], rest, function)
    if isinstance(data, dict):
        return {**data, key: below}
    copy = list(data)
    copy[key] = below
    return copy if isinstance(data, list) else tuple(copy)
