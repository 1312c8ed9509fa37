"""Logging an error and raising it, too

Whoever catches the ValueError logs it as well, so the same trouble stands in the log twice. Log what ends here; what
goes on is logged elsewhere.

Fails: TestSafeDivide::test_refuses_what_has_no_quotient
"""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        logging.error(f"Division by zero: {a} / {b}")
        return None
    except TypeError as error:
        logging.error(f"Wrong types: {error}")
        raise ValueError("wrong types") from error
