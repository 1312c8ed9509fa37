"""The report stands in the block that is suppressed

suppress ends every ValueError and TypeError that leaves its block, one of report as well: nobody hears that reporting
failed. Report where only the errors of the operation are caught.

Fails: TestExpectedErrors::test_reports_and_goes_on
"""

import contextlib


def risky_operation(operation, report):
    with contextlib.suppress(ValueError, TypeError):
        try:
            return operation()
        except Exception as error:
            report(error)
            raise
