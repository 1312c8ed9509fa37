"""Exceptions: caught too widely or never, `finally` that does not always run, a lost cause."""

import ast
from collections.abc import Iterator

from ..nodes import called_name, replaced
from .operator import Edit, operator

__all__ = ["EXCEPTIONS"]


@operator("except-widened", ast.ExceptHandler)
def widened(node: ast.ExceptHandler) -> Iterator[Edit]:
    """`except ValueError` -> `except Exception`, and that -> `except BaseException`."""
    if node.type is not None and called_name(node.type) != "BaseException":
        yield Edit(node.type, _wider(node.type))


@operator("except-narrowed", ast.ExceptHandler)
def narrowed(node: ast.ExceptHandler) -> Iterator[Edit]:
    """`except (A, B)` -> `except (B,)`, `except (A, B)` -> `except (A,)`"""
    if isinstance(node.type, ast.Tuple) and len(node.type.elts) > 1:
        for index in range(len(node.type.elts)):
            rest = [*node.type.elts[:index], *node.type.elts[index + 1 :]]
            yield Edit(node.type, replaced(node.type, elts=rest))


@operator("except-never", ast.ExceptHandler)
def never(node: ast.ExceptHandler) -> Iterator[Edit]:
    """`except ValueError` -> `except ()`, which catches nothing."""
    if node.type is not None:
        yield Edit(node.type, ast.Tuple(elts=[], ctx=ast.Load()))


@operator("raise-widened", ast.Raise)
def raises_wider(node: ast.Raise) -> Iterator[Edit]:
    """`raise ValueError(text)` -> `raise Exception(text)`"""
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if isinstance(raised, ast.Name) and _is_class(raised.id) and raised.id != "BaseException":
        yield Edit(raised, _wider(raised))


@operator("drop-cause", ast.Raise)
def without_cause(node: ast.Raise) -> Iterator[Edit]:
    """`raise A from b` -> `raise A`"""
    if node.cause is not None:
        yield Edit(node, [replaced(node, cause=None)])


@operator("drop-finally", ast.Try, ast.TryStar)
def without_finally(node: ast.Try | ast.TryStar) -> Iterator[Edit]:
    """`finally` and what it does are left out."""
    if node.finalbody:
        yield Edit(node, _before_finally(node))


@operator("finally-after", ast.Try, ast.TryStar)
def after_instead(node: ast.Try | ast.TryStar) -> Iterator[Edit]:
    """What `finally` does is done after the `try`: only when nothing is raised or returned."""
    leaves = not node.handlers and isinstance(node.body[-1], ast.Return | ast.Raise)
    if node.finalbody and not leaves:
        yield Edit(node, [*_before_finally(node), *node.finalbody])


@operator("else-in-try", ast.Try, ast.TryStar)
def else_inside(node: ast.Try | ast.TryStar) -> Iterator[Edit]:
    """What `else` does is done in the `try`, where the handlers see it."""
    if node.orelse:
        yield Edit(node, [replaced(node, body=[*node.body, *node.orelse], orelse=[])])


def _wider(exception: ast.expr) -> ast.expr:
    name = "BaseException" if called_name(exception) == "Exception" else "Exception"
    return ast.Name(name, ast.Load())


def _is_class(name: str) -> bool:
    return name.lstrip("_")[:1].isupper()


def _before_finally(node: ast.Try | ast.TryStar) -> list[ast.stmt]:
    return [replaced(node, finalbody=[])] if node.handlers else node.body


EXCEPTIONS = (
    widened,
    narrowed,
    never,
    raises_wider,
    without_cause,
    without_finally,
    after_instead,
    else_inside,
)
