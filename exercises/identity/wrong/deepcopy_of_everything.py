"""copy.deepcopy as it is

It copies objects of any class, too, even those that are compared by identity. Only the containers were to be copied.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape
"""

import copy


def deep_copy(value):
    return copy.deepcopy(value)
