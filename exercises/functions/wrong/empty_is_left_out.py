"""Taking an empty text for one that was left out

`greeting or "Hello"` asks whether the text is true, and "" is not, although somebody has given it. A default in
the signature counts only if nothing was given.

Fails: TestArguments::test_greets
"""


def greet(name, greeting=None, *, mark=None):
    return f"{greeting or 'Hello'}, {name}{mark or '!'}"
