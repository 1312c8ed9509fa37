"""A parameter self that keywords can meet

A method may be called with a keyword self. The `/` behind the wrapper's own parameters, or *args alone,
leaves that name free.

Fails: TestLogCalls::test_logs_calls
"""

from functools import wraps


def _wrapper(log, name, function, bound):
    def plain(*args, **kwargs):
        log.append((name, args, kwargs))
        return function(*args, **kwargs)

    def method(self, *args, **kwargs):
        log.append((name, args, kwargs))
        return function(self, *args, **kwargs)

    return wraps(function)(method if bound else plain)
