"""One level of a group

A group may contain groups. Go down until what you find is none.

Fails: TestGroups::test_forgives_errors
"""


def forgive(kind, action):
    forgiven = []
    try:
        action()
    except* kind as group:
        forgiven.extend(group.exceptions)
    return forgiven
