"""One error left, no group

Whether there is a group should not depend on how many errors were forgiven. What was in a group stays in it.

Fails: TestGroups::test_lets_other_errors_go_on
"""


def forgive(kind, action):
    forgiven = []
    try:
        try:
            action()
        except* kind as group:
            forgiven.extend(_leaves(group))
    except BaseExceptionGroup as rest:
        others = list(_leaves(rest))
        if len(others) == 1:
            raise others[0]
        raise
    return forgiven
