"""`grader doctor`, and what a check says of its isolation."""

import hashlib
import sys
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from grader.cli import doctor
from grader.formats import screen
from grader.judge.protocol import Examined
from grader.verdicts import AttemptResult, Isolation, Missing
from tests.conftest import ROOT, Folder, check
from tests.formats.told import plain, tell, written

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

SCHEMA = msgspec.json.decode((ROOT / "docs/schemas/check-1.schema.json").read_bytes())
RIGHT = "def double(n):\n    return 2 * n\n"
CATALOG = ("--catalog", "exercises")


def command(tiny: Folder, *options: str) -> tuple[str, ...]:
    tiny.write("attempt.py", RIGHT)
    return ("check", "tiny", "--attempt", "attempt.py", *CATALOG, *options)


def rows(text: str) -> dict[str, str]:
    """The word before each thing that was looked at, in the last table."""
    table = [line.split() for line in text.partition("Installation")[2].splitlines() if line.startswith("  ")]
    return {row[1]: row[0] for row in table if row[0] in ("ok", "note", "problem")}


# --- the doctor ---


def test_the_document_fits_its_schema(tiny: Folder) -> None:
    schema = msgspec.json.decode((ROOT / "docs/schemas/doctor-1.schema.json").read_bytes())

    jsonschema.validate(tiny.run("doctor", "--format", "json", *CATALOG).json, schema)


@linux
def test_all_well_is_one_line(tiny: Folder) -> None:
    outcome = tiny.run("doctor")

    assert outcome.status == 0, outcome
    assert outcome.out == "All well: attempts are sealed off. (The details: grader doctor --verbose)\n"


@linux
def test_what_is_not_well_is_named_with_what_to_do(tiny: Folder) -> None:
    outcome = tiny.run("doctor", *CATALOG, GRADER_WITHOUT="rlimits")
    text = " ".join(outcome.out.split())

    assert outcome.status == 0, outcome
    assert "missing rlimits: it is left out by GRADER_WITHOUT. Mend: unset GRADER_WITHOUT." in text
    assert "note recordings" in text
    assert text.endswith("attempts are not sealed off. (The details: grader doctor --verbose)")


@linux
def test_a_sound_installation_is_well_enough(tiny: Folder) -> None:
    outcome = tiny.run("doctor", "--verbose", *CATALOG)

    assert outcome.status == 0, outcome
    assert outcome.out.startswith("Isolation: sealed   linux-")
    assert "\n  on        landlock(abi " in outcome.out
    assert "all of it was refused" in outcome.out
    assert rows(outcome.out) == {
        "judge": "ok",
        "Python": "ok",
        "catalog": "ok",
        "recordings": "note",
        "terminal": "ok",
        "git": "ok",
        "workspace": "ok",
    }
    assert "Well enough to grade" in outcome.out.splitlines()[-1]


@linux
def test_a_gap_is_shown_with_the_way_to_mend_it(tiny: Folder) -> None:
    outcome = tiny.run("doctor", "--verbose", *CATALOG, GRADER_WITHOUT="rlimits")

    assert outcome.status == 0, outcome
    assert outcome.out.startswith("Isolation: partial")
    assert "  missing   rlimits\n            it is left out by GRADER_WITHOUT.\n" in outcome.out
    assert "            mend: unset GRADER_WITHOUT.\n" in outcome.out
    assert "  open      memory, queued_signals\n" in outcome.out
    assert "rlimits\n" not in outcome.out.replace("missing   rlimits\n", "")


@linux
@pytest.mark.parametrize("without", ["", "landlock,rlimits,seccomp"])
def test_the_table_fits_in_80_columns(tiny: Folder, without: str) -> None:
    outcome = tiny.run("doctor", "--verbose", *CATALOG, GRADER_WITHOUT=without)

    assert max(map(len, outcome.out.splitlines())) <= 80
    assert not any(line != line.rstrip() for line in outcome.out.splitlines())
    assert outcome.out.isascii()


@linux
def test_what_exercises_require_is_examined_too(tiny: Folder) -> None:
    path = "exercises/tiny/exercise.toml"
    tiny.write(path, tiny.read(path).replace("[budgets]", 'requires = ["threads", "files"]\n[budgets]'))

    outcome = tiny.run("doctor", "--verbose", *CATALOG)

    assert "\nWith files, threads, as exercises require: sealed\n" in outcome.out


