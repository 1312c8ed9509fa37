"""Comparing with None by !=

== and != ask the value, and it may answer that it equals everything. There is one None, so `is` finds it without
asking anybody.

Fails: TestMerging::test_keeps_the_very_objects
"""


def with_defaults(settings, defaults):
    return defaults | {key: value for key, value in settings.items() if value != None}  # noqa: E711
