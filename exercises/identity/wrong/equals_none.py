"""`== None`

== asks the object, and one that equals everything says that it is None. `is None` asks nobody.

Fails: TestIdentity::test_coalesce_asks_for_none
"""


def coalesce(*values):
    for value in values:
        if not value == None:  # noqa: E711
            return value
    return None
