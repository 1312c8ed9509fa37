"""Collecting Ctrl-C

Somebody wants the program to stop, and it goes on with the next action. Catch Exception.

Fails: TestGroups::test_runs_all_actions
"""


def run_all(*actions):
    results, errors = [], []
    for action in actions:
        try:
            results.append(action())
        except BaseException as error:
            errors.append(error)
    if errors:
        raise BaseExceptionGroup("failed", errors)
    return results
