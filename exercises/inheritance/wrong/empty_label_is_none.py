"""Asking whether the label is true

An empty label is one that somebody has given. Only None says that there is none: ask `is None`.

Fails: TestShape::test_describes_any_shape
"""


def init(self, *, label=None, **rest):
    super(Shape, self).__init__(**rest)
    self.label = label or type(self).__name__


Shape.__init__ = init
