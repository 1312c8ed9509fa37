"""Passing over every error

A mistake that nobody expected disappears, and the program goes on with None. Report it and raise it again.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        return operation()
    except Exception as error:
        report(error)
