"""Putting the age into the hash

A set looks where the hash was when the person came in. An age changes, and then nobody finds the person any
more; a name stays.

Fails: TestComparing::test_is_found_after_a_birthday
"""

Person.__hash__ = lambda self: hash((self.name, self.age))
