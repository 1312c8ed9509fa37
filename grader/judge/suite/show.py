"""Values as Python source that people can read: the same everywhere, and never long."""

from collections.abc import Iterable
from typing import Any

LIMIT = 400  # characters of a value
_MOST = 60  # items of a collection looked at
_LONGEST = 10**100


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
    if isinstance(value, dict):
        parts = (f"{_source(key, limit)}: {_source(item, limit)}" for key, item in value.items())
        return f"{{{_joined(parts, limit)}}}"
    if isinstance(value, list):
        return f"[{_joined((_source(item, limit) for item in value), limit)}]"
    if isinstance(value, tuple):
        comma = "," if len(value) == 1 else ""
        return f"({_joined((_source(item, limit) for item in value), limit)}{comma})"
    if isinstance(value, set | frozenset):
        return _set(value, limit)
    if isinstance(value, int) and abs(value) >= _LONGEST:
        return f"<an integer of {value.bit_length():,} bits>"
    if isinstance(value, str | bytes) and len(value) > limit:
        return f"{value[:limit]!r}…"
    return repr(value)


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
        if number >= _MOST or size > limit:
            shown.append("…")
            break
        shown.append(part)
        size += len(part) + 2
    return ", ".join(shown)
