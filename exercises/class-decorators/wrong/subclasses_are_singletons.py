"""Making singletons of classes that derive from it

Nobody has decorated those, so each call makes an instance. The class that was decorated is the one to look for.

Fails: TestSingleton::test_each_class_has_its_own
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, {}

    def new(kind, /, *args, **kwargs):
        if kind in kept:
            return kept[kind]
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if type(self) not in kept:
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept[type(self)] = self

    cls.__new__, cls.__init__ = new, init
    return cls
