"""Letting a property replace whatever was there

A property in the place of a value or a method loses that one. It is fine only where the old one is a property, too.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class _Body(dict):
    def __setitem__(self, name, value):
        if name in self and not name.startswith("_") and not isinstance(value, property):
            raise TypeError(f"{name} is declared twice")
        super().__setitem__(name, value)
