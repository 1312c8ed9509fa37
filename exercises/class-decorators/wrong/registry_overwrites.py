"""Overwriting what is registered

Two classes of one name are a mistake that is found at once, if the second is refused.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    def decorate(cls):
        registry[cls.__name__ if name is None else name] = cls
        return cls

    return decorate
