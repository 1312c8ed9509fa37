"""Dictionaries by class, whose keys are the classes themselves; the body is a mapping of its own."""

from contextlib import ExitStack
from threading import Condition, get_ident

_MISSING = object()


class SingletonMeta(type):
    """Says who is making an object, and lets others wait until it is there."""

    def __call__(cls, /, *args, **kwargs):
        with _turn:
            _turn.wait_for(lambda: cls not in _makers)
            if cls in _objects:
                return _objects[cls]
            _makers[cls] = get_ident()
        with ExitStack() as way_out:
            way_out.callback(_done, cls)
            _objects[cls] = super().__call__(*args, **kwargs)
        return _objects[cls]


_turn, _makers, _objects = Condition(), {}, {}


def _done(cls):
    with _turn:
        del _makers[cls]
        _turn.notify_all()


class _Names(dict):
    def __setitem__(self, name, value):
        old = self.get(name, _MISSING)
        if name[:1] != "_" and old is not _MISSING and not all(isinstance(one, property) for one in (old, value)):
            raise TypeError(f"{name!r} was declared before")
        dict.__setitem__(self, name, value)


class DeclaredMeta(type):
    @classmethod
    def __prepare__(metacls, /, *args, **kwargs):
        return _Names(super().__prepare__(*args, **kwargs))

    def __new__(metacls, name, bases, body, /, **kwargs):
        plain = dict(body.items())
        plain["declared"] = (*filter(lambda one: not one.startswith("_"), plain),)
        return super().__new__(metacls, name, bases, plain, **kwargs)
