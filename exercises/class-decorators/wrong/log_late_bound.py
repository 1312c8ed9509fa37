"""Wrapping in the loop itself

All functions that a loop makes share its variables, and when they are called those have their last values. A
function that makes the wrapper keeps each apart.

Fails: TestLogCalls::test_logs_calls, TestLogCalls::test_hands_on_what_comes_back
"""


def log_calls(log):
    def decorate(cls):
        for name, value in list(vars(cls).items()):
            if not name.startswith("_") and isinstance(value, FunctionType):

                @wraps(value)
                def call(self, /, *args, **kwargs):
                    log.append((name, args, kwargs))
                    return value(self, *args, **kwargs)

                setattr(cls, name, call)
            elif not name.startswith("_"):
                setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate
