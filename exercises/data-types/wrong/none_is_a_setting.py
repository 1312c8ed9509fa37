"""Taking None for a value like any other

A setting of None says that nothing was set; it must not hide the default.

Fails: TestMerging::test_takes_what_was_set, TestMerging::test_keeps_the_very_objects
"""


def with_defaults(settings, defaults):
    return {**defaults, **settings}
