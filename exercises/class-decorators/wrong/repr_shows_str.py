"""Showing values by str

A text without its quotes looks like something else: '1' like 1. {value!r} shows what it is.

Fails: TestAddRepr::test_shows_the_fields
"""


def add_repr(*fields):
    def decorate(cls):
        def show(self):
            return f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)}' for field in fields)})"

        if "__repr__" not in vars(cls):
            cls.__repr__ = show
        return cls

    return decorate
