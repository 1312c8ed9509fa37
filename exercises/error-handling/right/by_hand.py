"""Everything by hand: plain try statements, a class with __reduce__, groups taken apart by recursion."""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except (ZeroDivisionError, TypeError) as error:
        if isinstance(error, TypeError):
            problem = ValueError("no numbers")
            problem.__cause__ = error
            raise problem
        logging.error("%s can't be divided by %s", a, b)


class ValidationError(Exception):
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message

    def __reduce__(self):
        return type(self), (self.field, self.message), vars(self)


def validate_email(email):
    name, at, domain = email.partition("@")
    correct = (
        at and name and "@" not in domain and "." in domain and "" not in domain.split(".") and len(email.split()) == 1
    )
    if not correct or email != email.strip():
        raise ValidationError("email", "is not an address")


class handle_api_errors:
    def __enter__(self):
        return None

    def __call__(self, function):
        def call(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return call

    def __exit__(self, kind, error, traceback):
        if isinstance(error, APIError):
            return
        if isinstance(error, TimeoutError):
            raise APITimeout(f"timeout: {error}") from error
        if isinstance(error, ConnectionError):
            raise APIError(f"connection: {error}") from error


def with_resource(acquire, work, release):
    resource = acquire()
    try:
        result = work(resource)
    except BaseException:
        release(resource)
        raise
    else:
        release(resource)
    return result


def run_all(*actions):
    ends = []
    for action in actions:
        try:
            ends.append(("returned", action()))
        except Exception as error:
            ends.append(("raised", error))
    errors = [error for way, error in ends if way == "raised"]
    if not errors:
        return [result for _, result in ends]
    raise ExceptionGroup("failed", errors)


def forgive(kind, action):
    def sort(error):
        if not isinstance(error, BaseExceptionGroup):
            return ([error], None) if isinstance(error, kind) else ([], error)
        parts = [sort(one) for one in error.exceptions]
        rest = [left for _, left in parts if left is not None]
        return [one for found, _ in parts for one in found], error.derive(rest) if rest else None

    try:
        action()
    except BaseException as error:
        found, rest = sort(error)
        if rest is None:
            return found
        raise rest
    return []
