"""Collecting the items, and processing them afterwards

Nothing is processed before the target has come: if it doesn't, all the work is left undone, and an error in the
first item shows after the last was pulled.

Fails: TestProcessUntil::test_ends_at_the_target, TestProcessUntil::test_says_that_the_target_did_not_come
"""


def process_until(items, target, skip, process):
    found = []
    for item in items:
        if item == target:
            break
        if item != skip:
            found.append(item)
    else:
        raise LookupError(f"{target!r} did not come")
    return [process(item) for item in found]
