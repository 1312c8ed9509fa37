"""`grader check` in other formats: the real command, as a CI runs it."""

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import Folder, Outcome
from tests.formats.readers import github

WRONG = 'def double(n):\n    print("::error::forged ##[warning]forged")\n    return 1 // 0\n'
HERE = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")


def run(tiny: Folder, attempt: str | None, *options: str, **env: str) -> Outcome:
    if attempt is not None:
        tiny.write("attempt.py", attempt)
    return tiny.run(*HERE, *options, **{"GITHUB_STEP_SUMMARY": "", "GITHUB_OUTPUT": "", "GITHUB_WORKSPACE": "", **env})


def test_several_at_once_as_a_runner_reads_them(tiny: Folder) -> None:
    summary = tiny.write("summary.md", "")
    options = ("--format", "github", "--also", "junit=report.xml", "--also", "html=page.html", "--also", "text=all.txt")

    outcome = run(tiny, WRONG, *options, CI="true", GITHUB_STEP_SUMMARY=str(summary))

    assert (outcome.status, outcome.err) == (1, "")
    stop, go, *ours = github.commands(outcome.out)
    assert (stop.name, go.name) == ("stop-commands", stop.data)
    assert [one.name for one in ours] == ["error"] * 5 + ["notice"]
    assert (ours[0].properties["file"], ours[0].properties["line"]) == ("attempt.py", "3")
    assert len(ElementTree.parse(tiny.path / "report.xml").findall(".//failure")) == 5
    assert tiny.read("summary.md").startswith("### tiny: look at this first\n")
    assert "<h1>tiny: 0 of 4 points" in tiny.read("page.html")
    assert "0 of 4 points" in tiny.read("all.txt")
    assert sorted(os.listdir(tiny.path)) == sorted(
        ["all.txt", "attempt.py", "exercises", "page.html", "report.xml", "solutions", "summary.md"]
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "xml"), "there is no format 'xml'"),
        (("--also", "json"), "standard output takes one report, and text is there"),
        (("--also", "junit=nowhere/report.xml"), "there is no folder"),
        (("--also", "junit=attempt.py"), "is an attempt: no report is written over it"),
        (("--format", "classroom50"), "CLASSROOM is not set here"),
    ],
)
def test_what_can_not_be_written_is_one_line(tiny: Folder, options: tuple[str, ...], said: str) -> None:
    outcome = run(tiny, WRONG, *options)

    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("grader: ")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert tiny.read("attempt.py") == WRONG
    assert sorted(os.listdir(tiny.path)) == ["attempt.py", "exercises", "solutions"]


@pytest.mark.parametrize("attempt", ["", "def double(n:\n", None], ids=["empty", "no Python", "missing"])
def test_an_attempt_that_is_none_has_a_report_for_who_waits_for_one(tiny: Folder, attempt: str | None) -> None:
    outcome = run(tiny, attempt, "--format", "gradescope")

    assert outcome.status == 0, outcome
    assert [test["score"] for test in outcome.json["tests"]] == [0] * 5
    assert outcome.json["output"].count("\n") > 0


def test_a_broken_suite_is_our_fault_and_no_score(tiny: Folder) -> None:
    tiny.write("exercises/tiny/test_tiny.py", "import nowhere\n")

    gradescope = run(tiny, WRONG, "--format", "gradescope")
    junit = run(tiny, WRONG, "--format", "junit")

    assert (gradescope.status, gradescope.out) == (3, "")
    assert junit.status == 3
    assert len(ElementTree.fromstring(junit.out).findall(".//error")) == 1


def test_hidden_tests_keep_what_they_found(tiny: Folder) -> None:
    shown, hidden = (
        run(tiny, WRONG, "--format", "json", "--visibility", visibility).out for visibility in ("visible", "hidden")
    )

    assert "ZeroDivisionError" in shown
    assert "ZeroDivisionError" not in hidden
    assert {test["evidence"] for test in json.loads(hidden)["results"][0]["tests"]} == {None}


def test_one_topic_alone_is_asked_for_where_a_format_takes_no_more(several: Folder) -> None:
    several.run("start", "tiny", "--catalog", "exercises")

    outcome = several.run("check", "tiny", "third", "--catalog", "exercises", "--format", "exercism")

    assert (outcome.status, outcome.err) == (2, "grader: exercism is a report of one topic: name a single one\n")


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")
@pytest.mark.parametrize(
    ("env", "colour", "bar"),
    [({}, True, True), ({"CI": "true"}, False, False), ({"CI": "1", "FORCE_COLOR": "1"}, True, False)],
    ids=["a person", "a CI", "a CI that asks"],
)
def test_a_ci_gets_no_bar_and_no_colour_unless_it_asks(
    tiny: Folder, env: dict[str, str], colour: bool, bar: bool
) -> None:
    shown = _at_a_terminal(tiny, env)

    assert "0 of 4 points" in shown
    assert ("\x1b[" in shown.replace("\x1b[?25", "").replace("\x1b[2K", "").replace("\x1b[1A", "")) is colour
    assert ("\x1b[?25l" in shown) is bar  # a bar hides the cursor


def _at_a_terminal(tiny: Folder, env: dict[str, str]) -> str:
    import pty
    import subprocess

    from tests.conftest import environment

    tiny.write("attempt.py", WRONG)
    ours, theirs = pty.openpty()
    clean = environment(TERM="xterm-256color", **env)
    del clean["NO_COLOR"]
    command = [sys.executable, "-m", "grader", *HERE]
    with subprocess.Popen(command, cwd=tiny.path, env=clean, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:  # Linux says so when the other end is closed
            pass
        process.wait(60)
    os.close(ours)
    return shown.decode(errors="replace")


def test_the_completion_of_formats_knows_them_all() -> None:
    from grader.cli.options import _formats
    from grader.formats.registry import FORMATS

    assert _formats("") == list(FORMATS)
    assert _formats("git") == ["github", "github-classroom", "gitlab-codequality"]


def test_the_page_of_formats_names_them_all() -> None:
    from grader.formats.registry import FORMATS
    from tests.conftest import ROOT

    page = Path(ROOT / "docs/formats.md").read_text(encoding="utf-8")

    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []
    assert len(page.splitlines()) <= 60
