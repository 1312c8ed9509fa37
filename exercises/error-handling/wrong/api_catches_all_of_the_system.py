"""Catching OSError

Both are OSErrors, but so is a file that is not there. Catch the two that you were asked for.

Fails: TestApiErrorsAndResources::test_translates_once
"""

from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except OSError as error:
        kind = APITimeout if isinstance(error, TimeoutError) else APIError
        raise kind(f"trouble: {error}") from error
