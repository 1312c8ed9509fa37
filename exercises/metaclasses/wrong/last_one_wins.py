"""The last class of a name wins

Whoever registers a name twice has made a mistake, and nobody hears of it: all that was created under that name becomes
something else.

Fails: TestPlugin::test_creates_by_name
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        super().__init_subclass__(**kwargs)
        if name is not _MISSING:
            Plugin._classes[name] = cls

    @staticmethod
    def create(name, /, *args, **kwargs):
        if name not in Plugin._classes:
            raise LookupError(f"there is no plugin {name!r}")
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
