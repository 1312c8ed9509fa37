"""Swallowing what nobody knows

A keyword that nobody takes is a typing error, and object.__init__ says so if it gets it. Hand on all that is left.

Fails: TestBird::test_refuses_other_arguments
"""


def init(self, *, label=None, **rest):
    if any("__init__" in vars(one) for one in type(self).__mro__[type(self).__mro__.index(Shape) + 1 : -1]):
        super(Shape, self).__init__(**rest)
    self.label = type(self).__name__ if label is None else label


Shape.__init__ = init
