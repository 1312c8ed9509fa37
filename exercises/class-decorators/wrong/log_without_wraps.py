"""Wrapping without functools.wraps

Help and tracebacks show `call` for every method, and nobody finds the function that was written.

Fails: TestLogCalls::test_methods_stay_recognizable
"""


def _wrapper(log, name, function, bound):
    def call(*args, **kwargs):
        log.append((name, args[1:] if bound else args, kwargs))
        return function(*args, **kwargs)

    return call
