"""Writing the name of the class into repr

A subclass inherits the method, and shows itself as what it is not. type(self).__name__ is the name of its class.

Fails: TestText::test_repr_names_the_class
"""

Person.__repr__ = lambda self: f"Person({self.name!r}, {self.age})"
