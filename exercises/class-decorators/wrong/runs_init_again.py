"""Overriding __new__ alone

After __new__, Python runs __init__ on what it returned, whether that is new or not. The second call overwrites what
the first one made.

Fails: TestSingleton::test_makes_one_instance, TestSingleton::test_keeps_the_instance
"""


def singleton(cls):
    make, kept = cls.__new__, []

    def new(kind, /, *args, **kwargs):
        if kind is not cls or not kept:
            kept[:0] = [make(kind) if make is object.__new__ else make(kind, *args, **kwargs)]
        return kept[0]

    cls.__new__ = new
    return cls
