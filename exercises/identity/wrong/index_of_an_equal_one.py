"""list.index for the very object

index, in and count go by ==, so they find the first that is equal: True at the place of 1.

Fails: TestIdentity::test_finds_the_very_object, TestIdentity::test_finds_among_equal_ones
"""


def index_of(items, wanted):
    return items.index(wanted)
