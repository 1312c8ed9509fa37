"""Raising a copy of the error

Whoever catches it and compares, or looks what is attached to it, has another object. Let it through as it is.

Fails: TestLogCalls::test_hands_on_what_comes_back
"""


def _wrapper(log, name, function, bound):
    @wraps(function)
    def call(*args, **kwargs):
        log.append((name, args[1:] if bound else args, kwargs))
        try:
            return function(*args, **kwargs)
        except Exception as error:
            raise type(error)(*error.args) from error

    return call
