"""A single error without a group

Callers who write except* would have to write except as well. A group of one is a group.

Fails: TestGroups::test_runs_all_actions
"""


def run_all(*actions):
    results, errors = [], []
    for action in actions:
        try:
            results.append(action())
        except Exception as error:
            errors.append(error)
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise ExceptionGroup("failed", errors)
    return results
