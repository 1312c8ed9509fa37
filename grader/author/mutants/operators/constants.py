"""Constants: one off, the other truth value, another text."""

import ast
from collections.abc import Iterator
from math import isfinite

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["CONSTANTS"]

_OTHER_TEXT: dict[type, str | bytes] = {str: "mutant", bytes: b"mutant"}


@operator("number", ast.Constant)
def one_off(node: ast.Constant) -> Iterator[Edit]:
    """`3` -> `4`, `3` -> `2`"""
    if type(node.value) is int or (type(node.value) is float and isfinite(node.value)):
        for value in (node.value + 1, node.value - 1):
            yield Edit(node, ast.Constant(value))


@operator("boolean-flip", ast.Constant)
def flipped(node: ast.Constant) -> Iterator[Edit]:
    """`True` -> `False`, and back."""
    if isinstance(node.value, bool):
        yield Edit(node, ast.Constant(not node.value))


@operator("text", ast.Constant)
def other_text(node: ast.Constant) -> Iterator[Edit]:
    """`"text"` -> `""`, `""` -> `"mutant"`; in an f-string each literal part."""
    value = node.value
    if isinstance(value, str | bytes):
        yield Edit(node, ast.Constant(type(value)() if value else _OTHER_TEXT[type(value)]))


@operator("drop-conversion", ast.FormattedValue)
def without_conversion(node: ast.FormattedValue) -> Iterator[Edit]:
    """`f"{a!r}"` -> `f"{a}"`"""
    if node.conversion != -1:
        yield Edit(node, replaced(node, conversion=-1))


CONSTANTS = (one_off, flipped, other_text, without_conversion)
