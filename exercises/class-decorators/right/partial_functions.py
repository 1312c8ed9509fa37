"""Builds each decorator as a partial function of a plain one."""

from functools import partial, wraps
from inspect import isfunction


def showing(fields, cls):
    def show(self):
        return (
            type(self).__name__ + "(" + ", ".join(map("%s=%r".__mod__, [(f, getattr(self, f)) for f in fields])) + ")"
        )

    vars(cls).get("__repr__") or setattr(cls, "__repr__", show)
    return cls


def add_repr(*fields):
    return partial(showing, fields)


def registering(registry, name, cls):
    key = {None: cls.__name__}.get(name, name)
    if key in list(registry):
        raise ValueError("this name is taken")
    registry.update({key: cls})
    return cls


def register(registry, name=None):
    return partial(registering, registry, name)


def singleton(cls):
    make, prepare, only = cls.__new__, cls.__init__, {}

    def __new__(kind, /, *args, **kwargs):
        if kind in only:
            return only[kind]
        return make(kind, *(() if make is object.__new__ else args), **({} if make is object.__new__ else kwargs))

    def __init__(self, /, *args, **kwargs):
        if type(self) not in only:
            prepare(
                self, *(() if prepare is object.__init__ else args), **({} if prepare is object.__init__ else kwargs)
            )
            if type(self) is cls:
                only[cls] = self

    cls.__new__ = staticmethod(__new__)
    cls.__init__ = __init__
    return cls


def logging(log, name, function, skip, /, *args, **kwargs):
    log.append((name, args[skip:], kwargs))
    return function(*args, **kwargs)


def wrapping(log, name, function, skip):
    return wraps(function)(lambda *args, **kwargs: logging(log, name, function, skip, *args, **kwargs))


def adding(log, cls):
    for name, value in tuple(cls.__dict__.items()):
        if name.startswith("_"):
            continue
        if isfunction(value):
            setattr(cls, name, wrapping(log, name, value, 1))
        elif type(value) is staticmethod:
            setattr(cls, name, staticmethod(wrapping(log, name, value.__func__, 0)))
        elif type(value) is classmethod:
            setattr(cls, name, classmethod(wrapping(log, name, value.__func__, 1)))
    return cls


def log_calls(log):
    return partial(adding, log)
