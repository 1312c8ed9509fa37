"""ValidationError as a dataclass, resources through an object with __enter__, actions that run each other."""

import logging
from contextlib import closing, contextmanager
from dataclasses import dataclass
from types import SimpleNamespace


def safe_divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError:
        logging.getLogger().log(logging.ERROR, "can't divide %s by %s", a, b, exc_info=True)
        result = None
    except TypeError as error:
        raise ValueError(*error.args) from error
    return result


@dataclass(eq=False)
class ValidationError(Exception):
    field: str
    message: str

    def __post_init__(self):
        super().__init__(self.field, self.message)

    def __str__(self):
        return self.field + ": " + self.message


def validate_email(email):
    problems = [
        email.count("@") != 1,
        email.startswith("@"),
        any(part == "" for part in email.rpartition("@")[2].split(".")),
        "." not in email.rpartition("@")[2],
        "".join(email.split()) != email,
    ]
    if any(problems):
        raise ValidationError("email", f"breaks {sum(problems)} rules")


@contextmanager
def handle_api_errors():
    try:
        try:
            yield
        except ConnectionError as error:
            if isinstance(error, APIError):
                raise
            raise APIError(f"connection: {error}") from error
    except TimeoutError as error:
        if isinstance(error, APIError):
            raise
        raise APITimeout(f"timeout: {error}") from error


def with_resource(acquire, work, release):
    resource = acquire()
    with closing(SimpleNamespace(close=lambda: release(resource))):
        return work(resource)


def run_all(*actions):
    errors = []

    def run(actions):
        for action in actions:
            try:
                yield action()
            except Exception as error:
                errors.append(error)

    results = list(run(actions))
    if errors:
        raise BaseExceptionGroup("errors", errors)
    return results


def forgive(kind, action):
    try:
        action()
    except BaseException as error:
        group = error if isinstance(error, BaseExceptionGroup) else BaseExceptionGroup("", [error])
        forgiven, rest = group.split(kind)
        if rest is not None and group is not error:
            raise
        if rest is not None:
            raise rest from rest.__cause__
        return list(leaves(forgiven))
    return []


def leaves(group):
    for one in group.exceptions:
        yield from leaves(one) if isinstance(one, BaseExceptionGroup) else [one]
