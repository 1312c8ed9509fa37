"""Whatever does not equal itself is NaN

Other objects may answer no to every ==, and two of them are two values. Only a float is a NaN.

Fails: TestEquality::test_knows_nan_and_the_very_object
"""


def _is_nan(value):
    return value != value
