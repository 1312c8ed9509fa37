"""Keeps the instance as soon as it is there, and takes it back if __init__ raises; decorators are objects, or named."""

import functools
import inspect


def add_repr(*fields):
    class Adding:
        def __call__(self, cls):
            if "__repr__" in cls.__dict__:
                return cls
            cls.__repr__ = lambda one: "{}({})".format(one.__class__.__name__, ", ".join(self.pairs(one)))
            return cls

        def pairs(self, one):
            for field in fields:
                yield field + "=" + repr(getattr(one, field))

    return Adding()


def register(registry, name=None):
    def enter(cls):
        nonlocal name
        key = name
        if key is None:
            key = cls.__name__
        if registry.get(key, registry) is not registry:
            raise ValueError(key)
        registry.update([(key, cls)])
        return cls

    return enter


def singleton(cls):
    kept, done, new, init = {}, set(), cls.__new__, cls.__init__

    def make(kind, /, *args, **kwargs):
        if kind is not cls or cls not in kept:
            made = new(kind) if new is object.__new__ else new(kind, *args, **kwargs)
            if kind is not cls:
                return made
            kept[cls] = made
        return kept[cls]

    @functools.wraps(init)
    def once(self, /, *args, **kwargs):
        if init is object.__init__:
            args, kwargs = (), {}
        if self is not kept.get(cls):
            return init(self, *args, **kwargs)
        if cls in done:
            return None
        try:
            init(self, *args, **kwargs)
        except BaseException:
            del kept[cls]
            raise
        done.add(cls)

    cls.__new__ = make
    cls.__init__ = once
    return cls


def log_calls(log):
    def decorate(cls):
        for name in [name for name in cls.__dict__ if name[:1] != "_"]:
            written = inspect.getattr_static(cls, name)
            function = getattr(written, "__func__", written)
            if not inspect.isfunction(function):
                continue
            skipped = 0 if isinstance(written, staticmethod) else 1

            def call(*args, __name=name, __function=function, __skipped=skipped, **kwargs):
                log.append((__name, args[__skipped:], kwargs))
                return __function(*args, **kwargs)

            functools.update_wrapper(call, function)
            setattr(cls, name, call if function is written else type(written)(call))
        return cls

    return decorate
