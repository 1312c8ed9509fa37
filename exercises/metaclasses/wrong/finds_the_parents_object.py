"""hasattr for "has been made"

An attribute of a class is found in its subclasses, too: once the parent has its object, the child returns that one.
vars(cls) has what is the class's own.

Fails: TestSingletonMeta::test_each_class_has_one_object
"""


class SingletonMeta(type):
    __lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with SingletonMeta.__lock:
            if not hasattr(cls, "_SingletonMeta__made"):
                cls.__made = super().__call__(*args, **kwargs)
        return cls.__made