@linux
@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_the_diagnosis_for_programs(tiny: Folder, mode: str) -> None:
    outcome = tiny.run("doctor", *CATALOG, "--format", "json", GRADER_JAIL=mode)

    assert outcome.status == 0, outcome
    found = outcome.json
    assert (found["schema"], found["well"]) == ("grader/doctor/1", True)
    (isolation,) = found["isolation"]
    assert (isolation["requires"], isolation["level"], isolation["open"]) == ([], "sealed", [])
    assert isolation["observed"]["read_hidden"] in ("EACCES", "EPERM")
    assert {check["name"] for check in found["checks"]} >= {"judge", "Python", "catalog", "git"}
    assert mode in found["checks"][0]["found"]


def test_a_broken_catalog_is_not_well_enough(tiny: Folder) -> None:
    tiny.write("exercises/tiny/exercise.toml", "title = ")

    outcome = tiny.run("doctor", "--verbose", *CATALOG)

    assert outcome.status == 3, outcome
    assert rows(outcome.out)["catalog"] == "problem"
    assert rows(outcome.out)["judge"] == "ok"
    assert outcome.out.rstrip().endswith("Not well enough to grade: mend catalog first.")


def test_a_broken_workspace_is_not_well_enough(tiny: Folder) -> None:
    tiny.write("grader.toml", "format = 'x'\n")

    outcome = tiny.run("doctor", "--verbose", *CATALOG)

    assert outcome.status == 3, outcome
    assert rows(outcome.out)["workspace"] == "problem"


def test_a_judge_that_does_not_start_is_not_well_enough(tiny: Folder) -> None:
    outcome = tiny.run("doctor", "--verbose", *CATALOG, GRADER_WITHOUT="everything")

    assert outcome.status == 3, outcome
    assert rows(outcome.out)["judge"] == "problem"
    assert "Isolation:" not in outcome.out


def test_a_recording_of_another_suite_is_named(tiny: Folder) -> None:
    tiny.write("exercises/tiny/examples.msgpack", b"\x80")

    outcome = tiny.run("doctor", "--verbose", *CATALOG)

    assert outcome.status == 0, outcome
    assert "  note      recordings   stale: tiny\n" in outcome.out


def test_what_is_merely_missing_is_a_note(tiny: Folder) -> None:
    outcome = tiny.run("doctor", "--verbose", *CATALOG, PATH="", PYTHONIOENCODING="ascii", COLUMNS="40")

    assert outcome.status == 0, outcome
    assert rows(outcome.out)["git"] == "note"
    assert rows(outcome.out)["terminal"] == "note"
    assert "ascii, 40 columns, no colour" in outcome.out


def test_the_workspace_is_counted(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)

    assert "1 topic started" in " ".join(tiny.run("doctor", "--verbose", *CATALOG).out.split())


def test_a_machine_without_any_layer_gets_every_gap_once() -> None:
    """As Windows would: the second examination shows only what the first did not."""
    gap, more = Missing("files", "no such right", "use WSL2"), Missing("memory in total", "each for itself", "a cgroup")
    bare = Isolation("split-only", "windows-11 amd64", ("job object",), ("read_hidden",), (gap,), ("file metadata",))
    second = Isolation("split-only", bare.platform, bare.layers, ("read_hidden", "fork"), (gap, more), ())
    seen = {"read_hidden": "OPEN", "tcp": "absent"}

    text = "\n".join(
        doctor.lines(
            doctor.Diagnosis(
                [
                    doctor.Examination((), Examined(bare, seen)),
                    doctor.Examination(("processes",), Examined(second, seen)),
                ],
                [doctor.Check("git", "note", "not found", "install git")],
            )
        )
    )

    assert text.count("missing   files") == text.count("missing   memory in total") == 1
    assert "1 of 2 were refused" in text
    assert "With processes, as exercises require: split-only" in text
    assert "  open      fork" in text


# --- the check ---


def lacking(isolation: Any) -> list[str]:
    """The layers that are missing, but for what root's child has to keep where this Python is private."""
    return [gap["layer"] for gap in isolation["missing"] if gap["layer"] != "capabilities"]


