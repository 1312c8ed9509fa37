"""How a suite is read: as Python, but that comparisons are exact, and that a failing `assert` leaves its two values.

It takes the place of pytest's rewriting of asserts. Nothing of it is kept in a `__pycache__`, where it could
differ from what the suite's digest covers.
"""

import ast
import contextlib
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from grader.judge.suite.exact import COMPARER

_LOAD = ast.Load()
_NAME = "@comparer"  # which no suite can have for a name of its own
_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


class _Exactly(ast.NodeTransformer):
    """Turns comparisons into calls of the comparer. All operands of a chain are evaluated."""

    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        node.test = self._asserted(node.test)
        node.msg = self.visit(node.msg) if node.msg else None
        return node

    def _asserted(self, test: ast.expr) -> ast.expr:
        match test:
            case ast.Compare():
                return self._call("asserted", test)
            case ast.BoolOp():
                test.values = [self._asserted(value) for value in test.values]
                return test
            case _:
                visited: ast.expr = self.visit(test)
                return visited

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        if all(isinstance(one, ast.Is | ast.IsNot) for one in node.ops):
            self.generic_visit(node)
            return node
        return self._call("holds", node)

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.MatchValue:
        if isinstance(getattr(node.value, "value", None), str | bytes):
            return node
        raise SyntaxError(
            f"line {node.lineno}: `case {ast.unparse(node)}` takes True for 1: write an assert with == instead"
        )

    def _call(self, method: str, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        place = {name: getattr(node, name) for name in node._attributes}
        names: Any = tuple(_OPERATORS[type(one)] for one in node.ops)  # a constant as any, whatever the stubs say
        operators = ast.Constant(names, **place)
        function = ast.Attribute(ast.Name(_NAME, _LOAD, **place), method, _LOAD, **place)
        return ast.Call(function, [operators, node.left, *node.comparators], [], **place)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        tree = _Exactly().visit(ast.parse(self.get_data(self.path), self.path))
        code: CodeType = compile(tree, self.path, "exec", dont_inherit=True)
        return code

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[_NAME] = COMPARER
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def __init__(self, suite: Path) -> None:
        self._suite = suite

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.rpartition(".")[2] != self._suite.stem:
            return None
        return spec_from_file_location(fullname, self._suite, loader=_Loader(fullname, str(self._suite)))


def is_exact(module: ModuleType) -> bool:
    """Whether a module was read in this way."""
    return _NAME in vars(module)


@contextlib.contextmanager
def exactly(suite: Path) -> Iterator[None]:
    """Whoever imports `suite` inside gets it with exact comparisons."""
    finder: Any = _Finder(suite)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
