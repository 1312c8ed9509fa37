"""Handing the arguments to object.__init__

A class with a __new__ alone has the __init__ of object, which takes no arguments as soon as the class has one
of its own, and now it has.

Fails: TestSingleton::test_tries_again_after_an_error
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, []

    def new(kind, /, *args, **kwargs):
        if kind is cls and kept:
            return kept[0]
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if type(self) is not cls or not kept:
            prepare(self, *args, **kwargs)
            kept.extend([self] * (type(self) is cls))

    cls.__new__, cls.__init__ = new, init
    return cls
