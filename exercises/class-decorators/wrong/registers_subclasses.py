"""Registering classes that derive from it

Nobody has asked for those: they are registered if they are decorated themselves.

Fails: TestRegister::test_registers_nothing_else
"""


def register(registry, name=None):
    def decorate(cls):
        key = cls.__name__ if name is None else name
        if key in registry:
            raise ValueError(key)
        registry[key] = cls
        cls.__init_subclass__ = classmethod(lambda kind, **more: registry.setdefault(kind.__name__, kind) and None)
        return cls

    return decorate
