"""Writing values as str does

str shows 2 and "2" alike. repr writes a value as it would be typed, with quotes where it is a text.

Fails: TestArguments::test_writes_arguments
"""


def process_args(*args, **kwargs):
    return ", ".join([*map(str, args), *(f"{name}={value}" for name, value in kwargs.items())])
