"""Cleaning up after an Exception

Ctrl-C is no Exception, and leaves everything open. Clean up after whatever was raised.

Fails: TestRunAndClean::test_cleans_up_on_every_way_out
"""


def run_and_clean(work, *cleanups):
    result, first = None, None
    try:
        result = work()
    except Exception as error:
        first = error
    for cleanup in reversed(cleanups):
        try:
            cleanup()
        except Exception as error:
            if first is None:
                first = error
            else:
                first.add_note(f"and then: {error!r}")
    if first is not None:
        raise first
    return result
