"""Asking whether an error is true

An error is an object: one with a length of zero is false, and an error all the same. Compare with None by is.

Fails: TestGroups::test_runs_all_actions
"""


def run_all(*actions):
    ends = [outcome_of(action) for action in actions]
    errors = [error for _, error in ends if error]
    if errors:
        raise ExceptionGroup("some actions failed", errors)
    return [result for result, _ in ends]


def outcome_of(action):
    try:
        return action(), None
    except Exception as error:
        return None, error
