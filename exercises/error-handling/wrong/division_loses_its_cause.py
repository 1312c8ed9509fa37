"""A new error without its cause

`raise ... from None`, or raising after the except clause, hides what really happened. `from error` keeps it.

Fails: TestSafeDivide::test_refuses_what_has_no_quotient, TestSafeDivide::test_expects_two_errors_only
"""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        logging.error("%s / %s", a, b)
        return None
    except TypeError:
        raise ValueError("wrong types") from None
