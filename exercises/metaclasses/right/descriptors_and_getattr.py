"""Looks up with inspect, keeps the object in a cached function of each class, and declares by a property."""

import functools
import inspect
from threading import Lock


class SingletonMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcs, name, bases, namespace, **kwargs)
        lock, kept, make = Lock(), {}, functools.partial(type.__call__, cls)

        def one(*args, **kwargs):
            with lock:
                if "one" not in kept:
                    kept["one"] = make(*args, **kwargs)
                return kept["one"]

        type.__setattr__(cls, "_SingletonMeta__one", staticmethod(one))
        return cls

    def __call__(cls, /, *args, **kwargs):
        return cls.__one(*args, **kwargs)


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        if "validate" in namespace:
            candidates = [namespace["validate"]]
        else:
            found = [inspect.getattr_static(_plain(base), "validate", _plain) for base in bases]
            candidates = [one for one in found if one is not _plain]
        if not candidates or not (callable(candidates[0]) or isinstance(candidates[0], classmethod)):
            raise TypeError(f"{name} lacks a validate that can be called")
        return super().__new__(mcs, name, bases, namespace, **kwargs)


def _plain(base):
    """What a class and its parents have, without its metaclass."""
    merged = {}
    for one in reversed(base.__mro__):
        merged.update(vars(one))
    return type("Plain", (), {"validate": merged["validate"]} if "validate" in merged else {})
