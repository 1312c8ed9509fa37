"""Catching what is expected, where it is expected."""

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any


def risky_operation(operation: Callable[[], Any], report: Callable[[Exception], Any]) -> Any:
    """Return what `operation` returns, or None for an error that is expected; report each Exception."""
    try:
        return operation()
    except (ValueError, TypeError) as error:
        report(error)
        return None
    except Exception as error:
        report(error)
        raise


class suppress:  # noqa: N801  # named as in contextlib
    """In a `with`: errors of these classes end when they leave its block."""

    def __init__(self, *kinds: type[BaseException]) -> None:
        self._kinds = kinds

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        return kind is not None and issubclass(kind, self._kinds)


class UnknownCommand(Exception):
    """There is no handler of that name."""


def dispatch(handlers: Mapping[str, Callable[..., Any]], name: str, /, *args: Any, **kwargs: Any) -> Any:
    """Call the handler of that name; raise UnknownCommand if there is none."""
    try:
        handler = handlers[name]
    except KeyError:
        raise UnknownCommand(name) from None
    return handler(*args, **kwargs)  # outside, as a KeyError of its own is no missing handler


def parse_and_use(
    lines: Iterable[str], parse: Callable[[str], Any], use: Callable[[Any], Any]
) -> tuple[list[Any], list[str]]:
    """Parse and use one line after the other; return what `use` returned, and the lines that can't be parsed."""
    results, rejected = list[Any](), list[str]()
    for line in lines:
        try:
            parsed = parse(line)
        except ValueError:
            rejected.append(line)
        else:
            results.append(use(parsed))
    return results, rejected


def fetch_and_store(fetch: Callable[[], Any], store: Callable[[Any], Any], attempts: int = 3) -> Any:
    """Store what `fetch` returns in one of several attempts."""
    for left in reversed(range(attempts)):
        try:
            value = fetch()
            break
        except ConnectionError:
            if not left:
                raise
    return store(value)


def run_and_clean(work: Callable[[], Any], *cleanups: Callable[[], Any]) -> Any:
    """Return what `work` returns, and clean up on every way out, the last cleanup first."""
    result, first = None, None
    try:
        result = work()
    except BaseException as error:
        first = error  # a name of our own: `error` is gone after this clause
    for cleanup in reversed(cleanups):
        try:
            cleanup()
        except Exception as error:
            if first is None:
                first = error
            else:
                first.add_note(f"and in cleaning up: {error}")
    if first is not None:
        raise first
    return result
