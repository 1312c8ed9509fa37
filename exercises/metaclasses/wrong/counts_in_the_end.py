"""Looking for doubles when the body has run

All of the body has run by then, with what it does to others. The namespace hears of each name at once.

Fails: TestDeclaredMeta::test_stops_at_the_second
"""


class _Body(dict):
    def __init__(self):
        self.twice = []

    def __setitem__(self, name, value):
        are_properties = isinstance(value, property) and isinstance(self.get(name), property)
        if name in self and not name.startswith("_") and not are_properties:
            self.twice.append(name)
        super().__setitem__(name, value)


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        for one in namespace.twice:
            raise TypeError(f"{one} is declared twice")
        declared = tuple((one for one in namespace if not one.startswith("_")))
        return super().__new__(mcs, name, bases, {**namespace, "declared": declared}, **kwargs)
