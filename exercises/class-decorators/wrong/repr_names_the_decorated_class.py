"""Remembering the name of the decorated class

An instance of a class that derives from it says that it were something else. type(self) is its own class.

Fails: TestAddRepr::test_shows_the_fields
"""


def add_repr(*fields):
    def decorate(cls):
        def show(self):
            return f"{cls.__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in fields)})"

        if "__repr__" not in vars(cls):
            cls.__repr__ = show
        return cls

    return decorate
