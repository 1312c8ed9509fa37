"""`or` for "the first that is not None"

0, "" and an empty list are values, and some objects refuse to say whether they are true. Only `is not None` asks
whether there is one.

Fails: TestIdentity::test_coalesce_asks_for_none
"""


def coalesce(*values):
    for value in values:
        if value:
            return value
    return None
