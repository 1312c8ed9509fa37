"""`grader author`: new exercises, their recordings, and their strength."""

from typing import Annotated

import typer

from grader.cli.app import CatalogOption, Format

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make exercises and measure their suites.")
Topics = Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", show_default=False)]


@app.command()
def new(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", show_default=False)], catalog: CatalogOption = None
) -> None:
    """Make the folder of a new exercise, and say what is left to write."""
    from grader.author import scaffold

    raise typer.Exit(scaffold.run(topic, catalog))


@app.command()
def record(topics: Topics = None, catalog: CatalogOption = None) -> None:
    """Generate the examples of the suites' properties anew, and what is known of each misconception."""
    from grader.author import record as command

    raise typer.Exit(command.run(topics or [], catalog))


@app.command()
def verify(
    topics: Topics = None,
    catalog: CatalogOption = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out mutants and determinism.")] = False,
    format: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.text,
) -> None:
    """Measure the suites: shape, right, wrong, mutants, determinism, cost."""
    from grader.cli import verify as command

    raise typer.Exit(command.run(topics or [], catalog, quick, format.value))
