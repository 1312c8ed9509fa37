"""Returning None when the attribute is read on the class

Then nobody can get at the descriptor any more, and its bounds can't be looked up. By
convention a descriptor returns itself when there is no instance.

Fails: TestClasses::test_is_itself_on_the_class
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return None
    if self.name not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    return vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
