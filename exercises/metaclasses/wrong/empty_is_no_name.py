"""Asking the name whether it is true

"" and 0 are names as well. Whether one was given is another question.

Fails: TestPlugin::test_creates_by_name
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name="", **kwargs):
        super().__init_subclass__(**kwargs)
        if not name:
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
