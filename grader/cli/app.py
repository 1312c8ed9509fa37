"""What can be typed: the commands, their arguments and options. Each is done by the module of its name."""

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.options import (
    AlsoOption,
    AnyTopic,
    CatalogOption,
    Commands,
    Format,
    FormatOption,
    Known,
    ReportOption,
    Topic,
    Topics,
    TopicsOrPart,
)
from grader.levels import Level
from grader.visibility import Visibility

EPILOG = """Exit status: 0 every checked attempt reached the pass mark, 1 one did not, 2 wrong usage, 3 the grader or
a suite is at fault, 130 interrupted."""

app = Commands(
    cls=Known,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Grades Python exercises: start one, edit one file, check it.",
    epilog=EPILOG,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from grader import __version__

        typer.echo(f"grader {__version__}")
        raise typer.Exit


@app.callback()
def _grader(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of the command itself; every subcommand is below."""
    if context.invoked_subcommand is None:
        from grader.cli import stand

        raise typer.Exit(stand.run())


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


@app.command("next")
def next_(catalog: CatalogOption = None) -> None:
    """Go on with what was left unfinished, or start the next topic."""
    from grader.cli import next as command

    raise typer.Exit(command.run(catalog))


@app.command()
def check(
    topics: TopicsOrPart = None,
    attempt: Annotated[
        Path | None, typer.Option("--attempt", metavar="FILE", help="Grade this file; no workspace is needed.")
    ] = None,
    catalog: CatalogOption = None,
    format: ReportOption = "text",
    also: AlsoOption = None,
    visibility: Annotated[
        Visibility | None,
        typer.Option("--visibility", help="When a reader may see what hidden tests found; else that is left out."),
    ] = None,
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
    all: Annotated[bool, typer.Option("--all", help="Show every claim and every failure.")] = False,
    style: Annotated[
        bool, typer.Option("--style", help="Say what could be written better, once it works; no points for it.")
    ] = False,
) -> None:
    """Check attempts: the one of this folder, the named ones, every started one, or a part: TOPIC PART."""
    from grader.cli import check as command
    from grader.cli.selection import Options

    options = Options(
        topics=topics or [],
        attempt=attempt,
        catalog=catalog,
        format=format,
        seed=seed,
        pass_mark=pass_mark,
        require_isolation=require_isolation,
        signs=signs,
        config=not no_config,
        all=all,
        style=style,
        also=also or [],
        visibility=visibility,
    )
    raise typer.Exit(command.run(options))


@app.command()
def watch(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", show_default=False)] = None,
    catalog: CatalogOption = None,
    poll: Annotated[
        bool, typer.Option("--poll", help="Look at the file four times a second, where saving it goes unnoticed.")
    ] = False,
) -> None:
    """Check an attempt whenever it is saved, and go on from there by single keys."""
    from grader.cli import watch as command

    raise typer.Exit(command.run(topic, catalog, poll))


@app.command()
def show(
    number: Annotated[int, typer.Argument(metavar="[N]", min=1, show_default=False)] = 1,
    catalog: CatalogOption = None,
) -> None:
    """Show a failure of the last check, whole, without judging again."""
    from grader.cli import show as command

    raise typer.Exit(command.run(number, catalog))


@app.command()
def hint(
    words: Annotated[list[str] | None, typer.Argument(metavar="[TOPIC] [PART] [N]", show_default=False)] = None,
    catalog: CatalogOption = None,
) -> None:
    """Show the next hint for the part at work, or for PART; with N that one again."""
    from grader.cli import hint as command

    raise typer.Exit(command.run(words or [], catalog))


@app.command()
def solution(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", show_default=False)] = None,
    give_up: Annotated[bool, typer.Option("--give-up", help="Show it before full points; that is remembered.")] = False,
    catalog: CatalogOption = None,
) -> None:
    """Show the reference beside your attempt, once it has full points."""
    from grader.cli import solution as command

    raise typer.Exit(command.run(topic, give_up, catalog))


@app.command()
def update(topics: Topics = None, catalog: CatalogOption = None) -> None:
    """Take in new versions of what was started, without losing work."""
    from grader.cli import update as command

    raise typer.Exit(command.run(topics or [], catalog))


@app.command()
def reset(topic: Topic, catalog: CatalogOption = None) -> None:
    """Put the stub back; the attempt is kept under another name."""
    from grader.cli import reset as command

    raise typer.Exit(command.run(topic, catalog))


@app.command()
def debug(
    topic: AnyTopic = None,
    print_it: Annotated[bool, typer.Option("--print", help="Print the case instead.")] = False,
    catalog: CatalogOption = None,
) -> None:
    """Debug the failing case of the last check, outside the jail."""
    from grader.cli import debug as command

    raise typer.Exit(command.run(topic, catalog, print_it))


@app.command()
def progress(catalog: CatalogOption = None) -> None:
    """Show what is done, by chapter, and what is next."""
    from grader.cli import progress as command

    raise typer.Exit(command.run(catalog))


@app.command()
def doctor(
    catalog: CatalogOption = None,
    format: FormatOption = Format.text,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show all that was looked at.")] = False,
) -> None:
    """Say whether all is well here: how attempts are isolated, and whether all that the grader needs is there."""
    from grader.cli import doctor as command

    raise typer.Exit(command.run(catalog, format.value, verbose))


@app.command("help", hidden=True)
def help_(
    words: Annotated[list[str] | None, typer.Argument(metavar="[COMMAND]...", show_default=False)] = None,
) -> None:
    """Show the help of a command."""
    app([*(words or []), "--help"], prog_name="grader")


app.later("author", "grader.cli.author", help="Make exercises and measure their suites.")
app.later("class", "grader.cli.classes", help="Make a class, and the edition that its students get.")
app.later("cohort", "grader.cli.cohort", help="Grade a class, in the folder of `grader class init`.")
