"""`if not cls` for an unknown name

A class is an object like any other, and its metaclass may make it false: an enumeration without members is empty.

Fails: TestPlugin::test_creates_by_name
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        super().__init_subclass__(**kwargs)
        if name is _MISSING:
            return
        if name in Plugin._classes:
            raise ValueError(f"there is a plugin {name!r} already")
        Plugin._classes[name] = cls

    @staticmethod
    def create(name, /, *args, **kwargs):
        found = Plugin._classes.get(name)
        if not found:
            raise LookupError(f"there is no plugin {name!r}")
        return found(*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
