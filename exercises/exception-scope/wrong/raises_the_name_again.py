"""raise error for raise

It writes this function into the traceback a second time, with the line of the raise. A bare `raise` leaves the
traceback alone.

Fails: TestExpectedErrors::test_raises_again_as_it_was
"""


def risky_operation(operation, report):
    try:
        return operation()
    except (ValueError, TypeError) as error:
        report(error)
    except Exception as error:
        report(error)
        raise error
