"""`== ... is True`

== may return anything that is true or false, as many a library does. `is True` takes all of that for no.

Fails: TestEquality::test_takes_any_answer
"""


def _same(one, other):
    if one is other:
        return True
    if other is _MISSING:
        return False
    return (one == other) is True or (_is_nan(one) and _is_nan(other))
