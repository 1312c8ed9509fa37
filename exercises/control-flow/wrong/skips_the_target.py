"""Asking for what is skipped first

An item that equals both is the target. If `continue` comes first, the loop goes on past its end.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == skip:
            continue
        if item == target:
            break
        results.append(process(item))
    else:
        raise LookupError(f"{target!r} did not come")
    return results
