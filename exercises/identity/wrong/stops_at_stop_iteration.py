"""filter() with a function that may raise StopIteration

What a function raises within filter() comes out of it, and StopIteration says there that nothing is left: the rest is
lost without a word. A loop or a comprehension passes it on.

Fails: TestHashesAndCopies::test_other_errors_go_on
"""


def usable_keys(values):
    return list(filter(_has_hash, values))
