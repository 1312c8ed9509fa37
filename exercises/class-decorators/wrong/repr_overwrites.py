"""Overwriting what the class has written

Somebody who writes a __repr__ into the class means it. The decorator adds what is missing.

Fails: TestAddRepr::test_leaves_a_repr_that_is_written
"""


def add_repr(*fields):
    def decorate(cls):
        cls.__repr__ = lambda self: (
            f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in fields)})"
        )
        return cls

    return decorate
