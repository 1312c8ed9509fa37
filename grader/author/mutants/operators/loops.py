"""Loops: none of their turns, one of their turns, the wrong way out."""

import ast
from collections.abc import Iterator

from .operator import Edit, operator

__all__ = ["LOOPS"]


@operator("break-for-continue", ast.Break, ast.Continue)
def other_way(node: ast.Break | ast.Continue) -> Iterator[Edit]:
    """`break` -> `continue`, and back."""
    yield Edit(node, [ast.Continue() if isinstance(node, ast.Break) else ast.Break()])


@operator("zero-iterations", ast.For, ast.comprehension)
def no_turn(node: ast.For | ast.comprehension) -> Iterator[Edit]:
    """`for x in xs` -> `for x in ()`; an asynchronous loop takes no tuple."""
    if not getattr(node, "is_async", 0):
        yield Edit(node.iter, ast.Tuple(elts=[], ctx=ast.Load()))


@operator("one-iteration", ast.For, ast.AsyncFor, ast.While)
def one_turn(node: ast.For | ast.AsyncFor | ast.While) -> Iterator[Edit]:
    """The loop's body ends with a `break`."""
    last = node.body[-1]
    if not isinstance(last, ast.Return | ast.Raise | ast.Break | ast.Continue):
        yield Edit(last, [last, ast.Break()])


LOOPS = (other_way, no_turn, one_turn)
