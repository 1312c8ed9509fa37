"""The first cleanup first

What was opened last may need what was opened first. Clean up in the opposite order.

Fails: TestRunAndClean::test_cleans_up_on_every_way_out
"""


def run_and_clean(work, *cleanups):
    result, first = None, None
    for action in (work, *cleanups):
        try:
            value = action()
            result = value if action is work else result
        except BaseException as error:
            if first is None:
                first = error
            else:
                first.add_note(f"and then: {error!r}")
    if first is not None:
        raise first
    return result
