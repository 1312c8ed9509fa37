"""Asking hasattr for a __repr__

Every class has one, as object does. Whether it is written in the class is a question to vars(cls).

Fails: TestAddRepr::test_shows_the_fields, TestAddRepr::test_leaves_a_repr_that_is_written
"""


def add_repr(*fields):
    def decorate(cls):
        if cls.__repr__ is object.__repr__:
            cls.__repr__ = lambda self: (
                f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in fields)})"
            )
        return cls

    return decorate
