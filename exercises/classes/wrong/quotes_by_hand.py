"""Writing the quotes by hand

'{name}' is wrong for O'Hara and for a backslash. {name!r} writes a text as Python would, quotes included.

Fails: TestText::test_repr_makes_an_equal_person
"""

Person.__repr__ = lambda self: f"{type(self).__name__}('{self.name}', {self.age})"
