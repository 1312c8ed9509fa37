"""Errors that are handled once, keep their cause, and come in groups."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any


def safe_divide(a: Any, b: Any) -> Any:
    """Return `a / b`, or None if `b` is zero, which is logged; raise ValueError for what can't be divided."""
    raise NotImplementedError


class ValidationError(Exception):
    """Says which field is wrong, and why."""

    def __init__(self, field: str, message: str) -> None:
        raise NotImplementedError


def validate_email(email: str) -> None:
    """Raise ValidationError unless `email` looks like an address."""
    raise NotImplementedError


class APIError(Exception):
    """A service can't be used."""


class APITimeout(APIError):
    """A service has not answered in time."""


def handle_api_errors() -> AbstractContextManager[None]:
    """Turn ConnectionError and TimeoutError of a block, or of a decorated function, into APIError and APITimeout."""
    raise NotImplementedError


def with_resource(acquire: Callable[[], Any], work: Callable[[Any], Any], release: Callable[[Any], Any]) -> Any:
    """Return what `work` makes of what `acquire` returns, and release that on every way out."""
    raise NotImplementedError


def run_all(*actions: Callable[[], Any]) -> list[Any]:
    """Return the results of all actions, or raise an ExceptionGroup of all their errors."""
    raise NotImplementedError


def forgive(kind: type[BaseException], action: Callable[[], Any]) -> list[BaseException]:
    """Call `action` and return its errors of such a class, out of groups as well; let the others go on."""
    raise NotImplementedError
