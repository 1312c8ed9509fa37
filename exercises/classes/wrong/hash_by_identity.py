"""Keeping the hash of object

That one goes by identity: two equal persons have different hashes, and a set takes them for two.

Fails: TestComparing::test_sorts_by_age_and_name, TestComparing::test_equal_ones_are_one_key,
    TestComparing::test_is_found_after_a_birthday
"""

Person.__hash__ = object.__hash__
