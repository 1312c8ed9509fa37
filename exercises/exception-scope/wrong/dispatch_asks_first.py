"""Looking before leaping

`in` is a second question, to which a mapping that makes its items when they are asked for has another answer. Ask
once, and catch the KeyError.

Fails: TestNarrowTry::test_calls_the_handler
"""


def dispatch(handlers, name, *args, **kwargs):
    if name not in handlers:
        raise UnknownCommand(name)
    return handlers[name](*args, **kwargs)
