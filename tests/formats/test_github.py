"""The format of GitHub Actions: nothing that an attempt prints or is called is a command to its runner."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from grader.formats import github, registry
from grader.formats.github import Annotation, annotations, framed
from grader.learner.style import Note, Style
from grader.verdicts import AttemptResult, Evidence, OwnLine
from tests.formats.awkward import AWKWARD, FAULT, HOSTILE, generated, hostile, report
from tests.formats.readers.github import Command, commands
from tests.formats.told import attempt, case, failed


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


def ours(log: str) -> list[Command]:
    """The annotations of a log: what else is a command is the pair that switches them off and on."""
    stop, go, *found = commands(log)
    assert (stop.name, go.name) == ("stop-commands", stop.data)
    return found


# --- the readers themselves -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("::error::x", "error"),
        ("  \t::ERROR file=a,line=1::x", "ERROR"),
        ("\xa0\u3000::add-mask::a", "add-mask"),
        (">>> ##[error]y", "error"),
        ("a ##[set-output name=b;]c", "set-output"),
        ("| ::error::x", None),
        ("::unknown::x", None),
        ("::error", None),
        ("##[error", None),
        ("##vso[task]x", None),
    ],
)
def test_the_reader_finds_what_the_runner_does(line: str, name: str | None) -> None:
    assert [one.name for one in commands(line)] == ([name] if name else [])


def test_the_reader_stops_and_goes_on_where_the_runner_does() -> None:
    log = "::stop-commands::Abc\n::error::x\n##[error]y\n ::aBC::\n::notice::z"

    assert [one.name for one in commands(log)] == ["stop-commands", "aBC", "notice"]


@pytest.mark.parametrize("token", ["", "pause-logging", "error", "Echo"])
def test_the_reader_refuses_the_tokens_that_the_runner_does(token: str) -> None:
    with pytest.raises(ValueError, match="no token"):
        commands(f"::stop-commands::{token}")


# --- no command but ours ----------------------------------------------------------------------------------------------


def test_ten_thousand_hostile_outputs_hold_no_command() -> None:
    texts = generated(10_000)
    assert sum(bool(_alone(text)) for text in texts) > 1_000, "they would be commands if nobody saw to it"

    for text in texts:
        mine = Annotation("error", text, text, text, 7)
        found = ours(framed(text, [mine]))

        assert [one.name for one in found] == ["error"]
        assert set(found[0].properties) <= {"file", "line", "endLine", "title"}
        assert found[0].properties["line"] == "7" or not text


def _alone(text: str) -> list[Command]:
    try:
        return commands(text)
    except ValueError:
        return [Command("stop-commands", "")]


def test_the_log_holds_none_even_where_commands_are_not_stopped() -> None:
    for text in generated(10_000, seed=15):
        log = framed(text, []).split("\n")[1:-2]

        assert commands("\n".join(log)) == []


def test_whole_reports_of_hostile_outputs_hold_no_command() -> None:
    texts = generated(200, seed=16)
    for start in range(0, len(texts), 20):
        mine = report(attempt(*(hostile(text, f"T::{text}") for text in texts[start : start + 20])))
        found = ours(registry.rendered("github", mine))

        assert [one.name for one in found] == [one.kind for one in annotations(mine)]
        assert [one.data for one in found if one.name == "notice"] == ["This does not pass yet."]


def test_the_token_is_drawn_anew_and_stands_nowhere_else() -> None:
    mine = report(AWKWARD["all at once"])
    logs = [registry.rendered("github", mine) for _ in range(3)]
    tokens = [commands(log)[0].data for log in logs]

    assert len(set(tokens)) == 3
    assert all(re.fullmatch("[0-9a-f]{32}", token) for token in tokens)
    assert [log.count(token) for log, token in zip(logs, tokens, strict=True)] == [2] * 3


# --- annotations ------------------------------------------------------------------------------------------------------


def test_a_failure_is_shown_at_the_learners_own_line() -> None:
    way = (OwnLine("tiny.py", 4, "f()"), OwnLine("tiny.py", 9, "1 / 0"))
    one = failed("It divides.", raised="ZeroDivisionError: x", lines=way)

    (error,) = [one for one in ours(registry.rendered("github", report(attempt(one)))) if one.name == "error"]
    file = os.path.join("tiny", "tiny.py").replace(os.sep, "/")
    assert error.properties == {"file": file, "line": "9", "endLine": "9", "title": "It divides"}
    assert error.data.startswith("It divides.\n")
    assert "raised: ZeroDivisionError: x" in error.data


def test_a_path_is_seen_from_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd().parent))

    assert annotations(report(attempt(case("failed"))))[0].file == f"{Path.cwd().name}/tiny/tiny.py"


@pytest.mark.parametrize(("number", "last"), [(10, "It holds."), (11, "And 2 more"), (200, "And 191 more")])
def test_ten_of_a_kind_and_how_many_more(number: int, last: str) -> None:
    tests = (failed("It holds.", name=f"test_{one}") for one in range(number))

    errors = [one for one in annotations(report(attempt(*tests))) if one.kind == "error"]
    assert len(errors) == 10
    assert errors[-1].message.startswith(last)


@pytest.mark.parametrize("odd", AWKWARD)
def test_no_message_is_longer_than_what_is_shown(odd: str) -> None:
    found = ours(registry.rendered("github", report(AWKWARD[odd])))

    assert all(len(one.data) <= 4_096 and len(one.properties["title"]) <= 255 for one in found)
    assert all(one.data for one in found)


def test_an_attempt_that_can_not_be_imported_has_one_error_at_its_line() -> None:
    why = Evidence("SyntaxError", lines=(OwnLine("tiny.py", 5, "def f(:", column=7),))
    result = AttemptResult("tiny", 1, "tiny.py", (case("not_run"),), "It can't be imported.", evidence=why)

    error, notice = annotations(report(result))
    assert (error.kind, error.line, notice.kind) == ("error", 5, "notice")
    assert error.message.startswith("It can't be imported.")


def test_style_is_noted_and_a_fault_is_an_error_of_no_file() -> None:
    style = Style((Note(3, "B006", "Take None."),))
    one = report(attempt(case()))
    told = [replace(one.told[0], style=style)]
    found = annotations(replace(one, tell=lambda result: told[0], faults=[FAULT]))

    assert [(one.kind, one.file, one.line) for one in found] == [
        ("error", "", 0),
        ("notice", "", 0),
        ("notice", "tiny/tiny.py", 3),
    ]


# --- the summary ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", [0, 500_000, 1_040_000, 2_000_000])
def test_a_summary_stays_below_a_mebibyte_with_what_is_there(
    written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * written)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    many = [hostile(HOSTILE, f"T::{number}") for number in range(200)]

    text = registry.beside("github", report(attempt(*many)))

    assert written > github.SUMMARY or written + len(text.encode()) < github.SUMMARY
    assert text.startswith("### tiny: look at this first\n") or written > 1_000_000
