"""A set of the values

It counts what is equal once, and can't hold what has no hash. Two empty lists are two objects.

Fails: TestIdentity::test_counts_objects, TestIdentity::test_counts_what_nobody_keeps
"""


def count_distinct(iterable):
    return len(set(iterable))
