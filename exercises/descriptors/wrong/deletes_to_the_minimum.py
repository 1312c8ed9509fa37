"""Falling back to the minimum when the value is deleted

After `del` there is no value, and reading raises AttributeError. A value that nobody assigned is a default, which is
another thing.

Fails: TestMissing::test_checks_again_after_deleting
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
        if obj is None:
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
        if self.min_value is None:
            del vars(obj)[self.name]
        else:
            vars(obj)[self.name] = self.min_value

    def _require_value(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
