"""Asking only before the lock is taken

Who waited for the lock does not ask again whether somebody has made the object meanwhile, and makes a second one.

Fails: TestSingletonMeta::test_threads_get_the_same_object
"""


class SingletonMeta(type):
    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        cls.__made = []
        cls.__lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        if not cls.__made:
            with cls.__lock:
                cls.__made = [super().__call__(*args, **kwargs)]
        return cls.__made[0]
