"""Making a list of all items

The items behind the target are pulled as well, and are lost for whoever goes on with the same iterator.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    items = list(items)
    if target not in items:
        for item in items:
            if item != skip:
                process(item)
        raise LookupError(f"{target!r} did not come")
    return [process(item) for item in items[: items.index(target)] if item != skip]
