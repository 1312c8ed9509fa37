"""Logging private methods as well

A name with an underscore in front is nobody else's business, and __init__ and its like are Python's.

Fails: TestLogCalls::test_logs_calls
"""


def log_calls(log):
    def decorate(cls):
        for name, value in list(vars(cls).items()):
            if not name.startswith("__"):
                setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate
