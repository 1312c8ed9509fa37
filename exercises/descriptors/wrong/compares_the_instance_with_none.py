"""Comparing the instance with None by `==`

`==` asks the instance, and one that equals everything is then taken for none. Whether there is an instance says
`is None`.

Fails: TestInstances::test_equal_instances_do_not_share
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj == None:  # noqa: E711
            return self
        self._require_value(obj)
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        self._require_value(obj)
        del vars(obj)[self.name]

    def _require_value(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
