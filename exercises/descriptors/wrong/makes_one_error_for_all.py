"""Making the AttributeError once and raising it again and again

An exception that was raised holds its traceback, the traceback the frames, and a frame the instance: whoever keeps the
exception keeps them all alive. Make a new one each time.

Fails: TestInstances::test_keeps_no_instance_alive
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name
        self.no_value = AttributeError(f"{name} has no value")

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
        del vars(obj)[self.name]

    def _require_value(self, obj):
        if self.name not in vars(obj):
            raise self.no_value
