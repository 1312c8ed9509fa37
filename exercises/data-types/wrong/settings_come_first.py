"""Adding the defaults to the settings

All keys are there, but a dictionary keeps the order in which they came: those of the settings stand first. Begin
with the defaults and put the settings over them.

Fails: TestMerging::test_takes_what_was_set
"""


def with_defaults(settings, defaults):
    merged = {key: value for key, value in settings.items() if value is not None}
    for key, value in defaults.items():
        merged.setdefault(key, value)
    return merged
