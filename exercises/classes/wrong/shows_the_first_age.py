"""Remembering the text

What is put together when the person is made is old after the first birthday. Put it together when it is asked for.

Fails: TestText::test_repr_makes_an_equal_person
"""


def init(self, name, age):
    self._name = name
    self.age = age
    self._shown = f"{type(self).__name__}({name!r}, {age})"


Person.__init__ = init
Person.__repr__ = lambda self: self._shown
