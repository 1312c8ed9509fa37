"""A new flat group for the rest

The groups say what belongs together, and their messages where it comes from. split and except* keep them.

Fails: TestGroups::test_lets_other_errors_go_on
"""


def forgive(kind, action):
    try:
        action()
    except BaseException as error:
        errors = list(_leaves(error))
        others = [one for one in errors if not isinstance(one, kind)]
        if others and not isinstance(error, BaseExceptionGroup):
            raise
        if others:
            raise BaseExceptionGroup(error.message, others)
        return errors
    return []
