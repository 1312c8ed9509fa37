"""Collecting before the first count

What is in a cycle is gone then as well, and nobody can tell it from what went by itself. Count before and
after.

Fails: TestCensus::test_counts_how_objects_go, TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    references = [ref(one) for one in make()]
    collect()
    kept = _alive(references)
    return {"at once": len(references) - kept, "collected": 0, "kept": kept}
