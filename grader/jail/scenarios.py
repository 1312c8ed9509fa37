"""The file of scenarios, in two halves: its imports, which run once and before any attempt is near, and the rest, which
runs afresh for each example.

So nothing that a scenario imports can have been replaced by an attempt, not even by the one of the example before; and
its builtins are a copy of its own.
"""

import ast
import builtins
import types
from collections.abc import Sequence
from itertools import islice
from typing import Any

FILE = "scenarios.py"
_BUILTINS = dict(vars(builtins))  # as they are before an attempt is near


class Scenarios:
    """The scenarios of an exercise, their imports done. Raises whatever compiling or importing raises."""

    def __init__(self, source: bytes) -> None:
        tree = ast.parse(source, FILE)
        imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        rest = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
        self._rest = _compiled(rest)
        self._imported: dict[str, Any] = {"__builtins__": dict(_BUILTINS), "__name__": "scenarios"}
        exec(_compiled(imports), self._imported)

    def fresh(self) -> types.ModuleType:
        """The file as a module, its statements run anew."""
        module = types.ModuleType("scenarios")
        namespace = vars(module)
        namespace.update(self._imported, __builtins__=dict(_BUILTINS))
        exec(self._rest, namespace)
        return module


def _compiled(statements: Sequence[ast.stmt]) -> types.CodeType:
    return compile(ast.Module(list(statements), []), FILE, "exec", dont_inherit=True)


def restore_builtins() -> None:
    """Builtins are as they were before each example, whatever an attempt has put there."""
    vars(builtins).update(_BUILTINS)


def place_of(error: BaseException) -> tuple[int, int]:
    """Line and column (bytes) of the scenario, outermost in the file, at which `error` came out of it; zeros if there
    is none.
    """
    entry = error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        if code.co_filename == FILE:
            line, _, column, _ = next(islice(code.co_positions(), entry.tb_lasti // 2, None))
            return line or entry.tb_lineno, column or 0
        entry = entry.tb_next
    return 0, 0
