"""Searching for the attribute's name in the instance's own class only

`vars(type(obj))` holds what stands in the body of that class, and an inherited attribute stands
in the parent's. Python tells the descriptor its name once, through `__set_name__`.

Fails: TestValues::test_says_which_attribute_and_which_bound
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def find_name(self, obj):
        for name, attribute in vars(type(obj)).items():
            if attribute is self:
                return name
        return "value"

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if id(self) not in vars(obj):
            raise AttributeError(f"{self.find_name(obj)} has no value")
        return vars(obj)[id(self)]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.find_name(obj)} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.find_name(obj)} must be at most {self.max_value}, not {value}")
        vars(obj)[id(self)] = value

    def __delete__(self, obj):
        if id(self) not in vars(obj):
            raise AttributeError(f"{self.find_name(obj)} has no value")
        del vars(obj)[id(self)]
