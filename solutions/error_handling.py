"""Errors that are handled once, keep their cause, and come in groups."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

logger = logging.getLogger(__name__)


def safe_divide(a: Any, b: Any) -> Any:
    """Return `a / b`, or None if `b` is zero, which is logged; raise ValueError for what can't be divided."""
    try:
        return a / b
    except ZeroDivisionError:
        logger.error("division by zero: %s / %s", a, b)
        return None
    except TypeError as error:
        raise ValueError(f"can't divide {a!r} by {b!r}") from error


class ValidationError(Exception):
    """Says which field is wrong, and why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(field, message)  # what a copy is made with, and what pickle writes down
        self.field = field
        self.message = message

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


def validate_email(email: str) -> None:
    """Raise ValidationError unless `email` looks like an address."""
    local, *domains = email.split("@")
    if len(domains) != 1:
        raise ValidationError("email", "must contain exactly one @")
    if any(map(str.isspace, email)):
        raise ValidationError("email", "must not contain white space")
    if not local:
        raise ValidationError("email", "must contain a name in front of the @")
    parts = domains[0].split(".")
    if len(parts) < 2 or not all(parts):
        raise ValidationError("email", "must contain a domain such as example.org")


class APIError(Exception):
    """A service can't be used."""


class APITimeout(APIError):
    """A service has not answered in time."""


@contextmanager
def handle_api_errors() -> Iterator[None]:
    """Turn ConnectionError and TimeoutError of a block, or of a decorated function, into APIError and APITimeout."""
    try:
        yield
    except APIError:  # an error can be of two kinds
        raise
    except ConnectionError as error:
        raise APIError(f"unable to connect: {error}") from error
    except TimeoutError as error:
        raise APITimeout(f"no answer in time: {error}") from error


def with_resource(acquire: Callable[[], Any], work: Callable[[Any], Any], release: Callable[[Any], Any]) -> Any:
    """Return what `work` makes of what `acquire` returns, and release that on every way out."""
    resource = acquire()  # before the try: what was never acquired is not released
    try:
        return work(resource)
    finally:
        release(resource)


def run_all(*actions: Callable[[], Any]) -> list[Any]:
    """Return the results of all actions, or raise an ExceptionGroup of all their errors."""
    results, errors = list[Any](), list[Exception]()
    for action in actions:
        try:
            results.append(action())
        except Exception as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup(f"{len(errors)} of {len(actions)} actions failed", errors)
    return results


def forgive(kind: type[BaseException], action: Callable[[], Any]) -> list[BaseException]:
    """Call `action` and return its errors of such a class, out of groups as well; let the others go on."""
    forgiven = list[BaseException]()
    try:
        action()
    except* kind as group:
        forgiven.extend(_leaves(group))
    return forgiven


def _leaves(error: BaseException) -> Iterator[BaseException]:
    """The errors in a group and in the groups within it."""
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _leaves(one)
    else:
        yield error
