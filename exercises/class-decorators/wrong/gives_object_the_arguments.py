"""Handing the arguments to object.__new__

As soon as a class has a __new__ of its own, object.__new__ refuses arguments. Only a __new__ that somebody has written
takes them.

Fails: TestSingleton::test_makes_one_instance
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, []

    def new(kind, /, *args, **kwargs):
        return kept[0] if kind is cls and kept else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if type(self) is not cls or not kept:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept.extend([self] * (type(self) is cls))

    cls.__new__, cls.__init__ = new, init
    return cls
