"""Keeping results that are true

None, 0 and empty texts are results as well, and whoever asked expects one for each item.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == target:
            break
        if item != skip and (result := process(item)):
            results.append(result)
    else:
        raise LookupError(f"{target!r} did not come")
    return results
