"""One plain lock for all classes

An object that makes another singleton in its __init__ waits for the lock that it holds itself, for ever. An RLock lets
its owner in again; a lock for each class does not meet the other's.

Fails: TestSingletonMeta::test_threads_get_the_same_object
"""

from threading import Lock


class SingletonMeta(type):
    __lock = Lock()

    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        cls.__made = []

    def __call__(cls, /, *args, **kwargs):
        with SingletonMeta.__lock:
            if not cls.__made:
                cls.__made.append(super().__call__(*args, **kwargs))
        return cls.__made[0]
