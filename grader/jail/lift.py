"""Values on their way in: built from what the other side sent, which is believed in nothing."""

import builtins
import datetime
import decimal
import fractions
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from itertools import chain, repeat
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

from grader.jail import limits
from grader.jail.frames import WireError
from grader.jail.limits import (
    LEAST,
    MAX_COLLIDING,
    MAX_DEPTH,
    MAX_FRAME,
    MAX_LINES,
    MAX_NAME,
    MAX_TEXT,
    MAX_VALUES,
    MOST,
)
from grader.jail.lower import COLLISION_SAFE
from grader.jail.values import Beyond, Error, Line, Member, Named, Opaque, Record

_SAME = frozenset({type(None), bool, float, bytes, int, str})


def lift(tree: Any, mapping: type[dict[Any, Any]] = Record) -> Any:
    """The value that was lowered to `tree`, dictionaries as a `mapping`; WireError if it is none, or dear to build."""
    try:
        return _Lift(mapping).value(tree)
    except (RecursionError, UnicodeDecodeError) as error:
        raise WireError("data that can't be built") from error


class _Lift:
    """Builds the values of one frame, with what is left of the frame's budget."""

    def __init__(self, mapping: type[dict[Any, Any]]) -> None:
        self.mapping = mapping
        self.colliding = MAX_COLLIDING
        self.values = MAX_VALUES

    def value(self, tree: Any, depth: int = 0) -> Any:
        kind = type(tree)
        if kind in _SAME:
            return tree
        if depth > 2 * MAX_DEPTH:
            raise WireError("data nested too deep")
        if kind is list:
            return self.items(tree, depth + 1)
        if kind is not dict or len(tree) != 1:
            raise WireError("something that is not plain data")
        ((tag, body),) = tree.items()
        build = self.builders.get(tag)
        if build is None:
            raise WireError(f"an unknown kind of data, {str(tag)[:40]!r}")
        return build(self, body, depth + 1)

    def items(self, body: Any, depth: int) -> list[Any]:
        if type(body) is not list:
            raise WireError("a collection without items")
        self.values -= len(body)
        if self.values < 0:
            raise WireError(f"more than {MAX_VALUES:,} values")
        return [item if type(item) in _SAME else self.value(item, depth) for item in body]

    def keys(self, keys: list[Any]) -> list[Any]:
        self.colliding -= sum(1 for key in keys if type(key) not in COLLISION_SAFE or _wide(key))
        if self.colliding < 0:
            raise WireError("too many keys that are tuples or huge integers")
        try:
            hash(tuple(keys))
        except TypeError as error:
            raise WireError("a key that can't be a key") from error
        return keys

    def pairs(self, body: Any, depth: int) -> list[tuple[Any, Any]]:
        parts = self.items(body, depth)
        if len(parts) % 2:
            raise WireError("a mapping with a key and no value")
        return list(zip(self.keys(parts[::2]), parts[1::2], strict=True))

    def build_integer(self, body: Any, depth: int) -> int:
        return _integer(body, limits.MAX_INT_DIGITS)

    def build_text(self, body: Any, depth: int) -> str:
        if type(body) is not bytes:
            raise WireError("text that is none")
        return body.decode("utf-8", "surrogatepass")

    def build_tuple(self, body: Any, depth: int) -> tuple[Any, ...]:
        return tuple(self.items(body, depth))

    def build_set(self, body: Any, depth: int) -> set[Any]:
        return set(self.keys(self.items(body, depth)))

    def build_frozenset(self, body: Any, depth: int) -> frozenset[Any]:
        return frozenset(self.keys(self.items(body, depth)))

    def build_dict(self, body: Any, depth: int) -> dict[Any, Any]:
        return self.mapping(self.pairs(body, depth))

    def build_counter(self, body: Any, depth: int) -> Counter[Any]:
        return Counter(dict(self.pairs(body, depth)))

    def build_ordered(self, body: Any, depth: int) -> OrderedDict[Any, Any]:
        return OrderedDict(self.pairs(body, depth))

    def build_deque(self, body: Any, depth: int) -> deque[Any]:
        if type(body) is not list or len(body) != 2 or type(body[0]) is not int or not -1 <= body[0] <= MOST:
            raise WireError("a deque that is none")
        longest, items = body[0], self.items(body[1], depth)
        if 0 <= longest < len(items):
            raise WireError("a deque that holds more than it can")
        return deque(items, None if longest < 0 else longest)

    def build_complex(self, body: Any, depth: int) -> complex:
        if type(body) is not list or [type(part) for part in body] != [float, float]:
            raise WireError("a complex number that is none")
        return complex(*body)

    def build_opaque(self, body: Any, depth: int) -> Opaque:
        if type(body) is not str:
            raise WireError("an object without a name")
        return Opaque(body[:MAX_NAME])

    def build_beyond(self, body: Any, depth: int) -> Beyond:
        if type(body) is not str:
            raise WireError("an object without a name")
        return Beyond(body[: 2 * MAX_NAME])

    def build_named(self, body: Any, depth: int) -> Named:
        raw = _converted(body, _RawNamed)
        if len(raw.names) > limits.MAX_FIELDS or len({*raw.names}) != len(raw.names):
            raise WireError("an object whose fields are none")
        values = self.items(raw.values, depth)
        if len(values) != len(raw.names):
            raise WireError("an object that lacks a field")
        return Named(raw.name[:MAX_NAME], dict(zip((name[:MAX_NAME] for name in raw.names), values, strict=True)))

    def build_member(self, body: Any, depth: int) -> Member:
        raw = _converted(body, _RawMember)
        (value,) = self.items(raw.values, depth) if len(raw.values) == 1 else (None,)
        return Member(raw.kind[:MAX_NAME], raw.name[:MAX_NAME], value)

    def build_error(self, body: Any, depth: int) -> Error:
        raw = _converted(body, _RawError, "an exception")
        return Error(
            {
                "type": raw.type[: 2 * MAX_NAME],
                "message": raw.message[:MAX_TEXT],
                "args": self.items(raw.args[:20], depth),
                "mro": [name[: 2 * MAX_NAME] for name in raw.mro[:20]],
                "lines": _lines(raw),
                "scenario_lines": raw.scenario_lines[:MAX_LINES],
                "cause": self.value(raw.cause, depth),
                "context": self.value(raw.context, depth),
            }
        )

    def build_exception(self, body: Any, depth: int) -> BaseException:
        name, args = body if type(body) is list and len(body) == 2 and type(body[0]) is str else ("", [])
        kind = getattr(builtins, name, None)
        if not isinstance(kind, type) or not issubclass(kind, BaseException):
            raise WireError("an exception of no class that is built in")
        try:
            return kind(*self.items(args, depth))
        except (TypeError, ValueError) as error:
            raise WireError("an exception that can't be made") from error

    def build_scalar(self, body: Any, depth: int, build: Callable[[Any], Any]) -> Any:
        try:
            return build(body)
        except (TypeError, ValueError, ArithmeticError) as error:
            raise WireError("a number or a date that is none") from error

    builders: ClassVar[dict[str, Callable[["_Lift", Any, int], Any]]] = {
        "int": build_integer,
        "text": build_text,
        "tuple": build_tuple,
        "set": build_set,
        "frozenset": build_frozenset,
        "dict": build_dict,
        "counter": build_counter,
        "ordered": build_ordered,
        "deque": build_deque,
        "complex": build_complex,
        "exception": build_exception,
        "decimal": lambda self, body, depth: self.build_scalar(body, depth, _decimal),
        "fraction": lambda self, body, depth: self.build_scalar(body, depth, _fraction),
        "date": lambda self, body, depth: self.build_scalar(body, depth, _date),
        "time": lambda self, body, depth: self.build_scalar(body, depth, _time),
        "datetime": lambda self, body, depth: self.build_scalar(body, depth, _datetime),
        "timedelta": lambda self, body, depth: self.build_scalar(body, depth, _timedelta),
        "named": build_named,
        "member": build_member,
        "opaque": build_opaque,
        "beyond": build_beyond,
        "error": build_error,
    }


