"""__prepare__ without keywords

The keywords of the class statement are given to __prepare__ first of all, and a signature that does not take them
refuses every class that has some.

Fails: TestDeclaredMeta::test_is_declared_when_bases_hear
"""


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        declared = tuple((one for one in namespace if not one.startswith("_")))
        return super().__new__(mcs, name, bases, {**namespace, "declared": declared}, **kwargs)
