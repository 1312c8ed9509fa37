"""Two values that are not the same, shown so that it can be seen: what looks alike is told apart."""

import math
import unicodedata
from itertools import zip_longest
from typing import Any

from grader.jail.values import Opaque
from grader.judge.suite.exact import same
from grader.show import LIMIT, source

_AROUND = 20  # characters shown before and after the first that differs
_INVISIBLE = {ord(one): None for one in "\u034f\ufe00\ufe01\ufe0e\ufe0f\u200b\u200c\u200d\u2060"}


def pair(operator: str, left: Any, right: Any) -> tuple[str, str]:
    """Both sides of a comparison that does not hold, as source."""
    if operator in ("==", "is"):
        return _told_apart(left, right)
    if operator == "in" and isinstance(right, list | tuple | set | frozenset | dict):
        near = next((one for one in right if _looks_like(source(left), source(one)) or _equals(left, one)), None)
        if near is not None:
            one, other = _told_apart(left, near)
            return one, f"{source(right)} with {other}"
    if (type(left) is bool) != (type(right) is bool) and operator in ("<", "<=", ">", ">="):
        return _with_kind(left), _with_kind(right)
    return source(left), source(right)


def _told_apart(left: Any, right: Any) -> tuple[str, str]:
    shown = source(left), source(right)
    if not _looks_like(*shown) and not _equals(left, right):
        return shown
    where, one, other = _first_difference("", left, right)
    parts = _narrow(one, other)
    if not where:
        return parts
    return f"{shown[0]} with {parts[0]} at {where}", f"{shown[1]} with {parts[1]} at {where}"


def _equals(left: Any, right: Any) -> bool:
    """Whether Python takes two values for the same, whose kinds are different."""
    try:
        return bool(left == right)
    except Exception:  # whatever the classes of a suite may raise: then it is not what tells the two apart
        return False


def _looks_like(one: str, other: str) -> bool:
    """Whether a reader would take one for the other."""
    one, other = (unicodedata.normalize("NFKC", text.translate(_INVISIBLE)) for text in (one, other))
    if one == other:
        return True
    if len(one) != len(other):
        return False
    return all(_alike(a, b) for a, b in zip(one, other, strict=True) if a != b)


def _alike(one: str, other: str) -> bool:
    """Two letters of different scripts, or two dashes, quotes and the like: in many fonts they look the same."""
    if one.isascii() and other.isascii():
        return False
    kinds = [unicodedata.category(character) for character in (one, other)]
    scripts = [unicodedata.name(character, "").partition(" ")[0] for character in (one, other)]
    return kinds[0][0] == kinds[1][0] and (kinds[0][0] != "L" or scripts[0] != scripts[1])


def _first_difference(where: str, left: Any, right: Any) -> tuple[str, Any, Any]:
    """The place of the first two parts that differ, and these."""
    if type(left) is type(right) and isinstance(left, list | tuple) and len(left) == len(right):
        for place, (one, other) in enumerate(zip(left, right, strict=True)):
            if same(one, other) is not True:
                return _first_difference(f"{where}[{place}]", one, other)
    if isinstance(left, dict) and isinstance(right, dict) and list(map(source, left)) == list(map(source, right)):
        for (key, one), (name, other) in zip(left.items(), right.items(), strict=True):
            if same(key, name) is not True:
                return f"{where} as a key", key, name
            if same(one, other) is not True:
                return _first_difference(f"{where}[{source(key, 40)}]", one, other)
    return where, left, right


def _narrow(left: Any, right: Any) -> tuple[str, str]:
    """Two parts that may look alike, with what makes them different."""
    kinds = type(left), type(right)
    if kinds in ((str, str), (bytes, bytes)):
        return _window(left, right)
    if kinds == (int, int):
        return (source(left), source(right)) if source(left) != source(right) else _window(hex(left), hex(right))
    if kinds[0] is not kinds[1]:
        return _with_kind(left), _with_kind(right)
    if isinstance(left, float) and math.isnan(left):
        return (f"{source(left)}, which equals nothing, itself included",) * 2
    shown = source(left), source(right)
    if isinstance(left, list | tuple | dict | set | frozenset) and len(left) != len(right):
        return f"{shown[0]} ({len(left):,} items)", f"{shown[1]} ({len(right):,} items)"
    if shown[0] != shown[1]:
        return _escaped(shown[0]), _escaped(shown[1])
    if isinstance(left, set | frozenset) and left != right:
        return f"{shown[0]} with {source(left - right, LIMIT)}", f"{shown[1]} with {source(right - left, LIMIT)}"
    return f"{shown[0]}, one object", f"{shown[1]}, another object"


def _window(left: str | bytes, right: str | bytes) -> tuple[str, str]:
    """The part of two texts where they begin to differ, in characters that can be told apart."""
    pairs = enumerate(zip_longest(left, right))
    first = next((place for place, (one, other) in pairs if one != other), 0)
    start = max(0, first - _AROUND)

    def shown(text: str | bytes) -> str:
        part = ascii(text[start : first + _AROUND])
        if start == 0 and len(text) <= first + _AROUND:
            return part
        return f"{'…' if start else ''}{part}{'…' if first + _AROUND < len(text) else ''} ({len(text):,} in all)"

    return shown(left), shown(right)


def _with_kind(value: Any) -> str:
    return source(value) if isinstance(value, Opaque) else f"{source(value)} ({type(value).__name__})"


def _escaped(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode()
