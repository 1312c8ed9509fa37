"""A finally that raises

What a finally raises takes the place of the error that was under way, and the cleanups after it are never called.
Try each one by itself.

Fails: TestRunAndClean::test_hides_no_error_by_another
"""


def run_and_clean(work, *cleanups):
    try:
        return work()
    finally:
        for cleanup in reversed(cleanups):
            cleanup()
