"""Escaping only the quotes

A backslash and the end of a line need care as well. repr knows them all: {name!r}.

Fails: TestText::test_repr_makes_an_equal_person
"""


def show(self):
    quoted = self.name.replace("'", "\\'")
    return f"{type(self).__name__}('{quoted}', {self.age})"


Person.__repr__ = show
