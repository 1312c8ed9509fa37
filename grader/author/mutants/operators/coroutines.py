"""Coroutines and generators: `await` or `yield from` forgotten."""

import ast
from collections.abc import Iterator

from .operator import Edit, operator

__all__ = ["COROUTINES"]


@operator("drop-await", ast.Await)
def without_await(node: ast.Await) -> Iterator[Edit]:
    """`await a` -> `a`"""
    yield Edit(node, node.value)


@operator("drop-yield-from", ast.YieldFrom)
def without_yield_from(node: ast.YieldFrom) -> Iterator[Edit]:
    """`yield from a` -> `a`"""
    yield Edit(node, node.value)


@operator("yield-for-yield-from", ast.YieldFrom)
def plain_yield(node: ast.YieldFrom) -> Iterator[Edit]:
    """`yield from a` -> `yield a`"""
    yield Edit(node, ast.Yield(node.value))


COROUTINES = (without_await, without_yield_from, plain_yield)
