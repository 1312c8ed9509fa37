"""Comparing the class

A UnicodeDecodeError is a ValueError, although its class is another one. An except clause knows subclasses.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        return operation()
    except Exception as error:
        report(error)
        if type(error) not in (ValueError, TypeError):
            raise
