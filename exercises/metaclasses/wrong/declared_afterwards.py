"""Setting declared on the finished class

__init_subclass__ of the bases has run by then, and found none. What it is to see has to be in the namespace.

Fails: TestDeclaredMeta::test_is_declared_when_bases_hear
"""


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcs, name, bases, dict(namespace), **kwargs)
        cls.declared = tuple((one for one in namespace if not one.startswith("_")))
        return cls
