"""Leaving out __delete__

A descriptor that has `__set__` decides about deletion, too, and without `__delete__` Python
refuses it, even where there is a value. Write the method and remove the value that the
descriptor has kept.

Fails: TestMissing::test_deletes_one_value_only, TestMissing::test_deleting_nothing_fails
"""

del ValidatedAttribute.__delete__
