"""Wrapping inherited methods as well

dir shows what the class inherits, too. It would be logged for this class, though it isn't written in it.

Fails: TestLogCalls::test_logs_calls
"""


def log_calls(log):
    def decorate(cls):
        for kind in cls.__mro__[:-1]:
            for name, value in list(vars(kind).items()):
                if not name.startswith("_") and (kind is cls or name not in vars(cls)):
                    setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate
