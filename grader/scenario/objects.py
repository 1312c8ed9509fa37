"""Objects that only identity tells apart, and classes with descriptors."""

from typing import Any, NoReturn


class Odd:
    """Equal to everything, neither true nor false, and without a hash; made to be derived from, too."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: Any) -> bool:
        return True

    def __bool__(self) -> NoReturn:
        raise TypeError("neither true nor false")


def owner_of(*bases: type, **descriptors: Any) -> type:
    """A class that has these descriptors, as its body would make it.

    Raises TypeError for one without a `__set__`: on it every assignment would just work.
    """
    for name, one in descriptors.items():
        if not hasattr(type(one), "__set__"):
            raise TypeError(f"{name} has no __set__: nothing takes assignments over")
    return type("Owner", bases, descriptors)


def assign(owner: Any, name: str, value: Any) -> Any:
    """Assigns a value to an attribute, and returns what is read there then."""
    setattr(owner, name, value)
    return getattr(owner, name)
