"""What `==`, `in` and `<` mean in a suite: as in Python, and exact about kinds of values.

Python takes True for 1, and 1 for `1 + 0j`, wherever it compares. In a suite a bool, a complex number, a Decimal and a
Fraction each equal their own kind alone, however deep they lie; an int and a float are both numbers, as in Python. For
an object that can't be looked at (`Opaque`) no comparison holds, be it `==` or `!=`.
"""

import datetime
import decimal
import fractions
import operator
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from grader.jail.values import Member, Named, Opaque, Record
from grader.jail.wire import lift, lower

Answer = bool | None  # None: it can't be said

_APPROXIMATE = type(pytest.approx(0)).__mro__[-2]  # pytest's own base class, which it does not export
_PLAIN = frozenset({int, float, str, bytes, type(None)})  # among these, Python's own `==` is exact
_OWN_KIND = frozenset(
    {bool, complex, decimal.Decimal, fractions.Fraction}
    | {datetime.date, datetime.datetime, datetime.time, datetime.timedelta}
)
_SEQUENCES = frozenset({list, tuple, deque})
_SETS = frozenset({set, frozenset, type({}.keys())})
_MAPPINGS = frozenset({dict, Record, OrderedDict, Counter})
_KNOWN = _PLAIN | _OWN_KIND | _SEQUENCES | _SETS | _MAPPINGS | {Named, Member}
_LOOKED_INTO = _SEQUENCES | _SETS | _MAPPINGS | {type({}.values()), type({}.items())}


def same(left: Any, right: Any) -> Answer:
    """Whether two values are the same, in value and in kind."""
    kind, other = type(left), type(right)
    if kind in _PLAIN and other in _PLAIN:
        return bool(left == right)
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        return None
    if kind not in _KNOWN or other not in _KNOWN:
        return _same_elsewhere(left, right)
    if kind in _SEQUENCES:
        return kind is other and _same_items(left, right)
    if kind in _SETS:
        return other in _SETS and _same_sets(left, right)
    if kind in _MAPPINGS:
        return other in _MAPPINGS and _same_mappings(left, right)
    if kind is Named:
        return other is Named and left._class == right._class and _same_mappings(left._fields, right._fields)
    if kind is Member:
        named = other is Member and (left._class, left.name) == (right._class, right.name)
        return named and same(left.value, right.value)
    return kind is other and bool(left == right)


def _same_elsewhere(left: Any, right: Any) -> Answer:
    """One of the two is of a class that the suite brought along: what it is to be equal, it says itself."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Named | Member) and type(other) not in _KNOWN:
            described = lift(lower(other))  # a named tuple, or a member of an enumeration, of the suite's
            return isinstance(described, type(one)) and same(one, described)
        if isinstance(one, _APPROXIMATE):
            return bool(one == _guarded(other))
    return bool(left == right)


class _Flag:
    """In the place of a bool, where a number of about 1 is wanted: no such thing."""

    def __init__(self, value: bool) -> None:
        self.value = value


def _guarded(value: Any) -> Any:
    if type(value) is bool:
        return _Flag(value)
    if type(value) in (list, tuple):
        return type(value)(map(_guarded, value))
    return {key: _guarded(item) for key, item in value.items()} if isinstance(value, dict) else value


def _all(answers: Iterable[Answer]) -> Answer:
    """True if all are; False if one is, whatever can't be said of the others."""
    known: Answer = True
    for answer in answers:
        if not answer:
            if answer is False:
                return False
            known = None
    return known


def _same_items(left: Any, right: Any) -> Answer:
    if len(left) != len(right):
        return False
    if _PLAIN.issuperset(map(type, left)) and _PLAIN.issuperset(map(type, right)):
        return bool(left == right)
    return _all(map(same, left, right))


def _same_sets(left: Any, right: Any) -> Answer:
    left, right = set(left), set(right)
    if left != right:
        return False
    counterparts = {item: item for item in right}
    return _all(same(item, counterparts[item]) for item in left)


def _same_mappings(left: dict[Any, Any], right: dict[Any, Any]) -> Answer:
    if isinstance(left, Counter) and isinstance(right, Counter):  # what is not counted is there no times
        left, right = ({key: count for key, count in one.items() if count != 0} for one in (left, right))
    if len(left) != len(right):
        return False
    if isinstance(left, OrderedDict) and isinstance(right, OrderedDict) and list(left) != list(right):
        return False
    keys = _same_sets(left.keys(), right.keys())
    return keys and _all(same(value, right[key]) for key, value in left.items())


def _within(item: Any, container: Any) -> Answer:
    """Whether `item` is in `container`, which may be anything that Python can look into."""
    if isinstance(item, Opaque) or isinstance(container, Opaque):
        return None
    kind = type(container)
    if kind in (set, frozenset, *_MAPPINGS) and item not in container:
        return False  # found out at once, whatever the size
    if kind in _LOOKED_INTO:
        answers = [same(item, one) for one in container]
        return True if True in answers else None if None in answers else False
    if isinstance(container, range):
        return type(item) in (int, float) and item in container
    return item in container


def _ordered(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """No bool is less or more than a number."""

    def answer(left: Any, right: Any) -> Any:
        return (type(left) is bool) == (type(right) is bool) and compare(left, right)

    return answer


def _equal(left: Any, right: Any) -> bool:
    return left == right if type(left) in _PLAIN and type(right) in _PLAIN else same(left, right) is True


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "==": _equal,
    "!=": lambda left, right: same(left, right) is False,
    "in": lambda item, container: _within(item, container) is True,
    "not in": lambda item, container: _within(item, container) is False,
    "is": operator.is_,
    "is not": operator.is_not,
    "<": _ordered(operator.lt),
    "<=": _ordered(operator.le),
    ">": _ordered(operator.gt),
    ">=": _ordered(operator.ge),
}


class Comparer:
    """What a suite's comparisons are turned into. `note` hears of each that an `assert` rests on and that fails."""

    def __init__(self) -> None:
        self.note: Callable[[str, Any, Any], None] | None = None
        self.heard: Callable[[str, Any, Any], None] | None = None  # the same of every such comparison

    def holds(self, operators: tuple[str, ...], *operands: Any) -> Any:
        """The comparison, or the chain of them."""
        return self._chain(operators, operands, None)

    def asserted(self, operators: tuple[str, ...], *operands: Any) -> Any:
        """The same, for an `assert` that fails if it does not hold."""
        if self.heard is not None:
            for name, left, right in zip(operators, operands, operands[1:], strict=False):
                self.heard(name, left, right)
        return self._chain(operators, operands, self.note)

    def _chain(
        self, operators: tuple[str, ...], operands: tuple[Any, ...], note: Callable[[str, Any, Any], None] | None
    ) -> Any:
        answer: Any = True
        for place, name in enumerate(operators):
            left, right = operands[place], operands[place + 1]
            answer = OPERATORS[name](left, right)
            if not answer:
                if note is not None:
                    note(name, left, right)
                break
        return answer


COMPARER = Comparer()  # one for the judge, which judges one attempt at a time
