"""The name as an attribute of the class

An attribute is inherited: a subclass without a name of its own has its parent's, and takes its place or is refused.

Fails: TestPlugin::test_creates_by_name
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        super().__init_subclass__(**kwargs)
        if name is not _MISSING:
            cls.plugin_name = name
        if not hasattr(cls, "plugin_name"):
            return
        if cls.plugin_name in Plugin._classes:
            raise ValueError(f"there is a plugin {cls.plugin_name!r} already")
        Plugin._classes[cls.plugin_name] = cls

    @staticmethod
    def create(name, /, *args, **kwargs):
        if name not in Plugin._classes:
            raise LookupError(f"there is no plugin {name!r}")
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
