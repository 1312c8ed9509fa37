"""One object in the metaclass

The metaclass is one for all its classes, so whoever is called first makes the object of all of them.

Fails: TestSingletonMeta::test_each_class_has_one_object
"""


class SingletonMeta(type):
    __made = []
    __lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with SingletonMeta.__lock:
            if not SingletonMeta.__made:
                SingletonMeta.__made.append(super().__call__(*args, **kwargs))
        return SingletonMeta.__made[0]
