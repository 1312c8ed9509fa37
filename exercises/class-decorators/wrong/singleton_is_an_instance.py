"""Making the instance at once

Whoever decorates doesn't know the arguments, and the name stands for an object then, which can't be derived
from. The first call makes the instance.

Fails: TestSingleton::test_makes_one_instance
"""


def singleton(cls):
    instance = cls()
    cls.__call__ = lambda self, *args, **kwargs: self
    return instance
