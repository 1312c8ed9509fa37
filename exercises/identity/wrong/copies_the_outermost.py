"""A shallow copy

value.copy() makes another outer list, and its items are those of the original: a change of one of them is seen in
both.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape, TestHashesAndCopies::test_original_stays
"""


def deep_copy(value):
    return value.copy() if isinstance(value, list | dict | set) else value
