"""Copies of a program as somebody makes them who does not want them to be found."""

import ast
import re

_BUILTINS = set(dir(__builtins__)) | set(dir("")) | set(dir([])) | set(dir({}))


def renamed(source: str) -> str:
    """Each name of its own replaced by another one."""
    own = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    own |= {node.arg for node in ast.walk(ast.parse(source)) if isinstance(node, ast.arg)}
    for number, name in enumerate(sorted(own - _BUILTINS)):
        source = re.sub(rf"(?<![\w.]){name}\b", f"mine_{number}", source)
    return source


def reordered(source: str) -> str:
    """Its functions and classes the other way round."""
    body = ast.parse(source).body
    first = next(number for number, node in enumerate(body) if isinstance(node, ast.FunctionDef | ast.ClassDef))
    lines = source.splitlines(keepends=True)
    begins = [min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]) - 1 for node in body]
    chunks = ["".join(lines[a:b]) for a, b in zip(begins[first:], [*begins[first + 1 :], len(lines)], strict=True)]
    return "".join(lines[: begins[first]]) + "\n\n".join(reversed(chunks))


def commented(source: str) -> str:
    """A remark on each line that ends a statement."""
    return "".join(f"{line}  # so it goes\n" if line.endswith(":") else f"{line}\n" for line in source.split("\n"))
