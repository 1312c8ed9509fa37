"""Taking a name back with `except Exception`

KeyboardInterrupt and SystemExit are no Exception, and leave a class registered that was never made. Register when
nobody can refuse any more.

Fails: TestPlugin::test_hands_other_keywords_on
"""


class Plugin:
    _classes = {}

    def __init_subclass__(cls, /, name=_MISSING, **kwargs):
        if name in Plugin._classes:
            raise ValueError(f"there is a plugin {name!r} already")
        if name is not _MISSING:
            Plugin._classes[name] = cls
        try:
            super().__init_subclass__(**kwargs)
        except Exception:
            Plugin._classes.pop(name, None)
            raise

    @staticmethod
    def create(name, /, *args, **kwargs):
        return Plugin._classes[name](*args, **kwargs)

    @staticmethod
    def names():
        return list(Plugin._classes)
