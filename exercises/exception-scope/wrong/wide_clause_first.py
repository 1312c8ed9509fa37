"""The wide clause first

The first clause that fits is taken, so the narrow one below it is never reached and the expected errors go on.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        return operation()
    except Exception as error:
        report(error)
        raise
    except (ValueError, TypeError) as error:  # noqa: B025
        report(error)
