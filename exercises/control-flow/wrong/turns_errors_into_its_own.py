"""A try around the whole loop

What process raises, a KeyError for instance, is taken for a target that did not come. Nothing here has to be
caught.

Fails: TestProcessUntil::test_passes_an_error_on
"""


def process_until(items, target, skip, process):
    results = []
    source = iter(items)
    try:
        while (item := next(source)) != target:
            if item != skip:
                results.append(process(item))
    except (StopIteration, LookupError):
        raise LookupError(f"{target!r} did not come") from None
    return results
