"""Collecting the keys in a set

A set has no order to rely on, so the keys come in another order in each run. A dictionary keeps the order in which
its keys were put in.

Fails: TestMerging::test_takes_what_was_set
"""


def with_defaults(settings, defaults):
    given = {key: value for key, value in settings.items() if value is not None}
    return {key: given[key] if key in given else defaults[key] for key in given.keys() | defaults.keys()}
