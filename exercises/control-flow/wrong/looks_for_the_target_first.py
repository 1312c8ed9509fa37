"""Looking whether the target is there before beginning

`in` pulls everything up to the target, and of what can be gone through once nothing is left to process. Find out
on the way.

Fails: TestProcessUntil::test_ends_at_the_target, TestProcessUntil::test_says_that_the_target_did_not_come
"""


def process_until(items, target, skip, process):
    if target not in items:
        raise LookupError(f"{target!r} did not come")
    results = []
    for item in items:
        if item == target:
            break
        if item != skip:
            results.append(process(item))
    return results
