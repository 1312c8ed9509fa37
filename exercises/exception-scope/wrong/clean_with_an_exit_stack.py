"""The last error wins

An ExitStack calls all cleanups, but lets the last error go on; the first one, which mattered, is only its context.

Fails: TestRunAndClean::test_hides_no_error_by_another
"""

from contextlib import ExitStack


def run_and_clean(work, *cleanups):
    with ExitStack() as stack:
        for cleanup in cleanups:
            stack.callback(cleanup)
        return work()
