"""Equal and of the same type

Two objects of one type can be equal and still be two. Type and value together don't make identity.

Fails: TestIdentity::test_finds_the_very_object, TestIdentity::test_finds_among_equal_ones
"""


def index_of(items, wanted):
    for place, item in enumerate(items):
        if type(item) is type(wanted) and item == wanted:
            return place
    raise ValueError("the object is not there")
