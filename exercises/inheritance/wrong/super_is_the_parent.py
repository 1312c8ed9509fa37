"""Taking super() for the parent

super() within B goes on in the line of the object's class, where a sibling of B may come next. B's own line
doesn't know it.

Fails: TestProvider::test_goes_on_behind_a_class
"""


def provider(cls, name, after=None):
    for one in after.__mro__[1:] if after else cls.__mro__:
        if name in vars(one):
            return one
    raise AttributeError(name)
