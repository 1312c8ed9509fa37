"""Registering before the other bases have agreed

If the next __init_subclass__ raises, there is no class for whoever wrote it, and its name is taken all the same.

Fails: TestPlugin::test_hands_other_keywords_on
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        if name is not _MISSING:
            if name in Plugin._classes:
                raise ValueError(f"there is a plugin {name!r} already")
            Plugin._classes[name] = cls
        super().__init_subclass__(**kwargs)

    @staticmethod
    def create(name, /, *args, **kwargs):
        if name not in Plugin._classes:
            raise LookupError(f"there is no plugin {name!r}")
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
