"""Keeping an instance for each arguments

That is a cache. A singleton has one instance, whatever later calls are given.

Fails: TestSingleton::test_makes_one_instance
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, {}

    def new(kind, /, *args, **kwargs):
        if kind is cls and repr((args, kwargs)) in kept:
            return kept[repr((args, kwargs))]
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if type(self) is not cls:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
        elif repr((args, kwargs)) not in kept:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept[repr((args, kwargs))] = self

    cls.__new__, cls.__init__ = new, init
    return cls
