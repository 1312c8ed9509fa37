"""Taking what collect returns for a count

gc.collect returns how many unreachable objects it found, dicts and lists of others included, and another
function returns what it likes.

Fails: TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    references = [ref(one) for one in make()]
    left = _alive(references)
    collected = collect() or 0
    return {"at once": len(references) - left, "collected": collected, "kept": left - collected}
