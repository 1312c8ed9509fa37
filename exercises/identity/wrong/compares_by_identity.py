"""`is not` for "has changed"

Python keeps one object of each small int and of some texts, so it works in all examples and fails with 1000.
Values are compared with ==.

Fails: TestEquality::test_compares_values, TestEquality::test_takes_any_answer
"""


def _same(one, other):
    return one is other
