"""Dropping settings that have no default

A loop over the defaults alone never comes to the keys that only the settings have.

Fails: TestMerging::test_takes_what_was_set
"""


def with_defaults(settings, defaults):
    return {key: default if settings.get(key) is None else settings[key] for key, default in defaults.items()}
