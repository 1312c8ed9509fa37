"""Marking the class as made in any case

If making the object raises, there is none, and the next call has to try again.

Fails: TestSingletonMeta::test_tries_again_after_an_error
"""


class SingletonMeta(type):
    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        cls.__is_made, cls.__made = False, None
        cls.__lock = RLock()

    def __call__(cls, /, *args, **kwargs):
        with cls.__lock:
            if not cls.__is_made:
                cls.__is_made = True
                cls.__made = super().__call__(*args, **kwargs)
        return cls.__made
