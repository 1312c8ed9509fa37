"""One memory for all calls

Ids of objects that are gone come again, and then the copy of something old is returned for something new. Each call
begins with an empty memory.

Fails: TestHashesAndCopies::test_copies_do_not_know_each_other
"""

_copies = {}


def deep_copy(value):
    return _copied(value, _copies)
