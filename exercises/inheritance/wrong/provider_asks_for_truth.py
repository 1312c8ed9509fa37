"""Taking None for nothing

An attribute may be None or 0 and still hides the one behind it. `in` asks whether it is there.

Fails: TestProvider::test_finds_the_class, TestProvider::test_goes_on_behind_a_class
"""


def provider(cls, name, after=None):
    line = cls.__mro__
    for one in line[line.index(after) + 1 if after else 0 :]:
        if vars(one).get(name) is not None:
            return one
    raise AttributeError(name)
