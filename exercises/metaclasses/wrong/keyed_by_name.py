"""The name of the class as key

Two classes can have the same name, in two modules or two functions. The class itself is a key as well.

Fails: TestSingletonMeta::test_each_class_has_one_object
"""


class SingletonMeta(type):
    __made = {}
    __lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        key = f"{cls.__module__}.{cls.__qualname__}"
        with SingletonMeta.__lock:
            if key not in SingletonMeta.__made:
                SingletonMeta.__made[key] = super().__call__(*args, **kwargs)
        return SingletonMeta.__made[key]
