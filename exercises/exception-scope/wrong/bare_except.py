"""A bare except

It catches KeyboardInterrupt and SystemExit as well: whoever presses Ctrl-C is reported as an error. `except
Exception` lets both through.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""


def risky_operation(operation, report):
    try:
        return operation()
    except (ValueError, TypeError) as error:
        report(error)
    except BaseException as error:
        report(error)
        raise
