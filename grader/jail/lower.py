"""Values on their way out: in the terms of MessagePack, or described where they are no plain data or too much."""

import builtins
import dataclasses
import datetime
import decimal
import enum
import fractions
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from typing import Any

from grader.jail import limits, tracebacks
from grader.jail.limits import LEAST, MAX_ANSWER, MAX_COLLIDING, MAX_DEPTH, MAX_FRAME, MAX_VALUES, MOST
from grader.jail.values import Member, Named, Record

_AS_IT_IS = frozenset({type(None), bool, float})
COLLISION_SAFE = frozenset({type(None), bool, float, str, bytes, int})
_SAFE_KEYS = COLLISION_SAFE - {int}
_DESCRIBED = frozenset({"opaque", "beyond", "error"})
_BUILT_IN = (int, float, complex, str, bytes, list, dict, set, frozenset)  # whose instances are more than fields
_MOST_BITS = 4 * (limits.MAX_INT_DIGITS - 3)


class Unfit(Exception):
    """A value can't cross: the message says what it is, and the limit where there is one."""


def lower(value: Any, depth: int = 0) -> Any:
    """`value` in the terms of MessagePack; what is no plain data, or too much, is described, never sent."""
    kind = type(value)
    if kind in _AS_IT_IS or (kind is int and LEAST <= value <= MOST):
        return value  # as most arguments and answers are
    return _Lowering().value(value, depth)


def lower_exactly(value: Any) -> Any:
    """The same for what has to arrive as it is. Raises Unfit where it can't."""
    kind = type(value)
    if kind in _AS_IT_IS or (kind is int and LEAST <= value <= MOST):
        return value
    return _Exactly().value(value, 0)


def lower_error(error: BaseException, file: str | None = None, depth: int = 0) -> Any:
    """An exception as data: `file` is the attempt's file name, whose lines are kept."""
    return _Lowering().error(error, depth, file)


