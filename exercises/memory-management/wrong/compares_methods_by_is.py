"""Comparing methods by `is`

A method is made anew each time it is read, so one is never the other. Its object and its function are what
stays.

Fails: TestSignal::test_knows_methods_and_objects
"""


def _same(one, other):
    return one is other
