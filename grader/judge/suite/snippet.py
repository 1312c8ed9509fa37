"""The smallest input as code that a learner can type: rendered from a scenario's docstring."""

import ast
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grader.judge.suite.show import source

VALUE_LIMIT = 2_000  # characters: a value that is cut short could not be run


@dataclass(frozen=True)
class Template:
    """What a scenario's docstring says: its parameters, and the snippet they go into."""

    parameters: tuple[str, ...]
    defaults: dict[str, Any]
    text: str


@cache
def templates(scenarios: Path) -> dict[str, Template]:
    """The snippets of all scenarios in a file, by name. The file is read, not run."""
    tree = ast.parse(scenarios.read_bytes())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name: found for node in functions if (found := _template(node))}


def _template(node: ast.FunctionDef) -> Template | None:
    _, _, text = (ast.get_docstring(node) or "").partition("\n\n")
    if not text.strip():
        return None
    parameters = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)][1:]
    given = parameters[len(parameters) - len(node.args.defaults) :] if node.args.defaults else []
    pairs = [*zip(given, node.args.defaults, strict=True)]
    pairs += [(one.arg, value) for one, value in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if value]
    names = (*parameters, *(one.arg for one in node.args.kwonlyargs))
    return Template(names, {name: _constant(value) for name, value in pairs}, textwrap.dedent(text).strip())


def _constant(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


# A line of nothing but a block tag leaves no line behind, for an empty line ends a block at a prompt.
_BLOCK_LINE = re.compile(r"^[ \t]*((?:\{%(?:(?!%\}).)*%\}[ \t]*)+)\n", re.MULTILINE)


class Raw(str):
    """Text that goes into a snippet as it is, such as a name."""


@cache
def _compiled(text: str) -> Callable[..., str]:
    import jinja2

    def written(value: Any) -> Any:
        if isinstance(value, jinja2.Undefined):
            return str(value)  # which raises
        return value if isinstance(value, Raw) else source(value, VALUE_LIMIT)

    environment = jinja2.Environment(finalize=written, undefined=jinja2.StrictUndefined)
    environment.filters["raw"] = lambda value: Raw(value)
    return environment.from_string(_BLOCK_LINE.sub(r"\1", text)).render


def render(template: Template, args: list[Any], kwargs: dict[str, Any]) -> str:
    """The snippet for a call of the scenario. Raises jinja2.TemplateError if it can't be rendered."""
    values = {**template.defaults, **dict(zip(template.parameters, args, strict=False)), **kwargs}
    return "\n".join(line.rstrip() for line in _compiled(template.text)(values).strip().splitlines())
