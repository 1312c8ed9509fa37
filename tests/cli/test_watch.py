"""`grader watch` in a real terminal, on an exercise that is as small as one can be."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.learner import last
from tests.conftest import TINY, Folder, environment

if sys.platform == "win32":
    pytest.skip("these tests open a pseudo-terminal", allow_module_level=True)

from tests.processes import children
from tests.terminal import Terminal, grader

CATALOG = ("--catalog", "exercises")
FILE = "tiny/tiny.py"
RIGHT = "def double(n):\n    return 2 * n\n"
HALF = "def double(n):\n    return 2 * n if n < 6 else 0\n"
HANG = "def double(n):\n    while True:\n        pass\n"
FULL = "4 of 4 points: everything holds."
CLAIM = "double knows the small primes [7]"


@pytest.fixture
def work(folder: Folder) -> Folder:
    """A workspace in which `tiny` is started; `small`, the same under another name, comes after it."""
    quick = {name: text.replace("call_seconds = 1.0", "call_seconds = 0.2") for name, text in TINY.items()}
    for name, text in quick.items():
        folder.write(name, text)
        folder.write(name.replace("tiny", "small"), text.replace("tiny", "small").replace("order = 1", "order = 2"))
    assert folder.run("start", "tiny", *CATALOG).status == 0
    return folder


def watch(work: Folder, *options: str, rows: int = 24, columns: int = 80, **env: str) -> Terminal:
    env = environment(**{"TERM": "xterm", "EDITOR": "", "VISUAL": "", **env})
    return grader(work.path, "watch", *options, *CATALOG, env=env, rows=rows, columns=columns)


# --- an evening ---


def test_what_is_saved_is_checked_and_a_full_score_leads_on(work: Folder) -> None:
    with watch(work) as terminal:
        terminal.see("Nothing is written yet: begin with double (tiny/tiny.py:3).", "n next", "q quit")
        terminal.type("n")
        terminal.see("tiny is not done yet")

        work.write(FILE, HALF)
        shown = terminal.see(CLAIM, "a hint: press h", "n next")
        assert "expected   value: 14" in shown
        assert "yours      value: 0" in shown
        assert "1 more claim fails: press a" in shown
        assert "1.67 of 4 points. Next: mend double" in shown

        work.write(FILE, RIGHT)
        terminal.see(FULL, "Next: small, press n")
        terminal.type("n")
        terminal.see("small is started: read small/README.md", "begin with double (small/small.py:3)")
        work.write("small/small.py", RIGHT)
        terminal.see(FULL, "Every topic is done.")

        terminal.type("q")
        assert terminal.end() == 0
        assert terminal.is_restored
    assert "tiny" in work.read(".grader/progress.json")
    assert [one.path for one in last.read(work.path)] == ["small/small.py"]


def test_what_was_on_the_terminal_before_can_be_scrolled_back_to(work: Folder) -> None:
    command = f"echo what was here before; {sys.executable} -m grader watch {' '.join(CATALOG)}"
    with Terminal(["sh", "-c", command], work.path, environment(TERM="xterm")) as terminal:
        terminal.see("Nothing is written yet", gone="what was here before")
        kept = ["".join(cell.data for _, cell in sorted(line.items())) for line in terminal.screen.history.top]

        assert any("what was here before" in line for line in kept)
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.type("q")
        assert terminal.end() == 0


# --- what happens to a file ---


def test_a_file_may_go_and_come_and_be_half_saved(work: Folder) -> None:
    path = work.write(FILE, RIGHT)
    with watch(work, "tiny") as terminal:
        terminal.see(FULL, "n next")

        path.unlink()
        terminal.see("tiny/tiny.py can't be read: No such file or directory", "It is checked when it is there.")
        work.write("tiny/other.py", HALF).replace(path)  # as many editors save
        terminal.see(CLAIM, "n next")

        work.write(FILE, "def double(n):\n    return 2 *")
        terminal.see("can't be imported: tiny/tiny.py:2", "SyntaxError", "n next")
        work.write(FILE, RIGHT)
        terminal.see(FULL, "n next")

        (work.path / "tiny").rename(work.path / "away")
        terminal.see("tiny is not started")
        (work.path / "away").rename(work.path / "tiny")
        terminal.see(FULL, "n next")
        work.write(FILE, HALF)
        terminal.see(CLAIM, "n next")


def test_an_editor_that_empties_a_file_before_it_writes_shows_no_empty_file(work: Folder) -> None:
    work.write(FILE, HALF)
    with watch(work, "tiny") as terminal:
        terminal.see(CLAIM, "n next")
        with open(work.path / FILE, "w") as file:
            file.flush()
            time.sleep(0.1)
            file.write(RIGHT)
        terminal.see(FULL)
        assert b"is empty" not in terminal.raw


def test_a_file_is_looked_at_where_nobody_tells_of_it(work: Folder) -> None:
    with watch(work, "--poll") as terminal:
        terminal.see("Nothing is written yet", "n next")
        work.write(FILE, HALF)
        terminal.see(CLAIM, "n next")
        work.write(FILE, RIGHT)
        terminal.see(FULL)


def test_a_failure_is_seen_before_the_rest_is_judged_and_a_hang_holds_nobody_up(work: Folder) -> None:
    with watch(work) as terminal:
        terminal.see("Nothing is written yet", "n next")
        work.write(FILE, HANG)
        shown = terminal.see("1 of 5 tests so far", "checking …")
        assert "double returns twice its argument" in shown
        assert "It was in the loop of line 2" in shown
        terminal.type("l")  # nobody has seen yet what it would be about
        work.write(FILE, RIGHT)
        terminal.see(FULL, "n next")

        terminal.type("\x03")
        assert terminal.end() == 0
        assert terminal.is_restored
        assert b"Traceback" not in terminal.raw
        assert "interrupted" not in terminal.text


# --- keys ---


def test_keys(work: Folder) -> None:
    editor = work.write("editor.py", f"import sys\nopen(sys.argv[1], 'w').write({RIGHT!r})\n")
    work.write(FILE, HALF)
    with watch(work, EDITOR=f"{sys.executable} {editor}") as terminal:
        terminal.see(CLAIM, "n next")
        for key, words in {
            "h": "What is twice a number?",
            "l": "small",
            "?": "back to the stub; your attempt is kept",
            "a": "2. double returns twice its argument",
            " ": "1 more claim fails",
            "c": "2 claims fail: double knows the small primes [7]",
        }.items():
            terminal.type(key)
            terminal.see(words, "n next")

        terminal.type("r")
        terminal.see("your attempt is kept? y or n")
        terminal.type("x")
        terminal.see("n next", gone="y or n")
        assert work.read(FILE) == HALF
        terminal.type("r")
        terminal.see("your attempt is kept? y or n")
        terminal.type("y")
        terminal.see("Nothing is written yet", "Your attempt is kept as tiny.")

        terminal.type("o")
        terminal.see(FULL)
        terminal.type("\x1b[Aquite a text that was pasted")
        work.write(FILE, HALF)
        terminal.see(CLAIM, "n next")
        terminal.type("\x1b[Aq")
        assert terminal.end() == 0


def test_an_editor_that_is_not_there_is_told_below_the_report(work: Folder) -> None:
    with watch(work) as terminal:
        terminal.see("Nothing is written yet", "n next")
        terminal.type("o")
        terminal.see("Nothing is written yet", "no editor is named: set VISUAL or EDITOR")
    with watch(work, VISUAL="/nowhere/editor --wait") as terminal:
        terminal.see("Nothing is written yet", "n next")
        terminal.type("o")
        terminal.see("Nothing is written yet", "/nowhere/editor --wait can't be started: No such file or directory")


# --- terminals ---


def test_a_small_window_that_grows_is_drawn_anew(work: Folder) -> None:
    work.write(FILE, HALF)
    with watch(work, rows=10, columns=40) as terminal:
        shown = terminal.see("1.67 of 4 points. Next: mend double;", "keys: n h l c r s o a q and ?")
        assert "yours      value: 0" in shown
        assert all(len(line) <= 40 for line in terminal.lines)
        terminal.resize(24, 80)
        shown = terminal.see("1.67 of 4 points. Next: mend double; a hint: press h", "n next  h hint")
        assert shown.splitlines()[0].startswith("tiny")


def test_without_colour_and_without_a_clever_terminal(work: Folder) -> None:
    with watch(work, TERM="dumb") as terminal:
        terminal.see("Nothing is written yet", "n next")
        work.write(FILE, HALF)
        terminal.see("-" * 20, CLAIM)
        terminal.type("q")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw


def test_a_closed_window_ends_it_and_its_judge(work: Folder) -> None:
    with watch(work) as terminal:
        terminal.see("Nothing is written yet", "n next")
        judges = children(terminal.process.pid)
        assert judges
        terminal.hang_up()
        assert terminal.process.wait(20) in (0, 128 + signal.SIGHUP, -signal.SIGHUP)
        assert not any(Path(f"/proc/{one}").exists() for one in judges)


@pytest.mark.skipif(not shutil.which("bash"), reason="a shell with jobs is needed")
def test_being_stopped_and_going_on(work: Folder) -> None:
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    with Terminal(shell, work.path, environment(TERM="xterm", PS1="prompt> ")) as terminal:
        terminal.see("prompt>")
        terminal.type(f"{sys.executable} -m grader watch {' '.join(CATALOG)}\n")
        terminal.see("Nothing is written yet", "n next")
        terminal.type("\x1a")
        terminal.see("Stopped", "prompt>")
        work.write(FILE, HALF)
        terminal.type("fg\n")
        terminal.see(CLAIM, "n next", gone="Stopped")
        terminal.type("q")
        terminal.see("prompt>")
        terminal.type("exit\n")
        assert terminal.end() == 0


# --- what is no watching ---


def test_without_a_terminal_it_says_what_to_type_instead(work: Folder) -> None:
    outcome = work.run("watch", "tiny", *CATALOG)

    assert (outcome.status, outcome.out) == (2, ""), outcome
    advice = "check once with grader check tiny --catalog exercises"
    assert outcome.err == f"grader: watch needs a terminal, and there is none here: {advice}\n"


def test_which_topic_is_asked_where_it_can_be_another(work: Folder) -> None:
    assert work.run("start", "small", *CATALOG).status == 0
    with watch(work) as terminal:
        terminal.see("watch which topic? grader watch TOPIC, one of tiny, small")
        assert terminal.end() == 2
    env = environment(TERM="xterm")
    with grader(work.path / "small", "watch", "--catalog", "../exercises", env=env) as terminal:
        terminal.see("begin with double (small.py:3)")


def test_a_topic_that_is_not_started_is_told(work: Folder) -> None:
    with watch(work, "small") as terminal:
        terminal.see("small is not started: begin with grader start small")
        assert terminal.end() == 2
    assert not os.path.exists(work.path / "small")


def test_what_only_watching_needs_costs_nobody_else() -> None:
    code = "import sys, grader.cli.app, grader.cli.check; print(sorted({'watchfiles', 'anyio'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
