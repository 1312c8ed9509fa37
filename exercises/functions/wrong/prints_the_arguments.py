"""Printing what should be returned

What is printed is for people to read; a caller gets None and can do nothing with it.

Fails: TestArguments::test_writes_arguments
"""


def process_args(*args, **kwargs):
    print(f"Positional: {args}")
    print(f"Keyword: {kwargs}")
