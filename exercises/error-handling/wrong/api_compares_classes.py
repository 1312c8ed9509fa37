"""Comparing the class with is

A ConnectionRefusedError is a ConnectionError, although its class is another one. isinstance and except know
subclasses.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except Exception as error:
        if type(error) is ConnectionError:
            raise APIError(f"unable to connect: {error}") from error
        if type(error) is TimeoutError:
            raise APITimeout(f"no answer: {error}") from error
        raise
