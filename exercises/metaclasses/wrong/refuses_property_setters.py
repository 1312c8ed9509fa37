"""Refusing the setter of a property

@age.setter binds age a second time: to a property that has all that the first one had. That is how properties are
written.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class _Body(dict):
    def __setitem__(self, name, value):
        if name in self and not name.startswith("_"):
            raise TypeError(f"{name} is declared twice")
        super().__setitem__(name, value)
