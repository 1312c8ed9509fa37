"""Reading an entry to see whether it is there

A defaultdict makes one as soon as it is read, and so refuses every name. Ask with `in`.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    def decorate(cls):
        key = cls.__name__ if name is None else name
        try:
            registry[key]
        except KeyError:
            registry[key] = cls
            return cls
        raise ValueError(f"{key!r} is registered already")

    return decorate
