"""Keeping an instance before it is finished

If __init__ raises, a half-made object has been kept, and the next call returns it as if all were well. Keep it when
it is done.

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
            kept.extend([self] * (type(self) is cls))
            prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)

    cls.__new__, cls.__init__ = new, init
    return cls
