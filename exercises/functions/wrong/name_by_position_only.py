"""A / behind all parameters

What stands before a lone / can't be given by name, and greet(name="Ada") is refused.

Fails: TestArguments::test_greets
"""


def greet(name, greeting="Hello", /, *, mark="!"):
    return f"{greeting}, {name}{mark}"
