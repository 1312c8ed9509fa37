"""Taking methods by getattr

getattr binds a class method to the class that it is asked of, and one that derives from it is forgotten. vars(cls)
shows what was written.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""


def _logged(log, name, value):
    if isinstance(value, classmethod):
        return staticmethod(_wrapper(log, name, value.__get__(None, _logged.cls), bound=False))
    if isinstance(value, staticmethod):
        return staticmethod(_wrapper(log, name, value.__func__, bound=False))
    return _wrapper(log, name, value, bound=True) if isinstance(value, FunctionType) else value


def log_calls(log):
    def decorate(cls):
        _logged.cls = cls
        for name, value in list(vars(cls).items()):
            if not name.startswith("_"):
                setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate
