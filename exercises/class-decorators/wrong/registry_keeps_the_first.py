"""Keeping the first in silence

setdefault leaves what is there, and the second class is not registered, though nobody has been told.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    def decorate(cls):
        registry.setdefault(cls.__name__ if name is None else name, cls)
        return cls

    return decorate
