"""A loop variable that keeps the last one

After the loop its variable still refers to the last object, which then counts as kept. The variable of a
comprehension ends with it.

Fails: TestCensus::test_counts_how_objects_go, TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    references = []
    for one in make():
        references.append(ref(one))
    left = _alive(references)
    collect()
    kept = _alive(references)
    return {"at once": len(references) - left, "collected": left - kept, "kept": kept}
