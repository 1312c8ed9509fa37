"""Logging what goes on

The error goes on, and whoever ends it will log it. Logged here as well, it stands there twice.

Fails: TestApiErrorsAndResources::test_translates_once
"""

import logging
from contextlib import contextmanager


@contextmanager
def handle_api_errors():
    try:
        yield
    except (ConnectionError, TimeoutError) as error:
        logging.error("API: %s", error)
        kind = APITimeout if isinstance(error, TimeoutError) else APIError
        raise kind(f"trouble: {error}") from error
