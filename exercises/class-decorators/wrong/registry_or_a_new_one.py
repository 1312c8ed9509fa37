"""`registry or {}`

An empty dict is false, so the first class goes into another one that nobody sees. An empty name is one, too. Only None
says that nothing was given.

Fails: TestRegister::test_puts_classes_under_names
"""


def register(registry, name=None):
    def decorate(cls):
        key = name or cls.__name__
        if key in registry:
            raise ValueError(key)
        registry[key] = cls
        return cls

    return decorate
