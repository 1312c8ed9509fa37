"""Refusing names that begin with an underscore

They are nobody's business but the body's: a helper may be bound again, and Python itself binds some.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class _Body(dict):
    def __setitem__(self, name, value):
        are_properties = isinstance(value, property) and isinstance(self.get(name), property)
        if name in self and not are_properties:
            raise TypeError(f"{name} is declared twice")
        super().__setitem__(name, value)
