"""Keeping the name of the first class

One decorator can be put on many classes. What belongs to one class is kept in the inner function.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    def decorate(cls):
        nonlocal name
        if name is None:
            name = cls.__name__
        if name in registry:
            raise ValueError(f"{name!r} is registered already")
        registry[name] = cls
        return cls

    return decorate
