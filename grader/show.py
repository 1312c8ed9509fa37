"""Values as Python source that people can read: the same everywhere, and never long."""

import math
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from grader.jail.values import Member, Named

LIMIT = 400  # characters of a value
_MOST = 60  # items of a collection looked at, and more of them only where there is room for more than a value has
_DIGITS = 3.3  # bits, at least, of a decimal digit


def clean(text: str, limit: int = 2_000) -> str:
    """`text` as UTF-8 can write it, with lone surrogates escaped, and no longer than `limit` characters."""
    text = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return text.encode("utf-8", "backslashreplace").decode()


def source(value: Any, limit: int = LIMIT) -> str:
    """`value` as Python source of at most about `limit` characters; sets come sorted, so that the
    same value always looks the same.
    """
    text = _source(value, limit)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _source(value: Any, limit: int) -> str:
    kind = type(value)
    if isinstance(value, Counter | OrderedDict):
        return f"{kind.__name__}({_mapping(value, limit) if value else ''})"
    if isinstance(value, dict):
        return _mapping(value, limit)
    if isinstance(value, list):
        return f"[{_joined((_source(item, limit) for item in value), limit)}]"
    if isinstance(value, deque):
        longest = "" if value.maxlen is None else f", maxlen={value.maxlen}"
        return f"deque([{_joined((_source(item, limit) for item in value), limit)}]{longest})"
    if isinstance(value, tuple):
        comma = "," if len(value) == 1 else ""
        return f"({_joined((_source(item, limit) for item in value), limit)}{comma})"
    if isinstance(value, set | frozenset):
        return _set(value, limit)
    if isinstance(value, Named):
        return f"{value._class}({_joined((f'{n}={_source(v, limit)}' for n, v in value._fields.items()), limit)})"
    if isinstance(value, Member):
        return f"{value._class}.{value.name}"
    if isinstance(value, str | bytes) and len(value) > limit:
        return f"{value[:limit]!r}…"
    return _number(value, limit) if kind in (int, float, complex, Fraction) else repr(value)


def _mapping(value: dict[Any, Any], limit: int) -> str:
    parts = (f"{_source(key, limit)}: {_source(item, limit)}" for key, item in value.items())
    return f"{{{_joined(parts, limit)}}}"


def _number(value: int | float | complex | Fraction, limit: int) -> str:
    """A number as source that gives it again: `nan` and `inf` are names of nothing."""
    if isinstance(value, int):
        if value.bit_length() > _DIGITS * min(limit, 4_000):  # Python itself writes no more digits
            return f"<an integer of {value.bit_length():,} bits>"
        return repr(value)
    if isinstance(value, Fraction):
        return f"Fraction({_number(value.numerator, limit)}, {_number(value.denominator, limit)})"
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else f"float('{value!r}')"
    parts = (value.real, value.imag)
    if all(map(math.isfinite, parts)) and all(math.copysign(1, part) > 0 for part in parts):
        return repr(value)
    return f"complex({_number(value.real, limit)}, {_number(value.imag, limit)})"


def _set(value: set[Any] | frozenset[Any], limit: int) -> str:
    parts = sorted(_source(item, limit) for item in list(value)[: 100 * _MOST])
    inside = f"{{{_joined(parts, limit)}}}" if parts else "set()"
    if isinstance(value, frozenset):
        return f"frozenset({inside if parts else ''})"
    return inside


def _joined(parts: Iterable[str], limit: int) -> str:
    shown: list[str] = []
    size = 0
    for number, part in enumerate(parts):
        if number >= max(_MOST, limit - LIMIT) or size > limit:
            shown.append("…")
            break
        shown.append(part)
        size += len(part) + 2
    return ", ".join(shown)
