"""Adding what the parents declare

declared is about this very body. Whoever wants all of them can go through __mro__.

Fails: TestDeclaredMeta::test_knows_what_is_declared
"""


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return _Body()

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        declared = tuple((one for one in namespace if not one.startswith("_")))
        inherited = tuple((one for base in bases for one in getattr(base, "declared", ())))
        return super().__new__(mcs, name, bases, {**namespace, "declared": inherited + declared}, **kwargs)
