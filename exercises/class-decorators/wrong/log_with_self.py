"""Logging self as well

The first argument of a method is the instance, that of a class method the class. The caller has written neither.

Fails: TestLogCalls::test_logs_calls, TestLogCalls::test_knows_all_kinds_of_methods
"""


def _wrapper(log, name, function, bound):
    @wraps(function)
    def call(*args, **kwargs):
        log.append((name, (type(args[0]).__name__, *args[1:]) if bound else args, kwargs))
        return function(*args, **kwargs)

    return call
