"""isinstance(value, Hashable)

It asks whether the class has a __hash__. That of a tuple asks all its items, and fails for one with a list in it.

Fails: TestHashesAndCopies::test_tells_what_has_a_hash
"""

from collections.abc import Hashable


def _has_hash(value):
    return isinstance(value, Hashable)
