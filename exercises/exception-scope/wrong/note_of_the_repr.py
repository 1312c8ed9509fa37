"""A note of the repr

The repr of an error writes a line break as \\n, and what an OSError says in another way than its text does. Readers
want the text.

Fails: TestRunAndClean::test_hides_no_error_by_another
"""


def run_and_clean(work, *cleanups):
    result, first = None, None
    try:
        result = work()
    except BaseException as error:
        first = error
    for cleanup in reversed(cleanups):
        try:
            cleanup()
        except Exception as error:
            if first is None:
                first = error
            else:
                first.add_note(f"{error!r}")
    if first is not None:
        raise first
    return result
