"""Keeping the object weakly

When nobody else has it, it goes, and the next call makes another one. What is to be one for good has to be kept.

Fails: TestSingletonMeta::test_any_object_is_kept
"""

from weakref import WeakValueDictionary


class SingletonMeta(type):
    __made = WeakValueDictionary()
    __lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with SingletonMeta.__lock:
            one = SingletonMeta.__made.get(cls)
            if one is None:
                one = SingletonMeta.__made[cls] = super().__call__(*args, **kwargs)
        return one
