"""What several commands take: the catalog, topics, and how a report is written."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
