"""Unpacking the groups of the actions

Which errors came from which action can't be seen any more. What an action raises is one error, a group too.

Fails: TestGroups::test_runs_all_actions
"""


def run_all(*actions):
    results, errors = [], []
    for action in actions:
        try:
            results.append(action())
        except ExceptionGroup as group:
            errors.extend(group.exceptions)
        except Exception as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("failed", errors)
    return results
