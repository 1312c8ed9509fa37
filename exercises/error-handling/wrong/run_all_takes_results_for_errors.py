"""Taking a returned exception for a raised one

An exception is an object, and an action may return one. Only what is raised is an error.

Fails: TestGroups::test_runs_all_actions
"""


def run_all(*actions):
    ends = []
    for action in actions:
        try:
            ends.append(action())
        except Exception as error:
            ends.append(error)
    errors = [end for end in ends if isinstance(end, Exception)]
    if errors:
        raise ExceptionGroup("failed", errors)
    return ends
