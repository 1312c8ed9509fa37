"""Deleting the attribute of the class

The descriptor lies in the class, so all the instances lose it together with its checks. Only
the value of this instance should go.

Fails: TestMissing::test_checks_again_after_deleting
"""


def __delete__(self, obj):
    if self.name not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    delattr(type(obj), self.name)
    del vars(obj)[self.name]


ValidatedAttribute.__delete__ = __delete__
