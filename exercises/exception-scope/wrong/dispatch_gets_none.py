"""get, and a look at the result

A handler that is false or equal to everything is a handler. And not every mapping has a get. Ask for handlers[name],
and catch the KeyError.

Fails: TestNarrowTry::test_calls_the_handler
"""


def dispatch(handlers, name, *args, **kwargs):
    handler = handlers.get(name)
    if not handler:
        raise UnknownCommand(name)
    return handler(*args, **kwargs)
