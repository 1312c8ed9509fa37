"""Looking for the name when the decorator is made

Between that and the class, the name can be taken, by the same decorator above all. Look when the class is
there.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    taken = name is not None and name in registry

    def decorate(cls):
        key = cls.__name__ if name is None else name
        if taken or (name is None and key in registry):
            raise ValueError(f"{key!r} is registered already")
        registry[key] = cls
        return cls

    return decorate
