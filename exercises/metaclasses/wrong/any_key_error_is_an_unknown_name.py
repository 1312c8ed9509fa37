"""Creating the object within the try

A KeyError of the plugin itself is taken for an unknown name, and its own message is lost. In the try stands only what
is looked up.

Fails: TestPlugin::test_errors_of_a_plugin_go_on
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
        try:
            return Plugin._classes[name](*args, **kwargs)
        except KeyError:
            raise LookupError(f"there is no plugin {name!r}") from None

    @staticmethod
    def names():
        return list(Plugin._classes)
