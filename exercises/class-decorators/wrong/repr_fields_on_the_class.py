"""Keeping the fields on the class

A subclass that is decorated with other fields changes what its parent's __repr__ shows. Fields in the closure
stay.

Fails: TestAddRepr::test_leaves_a_repr_that_is_written
"""


def add_repr(*fields):
    def show(self):
        values = ", ".join(f"{field}={getattr(self, field)!r}" for field in self._fields)
        return f"{type(self).__name__}({values})"

    def decorate(cls):
        if "__repr__" not in vars(cls):
            cls.__repr__, cls._fields = show, fields
        return cls

    return decorate
