"""Small tools for syntax trees."""

import ast
import copy
from collections.abc import Iterator
from typing import TypeVar

__all__ = ["Parents", "ancestors", "called_name", "lifted", "parents", "replaced"]

Node = TypeVar("Node", bound=ast.AST)
Parents = dict[ast.AST, ast.AST]


def replaced(node: Node, **fields: object) -> Node:
    """A shallow copy of a node with other values in some fields."""
    twin = copy.copy(node)
    for name, value in fields.items():
        setattr(twin, name, value)
    return twin


def parents(tree: ast.AST) -> Parents:
    """The parent of every node below `tree`."""
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def ancestors(node: ast.AST, above: Parents) -> Iterator[ast.AST]:
    """The nodes around a node, from its parent outwards."""
    while node in above:
        node = above[node]
        yield node


def called_name(node: ast.AST) -> str:
    """The last name of what a call calls: `sleep` for `time.sleep(1)`; empty when it has none."""
    function = node.func if isinstance(node, ast.Call) else node
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def lifted(target: ast.AST, new: object, root: ast.AST, above: Parents) -> ast.AST | list[ast.stmt]:
    """A copy of `root` in which `target` is replaced; what is not on the way is shared.

    `new` is a node, or a list of nodes that take the place of one in a list, or None, which takes
    it out of its list. When `root` is the target itself, the result is `new`.
    """
    while target is not root:
        parent = above[target]
        new = _with_child(parent, target, new)
        target = parent
    assert isinstance(new, ast.AST | list)
    return new


def _with_child(parent: ast.AST, child: ast.AST, new: object) -> ast.AST:
    for name, value in ast.iter_fields(parent):
        if value is child:
            return replaced(parent, **{name: new})
        if isinstance(value, list) and any(item is child for item in value):
            place = next(index for index, item in enumerate(value) if item is child)
            items = [] if new is None else new if isinstance(new, list) else [new]
            return replaced(parent, **{name: [*value[:place], *items, *value[place + 1 :]]})
    raise AssertionError("a node that is not among its parent's children")
