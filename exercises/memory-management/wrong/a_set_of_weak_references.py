"""Weak references in a set

Two weak references are equal if their objects are, and have the hash of these. So equal objects count as one,
and one without a hash is an error.

Fails: TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    references = {ref(one) for one in make()}
    left = _alive(references)
    collect()
    kept = _alive(references)
    return {"at once": len(references) - left, "collected": left - kept, "kept": kept}
