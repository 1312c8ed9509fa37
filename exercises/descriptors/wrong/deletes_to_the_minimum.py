"""Falling back to the minimum when the value is deleted

After `del` there is no value, and reading raises AttributeError. A value that nobody assigned is a default, which is
another thing.

Fails: TestMissing::test_checks_again_after_deleting
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    self._require_value(obj)
    return vars(obj)[self.name]


def __delete__(self, obj):
    self._require_value(obj)
    if self.min_value is None:
        del vars(obj)[self.name]
    else:
        vars(obj)[self.name] = self.min_value


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__delete__ = __delete__
