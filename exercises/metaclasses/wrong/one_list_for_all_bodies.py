"""One list of names for all bodies

A class statement can stand in the body of another, and then two bodies run at once. Each __prepare__ makes a
namespace, and what it remembers belongs to that one.

Fails: TestDeclaredMeta::test_a_class_in_a_class
"""


class _Body(dict):
    names = []

    def __init__(self):
        self.names.clear()

    def __setitem__(self, name, value):
        are_properties = isinstance(value, property) and isinstance(self.get(name), property)
        if name in self and not name.startswith("_") and not are_properties:
            raise TypeError(f"{name} is declared twice")
        if name not in self and not name.startswith("_"):
            self.names.append(name)
        super().__setitem__(name, value)

    def __delitem__(self, name):
        super().__delitem__(name)
        if not name.startswith("_"):
            self.names.remove(name)


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        return super().__new__(mcs, name, bases, {**namespace, "declared": tuple(namespace.names)}, **kwargs)
