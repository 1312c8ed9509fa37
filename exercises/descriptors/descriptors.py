"""A descriptor that checks the numbers assigned to it, and a class that uses it."""


class ValidatedAttribute:
    """An attribute that accepts only numbers from `min_value` to `max_value`, both included.

    A bound that is None does not limit anything. Python has a method by which a descriptor learns
    its name; it is not among these, and you will want it.
    """

    def __init__(self, min_value: float | None = None, max_value: float | None = None) -> None:
        """Keep the bounds; raise ValueError if `min_value` is above `max_value`."""
        raise NotImplementedError

    def __get__(self, obj: object | None, objtype: type | None = None) -> "ValidatedAttribute | float":
        """Return the value of `obj`; or, if `obj` is None, this descriptor.

        Raise AttributeError if `obj` has no value.
        """
        raise NotImplementedError

    def __set__(self, obj: object, value: float) -> None:
        """Keep `value` for `obj`; raise ValueError if it is out of bounds."""
        raise NotImplementedError

    def __delete__(self, obj: object) -> None:
        """Remove the value of `obj`; raise AttributeError if it has none."""
        raise NotImplementedError


class Person:
    """Somebody with an `age` from 0 to 150."""

    # Put the attribute here: `age` is a ValidatedAttribute.

    def __init__(self, age: float) -> None:
        raise NotImplementedError
