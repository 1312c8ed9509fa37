"""Three metaclasses, and a base class that needs none."""

from collections.abc import Hashable
from threading import RLock
from typing import Any, ClassVar

_MISSING = object()  # nobody else has it: it is nobody's name, and no class makes it


class SingletonMeta(type):
    """One object for each class: the first call makes it, the others return it."""

    __object: Any
    __lock: Any

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwargs: Any) -> Any:
        cls = super().__new__(mcs, name, bases, namespace, **kwargs)
        # Two underscores: no attribute of the class itself gets in the way, and no subclass finds its parent's.
        cls.__object = _MISSING
        cls.__lock = RLock()
        return cls

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        with cls.__lock:
            if cls.__object is _MISSING:
                cls.__object = super().__call__(*args, **kwargs)
        return cls.__object


class ValidatedMeta(type):
    """Refuses a class that has no method `validate`, before it is made."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwargs: Any) -> Any:
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)


class Plugin:
    """Registers its subclasses: `class Csv(Plugin, name="csv")`."""

    _classes: ClassVar[dict[Hashable, type]] = {}

    def __init_subclass__(cls, /, name: Hashable = _MISSING, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if name is _MISSING:
            return
        if name in Plugin._classes:
            raise ValueError(f"there is a plugin {name!r} already")
        Plugin._classes[name] = cls

    @staticmethod
    def create(name: Hashable, /, *args: Any, **kwargs: Any) -> Any:
        """Make an object of the class of that name."""
        return Plugin._classes[name](*args, **kwargs)  # the KeyError of an unknown name is a LookupError

    @staticmethod
    def names() -> list[Hashable]:
        """Return the names in the order of the class statements."""
        return list(Plugin._classes)


class _Body(dict[str, Any]):
    """The namespace of a class body, in which no public name is bound twice."""

    def __setitem__(self, name: str, value: Any) -> None:
        are_properties = isinstance(value, property) and isinstance(self.get(name), property)
        if name in self and not name.startswith("_") and not are_properties:
            raise TypeError(f"{name} is declared twice")
        super().__setitem__(name, value)


class DeclaredMeta(type):
    """Keeps the names that a class body binds in `declared`, and lets none be bound twice."""

    @classmethod
    def __prepare__(cls, name: str, bases: tuple[type, ...], /, **kwargs: Any) -> dict[str, Any]:
        return _Body()

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], /, **kwargs: Any) -> Any:
        declared = tuple(one for one in namespace if not one.startswith("_"))
        return super().__new__(mcs, name, bases, {**namespace, "declared": declared}, **kwargs)
