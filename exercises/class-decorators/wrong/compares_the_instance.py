"""Comparing the instance with None by ==

`==` asks the instance, and one that equals everything says yes: then it is made again. `is` asks nobody.

Fails: TestSingleton::test_makes_one_instance
"""


def singleton(cls):
    make, prepare, kept = cls.__new__, cls.__init__, None

    def new(kind, /, *args, **kwargs):
        if kind is cls and kept != None:  # noqa: E711
            return kept
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        nonlocal kept
        if type(self) is not cls or kept == None:  # noqa: E711
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
            kept = self if type(self) is cls else kept

    cls.__new__, cls.__init__ = new, init
    return cls
