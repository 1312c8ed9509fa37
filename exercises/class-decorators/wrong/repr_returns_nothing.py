"""Forgetting to return the class

The name of the class is bound to what the decorator returns, and without a return that is None.

Fails: TestAddRepr::test_shows_the_fields
"""


def add_repr(*fields):
    def decorate(cls):
        def show(self):
            return f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in fields)})"

        if "__repr__" not in vars(cls):
            cls.__repr__ = show

    return decorate
