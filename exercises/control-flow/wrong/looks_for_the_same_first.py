"""Asking by `in`, which looks for the same object first

`item in (target,)` is true for the very same object, before == is asked at all. Most objects equal themselves, but
NaN does not.

Fails: TestProcessUntil::test_asks_for_equality_alone
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item in (target,):
            return results
        if item not in (skip,):
            results.append(process(item))
    raise LookupError(f"{target!r} did not come")
