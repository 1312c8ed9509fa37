"""Cleaning up behind the work

When the work fails, nothing below it is reached. Cleaning up has to be on every way out.

Fails: TestRunAndClean::test_cleans_up_on_every_way_out
"""


def run_and_clean(work, *cleanups):
    result = work()
    for cleanup in reversed(cleanups):
        cleanup()
    return result
