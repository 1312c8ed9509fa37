"""Asking hasattr

A class "has" what it inherits, too, so the first class in line always says yes. vars(cls) holds what is written
in it.

Fails: TestProvider::test_finds_the_class, TestProvider::test_goes_on_behind_a_class
"""


def provider(cls, name, after=None):
    line = cls.__mro__
    for one in line[line.index(after) + 1 if after else 0 :]:
        if hasattr(one, name):
            return one
    raise AttributeError(name)
