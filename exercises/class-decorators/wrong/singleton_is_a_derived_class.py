"""Returning a class that derives from the one that was given

It looks like it, but its body is empty: what another decorator looks for in it is not there. Change the class that was
given.

Fails: TestSingleton::test_each_class_has_its_own, TestLogCalls::test_all_four_work_together
"""


def singleton(cls):
    kept = []

    class Single(type(cls)):
        def __call__(kind, /, *args, **kwargs):
            if kind is not One:
                return super().__call__(*args, **kwargs)
            if not kept:
                kept.append(super().__call__(*args, **kwargs))
            return kept[0]

    One = Single(cls.__name__, (cls,), {"__slots__": ()})
    return One
