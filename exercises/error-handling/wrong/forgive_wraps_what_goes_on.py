"""A group around a single error

An error that came alone and is not forgiven goes on as it is. A caller who expects a ValueError does not catch a
group.

Fails: TestGroups::test_lets_other_errors_go_on
"""


def forgive(kind, action):
    try:
        action()
    except BaseException as error:
        forgiven, rest = BaseExceptionGroup("errors", [error]).split(kind)
        if rest is not None:
            raise rest
        return list(_leaves(forgiven))
    return []
