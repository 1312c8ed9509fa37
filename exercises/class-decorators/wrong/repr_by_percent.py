"""Putting a value behind %

"%r" % value takes a tuple apart, and fails for () and (1, 2). An f-string doesn't.

Fails: TestAddRepr::test_shows_the_fields
"""


def add_repr(*fields):
    def decorate(cls):
        def show(self):
            return f"{type(self).__name__}({', '.join(field + '=%r' % getattr(self, field) for field in fields)})"

        if "__repr__" not in vars(cls):
            cls.__repr__ = show
        return cls

    return decorate
