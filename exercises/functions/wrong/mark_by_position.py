"""A parameter that can be given either way

Without a lone * before it, a third argument by position is taken for the mark, and nobody reading the call can tell
what it is.

Fails: TestArguments::test_greets
"""


def greet(name, greeting="Hello", mark="!"):
    return f"{greeting}, {name}{mark}"
