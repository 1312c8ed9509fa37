"""Wrapping an APIError once more

Where two of them are nested, the outer one wraps what the inner one made. An APIError is what the caller wants: let
it pass.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except TimeoutError as error:
        raise APITimeout(f"no answer: {error}") from error
    except (ConnectionError, APIError) as error:
        raise APIError(f"unable to connect: {error}") from error
