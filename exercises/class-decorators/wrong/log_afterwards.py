"""Logging when the method is done

A method that raises is never logged then, and one that calls another comes after it.

Fails: TestLogCalls::test_logs_calls, TestLogCalls::test_hands_on_what_comes_back
"""


def _wrapper(log, name, function, bound):
    @wraps(function)
    def call(*args, **kwargs):
        result = function(*args, **kwargs)
        log.append((name, args[1:] if bound else args, kwargs))
        return result

    return call
