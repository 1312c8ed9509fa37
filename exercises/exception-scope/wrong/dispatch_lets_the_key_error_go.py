"""The KeyError as it is

The caller can't tell a wrong command from a mistake in a handler, and that is what UnknownCommand is for.

Fails: TestNarrowTry::test_calls_the_handler
"""


def dispatch(handlers, name, *args, **kwargs):
    return handlers[name](*args, **kwargs)
