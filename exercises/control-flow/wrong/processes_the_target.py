"""Breaking after the work

The target is where to stop, not something to work on. Ask before the item is processed.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == skip and item != target:
            continue
        results.append(process(item))
        if item == target:
            break
    else:
        raise LookupError(f"{target!r} did not come")
    return results
