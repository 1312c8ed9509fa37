"""`if not cls._instance`

An object may be false, as an empty container is, or refuse to say. `is None` asks whether there is one.

Fails: TestSingletonMeta::test_any_object_is_kept
"""


class SingletonMeta(type):
    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        cls.__made = None
        cls.__lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with cls.__lock:
            if not cls.__made:
                cls.__made = super().__call__(*args, **kwargs)
        return cls.__made
