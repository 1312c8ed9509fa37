"""A metaclass that checks with all(), a table of names as a class of its own, and a body that logs."""

from collections import ChainMap
from threading import RLock


class SingletonMeta(type):
    _SingletonMeta__lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with SingletonMeta.__lock:
            try:
                return vars(cls)["_SingletonMeta__object"]
            except KeyError:
                one = super().__call__(*args, **kwargs)
                setattr(cls, "_SingletonMeta__object", one)
                return one


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        space = ChainMap(namespace, *[dict(vars(one)) for base in bases for one in base.__mro__])
        validate = space.get("validate")
        if isinstance(validate, staticmethod | classmethod):
            validate = validate.__func__
        if not callable(validate):
            raise TypeError("no validate in " + name)
        return super().__new__(mcs, name, bases, namespace, **kwargs)


class Registry(dict):
    def add(self, name, cls):
        if self.setdefault(name, cls) is not cls:
            raise ValueError(f"{name} is registered for {self[name]}")


class Plugin:
    registry = Registry()

    def __init_subclass__(cls, /, *args, **kwargs):
        named = {key: kwargs.pop(key) for key in list(kwargs) if key == "name"}
        super().__init_subclass__(*args, **kwargs)
        for name in named.values():
            Plugin.registry.add(name, cls)

    def create(*args, **kwargs):
        name, *args = args
        if name in Plugin.registry:
            return Plugin.registry[name](*args, **kwargs)
        raise KeyError(name)

    create = staticmethod(create)

    @staticmethod
    def names():
        return [*Plugin.registry]


class DeclaredMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases, /, **kwargs):
        class Body(dict):
            def __setitem__(self, key, value):
                if not key.startswith("_") and key in self:
                    if not all(isinstance(one, property) for one in (self[key], value)):
                        raise TypeError(f"{name}.{key} is there already")
                super().__setitem__(key, value)

        return Body()

    def __new__(mcs, name, bases, body, /, **kwargs):
        body["declared"] = tuple([key for key in body if key[0] != "_"])
        return super().__new__(mcs, name, bases, dict(body), **kwargs)
