"""Sharing the instance with classes that derive from it

Those are classes of their own. If __new__ doesn't ask which class was called, Child() returns a Parent.

Fails: TestSingleton::test_each_class_has_its_own
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, []

    def new(kind, /, *args, **kwargs):
        if kept:
            return kept[0]
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if not kept:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept.append(self)

    cls.__new__, cls.__init__ = new, init
    return cls
