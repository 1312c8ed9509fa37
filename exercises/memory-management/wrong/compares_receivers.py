"""Comparing receivers by ==

== asks objects that can be called, and one that equals everything is taken for another. For methods it would
do; for others there is `is`.

Fails: TestSignal::test_knows_methods_and_objects
"""


def _same(one, other):
    return one == other
