"""A log without the values

Who reads the log in the morning wants to know what was divided by what. Put both into the message.

Fails: TestSafeDivide::test_divides_or_logs
"""

import logging


def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError as error:
        logging.error("can't divide: %s", error)
        return None
    except TypeError as error:
        raise ValueError("wrong types") from error
