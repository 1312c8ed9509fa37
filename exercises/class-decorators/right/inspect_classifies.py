"""Lets inspect say what is a method, tells kinds of methods apart by singledispatch; the instance is on the class."""

import inspect
from functools import singledispatch, update_wrapper
from operator import attrgetter
from types import FunctionType


def add_repr(*fields):
    def decorate(cls):
        written = [attribute.name for attribute in inspect.classify_class_attrs(cls) if attribute.defining_class is cls]
        if "__repr__" not in written:
            cls.__repr__ = show
        return cls

    def show(self):
        values = [attrgetter(field)(self) for field in fields]
        pairs = [f"{field}={value!r}" for field, value in zip(fields, values, strict=True)]
        return self.__class__.__name__ + "(" + ", ".join(pairs) + ")"

    return decorate


def register(registry, name=None):
    def decorate(cls):
        key = name
        if name is None:
            key = cls.__name__
        if any(key == other for other in registry):
            raise ValueError(f"{key} is taken")
        registry[key] = cls
        return cls

    return decorate


def singleton(cls):
    make, prepare = cls.__new__, cls.__init__

    def new(kind, /, *args, **kwargs):
        if kind is cls and "_the_instance" in vars(cls):
            return cls._the_instance
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self, /, *args, **kwargs):
        if self.__class__ is cls and "_the_instance" in vars(cls):
            return
        prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
        if self.__class__ is cls:
            cls._the_instance = self

    setattr(cls, "__new__", classmethod(new).__func__)
    setattr(cls, "__init__", init)
    return cls


def log_calls(log):
    def wrapper(name, function, first):
        def call(*args, **kwargs):
            log.append((name, tuple(args[first:]), kwargs))
            return function(*args, **kwargs)

        return update_wrapper(call, function)

    @singledispatch
    def logged(value, name):
        return value

    logged.register(FunctionType, lambda value, name: wrapper(name, value, 1))
    logged.register(staticmethod, lambda value, name: staticmethod(wrapper(name, value.__func__, 0)))
    logged.register(classmethod, lambda value, name: classmethod(wrapper(name, value.__func__, 1)))

    def decorate(cls):
        for attribute in inspect.classify_class_attrs(cls):
            if attribute.defining_class is cls and not attribute.name.startswith("_"):
                setattr(cls, attribute.name, logged(attribute.object, attribute.name))
        return cls

    return decorate
