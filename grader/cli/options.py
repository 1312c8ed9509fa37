"""What several commands take: the catalog, topics, and how a report is written."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from grader.errors import UsageError

CatalogOption = Annotated[
    Path | None, typer.Option("--catalog", metavar="DIR", help="Take the exercises from this folder.")
]
Topic = Annotated[str, typer.Argument(metavar="TOPIC", show_default=False)]
Topics = Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", show_default=False)]


class Format(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write the report.")]


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


class Commands(typer.Typer):
    """Commands, each of which is a `Once`."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        return super().command(name, **{"cls": Once, **settings})