class _Lowering:
    """Lowers one value, with what is left of the frame's budget."""

    strict = False
    values = MAX_VALUES
    colliding = MAX_COLLIDING
    most_bytes = MAX_ANSWER

    def __init__(self) -> None:
        self.bytes = self.most_bytes

    def value(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if kind in _AS_IT_IS:
            return value
        if kind is int:
            return value if LEAST <= value <= MOST else self.large(value)
        if kind is str or kind is bytes:
            return self.text(value)
        if kind is list and depth < MAX_DEPTH:
            return self.items(value, value, depth + 1)
        if kind in _SCALARS:
            return self.scalar(value, kind)
        if depth >= MAX_DEPTH:
            return self.beyond(f"a {kind.__name__}, nested more than {MAX_DEPTH} deep")
        if kind in _COLLECTIONS:
            return self.collection(value, kind, depth)
        if issubclass(kind, BaseException):
            return self.built_in(value, kind, depth) if self.strict else self.error(value, depth)
        fields = _fields(value, kind)
        if fields is None:
            return self.opaque(kind)
        tag, head, parts = fields
        return self.tagged(tag, value, parts, depth, head)

    def items(self, value: Any, parts: list[Any], depth: int) -> Any:
        """The `parts` of a collection, lowered."""
        if len(parts) > self.values:
            what = f"a {type(value).__name__} of {len(value):,} items"
            return self.beyond(f"{what}: at most {MAX_VALUES:,} values can be looked at")
        self.values -= len(parts)
        # Most are small integers, and a call for each of them would be most of the time that it takes.
        lower = self.value
        return [item if type(item) is int and LEAST <= item <= MOST else lower(item, depth) for item in parts]

    def tagged(self, tag: str, value: Any, parts: list[Any], depth: int, head: tuple[Any, ...] = ()) -> Any:
        items = self.items(value, parts, depth + 1)
        if type(items) is dict:
            return items
        return {tag: [*head, items] if head else items}

    def collection(self, value: Any, kind: type, depth: int) -> Any:
        tag, parts = _COLLECTIONS[kind]
        if kind is deque:
            return self.tagged(tag, value, parts(value), depth, (-1 if value.maxlen is None else value.maxlen,))
        if kind not in _KEYED or _SAFE_KEYS.issuperset(map(type, value)):
            items = self.items(value, parts(value), depth + 1)
            return items if type(items) is dict else {tag: items}
        return self.keyed(value, kind, depth)

    def keyed(self, value: Any, kind: type, depth: int) -> Any:
        """A set or a mapping, some of whose keys may be as many as make trouble, or none at all."""
        self.colliding -= sum(1 for key in value if type(key) not in COLLISION_SAFE or _wide(key))
        if self.colliding < 0:
            what = f"a {kind.__name__} of {len(value):,} items"
            return self.beyond(f"{what}: at most {MAX_COLLIDING:,} keys can be tuples, large integers or objects")
        tag, parts = _COLLECTIONS[kind]
        lowered = self.tagged(tag, value, parts(value), depth)
        keys = lowered.get(tag, [])[:: 2 if parts is _flat else 1]
        if any(type(key) is dict and not _DESCRIBED.isdisjoint(key) for key in keys):
            return self.beyond(f"a {kind.__name__} with a key that is no plain data")
        return lowered

    def large(self, value: int) -> Any:
        bits = value.bit_length()
        if bits <= _MOST_BITS:
            return {"int": hex(value)}
        return self.beyond(f"an int of {bits:,} bits: at most {_MOST_BITS:,} can be looked at")

    def text(self, value: Any) -> Any:
        data = value if type(value) is not str or value.isascii() else value.encode("utf-8", "surrogatepass")
        self.bytes -= len(data)
        if self.bytes < 0:
            self.bytes += len(data)
            what = f"a {type(value).__name__} of {len(value):,} {'characters' if type(value) is str else 'bytes'}"
            return self.beyond(f"{what}: at most {self.most_bytes:,} bytes can be looked at")
        # Lone surrogates: MessagePack's text is strict UTF-8.
        return value if data is value or not _has_surrogates(value) else {"text": data}

    def scalar(self, value: Any, kind: type) -> Any:
        tag, parts = _SCALARS[kind]
        try:
            return {tag: parts(value)}
        except Unfit as problem:
            return self.beyond(str(problem))

    def error(self, error: BaseException, depth: int, file: str | None = None, chain: int = 0) -> Any:
        follow = chain < limits.MAX_CHAIN
        causes = [
            self.error(one, depth + 1, file, chain + 1) if one is not None and follow else None
            for one in (error.__cause__, error.__context__)
        ]
        lines, times, column = tracebacks.own_lines(error, file)
        return {
            "error": {
                "type": _name(type(error)),
                "message": tracebacks.message(error),
                "args": [self.value(argument, depth + 1) for argument in tracebacks.arguments(error)],
                "mro": [_name(base) for base in type(error).__mro__ if base is not object][:20],
                "lines": lines,
                "times": times,
                "column": column,
                "scenario_lines": tracebacks.scenario_lines(error),
                "cause": causes[0],
                "context": causes[1],
            }
        }

    def built_in(self, error: BaseException, kind: type, depth: int) -> Any:
        """An exception that the other side is to make: one of a class that it has as well."""
        if getattr(builtins, kind.__name__, None) is not kind:
            return self.opaque(kind)
        return {"exception": [kind.__name__, [self.value(argument, depth + 1) for argument in error.args]]}

    def opaque(self, kind: type) -> Any:
        if self.strict:
            raise Unfit(f"an object of class {_name(kind)}, which is no plain data")
        return {"opaque": _name(kind)}

    def beyond(self, what: str) -> Any:
        if self.strict:
            raise Unfit(what)
        return {"beyond": what}


class _Exactly(_Lowering):
    """Lowers what has to arrive as it is."""

    strict = True
    most_bytes = MAX_FRAME


def _name(kind: type) -> str:
    module, name = str(kind.__module__), str(kind.__qualname__)[: limits.MAX_NAME]
    if module != "builtins":
        return f"{module[: limits.MAX_NAME]}.{name}"
    return name if getattr(builtins, name, None) is kind else f"another {name}"


def _wide(key: Any) -> bool:
    return type(key) is int and not LEAST <= key <= MOST


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _fields(value: Any, kind: type) -> tuple[str, tuple[Any, ...], list[Any]] | None:
    """The tag, what goes before the fields, and the fields' values of an object that is no more than these."""
    if kind is Named:
        return "named", (value._class, list(value._fields)), list(value._fields.values())
    if kind is Member:
        return "member", (value._class, value.name), [value.value]
    if issubclass(kind, enum.Enum):
        return "member", (_plain_name(kind), _cut(value.name or value)), [value.value]
    if issubclass(kind, tuple):
        names, values = getattr(kind, "_fields", None), list(value)
    elif dataclasses.is_dataclass(kind) and not issubclass(kind, _BUILT_IN):
        names = tuple(field.name for field in dataclasses.fields(kind))
        values = [getattr(value, name) for name in names]
    else:
        return None
    if type(names) is not tuple or len(names) != len(values) or len(names) > limits.MAX_FIELDS:
        return None
    return "named", (_plain_name(kind), [_cut(name) for name in names]), values


def _plain_name(kind: type) -> str:
    return _cut(kind.__name__)


def _cut(name: object) -> str:
    return str(name).encode("utf-8", "backslashreplace").decode()[: limits.MAX_NAME]


# --- the kinds of plain data that MessagePack lacks: their tags, and the parts that go under them ---


def _flat(mapping: dict[Any, Any]) -> list[Any]:
    return [part for pair in mapping.items() for part in pair]


_COLLECTIONS: dict[type, tuple[str, Callable[[Any], list[Any]]]] = {
    tuple: ("tuple", list),
    dict: ("dict", _flat),
    Record: ("dict", _flat),
    set: ("set", list),
    frozenset: ("frozenset", list),
    Counter: ("counter", _flat),
    OrderedDict: ("ordered", _flat),
    deque: ("deque", list),
}
_KEYED = frozenset({dict, Record, set, frozenset, Counter, OrderedDict})


def _complex(number: complex) -> list[float]:
    return [number.real, number.imag]


def _decimal(number: decimal.Decimal) -> str:
    if number.is_snan():
        raise Unfit("a Decimal that is a signalling NaN")
    _, digits, exponent = number.as_tuple()
    if len(digits) > limits.MAX_DECIMAL_DIGITS:
        most = f"at most {limits.MAX_DECIMAL_DIGITS:,} can be looked at"
        raise Unfit(f"a Decimal of {len(digits):,} digits: {most}")
    if isinstance(exponent, int) and abs(exponent) > limits.MAX_DECIMAL_EXPONENT:
        most = f"at most {limits.MAX_DECIMAL_EXPONENT:,} can be looked at"
        raise Unfit(f"a Decimal with the exponent {exponent:,}: {most}")
    return str(number)


def _fraction(number: fractions.Fraction) -> list[str]:
    bits = max(number.numerator.bit_length(), number.denominator.bit_length())
    most = 4 * (limits.MAX_FRACTION_DIGITS - 3)
    if bits > most:
        raise Unfit(f"a Fraction of {bits:,} bits: at most {most:,} can be looked at")
    return [hex(number.numerator), hex(number.denominator)]


def _timedelta(span: datetime.timedelta) -> list[int]:
    return [span.days, span.seconds, span.microseconds]


def _offset(moment: datetime.datetime | datetime.time) -> list[int] | None:
    """The distance from UTC; a zone that has none of its own, as one that depends on the day, can't cross."""
    if moment.tzinfo is None:
        return None
    offset = moment.utcoffset()
    if offset is None:
        raise Unfit(f"a {type(moment).__name__} with a time zone that does not say how far it is from UTC")
    return _timedelta(offset)


def _time(moment: datetime.time) -> list[Any]:
    return [moment.hour, moment.minute, moment.second, moment.microsecond, moment.fold, _offset(moment)]


def _date(day: datetime.date) -> list[Any]:
    return [day.year, day.month, day.day]


def _datetime(moment: datetime.datetime) -> list[Any]:
    clock = [moment.hour, moment.minute, moment.second, moment.microsecond, moment.fold]
    return [moment.year, moment.month, moment.day, *clock, _offset(moment)]


_SCALARS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    complex: ("complex", _complex),
    decimal.Decimal: ("decimal", _decimal),
    fractions.Fraction: ("fraction", _fraction),
    datetime.date: ("date", _date),
    datetime.time: ("time", _time),
    datetime.datetime: ("datetime", _datetime),
    datetime.timedelta: ("timedelta", _timedelta),
}
