"""Forgetting errors of two kinds

A class may derive from APIError and from ConnectionError. Its errors are what the caller wants: let each APIError pass.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except ConnectionError as error:
        raise APIError(f"unable to connect: {error}") from error
    except TimeoutError as error:
        raise APITimeout(f"no answer in time: {error}") from error
