"""The text of the KeyError

A mapping may say in its KeyError whatever it likes. The name of the command is what the caller gave.

Fails: TestNarrowTry::test_leaves_the_handler_its_errors
"""


def dispatch(handlers, name, *args, **kwargs):
    try:
        handler = handlers[name]
    except KeyError as error:
        raise UnknownCommand(*error.args) from None
    return handler(*args, **kwargs)
