"""__eq__ without __hash__

Python takes the inherited hash away from a class that defines __eq__ alone, as it would not agree with it. Such
objects can't be in a set: define both.

Fails: TestComparing::test_sorts_by_age_and_name, TestComparing::test_equal_ones_are_one_key,
    TestComparing::test_is_found_after_a_birthday
"""

Person.__hash__ = None
