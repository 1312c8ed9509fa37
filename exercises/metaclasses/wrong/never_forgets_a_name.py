"""Remembering names that were deleted

del takes a name out of the body; then it is free, and is not declared any more. A list beside the namespace has to
hear of that, too.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class _Body(dict):
    def __init__(self):
        self.seen = {}

    def __setitem__(self, name, value):
        are_properties = isinstance(value, property) and isinstance(self.seen.get(name), property)
        if name in self.seen and not name.startswith("_") and not are_properties:
            raise TypeError(f"{name} is declared twice")
        self.seen[name] = value
        super().__setitem__(name, value)
