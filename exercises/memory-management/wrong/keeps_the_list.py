"""A variable that keeps the whole list

As long as a local name refers to the list, the list refers to every object in it, and none of them can go.

Fails: TestCensus::test_counts_how_objects_go, TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    things = make()
    references = [ref(one) for one in things]
    left = _alive(references)
    collect()
    kept = _alive(references)
    return {"at once": len(things) - left, "collected": left - kept, "kept": kept}