_Raw = TypeVar("_Raw")
_Number = Annotated[int, msgspec.Meta(ge=0, le=MAX_FRAME)]


class _RawError(msgspec.Struct, forbid_unknown_fields=True):
    type: str
    message: str
    args: list[Any]
    mro: list[str]
    lines: list[tuple[_Number, str, str]]
    scenario_lines: list[_Number]
    cause: Any
    context: Any
    times: list[_Number] = []  # for each line; 1 where it is not said
    column: _Number = 0  # in the last line


def _lines(raw: _RawError) -> list[Line]:
    passed = zip(raw.lines[:MAX_LINES], chain(raw.times, repeat(1)), strict=False)
    lines = [Line(number, name[:100], text[:200], times) for (number, name, text), times in passed]
    return [*lines[:-1], msgspec.structs.replace(lines[-1], column=raw.column)] if lines else []


class _RawNamed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    name: str
    names: list[str]
    values: list[Any]


class _RawMember(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    kind: str
    name: str
    values: list[Any]


def _converted(body: Any, kind: type[_Raw], what: str = "an object") -> _Raw:
    try:
        return msgspec.convert(body, kind)
    except msgspec.ValidationError as error:
        raise WireError(f"{what} that is none") from error


def _wide(key: Any) -> bool:
    return type(key) is int and not LEAST <= key <= MOST


# --- numbers and dates: each raises TypeError, ValueError or ArithmeticError where `body` is none ---


def _integer(body: Any, digits: int) -> int:
    if type(body) is not str or len(body) > digits:
        raise WireError("an integer that is too large")
    try:
        return int(body, 16)
    except ValueError as error:
        raise WireError("an integer that is none") from error


def _decimal(body: Any) -> decimal.Decimal:
    if type(body) is not str or len(body) > limits.MAX_DECIMAL_DIGITS + 20:
        raise ValueError
    number = decimal.Decimal(body)
    exponent = number.as_tuple().exponent
    if number.is_snan() or (isinstance(exponent, int) and abs(exponent) > limits.MAX_DECIMAL_EXPONENT):
        raise ValueError
    return number


def _fraction(body: Any) -> fractions.Fraction:
    numerator, denominator = body
    digits = limits.MAX_FRACTION_DIGITS
    return fractions.Fraction(_integer(numerator, digits), _integer(denominator, digits))


def _timedelta(body: Any) -> datetime.timedelta:
    days, seconds, microseconds = _integers(body)
    return datetime.timedelta(days, seconds, microseconds)


def _date(body: Any) -> datetime.date:
    return datetime.date(*_integers(body))


def _time(body: Any) -> datetime.time:
    *clock, fold, offset = body
    hour, minute, second, microsecond = _integers(clock)
    return datetime.time(hour, minute, second, microsecond, _zone(offset), fold=fold)


def _datetime(body: Any) -> datetime.datetime:
    *parts, fold, offset = body
    year, month, day, hour, minute, second, microsecond = _integers(parts)
    return datetime.datetime(year, month, day, hour, minute, second, microsecond, _zone(offset), fold=fold)


def _zone(offset: Any) -> datetime.timezone | None:
    return None if offset is None else datetime.timezone(_timedelta(offset))


def _integers(body: Any) -> list[int]:
    if type(body) is not list or any(type(part) is not int for part in body):
        raise ValueError
    return body
