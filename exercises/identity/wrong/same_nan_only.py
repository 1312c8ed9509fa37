"""Identity for NaN

One NaN is the same as itself by `is`, but each float("nan") makes another one. Ask both whether they are NaN.

Fails: TestEquality::test_knows_nan_and_the_very_object
"""


def _same(one, other):
    return one is other or (other is not _MISSING and bool(one == other))
