"""Expecting an instance in every call of __get__

Read on the class, `__get__` is called with None for the instance, and None has no value to
give. Return the descriptor itself in that case, so that its bounds can be looked at.

Fails: TestClasses::test_is_itself_on_the_class
"""


def __get__(self, obj, objtype=None):
    if self.name not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    return vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
