"""Raising in a method that should be abstract

The object can be made, and the error comes when somebody calls the method, perhaps much later. @abstractmethod
in a class that derives from ABC refuses the object itself.

Fails: TestShape::test_lacks_no_method
"""


class Shape:
    def __init__(self, *, label=None, **rest):
        super().__init__(**rest)
        self.label = type(self).__name__ if label is None else label

    def area(self):
        raise TypeError("no area")

    def perimeter(self):
        raise TypeError("no perimeter")

    def describe(self):
        return f"{self.label}: area {self.area():.2f}, perimeter {self.perimeter():.2f}"
