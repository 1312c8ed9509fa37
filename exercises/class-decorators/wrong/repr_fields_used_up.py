"""Going through the fields only once

An iterator made with the decorator is empty after the first class or look. Keep the fields themselves.

Fails: TestAddRepr::test_shows_the_fields
"""


def add_repr(*fields):
    left = iter(fields)

    def decorate(cls):
        labels = list(left)

        def show(self):
            values = ", ".join(f"{field}={getattr(self, field)!r}" for field in labels)
            return f"{type(self).__name__}({values})"

        if "__repr__" not in vars(cls):
            cls.__repr__ = show
        return cls

    return decorate
