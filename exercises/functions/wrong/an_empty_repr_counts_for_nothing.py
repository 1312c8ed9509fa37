"""Leaving out what is shown as nothing

A repr may be an empty text, and is a part like any other. Filter nothing: no arguments make no parts anyway.

Fails: TestArguments::test_writes_what_is_shown
"""


def process_args(*args, **kwargs):
    positional = ", ".join(map(repr, args))
    named = ", ".join(f"{name}={value!r}" for name, value in kwargs.items())
    return ", ".join(filter(None, [positional, named]))
