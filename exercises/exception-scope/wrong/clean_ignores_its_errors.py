"""Passing over what cleanups raise

A file that could not be closed may be lost. Without an earlier error the one of the cleanup goes on; after one it is
a note.

Fails: TestRunAndClean::test_hides_no_error_by_another
"""

from contextlib import suppress as passing_over


def run_and_clean(work, *cleanups):
    try:
        return work()
    finally:
        for cleanup in reversed(cleanups):
            with passing_over(Exception):
                cleanup()
