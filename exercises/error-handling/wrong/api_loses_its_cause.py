"""Raising without from

The new error says that there was trouble, and which one is lost: __cause__ is None. `raise ... from error` names it.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except ConnectionError as error:
        raise APIError(f"unable to connect: {error}")
    except TimeoutError as error:
        raise APITimeout(f"no answer: {error}")
