"""Turning the class into a function

What is returned takes the class's name. A function can't be asked by isinstance, has no class methods, and nobody
can derive from it.

Fails: TestSingleton::test_makes_one_instance, TestSingleton::test_each_class_has_its_own
"""


def singleton(cls):
    instances = {}

    def get_instance(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]

    return get_instance
