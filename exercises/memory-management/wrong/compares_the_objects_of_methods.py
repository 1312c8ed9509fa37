"""Comparing the objects of two methods by ==

Two objects may be equal and still be two, and two weak references are equal if these are. Which object a method
belongs to is asked by `is`.

Fails: TestSignal::test_knows_methods_and_objects
"""


def _same(one, other):
    if isinstance(one, MethodType) and isinstance(other, MethodType):
        return WeakMethod(one) == WeakMethod(other)
    return one is other
