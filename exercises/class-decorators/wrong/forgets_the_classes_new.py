"""Leaving out the class's own __new__

object.__new__ makes an object of any class, and runs nothing of what the class has written for that.

Fails: TestSingleton::test_makes_one_instance
"""


def singleton(cls):
    prepare, kept = cls.__init__, []

    def new(kind, /, *args, **kwargs):
        return kept[0] if kind is cls and kept else object.__new__(kind)

    def init(self, /, *args, **kwargs):
        if type(self) is not cls or not kept:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept.extend([self] * (type(self) is cls))

    cls.__new__, cls.__init__ = new, init
    return cls
