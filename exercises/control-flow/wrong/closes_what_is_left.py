"""Delegating to the caller's generator

`yield from` hands on more than items: when the loop is left and the outer generator goes away, it closes the
generator that was handed in, and nobody can go on there. A for loop around yield leaves it open.

Fails: TestProcessUntil::test_ends_at_the_target
"""


def process_until(items, target, skip, process):
    def stream():
        yield from items

    results = []
    for item in stream():
        if item == target:
            return results
        if item != skip:
            results.append(process(item))
    raise LookupError(f"{target!r} did not come")
