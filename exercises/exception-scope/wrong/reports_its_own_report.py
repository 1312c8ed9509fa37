"""A try around the report

If the report fails, its error is reported once more. Only the operation stands in the try.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        try:
            return operation()
        except (ValueError, TypeError) as error:
            report(error)
    except Exception as error:
        report(error)
        raise
