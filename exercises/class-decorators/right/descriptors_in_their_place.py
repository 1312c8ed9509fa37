"""Puts descriptors in the place of `__init__` and of methods, and looks into the registry by setdefault."""

from functools import partial, update_wrapper
from types import FunctionType, MethodType


class add_repr:
    def __init__(self, *fields):
        self.fields = fields

    def __call__(self, cls):
        fields = self.fields

        def __repr__(self):
            shown = [f"{field}={getattr(self, field)!r}" for field in fields]
            return f"{type(self).__name__}({', '.join(shown)})"

        if vars(cls).get("__repr__") is None:
            setattr(cls, "__repr__", __repr__)
        return cls


def register(registry, name=None):
    def put(cls):
        key = name if isinstance(name, str) else cls.__name__
        if registry.setdefault(key, marker := Marker(cls)) is not marker:
            raise ValueError(f"taken: {key}")
        registry[key] = cls
        return cls

    return put


class Marker:
    def __init__(self, cls):
        self.cls = cls


class Once:
    """A descriptor in the place of `__init__`, which has nothing to do as soon as there is an instance."""

    def __init__(self, cls):
        self.cls, self.init, self.kept = cls, cls.__init__, ()

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if any(instance is one for one in self.kept):
            return lambda *args, **kwargs: None
        return partial(self.run, MethodType(self.init, instance), instance)

    def __call__(self, instance, /, *args, **kwargs):
        return self.__get__(instance)(*args, **kwargs)

    def run(self, init, instance, /, *args, **kwargs):
        init() if self.init is object.__init__ else init(*args, **kwargs)
        if type(instance) is self.cls:
            self.kept = (instance,)


def singleton(cls):
    once, make = Once(cls), cls.__new__

    def new(kind, /, *args, **kwargs):
        for instance in once.kept if kind is cls else ():
            return instance
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    cls.__new__, cls.__init__ = new, once
    return cls


class Logged:
    def __init__(self, log, name, written):
        self.log, self.name, self.written = log, name, written
        update_wrapper(self, getattr(written, "__func__", written))

    def __get__(self, instance, owner=None):
        if isinstance(self.written, staticmethod):
            return update_wrapper(partial(self.call, (), self.written.__func__), self.written.__func__)
        if isinstance(self.written, classmethod):
            function = self.written.__func__
            return update_wrapper(partial(self.call, (owner or type(instance),), function), function)
        return self if instance is None else MethodType(self, instance)

    def __call__(self, instance, /, *args, **kwargs):
        return self.call((instance,), self.written, *args, **kwargs)

    def call(self, first, function, /, *args, **kwargs):
        self.log.append((self.name, args, kwargs))
        return function(*first, *args, **kwargs)


def log_calls(log):
    def decorate(cls):
        kinds = FunctionType, staticmethod, classmethod
        methods = {name: value for name, value in vars(cls).items() if isinstance(value, kinds)}
        for name, value in methods.items():
            if not name.startswith("_"):
                setattr(cls, name, Logged(log, name, value))
        return cls

    return decorate
