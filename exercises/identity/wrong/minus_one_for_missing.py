"""-1 for "not there"

-1 is a place as well, that of the last item: whoever uses it without a look gets that one. list.index raises
ValueError, and so should this.

Fails: TestIdentity::test_finds_the_very_object
"""


def index_of(items, wanted):
    for place, item in enumerate(items):
        if item is wanted:
            return place
    return -1
