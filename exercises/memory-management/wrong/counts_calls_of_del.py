"""Counting the calls of __del__

__del__ is called before an object goes, and the object may save itself there. To put another __del__ in its
place changes what the object does, and cannot be done to a set.

Fails: TestCensus::test_counts_objects_of_any_kind
"""


def census(make, collect):
    gone, things = [], make()
    for kind in {type(one) for one in things}:
        kind.__del__ = lambda self: gone.append(1)
    total = len(things)
    del things
    at_once = len(gone)
    collect()
    return {"at once": at_once, "collected": len(gone) - at_once, "kept": total - len(gone)}
