"""Writing break for continue

break ends the loop at the first item that should only be passed over.

Fails: TestProcessUntil::test_ends_at_the_target, TestProcessUntil::test_says_that_the_target_did_not_come
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == target or item == skip:
            break
        results.append(process(item))
    else:
        raise LookupError(f"{target!r} did not come")
    return results
