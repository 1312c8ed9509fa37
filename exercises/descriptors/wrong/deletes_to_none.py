"""Setting the value to None in order to delete it

None is a value like any other, so the attribute still has one and reading it succeeds.
Deleting means that the entry disappears.

Fails: TestMissing::test_deletes_one_value_only, TestMissing::test_deleting_nothing_fails
"""


def __delete__(self, obj):
    if self.name not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    vars(obj)[self.name] = None


ValidatedAttribute.__delete__ = __delete__
