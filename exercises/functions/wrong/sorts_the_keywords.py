"""Sorting the keywords

kwargs has them in the order in which they were given, and that is what was asked for.

Fails: TestArguments::test_writes_arguments
"""


def process_args(*args, **kwargs):
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in sorted(kwargs.items(), key=str))])
