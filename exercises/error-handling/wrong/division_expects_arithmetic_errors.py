"""The family instead of the one error

An overflow is an ArithmeticError, too, but no division by zero: it should reach the caller.

Fails: TestSafeDivide::test_expects_two_errors_only
"""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except ArithmeticError:
        logging.error("%s / %s", a, b)
        return None
    except TypeError as error:
        raise ValueError("wrong types") from error
