"""`grader author`: new exercises, their recordings, and their strength."""

from typing import Annotated

import typer

from grader.cli.options import CatalogOption, Commands, Format, FormatOption, Topic, Topics

app = Commands()


@app.command()
def new(topic: Topic, catalog: CatalogOption = None) -> None:
    """Make the folder of a new exercise, and say what is left to write."""
    from grader.author import scaffold

    raise typer.Exit(scaffold.run(topic, catalog))


@app.command()
def record(topics: Topics = None, catalog: CatalogOption = None) -> None:
    """Generate the examples of the suites' properties anew, and what is known of each misconception."""
    from grader.author import record as command

    raise typer.Exit(command.run(topics or [], catalog))


@app.command()
def show(
    topic: Topic,
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)],
    catalog: CatalogOption = None,
) -> None:
    """Show the whole of a right or wrong attempt, and its difference from the reference."""
    from grader.author import show as command

    raise typer.Exit(command.run(topic, name, catalog))


@app.command()
def verify(
    topics: Topics = None,
    catalog: CatalogOption = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out mutants and determinism.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="List what is missing, and fail only for what keeps it from being graded.")
    ] = False,
    format: FormatOption = Format.text,
) -> None:
    """Measure the suites: shape, right, wrong, mutants, determinism, cost."""
    from grader.author.verify import Depth
    from grader.cli import verify as command

    depth = Depth.draft if draft else Depth.quick if quick else Depth.whole
    raise typer.Exit(command.run(topics or [], catalog, depth, format.value))
