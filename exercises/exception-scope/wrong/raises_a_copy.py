"""Raising a new one of the same class

The new error has another traceback and has lost what was stored in the old one. A bare `raise` raises the very same.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        return operation()
    except (ValueError, TypeError) as error:
        report(error)
    except Exception as error:
        report(error)
        raise type(error)(*error.args)
