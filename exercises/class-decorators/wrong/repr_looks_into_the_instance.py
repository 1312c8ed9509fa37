"""Reading the dict of the instance

Attributes can also come from the class, or from a property. getattr finds them all.

Fails: TestAddRepr::test_leaves_a_repr_that_is_written
"""


def add_repr(*fields):
    def show(self):
        return f"{type(self).__name__}({', '.join(f'{field}={vars(self)[field]!r}' for field in fields)})"

    def decorate(cls):
        if "__repr__" not in vars(cls):
            cls.__repr__ = show
        return cls

    return decorate
