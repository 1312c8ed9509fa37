"""A parameter that takes the plugin's argument

create(name, **kwargs) can't be called with name= for the object, since the first parameter is called so. A parameter
before / has no name for the caller.

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
    def create(name, *args, **kwargs):
        if name not in Plugin._classes:
            raise LookupError(f"there is no plugin {name!r}")
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
