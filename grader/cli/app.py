"""What can be typed: the commands, their arguments and options. Each is done by the module of its name."""

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.author import app as author
from grader.cli.options import CatalogOption, Commands, Format, FormatOption, Topic, Topics
from grader.verdicts import Level

EPILOG = """Exit status: 0 every checked attempt reached the pass mark, 1 one did not, 2 wrong usage, 3 the grader or
a suite is at fault, 130 interrupted."""

app = Commands(
    help="Grades Python exercises: start one, edit one file, check it.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: the same in a pipe, at 40 columns and for a screen reader
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from grader import __version__

        typer.echo(f"grader {__version__}")
        raise typer.Exit


@app.callback()
def _grader(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of the command itself; every subcommand is below."""


@app.command("list")
def list_(catalog: CatalogOption = None) -> None:
    """Show the catalog by chapter, and where this workspace stands."""
    from grader.cli import list as command

    raise typer.Exit(command.run(catalog))


@app.command()
def start(topic: Topic, catalog: CatalogOption = None) -> None:
    """Put the stub and the brief of a topic into this workspace."""
    from grader.cli import start as command

    raise typer.Exit(command.run(topic, catalog))


@app.command()
def check(
    topics: Topics = None,
    attempt: Annotated[
        Path | None, typer.Option("--attempt", metavar="FILE", help="Grade this file; no workspace is needed.")
    ] = None,
    catalog: CatalogOption = None,
    format: FormatOption = Format.text,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed",
            metavar="N",
            help="Draw other examples than the public ones; keep N to yourself for a score of record.",
        ),
    ] = None,
    pass_mark: Annotated[
        int | None, typer.Option("--pass-mark", metavar="PERCENT", min=0, max=100, help="What passes; 100 by default.")
    ] = None,
    signs: Annotated[
        bool, typer.Option("--signs", help="Show what a person should look at, without an effect on points.")
    ] = False,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Take no word of the workspace's grader.toml, for a run that counts.")
    ] = False,
    require_isolation: Annotated[
        Level | None,
        typer.Option("--require-isolation", metavar="LEVEL", help="Grade only if sealed, partial or split-only."),
    ] = None,
) -> None:
    """Check attempts: the one of this folder, the named ones, or every started one."""
    from grader.cli import check as command

    options = command.Options(
        topics=topics or [],
        attempt=attempt,
        catalog=catalog,
        format=format.value,
        seed=seed,
        pass_mark=pass_mark,
        require_isolation=require_isolation,
        signs=signs,
        config=not no_config,
    )
    raise typer.Exit(command.run(options))


@app.command()
def hint(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", show_default=False)] = None,
    catalog: CatalogOption = None,
) -> None:
    """Show the next hint, one at a time."""
    from grader.cli import hint as command

    raise typer.Exit(command.run(topic, catalog))


@app.command()
def reset(topic: Topic, catalog: CatalogOption = None) -> None:
    """Put the stub back; the attempt is kept under another name."""
    from grader.cli import reset as command

    raise typer.Exit(command.run(topic, catalog))


@app.command()
def progress(catalog: CatalogOption = None) -> None:
    """Show what is done over the catalog."""
    from grader.cli import progress as command

    raise typer.Exit(command.run(catalog))


@app.command()
def doctor(
    catalog: CatalogOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Show how well attempts are isolated here, and whether all that the grader needs is there."""
    from grader.cli import doctor as command

    raise typer.Exit(command.run(catalog, format.value))


app.add_typer(author, name="author")
