"""What the judge holds of values that are no plain data of Python's own: descriptions, never the attempt's classes."""

from collections.abc import Iterator
from typing import Any

import msgspec


class Opaque:
    """Stands for an object that is not plain data; equals nothing, itself included."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return False  # it can't be said to differ, either: no assertion holds for it

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<an object of class {self.kind}>"


class Beyond(Opaque):
    """Stands for plain data that is more than may cross; `kind` says what it was, and the limit."""

    def __repr__(self) -> str:
        return f"<{self.kind}>"


class Record(dict[Any, Any]):
    """A mapping whose string keys are attributes, too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Named:
    """A named tuple or an instance of a dataclass, as what it is: the name of its class, and its fields.

    Equal to another with that name and those fields. A field is an attribute and an item; to go through it gives
    the values.
    """

    __slots__ = ("_class", "_fields")

    def __init__(self, name: str, fields: dict[str, Any]) -> None:
        self._class = name
        self._fields = fields

    def __getattr__(self, name: str) -> Any:
        fields: dict[str, Any] = object.__getattribute__(self, "_fields")
        if name not in fields:
            raise AttributeError(name)
        return fields[name]

    def __getitem__(self, key: int | str) -> Any:
        return self._fields[key] if isinstance(key, str) else list(self._fields.values())[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and (self._class, self._fields) == (other._class, other._fields)

    def __hash__(self) -> int:
        return hash((self._class, *self._fields.values()))

    def __repr__(self) -> str:
        return f"{self._class}({', '.join(f'{name}={value!r}' for name, value in self._fields.items())})"


class Member:
    """A member of an enumeration, as what it is: the name of its class, its own name, and its value."""

    __slots__ = ("_class", "name", "value")

    def __init__(self, kind: str, name: str, value: Any) -> None:
        self._class = kind
        self.name = name
        self.value = value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Member):
            return NotImplemented
        return (self._class, self.name, self.value) == (other._class, other.name, other.value)

    def __hash__(self) -> int:
        return hash((self._class, self.name))

    def __repr__(self) -> str:
        return f"{self._class}.{self.name}"


class Line(msgspec.Struct, frozen=True):
    """One line of the attempt that an exception passed through, `times` often; `column` (from 1) is where Python
    stopped reading it, for a SyntaxError.
    """

    number: int
    function: str
    source: str
    times: int = 1
    column: int = 0


class Error:
    """An exception of the jail, described: its class was never in the judge."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.type: str = fields["type"]
        self.message: str = fields["message"]
        self.args: list[Any] = fields["args"]
        self.mro: list[str] = fields["mro"]
        self.lines: list[Line] = fields["lines"]
        self.scenario_lines: list[int] = fields["scenario_lines"]
        self.cause: Error | None = fields["cause"]
        self.context: Error | None = fields["context"]

    def __eq__(self, other: object) -> bool:
        """Equal to an exception of the judge's own, a built-in one, with the same arguments."""
        return isinstance(other, BaseException) and (self.type, self.args) == (type(other).__name__, list(other.args))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{self.type}({', '.join(map(repr, self.args))})"