@linux
@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_result_says_what_was_graded_and_how_well_it_was_isolated(tiny: Folder, mode: str) -> None:
    result = check(tiny, RIGHT, GRADER_JAIL=mode)

    assert result["attempt_sha256"] == hashlib.sha256(RIGHT.encode()).hexdigest()
    assert len(result["suite_sha256"]) == 64
    assert result["isolation"]["level"] == "sealed"
    assert result["isolation"]["open"] == lacking(result["isolation"]) == []
    assert result["isolation"]["not_covered"] == ["file metadata", "access times", "timing", "kernel bugs"]


def test_another_suite_has_another_digest(tiny: Folder) -> None:
    before = check(tiny, RIGHT)
    tiny.write("exercises/tiny/scenarios.py", tiny.read("exercises/tiny/scenarios.py") + "\n# more\n")
    after = check(tiny, RIGHT)

    assert before["attempt_sha256"] == after["attempt_sha256"]
    assert before["suite_sha256"] != after["suite_sha256"]


@linux
def test_less_than_sealed_is_in_the_document(tiny: Folder) -> None:
    outcome = tiny.run(*command(tiny, "--format", "json"), GRADER_WITHOUT="rlimits")

    jsonschema.validate(outcome.json, SCHEMA)
    isolation = outcome.json["results"][0]["isolation"]
    assert (isolation["level"], isolation["open"]) == ("partial", ["memory", "queued_signals"])
    assert lacking(isolation) == ["rlimits"]


@linux
def test_the_terminal_has_a_line_only_where_it_is_less_than_sealed(tiny: Folder) -> None:
    sealed = tiny.run(*command(tiny)).out
    lesser = tiny.run(*command(tiny), GRADER_WITHOUT="rlimits").out

    line = "Isolation: partial (memory is not limited here); see grader doctor"
    assert "Isolation" not in sealed
    assert lesser == f"{sealed}{line}\n"


@linux
@pytest.mark.parametrize(
    ("without", "wanted", "status"),
    [
        ("", "sealed", 0),
        ("rlimits", "sealed", 3),
        ("rlimits", "partial", 0),
        ("seccomp", "partial", 3),
        ("seccomp", "split-only", 0),
    ],
)
def test_below_the_required_level_nothing_is_graded(tiny: Folder, without: str, wanted: str, status: int) -> None:
    outcome = tiny.run(*command(tiny, "--require-isolation", wanted), GRADER_WITHOUT=without)

    assert outcome.status == status, outcome
    if status:
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1
        assert f"and {wanted} is required" in outcome.err
        assert "unset GRADER_WITHOUT" in outcome.err


@linux
def test_an_attempt_is_not_imported_below_the_required_level(tiny: Folder) -> None:
    """Without Landlock it could write a file; it is never given the chance."""
    proof = tiny.path / "proof"
    tiny.path.chmod(0o777)
    tiny.write("attempt.py", f"open({str(proof)!r}, 'w')\n{RIGHT}")

    options = ("--attempt", "attempt.py", *CATALOG, "--require-isolation", "sealed")
    outcome = tiny.run("check", "tiny", *options, GRADER_WITHOUT="landlock,seccomp,rlimits")

    assert outcome.status == 3, outcome
    assert not proof.exists()


def test_a_level_that_is_none_is_wrong_usage(tiny: Folder) -> None:
    outcome = tiny.run(*command(tiny, "--require-isolation", "perfect"))

    assert outcome.status == 2, outcome
    assert "perfect" in outcome.err


def test_a_report_says_where_an_attempt_was_less_than_sealed() -> None:
    def told(level: Any, **isolation: Any) -> str:
        one = Isolation(level, "x", layers=(), missing=(), not_covered=(), **isolation)
        console = plain()
        screen.show(tell(AttemptResult("tiny", 1, "tiny.py", (), isolation=one)), console)
        return written(console)

    assert "Isolation" not in told("sealed", open=())
    assert "\nIsolation: partial (memory is not limited here); see grader doctor\n" in told("partial", open=("memory",))


def test_the_doctor_reads_nothing_of_the_folder_it_is_typed_in(tiny: Folder) -> None:
    for name in ("conftest.py", "sitecustomize.py", "pytest.py", "msgspec.py", "socket.py"):
        tiny.write(name, f"raise SystemExit({Path(name).stem!r})\n")

    assert tiny.run("doctor", "--verbose", *CATALOG).status == 0
