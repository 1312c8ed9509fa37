"""Context managers wherever something has a beginning and an end, and a table of translations."""

import contextlib
import functools
import logging


def safe_divide(a, b):
    with contextlib.suppress(ZeroDivisionError), not_dividable(a, b), logged(a, b):
        return a / b


@contextlib.contextmanager
def not_dividable(a, b):
    try:
        yield
    except TypeError as error:
        raise ValueError(f"{a!r} / {b!r} makes no sense") from error


@contextlib.contextmanager
def logged(a, b):
    try:
        yield
    except ZeroDivisionError as error:
        logging.getLogger("numbers").error("there is no %s / %s: %s", a, b, type(error))
        raise


class ValidationError(Exception):
    def __new__(cls, field, message):
        return super().__new__(cls, field, message)

    def __init__(self, field, message):
        self.args = (field, message)
        self.__dict__.update(field=field, message=message)

    def __str__(self):
        return "{}: {}".format(*self.args)


def validate_email(email):
    match email.split("@"):
        case [str(name), domain] if name and not any(letter.isspace() for letter in email):
            if domain.count(".") >= 1 and all(domain.split(".")):
                return
    raise ValidationError("email", "should look like ada@example.org")


TRANSLATIONS = ((APIError, None), (TimeoutError, "APITimeout"), (ConnectionError, "APIError"))


@contextlib.contextmanager
def handle_api_errors():
    try:
        yield
    except tuple(kind for kind, _ in TRANSLATIONS) as error:
        name = next(name for kind, name in TRANSLATIONS if isinstance(error, kind))
        if name is None:
            raise
        raise globals()[name]("the service says: %s" % error) from error


def with_resource(acquire, work, release):
    with Resource(acquire(), release) as resource:
        return work(resource)


class Resource:
    def __init__(self, resource, release):
        self.resource, self.release = resource, release

    def __enter__(self):
        return self.resource

    def __exit__(self, *_):
        self.release(self.resource)


def run_all(*actions):
    failed = []

    def attempt(action):
        try:
            return action()
        except Exception as error:
            failed.append(error)

    results = [attempt(action) for action in actions]
    if failed:
        raise ExceptionGroup("run_all", failed)
    return results


def forgive(kind, action):
    found = []
    try:
        action()
    except* kind as group:

        def visit(error):
            [visit(one) for one in error.exceptions] if hasattr(error, "exceptions") else found.append(error)

        visit(group)
    return found


run_all = functools.wraps(run_all)(run_all)
