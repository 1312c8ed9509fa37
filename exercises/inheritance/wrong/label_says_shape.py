"""Writing the name of the class down

The label is to be the name of the object's class, of which there will be many. type(self).__name__ knows it.

Fails: TestShape::test_describes_any_shape
"""


def init(self, *, label="Shape", **rest):
    super(Shape, self).__init__(**rest)
    self.label = label


Shape.__init__ = init
