"""== alone

A NaN does not equal itself, so a value that was never measured has changed each time that somebody looks.

Fails: TestEquality::test_knows_nan_and_the_very_object
"""


def _same(one, other):
    return other is not _MISSING and bool(one == other)
