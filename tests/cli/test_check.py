"""`grader check`: the real command on real files."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from tests.conftest import ROOT, TINY, TOPICS, Folder, check, environment, reference

SCHEMA = msgspec.json.decode((ROOT / "docs/schemas/check-1.schema.json").read_bytes())
RIGHT = "def double(n):\n    return 2 * n\n"


def verdicts(result: Any) -> list[str]:
    return [test["verdict"] for test in result["tests"]]


def without_durations(document: Any) -> Any:
    for result in document["results"]:
        for test in result["tests"]:
            del test["duration_s"]
    return document


@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_right_attempt_gets_full_points(tiny: Folder, mode: str) -> None:
    result = check(tiny, RIGHT, GRADER_JAIL=mode)

    assert result["score"] == result["max_score"] == 4
    assert verdicts(result) == ["passed"] * 5


@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_wrong_attempt_gets_the_smallest_input_as_evidence(tiny: Folder, mode: str) -> None:
    result = check(tiny, "def double(n):\n    return n * n if n > 41 else 2 * n\n", GRADER_JAIL=mode)

    failed = result["tests"][0]
    assert failed["verdict"] == "failed"
    assert failed["evidence"] == {
        "reason": "double returns twice its argument.",
        "snippet": 'from tiny import double\nfor _ in range(1):\n    value = double(42)\n\nprint("value:", value)',
        "subject": "value",
        "expected": "84",
        "actual": "1764",
    }
    assert result["score"] == 2


def test_an_assertion_message_is_the_reason(tiny: Folder) -> None:
    source = "calls = []\ndef double(n):\n    calls.append(n)\n    return n if len(calls) == 3 else 2 * n\n"

    result = check(tiny, source)

    assert result["tests"][-1]["evidence"]["reason"] == "The third time is no different."


def test_every_example_starts_from_a_fresh_import(tiny: Folder) -> None:
    source = "calls = []\ndef double(n):\n    calls.append(n)\n    return n if len(calls) == 4 else 2 * n\n"

    assert check(tiny, source)["score"] == 4


@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_hang_costs_one_budget_and_names_its_input(tiny: Folder, mode: str) -> None:
    source = "def double(n):\n    while n == 7:\n        pass\n    return 2 * n\n"
    started = time.monotonic()

    result = check(tiny, source, GRADER_JAIL=mode)

    by_id = {test["id"]: test for test in result["tests"]}
    hung = by_id["TestDouble::test_cases[7]"]
    assert hung["verdict"] == "timed_out"
    assert "double(7)" in hung["evidence"]["snippet"]
    assert by_id["TestDouble::test_cases[5]"]["verdict"] == "passed"
    assert time.monotonic() - started < 15


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("import os; os._exit(0)", "It left Python with exit status 0."),
        ("import os; os.kill(os.getpid(), 11)", "It crashed the interpreter"),
    ],
)
def test_a_crash_is_one_test_that_crashed(tiny: Folder, body: str, reason: str) -> None:
    result = check(tiny, f"def double(n):\n    if n == 7:\n        {body}\n    return 2 * n\n")

    by_id = {test["id"]: test for test in result["tests"]}
    assert by_id["TestDouble::test_cases[7]"]["verdict"] == "crashed"
    assert by_id["TestDouble::test_cases[7]"]["evidence"]["reason"].startswith(reason)
    assert by_id["TestDouble::test_cases[3]"]["verdict"] == "passed"


def test_an_exception_shows_the_learners_own_lines_and_no_others(tiny: Folder) -> None:
    result = check(tiny, "def half(n):\n    raise KeyError('n')\n\ndef double(n):\n    return half(n) * 4\n")

    evidence = result["tests"][0]["evidence"]
    assert evidence["raised"] == "KeyError: 'n'"
    assert [(line["file"], line["line"]) for line in evidence["lines"]] == [("tiny.py", 5), ("tiny.py", 2)]


@pytest.mark.parametrize(
    "body",
    ["raise SystemExit(0)", "import sys; sys.exit(0)", "raise KeyboardInterrupt", "raise GeneratorExit"],
)
def test_no_way_out_passes(tiny: Folder, body: str) -> None:
    result = check(tiny, f"def double(n):\n    {body}\n")

    assert result["score"] == 0
    assert verdicts(result) == ["failed"] * 5


@pytest.mark.parametrize(
    "answer",
    [
        "type('Flatterer', (), {'__eq__': lambda self, other: True})()",
        "type('Number', (int,), {})(2 * n)",
        "float(2 * n) if False else (2 * n,)",
        "iter([2 * n])",
    ],
)
def test_only_plain_data_of_the_exact_type_counts(tiny: Folder, answer: str) -> None:
    assert check(tiny, f"def double(n):\n    return {answer}\n")["score"] == 0


def test_what_an_attempt_prints_belongs_to_its_test(tiny: Folder) -> None:
    result = check(tiny, "def double(n):\n    print('got', n)\n    return 0\n")

    assert result["tests"][1]["output"] == "got 3\n"


def test_endless_output_is_capped(tiny: Folder) -> None:
    result = check(tiny, "def double(n):\n    while True:\n        print('x' * 1000)\n")

    assert result["tests"][1]["verdict"] == "crashed"
    assert len(result["tests"][1]["output"]) < 100_000


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def double(n)\n    return 2\n", ["SyntaxError", "line 1: def double(n)"]),
        ("import no_such_package\n", ["ModuleNotFoundError", "no_such_package", "line 1"]),
        ("import os\nos._exit(0)\n", ["left Python with exit status 0"]),
        ("while True: pass\n", ["importing it takes longer than 5 s"]),
        ("(" * 10_000, ["can't be imported"]),
        ("x = 1\n\n1 / 0\n", ["ZeroDivisionError", "line 3: 1 / 0"]),
    ],
)
def test_an_attempt_that_cannot_be_imported_gets_one_message(tiny: Folder, source: str, words: list[str]) -> None:
    result = check(tiny, source)

    assert all(word in result["message"] for word in words), result["message"]
    assert verdicts(result) == ["not_run"] * 5
    assert (result["score"], result["max_score"]) == (0, 4)


def test_a_memory_bomb_fails_its_test_only(tiny: Folder) -> None:
    result = check(tiny, "def double(n):\n    return 2 * n if n != 5 else len(bytearray(1 << 31))\n")

    by_id = {test["id"]: test for test in result["tests"]}
    assert by_id["TestDouble::test_cases[5]"]["evidence"]["raised"].startswith("MemoryError")
    assert by_id["TestDouble::test_cases[7]"]["verdict"] == "passed"


def test_the_document_is_what_its_schema_says(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    print(n)\n    return 1 // (n - 5)\n")

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", "--format", "json")

    assert outcome.status == 1
    jsonschema.validate(outcome.json, SCHEMA)
    assert outcome.json["results"][0]["version"] == 3


def test_the_same_run_gives_the_same_document(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    print({str(n), 'a', 'b'})\n    return {str(n), 'x', 'y'}\n")
    attempt = str(tiny.path / "attempt.py")
    command = ("check", "tiny", "--attempt", attempt, "--catalog", str(tiny.path / "exercises"), "--format", "json")
    (tiny.path / "elsewhere").mkdir()

    first = without_durations(tiny.run(*command, PYTHONHASHSEED="1").json)
    second = without_durations(tiny.run(*command, PYTHONHASHSEED="2", CI="true").json)
    third = without_durations(tiny.run(*command, folder="elsewhere").json)

    assert first == second == third


def test_another_seed_draws_other_examples(tiny: Folder) -> None:
    source = "def double(n):\n    print(n)\n    return 2 * n\n"

    outputs = {check(tiny, source, "--seed", str(seed))["tests"][0]["output"] for seed in (0, 0, 1)}

    assert len(outputs) == 2


def test_a_result_names_its_seed_and_whether_everybody_has_it(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    return 2 * n\n")
    command = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", "--format", "json")

    public = tiny.run(*command).json
    own = tiny.run(*command, "--seed", "7").json

    assert [(found["results"][0]["seed"], found["results"][0]["public_seed"]) for found in (public, own)] == [
        (0, True),
        (7, False),
    ]


@pytest.mark.parametrize(("mark", "status"), [("100", 1), ("50", 0), ("51", 1), ("0", 0)])
def test_the_pass_mark_decides_the_exit_status(tiny: Folder, mark: str, status: int) -> None:
    tiny.write("attempt.py", "def double(n):\n    return 2 * n if n < 100 else 0\n")

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", "--pass-mark", mark)

    assert outcome.status == status, outcome


@pytest.mark.parametrize("topic", TOPICS)
def test_the_reference_of_each_exercise_gets_full_points(folder: Folder, topic: str) -> None:
    outcome = folder.run("check", topic, "--attempt", str(reference(topic)))

    assert outcome.status == 0, outcome
    assert "everything holds" in outcome.out


# --- the report for people ---


def test_a_failing_check_leads_with_what_to_look_at_first(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    return n * n\n")

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    assert "\ndouble returns twice its argument   " in outcome.out
    assert "\nfrom tiny import double\nfor _ in range(1):\n    value = double(1)\n" in outcome.out
    assert "expected   value: 2\n" in outcome.out
    assert "yours      value: 1\n" in outcome.out
    assert " ".join(outcome.out.split()).endswith(
        "4 more claims fail: grader check tiny --attempt attempt.py --catalog exercises --all "
        "0 of 4 points. Next: mend double; hints come with grader start tiny --catalog exercises"
    )
    assert len(outcome.out.splitlines()) <= 23
    assert "test_tiny.py" not in outcome.out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_report_fits_its_terminal(tiny: Folder, columns: int) -> None:
    tiny.write("attempt.py", "def double(n):\n    return n * n\n")

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", COLUMNS=str(columns))

    assert outcome.status == 1
    assert max(map(len, outcome.out.splitlines())) <= columns
    assert not any(line != line.rstrip() for line in outcome.out.splitlines())
    assert "\x1b" not in outcome.out


def test_what_an_attempt_prints_cannot_command_the_terminal_or_ci(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    print('\\x1b[2J\\n::error::no\\u202e [red]x[/red]')\n    return 0\n")

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    assert not any(line.lstrip().startswith("::") for line in outcome.out.splitlines())
    assert "[red]x[/red]" in outcome.out


# --- a part, several topics, everything ---

HALF = "def double(n):\n    return 2 * n if n < 6 else 0\n"
HERE = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")


def test_a_part_is_judged_alone(tiny: Folder) -> None:
    tiny.write("attempt.py", HALF)
    command = ("check", "tiny", "again", *HERE[2:])

    people, program = tiny.run(*command), tiny.run(*command, "--format", "json")

    assert (people.status, program.status) == (0, 0), people
    assert people.out.endswith("\n1 of 1 points of again: everything holds. Well done.\n")
    (result,) = program.json["results"]
    assert (result["part"], result["score"], result["max_score"]) == ("again", 1, 1)
    assert [test["id"] for test in result["tests"]] == ["TestOften::test_again"]
    jsonschema.validate(program.json, SCHEMA)


def test_a_part_that_is_none_is_one_line_with_the_parts(tiny: Folder) -> None:
    outcome = tiny.run("check", "tiny", "twice", *HERE[2:])

    assert (outcome.status, outcome.err) == (2, "grader: tiny has no part 'twice': it has double, again\n")


def test_a_part_leaves_no_score_behind(tiny: Folder) -> None:
    tiny.run("start", "tiny", "--catalog", "exercises")
    tiny.write("tiny/tiny.py", RIGHT)

    outcome = tiny.run("check", "tiny", "again", "--catalog", "exercises")

    assert " ".join(outcome.out.split()).endswith("everything holds. Next: the other parts: grader check tiny")
    assert "0 of 1 topic done, 0 of 4 points" in tiny.run("progress", "--catalog", "exercises").out


def test_everything_is_shown_where_that_is_asked(tiny: Folder) -> None:
    tiny.write("attempt.py", HALF)

    outcome = tiny.run(*HERE, "--all")

    assert "    failed       double knows the small primes [7]" in outcome.out
    assert "\n1. double" in outcome.out
    assert "\n2. double" in outcome.out


def test_several_topics_have_a_line_each_and_one_next_step(tiny: Folder) -> None:
    module = "a_topic_with_a_long_name"
    for name, text in TINY.items():
        new = name.replace("exercises/tiny/", f"exercises/{module.replace('_', '-')}/").replace("tiny", module)
        tiny.write(new, text.replace("from tiny", f"from {module}").replace("import tiny", f"import {module}"))
    catalog = ("--catalog", "exercises")
    for topic in ("tiny", "a-topic-with-a-long-name"):
        tiny.run("start", topic, *catalog)
    tiny.write("tiny/tiny.py", HALF)

    for columns in ("40", "80"):
        lines = tiny.run("check", *catalog, COLUMNS=columns).out.splitlines()

        assert [line.split()[0] for line in lines[:2]] == ["a-topic-with-a-long-name", "tiny"]
        assert lines[2] == ""
        assert " ".join(lines[3:]).startswith("1.67 of 8 points. Next: grader check a-topic-with-a-long-name")


def test_who_has_read_enough_of_a_report_keeps_its_status(tiny: Folder) -> None:
    tiny.write("attempt.py", HALF)
    line = f"set -o pipefail; {sys.executable} -m grader {' '.join(HERE)} --all | head -1"

    done = subprocess.run(["bash", "-c", line], cwd=tiny.path, env=environment(), capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("tiny ")


# --- in a workspace ---


def test_the_pass_mark_of_a_workspace_is_named_and_progress_agrees(tiny: Folder) -> None:
    options = ("--catalog", str(tiny.path / "exercises"))
    tiny.run("start", "tiny", *options)
    tiny.write("grader.toml", "pass_mark = 40\n")
    tiny.write("tiny/tiny.py", HALF)

    outcome = tiny.run("check", *options)

    assert outcome.status == 0, outcome
    assert "1.67 of 4 points: that passes, for 40 % is enough. That is done" in outcome.out
    assert "tiny  passed, 1.67 of 4 points" in tiny.run("progress", *options).out
    assert "passed, 1.67 of 4 points" in tiny.run("list", *options).out


def test_commands_work_from_where_the_check_was_typed(tiny: Folder) -> None:
    options = ("--catalog", str(tiny.path / "exercises"))
    tiny.run("start", "tiny", *options)
    tiny.write("tiny/tiny.py", "def double(n):\n    raise KeyError(1)\n")

    inside = tiny.run("check", *options, folder="tiny")

    command = " ".join(inside.out.split()).partition("for the same reason: grader ")[2].partition(" --all")[0].split()
    assert command[0] == "check"
    assert tiny.run(*command, "--all", folder="tiny").status == 1


def test_check_takes_the_attempt_of_the_folder_it_is_typed_in(tiny: Folder) -> None:
    options = ("--catalog", str(tiny.path / "exercises"))
    tiny.run("start", "tiny", *options)

    inside = tiny.run("check", *options, folder="tiny")
    tiny.write("tiny/tiny.py", RIGHT)
    above = tiny.run("check", *options)

    assert inside.status == 1, inside
    assert above.status == 0, above
    assert "done" in tiny.run("list", *options).out


def test_check_grades_what_is_named(tiny: Folder) -> None:
    options = ("--catalog", str(tiny.path / "exercises"))
    tiny.run("start", "tiny", *options)

    assert tiny.run("check", "tiny", *options).status == 1


# --- bad input ---


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"x = '\xe9'\n", "not UTF-8 (line 1)"),
        (b"\x7fELF\0\0", "NUL bytes"),
        (b"#" * 300_000, "300,000 bytes"),
    ],
)
def test_a_file_that_is_no_attempt_is_refused_in_one_line(tiny: Folder, content: bytes, words: str) -> None:
    tiny.write("attempt.py", content)

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    assert outcome.status == 2
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


def test_links_folders_and_missing_files_are_refused(tiny: Folder) -> None:
    (tiny.path / "link.py").symlink_to(tiny.path / "solutions/tiny.py")
    (tiny.path / "folder.py").mkdir()
    os.mkfifo(tiny.path / "pipe.py")

    for name, words in {
        "link": "is a link",
        "folder": "not a regular file",
        "pipe": "not a regular file",
        "none": "No such",
    }.items():
        outcome = tiny.run("check", "tiny", "--attempt", f"{name}.py", "--catalog", "exercises")
        assert outcome.status == 2, outcome
        assert words in outcome.err
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("check", "no-such-topic"), "no topic 'no-such-topic'"),
        (("check", "decoraters"), "did you mean decorators?"),
        (("check",), "grader start TOPIC"),
        (("check", "--catalog", "nowhere"), "is no catalog"),
        (("check", "--nonsense"), "--nonsense"),
        (("check", "--format", "xml"), "xml"),
        (("nonsense",), "nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(folder: Folder, command: tuple[str, ...], words: str) -> None:
    outcome = folder.run(*command)

    assert outcome.status == 2, outcome
    assert words in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("exercise.toml", "title = ", "is not a valid manifest"),
        ("exercise.toml", "title = 'x'\n", "missing required field"),
        ("test_tiny.py", "import nothing_of_this_name\n", "can't be collected"),
        ("test_tiny.py", "def test_x(attempt):\n    assert attempt.doubled(1).value == 2\n", "adds up to 1 points"),
        ("test_tiny.py", "", "adds up to 0 points"),
    ],
)
def test_a_broken_exercise_is_nobodys_attempts_fault(tiny: Folder, name: str, text: str, words: str) -> None:
    tiny.write(f"exercises/tiny/{name}", text)
    tiny.write("attempt.py", RIGHT)

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    assert outcome.status == 3, outcome
    assert words in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_broken_grader_toml_is_named(folder: Folder) -> None:
    folder.write("grader.toml", "format = 'x'\n")

    outcome = folder.run("check")

    assert outcome.status == 2
    assert "grader.toml is broken" in outcome.err


def test_a_closed_pipe_is_no_traceback(tiny: Folder) -> None:
    tiny.write("attempt.py", "def double(n):\n    return 0\n")
    command = [sys.executable, "-m", "grader", "check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises"]
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(command, cwd=tiny.path, env=environment(), stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)

    assert done.returncode == 1
    assert done.stderr == ""


def test_a_full_disk_is_one_line(tiny: Folder) -> None:
    tiny.write("attempt.py", RIGHT)
    command = [sys.executable, "-m", "grader", "check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises"]

    with open("/dev/full", "w") as full:
        done = subprocess.run(command, cwd=tiny.path, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True)

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def processes_of(marker: str) -> list[str]:
    """Command lines of the processes that know `marker`, which stands in their environment or arguments."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            text = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if marker.encode() in text and entry.name != str(os.getpid()):
            found.append((entry / "cmdline").read_text().replace("\0", " "))
    return found


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell has what runs in its background ignore interrupts, and who is started there inherits it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("after", [0.15, 0.5, 1.5])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_everything_at_any_moment(tiny: Folder, number: signal.Signals, after: float) -> None:
    tiny.write("attempt.py", "def double(n):\n    while True:\n        pass\n")
    command = [sys.executable, "-m", "grader", "check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises"]
    scratch = tiny.path / "tmp"
    scratch.mkdir()
    process = subprocess.Popen(
        command, cwd=tiny.path, env=environment(TMPDIR=str(scratch)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(after)
    process.send_signal(number)
    out, err = process.communicate(timeout=10)

    before_python = (-number, b"", b"")  # on a busy machine its first 0.15 s are the dynamic loader's
    assert process.returncode == 128 + number or (process.returncode, out, err) == before_python
    assert b"Traceback" not in err
    deadline = time.monotonic() + 5
    while processes_of(str(scratch)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_of(str(scratch)) == []
    assert list(scratch.iterdir()) == []
    assert tiny.read("attempt.py").startswith("def double")
