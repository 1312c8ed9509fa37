"""`log or []`

An empty list is false, so the calls go into another one that nobody sees. The list that was given is the one.

Fails: TestLogCalls::test_logs_calls
"""


def log_calls(log):
    log = log or []

    def decorate(cls):
        for name, value in list(vars(cls).items()):
            if not name.startswith("_"):
                setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate
