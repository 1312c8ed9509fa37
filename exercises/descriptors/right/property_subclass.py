"""A property that brings its own three functions, as closures over the bounds."""


class OutOfBounds(ValueError):
    """A number that an attribute refuses."""


class ValidatedAttribute(property):
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError("min_value must not be above max_value")

        def read(obj):
            if self.key not in vars(obj):
                raise AttributeError(f"{type(obj).__name__!r} object has no {self.label!r} yet")
            return vars(obj)[self.key]

        def write(obj, value):
            if min_value is not None and value < min_value:
                raise OutOfBounds(f"{self.label!r} is {value}, and its minimum is {min_value}")
            if max_value is not None and value > max_value:
                raise OutOfBounds(f"{self.label!r} is {value}, and its maximum is {max_value}")
            vars(obj)[self.key] = value

        def remove(obj):
            read(obj)
            del vars(obj)[self.key]

        super().__init__(read, write, remove)
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.label = name
        self.key = f"{name} of {owner.__qualname__}"


class Person:
    age = ValidatedAttribute(min_value=0, max_value=150)

    def __init__(self, age):
        self.age = age
