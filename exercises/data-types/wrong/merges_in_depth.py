"""Merging what is below as well

A setting takes the place of its default, whatever it is. Where both are dictionaries and are merged, nobody can set an
empty one, and keys of the default come back.

Fails: TestMerging::test_takes_what_was_set
"""


def with_defaults(settings, defaults):
    merged = dict(defaults)
    for key, value in settings.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = with_defaults(value, merged[key])
        elif value is not None:
            merged[key] = value
    return merged
