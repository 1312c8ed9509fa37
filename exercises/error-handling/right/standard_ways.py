"""With suppress, ExitStack, split and a regular expression."""

import re
from contextlib import ContextDecorator, ExitStack
from logging import getLogger


def safe_divide(a, b):
    quotient = None
    try:
        quotient = a / b
    except TypeError as error:
        raise ValueError("these have no quotient") from error
    except ZeroDivisionError:
        getLogger("division").exception(f"{a} divided by {b}")
    return quotient


class ValidationError(Exception):
    field = property(lambda self: self.args[0])
    message = property(lambda self: self.args[1])

    def __init__(self, field, message):
        Exception.__init__(self, field, message)

    def __str__(self):
        return ": ".join(self.args)


def validate_email(email):
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", email):
        raise ValidationError(message="is no address", field="email")


class handle_api_errors(ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        for expected, made in {TimeoutError: APITimeout, ConnectionError: APIError}.items():
            if isinstance(error, expected) and not isinstance(error, APIError):
                raise made(str(error)) from error
        return False


def with_resource(acquire, work, release):
    with ExitStack() as stack:
        resource = acquire()
        stack.callback(release, resource)
        return work(resource)


def run_all(*actions):
    results, errors = [], []

    def run(action):
        try:
            results.append(action())
        except Exception as error:
            errors.append(error)

    for action in actions:
        run(action)
    if len(errors) > 0:
        raise ExceptionGroup("some actions failed", errors)
    return results


def forgive(kind, action):
    try:
        action()
    except kind as error:
        if isinstance(error, BaseExceptionGroup):
            return take_apart(kind, error)
        return [error]
    except BaseExceptionGroup as group:
        return take_apart(kind, group)
    return []


def take_apart(kind, group):
    forgiven, rest = group.split(kind)
    if rest is not None:
        raise rest
    found, left = [], [forgiven]
    while left:
        one = left.pop()
        if isinstance(one, BaseExceptionGroup):
            left.extend(reversed(one.exceptions))
        else:
            found.append(one)
    return found
