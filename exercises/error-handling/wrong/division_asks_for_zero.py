"""Asking whether b is 0

What equals 0 may be divisible all the same, and what does not may raise ZeroDivisionError. Try the division: it
knows.

Fails: TestSafeDivide::test_expects_two_errors_only
"""

import logging


def safe_divide(a, b):
    if b == 0:
        logging.error("%s / %s", a, b)
        return None
    try:
        return a / b
    except TypeError as error:
        raise ValueError("wrong types") from error
