"""Three metaclasses, and a base class that needs none."""

from collections.abc import Hashable
from typing import Any


class SingletonMeta(type):
    """One object for each class: the first call makes it, the others return it."""

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError


class ValidatedMeta(type):
    """Refuses a class that has no method `validate`."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwargs: Any) -> Any:
        raise NotImplementedError


class Plugin:
    """Registers its subclasses: `class Csv(Plugin, name="csv")`. (Write the parameter `name` as you like.)"""

    def __init_subclass__(cls, /, **kwargs: Any) -> None:
        raise NotImplementedError

    @staticmethod
    def create(name: Hashable, /, *args: Any, **kwargs: Any) -> Any:
        """Make an object of the class of that name."""
        raise NotImplementedError

    @staticmethod
    def names() -> list[Hashable]:
        """Return the names in the order of the class statements."""
        raise NotImplementedError


class DeclaredMeta(type):
    """Keeps the names that a class body binds in `declared`, and lets none be bound twice."""

    @classmethod
    def __prepare__(cls, name: str, bases: tuple[type, ...], /, **kwargs: Any) -> dict[str, Any]:
        """Return the namespace in which the class body runs."""
        raise NotImplementedError

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwargs: Any) -> Any:
        raise NotImplementedError
