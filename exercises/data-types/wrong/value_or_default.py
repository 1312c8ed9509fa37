"""Taking the default for everything that is false

`value or default` asks whether the value is true, and 0, "" and [] are not, although somebody has set them. Ask
`value is not None`.

Fails: TestMerging::test_takes_what_was_set, TestMerging::test_keeps_the_very_objects
"""


def with_defaults(settings, defaults):
    return defaults | {key: value or defaults[key] for key, value in settings.items() if value or key in defaults}
