"""`grader class`: the folder of a class, and the edition of a catalog that its students get."""

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.options import CatalogOption, Commands, Topics

app = Commands()


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help="A new folder.")],
    topics: Annotated[list[str], typer.Argument(metavar="TOPIC...", show_default=False)],
    catalog: CatalogOption = None,
    wheel: Annotated[
        Path | None,
        typer.Option("--wheel", metavar="FILE", help="Have students install the grader from this file, put beside."),
    ] = None,
) -> None:
    """Make the folder of a class: class.toml, roster.csv, and the repository that students get."""
    from grader.classroom import commands

    raise typer.Exit(commands.init(folder, topics, catalog, wheel))


@app.command()
def publish(
    out: Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The edition's folder.")],
    topics: Topics = None,
    catalog: CatalogOption = None,
) -> None:
    """Write the student edition of a catalog: briefs, stubs, hints and public tests, and nothing hidden."""
    from grader.classroom import commands

    raise typer.Exit(commands.publish(out, topics or [], catalog))


@app.command()
def status(catalog: CatalogOption = None) -> None:
    """Say whether class.toml, the catalog and the students' edition agree."""
    from grader.classroom import commands

    raise typer.Exit(commands.status(catalog))
