"""An ordinary dict as namespace

It keeps the order, and the second value for a name takes the place of the first without a word: a test that is called
like another one never runs.

Fails: TestDeclaredMeta::test_knows_what_is_declared, TestDeclaredMeta::test_stops_at_the_second
"""


class DeclaredMeta(type):
    @classmethod
    def __prepare__(cls, name, bases, /, **kwargs):
        return {}

    def __new__(mcs, name, bases, namespace, /, **kwargs):
        declared = tuple(one for one in namespace if not one.startswith("_"))
        return super().__new__(mcs, name, bases, {**namespace, "declared": declared}, **kwargs)
