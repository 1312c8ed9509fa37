"""Names in alphabetical order

The order of the class body is what whoever wrote it meant: a form has its fields in it. dir() and sorted() lose it.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        declared = tuple(sorted((one for one in namespace if not one.startswith("_"))))
        return super().__new__(mcs, name, bases, {**namespace, "declared": declared}, **kwargs)
