"""The strerror, or the first argument

An error can have no arguments, or a number and a text. What it says is what str makes of it.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except APIError:
        raise
    except ConnectionError as error:
        raise APIError(f"unable to connect: {error.strerror or error.args[0]}") from error
    except TimeoutError as error:
        raise APITimeout(f"no answer in time: {error.strerror or error}") from error
