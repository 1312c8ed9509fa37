"""Looking for the target by `is`

`is` finds the very same object, and two equal numbers or lists are often two objects. It seems to work with small
numbers, as Python has those once.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item is target:
            break
        if item is skip:
            continue
        results.append(process(item))
    else:
        raise LookupError(f"{target!r} did not come")
    return results
