"""The console that reports are written to."""

import io
import subprocess
import sys

import pytest
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from grader.formats.console import Code, lines, write
from tests.conftest import ROOT, environment
from tests.terminal import shown_by

CODE = "from grader.formats import console; from rich.text import Text; c = console.output(); "


def piped(code: str, **env: str) -> str:
    """What `code` writes into a pipe."""
    done = subprocess.run(
        [sys.executable, "-c", CODE + code],
        cwd=ROOT,
        env=environment(**env),
        capture_output=True,
        timeout=30,
        check=True,
    )
    return done.stdout.decode(env.get("PYTHONIOENCODING", "utf-8"))


def in_terminal(code: str, size: tuple[int, int] = (24, 80), **env: str) -> str:
    """What `code` writes into a terminal, which has colours."""
    clean = {name: value for name, value in environment().items() if name not in ("NO_COLOR", "TERM", "LINES")}
    return shown_by(CODE + code, {**clean, "TERM": "xterm", **env}, size)


@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize(
    ("size", "seen"), [((24, 80), "80 23"), ((10, 40), "40 9"), ((50, 200), "100 49"), ((0, 0), "80 23")]
)
def test_a_terminal_is_as_large_as_it_says_and_no_wider_than_the_eye_goes(
    term: str, size: tuple[int, int], seen: str
) -> None:
    assert in_terminal("print(c.width, console.rows())", size, TERM=term).strip() == seen


RED = "console.write(c, Text('alarm', style='red'))"


def test_a_pipe_is_80_columns_wide_and_has_no_colour() -> None:
    assert piped(f"print(c.width); {RED}") == "80\nalarm\n"


def test_columns_of_the_environment_decide() -> None:
    assert piped("print(c.width)", COLUMNS="40") == "40\n"


def test_a_terminal_has_colour() -> None:
    assert "\x1b[31malarm" in in_terminal(RED)


def test_no_color_is_heeded() -> None:
    assert "\x1b[31m" not in in_terminal(RED, NO_COLOR="1")


def test_an_output_without_unicode_gets_escapes() -> None:
    assert piped("console.write(c, Text('é…'))", PYTHONIOENCODING="ascii", PYTHONUTF8="0") == "\\xe9\\u2026\n"


def test_errors_go_to_standard_error() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE + "console.write(console.errors(), Text('x'))"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=30,
        check=True,
    )

    assert (done.stdout, done.stderr) == (b"", b"x\n")


# --- writing ---


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=20, highlight=False, markup=False, emoji=False)


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_lines_are_written_without_the_spaces_that_fill_them(console: Console) -> None:
    write(console, Padding(Text("a"), (0, 0, 1, 2)))

    assert written(console) == "  a\n\n"


def test_a_long_line_is_wrapped(console: Console) -> None:
    write(console, Text("one two three four five"))

    assert written(console) == "one two three four\nfive\n"


def test_a_long_line_of_code_is_left_whole(console: Console) -> None:
    write(console, Code("one two three four five"))

    assert written(console) == "one two three four five\n"


@pytest.mark.parametrize(
    ("text", "rows"), [("a" * 20, [1]), ("a" * 21, [2]), ("漢" * 21 + "\n\nb", [3, 1, 1]), ("\n", [1, 1]), ("", [1])]
)
def test_a_line_of_code_takes_the_rows_that_it_fills(console: Console, text: str, rows: list[int]) -> None:
    assert [line.rows for line in lines(console, Code(text))] == rows


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/nothing]", ":smile:", "[link=x]y"])
def test_markup_is_text(console: Console, text: str) -> None:
    write(console, Text(text))

    assert written(console) == f"{text}\n"


def test_a_line_that_is_folded_before_a_command_holds_none() -> None:
    file = io.StringIO()

    write(Console(file=file, width=20), Text("a word of some length ::stop-commands::x"))

    lines = file.getvalue().splitlines()
    assert len(lines) > 1
    assert [line for line in lines if line.lstrip().startswith("::")] == []
    assert ": :stop-commands::x" in lines
