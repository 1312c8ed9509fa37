"""Copying without a memory

What is one list in two places becomes two, and what contains itself never ends. Remember each copy by the id of its
original.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape, TestHashesAndCopies::test_original_stays
"""


def deep_copy(value):
    if type(value) is dict:
        return {key: deep_copy(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)([deep_copy(item) for item in value])
    return set(value) if type(value) is set else value
