"""Catching what is expected, where it is expected."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any


def risky_operation(operation: Callable[[], Any], report: Callable[[Exception], Any]) -> Any:
    """Return what `operation` returns, or None for an error that is expected; report each Exception."""
    raise NotImplementedError


def suppress(*kinds: type[BaseException]) -> AbstractContextManager[Any]:
    """End errors of these classes when they leave the block. (A class is as good as a function.)"""
    raise NotImplementedError


class UnknownCommand(Exception):
    """There is no handler of that name."""


def dispatch(handlers: Mapping[str, Callable[..., Any]], name: str, *args: Any, **kwargs: Any) -> Any:
    """Call the handler of that name; raise UnknownCommand if there is none."""
    raise NotImplementedError


def parse_and_use(
    lines: Iterable[str], parse: Callable[[str], Any], use: Callable[[Any], Any]
) -> tuple[list[Any], list[str]]:
    """Parse and use one line after the other; return what `use` returned, and the lines that can't be parsed."""
    raise NotImplementedError


def fetch_and_store(fetch: Callable[[], Any], store: Callable[[Any], Any], attempts: int = 3) -> Any:
    """Store what `fetch` returns in one of several attempts."""
    raise NotImplementedError


def run_and_clean(work: Callable[[], Any], *cleanups: Callable[[], Any]) -> Any:
    """Return what `work` returns, and clean up on every way out, the last cleanup first."""
    raise NotImplementedError
