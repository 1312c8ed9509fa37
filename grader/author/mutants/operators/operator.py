"""What an operator is: a name, the kinds of node it looks at, and the edits it offers there."""

import ast
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

__all__ = ["Edit", "Operator", "Replacement", "operator"]

Replacement = ast.expr | list[ast.stmt] | None
"""An expression for an expression, statements for a statement, None for a decorator that goes."""


class Edit(NamedTuple):
    """One node gives way to something else."""

    target: ast.AST
    new: Replacement


class Operator(msgspec.Struct, frozen=True):
    """One kind of fault."""

    name: str
    kinds: tuple[type[ast.AST], ...]
    edits: Callable[[Any], Iterator[Edit]]
    """From a node of one of the kinds to the edits inside it. It leaves the node as it is."""


def operator(name: str, *kinds: type[ast.AST]) -> Callable[[Callable[[Any], Iterator[Edit]]], Operator]:
    """Makes a function from a node to edits an operator."""
    return lambda edits: Operator(name=name, kinds=kinds, edits=edits)
