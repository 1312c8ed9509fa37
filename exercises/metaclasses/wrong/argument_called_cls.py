"""A parameter cls that takes an argument of that name

__call__(cls, **kwargs) can't be called with cls= for the object. A / behind the first parameter leaves the name free.

Fails: TestSingletonMeta::test_each_class_has_one_object
"""


class SingletonMeta(type):
    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        cls.__object = _MISSING
        cls.__lock = RLock()

    def __call__(cls, *args, **kwargs):
        with cls.__lock:
            if cls.__object is _MISSING:
                cls.__object = super().__call__(*args, **kwargs)
        return cls.__object
