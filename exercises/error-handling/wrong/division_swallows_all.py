"""None for every error

An error that nobody expected disappears, and the caller takes None for a division by zero. Name the errors that you
expect.

Fails: TestSafeDivide::test_expects_two_errors_only, TestSafeDivide::test_refuses_what_has_no_quotient
"""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except Exception:
        logging.exception("%s / %s", a, b)
        return None
