"""Containers: an element less, a slice without one of its bounds."""

import ast
from collections.abc import Iterator

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["CONTAINERS"]


@operator("drop-element", ast.List, ast.Set)
def without_element(node: ast.List | ast.Set) -> Iterator[Edit]:
    """`[a, b]` -> `[b]`, `[a, b]` -> `[a]`"""
    if isinstance(node, ast.List) and not isinstance(node.ctx, ast.Load):
        return
    for index in range(len(node.elts)):
        rest = [*node.elts[:index], *node.elts[index + 1 :]]
        yield Edit(node, replaced(node, elts=rest))


@operator("drop-element", ast.Dict)
def without_item(node: ast.Dict) -> Iterator[Edit]:
    """`{a: b, c: d}` -> `{c: d}`, `{a: b, c: d}` -> `{a: b}`"""
    for index in range(len(node.keys)):
        keys = [*node.keys[:index], *node.keys[index + 1 :]]
        values = [*node.values[:index], *node.values[index + 1 :]]
        yield Edit(node, replaced(node, keys=keys, values=values))


@operator("drop-slice", ast.Subscript)
def without_bound(node: ast.Subscript) -> Iterator[Edit]:
    """`a[1:n]` -> `a[:n]`, `a[1:n]` -> `a[1:]`, and the copy `a[:]` -> `a`."""
    part = node.slice
    if not isinstance(part, ast.Slice):
        return
    bounds = [name for name in ("lower", "upper", "step") if getattr(part, name) is not None]
    for name in bounds:
        yield Edit(node, replaced(node, slice=replaced(part, **{name: None})))
    if not bounds and isinstance(node.ctx, ast.Load):
        yield Edit(node, node.value)


CONTAINERS = (without_element, without_item, without_bound)
