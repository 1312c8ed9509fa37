"""Keeping the instance weakly

When nobody holds it, it is gone, and what was kept in it as well. A singleton outlives its users.

Fails: TestSingleton::test_keeps_the_instance
"""

from weakref import ref


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, lambda: None

    def new(kind, /, *args, **kwargs):
        if kind is cls and kept() is not None:
            return kept()
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        nonlocal kept
        if type(self) is not cls or kept() is None:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept = ref(self) if type(self) is cls else kept

    cls.__new__, cls.__init__ = new, init
    return cls
