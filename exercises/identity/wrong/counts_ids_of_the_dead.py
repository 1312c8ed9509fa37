"""A set of ids

When an object goes, its id is free for the next one. Ids of objects that nobody keeps say nothing: keep the objects
beside their ids.

Fails: TestIdentity::test_counts_what_nobody_keeps
"""


def count_distinct(iterable):
    return len({id(item) for item in iterable})
