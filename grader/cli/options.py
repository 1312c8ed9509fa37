"""What several commands take: the catalog, topics, and how a report is written."""

import os
from collections import Counter
from collections.abc import Callable, MutableMapping
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from grader.errors import UsageError

# What somebody may type who knows other tools, and what it is here.
ALIASES = {
    "begin": "start",
    "hints": "hint",
    "ls": "list",
    "run": "check",
    "status": "progress",
    "test": "check",
    "tests": "check",
    "upgrade": "update",
}


def _topics(ctx: typer.Context, incomplete: str) -> list[str]:
    from grader.learner import complete

    return complete.topics(incomplete, _typed(ctx), _named(ctx))


def _topics_or_part(ctx: typer.Context, incomplete: str) -> list[str]:
    from grader.learner import complete

    typed = _typed(ctx)
    parts = complete.parts(typed[0], incomplete, _named(ctx)) if len(typed) == 1 else []
    return parts + complete.topics(incomplete, typed, _named(ctx))


def _typed(ctx: typer.Context) -> list[str]:
    """The topics that stand in the line already."""
    return list(ctx.params.get("topics") or [])


def _named(ctx: typer.Context) -> Path | None:
    """The catalog that stands in the line, where nobody has expanded it yet."""
    named = ctx.params.get("catalog")
    return Path(os.path.expanduser(named)) if named else None


CatalogOption = Annotated[
    Path | None, typer.Option("--catalog", metavar="DIR", help="Take the exercises from this folder.")
]
Topic = Annotated[str, typer.Argument(metavar="TOPIC", show_default=False, autocompletion=_topics)]
AnyTopic = Annotated[str | None, typer.Argument(metavar="[TOPIC]", show_default=False, autocompletion=_topics)]
Topics = Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", show_default=False, autocompletion=_topics)]
TopicsOrPart = Annotated[
    list[str] | None, typer.Argument(metavar="[TOPIC]...", show_default=False, autocompletion=_topics_or_part)
]


class Format(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write the report.")]


def _formats(incomplete: str) -> list[str]:
    from grader.formats.registry import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


ReportOption = Annotated[
    str,
    typer.Option(
        "--format", metavar="NAME", autocompletion=_formats, help="How to write the report: text, json, github, junit …"
    ),
]
AlsoOption = Annotated[
    list[str] | None,
    typer.Option(
        "--also", metavar="NAME=FILE", autocompletion=_formats, help="Write it to a file, too, in another format."
    ),
]


class Once(TyperCommand):
    """A command that refuses an option which is given twice, where the parser would drop the first without a word."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if ctx.resilient_parsing:  # a shell asks how the line could go on
            return super().parse_args(ctx, args)
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        given = Counter(option for option in order if option.param_type_name == "option")
        for option, times in given.items():
            if times > 1 and not (option.multiple or option.is_flag):  # type: ignore[attr-defined]
                raise UsageError(f"{option.opts[0]} is given twice: leave out all but one")
        return super().parse_args(ctx, args)


class Known(TyperGroup):
    """A group that knows commands by what other tools call them, too; its help names them once."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return super().get_command(ctx, cmd_name) or super().get_command(ctx, ALIASES.get(cmd_name, cmd_name))


class Commands(typer.Typer):
    """Commands, each of which is a `Once`. Their help is plain: right in a pipe, at 40 columns, for a screen reader."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(rich_markup_mode=None, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        return super().command(name, **{"cls": Once, **settings})

    def later(self, name: str, module: str, help: str) -> None:
        """A group of commands, those of `app` in that module, which is imported when the group is used."""
        group = type("Later", (_Later,), {"module": module})
        self.add_typer(Commands(cls=group, no_args_is_help=True, help=help), name=name)


class _Later(TyperGroup):
    """A group that `grader --help` and a learner's commands name without importing it."""

    module: str

    @cached_property
    def _built(self) -> MutableMapping[str, Any]:
        group = typer.main.get_group(import_module(self.module).app)
        return group.commands

    @property
    def commands(self) -> MutableMapping[str, Any]:
        return self._built

    @commands.setter
    def commands(self, none_yet: MutableMapping[str, Any]) -> None:
        """What a group is begun with, which is empty."""
