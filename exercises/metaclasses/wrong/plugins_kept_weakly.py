"""Keeping the classes weakly

A class in a module stays, and one that a function made is collected some time later: then its name is unknown, and
nobody can say why. A registry is there to keep.

Fails: TestPlugin::test_hands_other_keywords_on
"""

from weakref import WeakValueDictionary


class Plugin:
    _classes = WeakValueDictionary()

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        super().__init_subclass__(**kwargs)
        if name is _MISSING:
            return
        if name in Plugin._classes:
            raise ValueError(f"there is a plugin {name!r} already")
        Plugin._classes[name] = cls

    @staticmethod
    def create(name, /, *args, **kwargs):
        if name not in Plugin._classes:
            raise LookupError(f"there is no plugin {name!r}")
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
