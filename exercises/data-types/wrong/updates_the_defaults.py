"""Writing the settings into the defaults

The defaults belong to whoever gave them and are used again: the next merge would find these settings in them. Make a
copy, or a new dictionary by `|`.

Fails: TestMerging::test_takes_what_was_set
"""


def with_defaults(settings, defaults):
    for key, value in settings.items():
        if value is not None:
            defaults[key] = value
    return defaults
