"""The call within the try

A KeyError of the handler itself is taken for a missing handler. Look it up in the try, and call it behind.

Fails: TestNarrowTry::test_leaves_the_handler_its_errors
"""


def dispatch(handlers, name, *args, **kwargs):
    try:
        return handlers[name](*args, **kwargs)
    except KeyError:
        raise UnknownCommand(name) from None
