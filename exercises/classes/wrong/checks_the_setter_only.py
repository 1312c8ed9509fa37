"""Checking in the setter only

Assigning to self._age in __init__ goes past the setter, and a person is born with a negative age. Assign to
self.age there, and the check is heard.

Fails: TestAge::test_is_never_made_with_a_negative_age
"""


def init(self, name, age):
    self._name = name
    self._age = age


Person.__init__ = init
