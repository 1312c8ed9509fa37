"""Results in a learner's terms."""

import sys
import time
from pathlib import Path

import pytest

import grader
from grader.judge.suite import scrub
from grader.verdicts import Evidence, TestResult
from tests.conftest import TINY, Folder, check

SCENARIOS = """
class Account:
    pass


def call_cached(module, accounts):
    def balance(n): ...


def other(module): ...
"""
NO_FILE = "FileNotFoundError: [Errno 2] No such file or directory:"
JAIL = Path(grader.__file__).parent / "jail"


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    path = tmp_path / "scenarios.py"
    path.write_text(SCENARIOS)
    return path


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("call_cached.<locals>.balance() takes 1 argument", "balance() takes 1 argument"),
        ("call_cached.<locals>.make.<locals>.<lambda>() takes 0", "<lambda>() takes 0"),
        ("call_cached.<locals>.Ledger.add() missing", "Ledger.add() missing"),
        ("Account.open.<locals>.inner()", "inner()"),
        ("scenarios.call_cached.<locals>.Refused('no')", "Refused('no')"),
        ("<function other.<locals>.f at 0x7f2a3b>", "<function f>"),
        ("<scenarios.Account object at 0x7F2A3B>", "<Account object>"),
        ("<grader.jail.child.Room object at 0x7f2a3b>", "<Room object>"),
        # the attempt's own stay
        ("retry.<locals>.wrapper() takes 1", "retry.<locals>.wrapper() takes 1"),
        ("my_other.<locals>.f()", "my_other.<locals>.f()"),
        ("decorators.other.<locals>.f()", "decorators.other.<locals>.f()"),
        ("at 0x10 o'clock, in scenarios.py", "at 0x10 o'clock, in scenarios.py"),
    ],
)
def test_functions_inside_scenarios_are_called_by_their_names(scenarios: Path, message: str, shown: str) -> None:
    assert scrub.text(message, scenarios) == shown


@pytest.mark.parametrize("root", ["/dev/shm", "/tmp", "/var/folders/zz/T", "/home/me/my files/tmp", "C:\\\\Temp"])
@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("/grader-ab12_xyz/children/tmpq8_w3e4r/data.txt", "data.txt"),
        ("/grader-ab12_xyz/children/tmpq8_w3e4r/a/b c.txt", "a/b c.txt"),
        ("/grader-ab12_xyz/children/tmpq8_w3e4r", "."),
        ("/grader-ab12_xyz/children", ".."),
        ("/grader-ab12_xyz", ".."),
        ("/grader-of-mine/data.txt", None),
    ],
)
def test_scratch_folders_are_where_the_attempt_is(scenarios: Path, root: str, inside: str, shown: str | None) -> None:
    path = root + (inside.replace("/", "\\\\") if "\\" in root else inside)
    expected = path if shown is None else shown.replace("/", "\\\\") if "\\" in root else shown

    message = scrub.text(f"FileNotFoundError: [Errno 2] No such file or directory: '{path}'", scenarios)

    assert message == f"FileNotFoundError: [Errno 2] No such file or directory: '{expected}'"


def test_a_path_that_stands_free_ends_with_its_word(scenarios: Path) -> None:
    said = "a/b, /dev/shm/grader-ab12_xyz/children/tmpq8_w3e4r/x and /etc/passwd"

    assert scrub.text(said, scenarios) == "a/b, x and /etc/passwd"


def test_the_graders_own_files_have_no_names(scenarios: Path) -> None:
    said = f"cannot import name 'x' from 'y' ({JAIL / 'wire.py'})"

    assert scrub.text(said, scenarios) == "cannot import name 'x' from 'y' (the grader)"


@pytest.mark.parametrize(
    "said",
    [
        "/a" * 100_000,
        "/grader-ab12_xyz" * 20_000,
        "'/a /grader-ab12_xyz/children/tmpq8_w3e4r" * 5_000,
        "call_cached." * 20_000,
        "call_cached" + ".<locals>.x" * 20_000,
        '  File "scenarios.py", line 1\n' * 10_000,
    ],
)
def test_nothing_that_is_printed_takes_long(scenarios: Path, said: str) -> None:
    started = time.process_time()

    scrub.text(said, scenarios)
    scrub.test(TestResult("t", "t", "p", "c", "failed", "1", output=said), scenarios)

    assert time.process_time() - started < 2


def result(**why: str) -> TestResult:
    return TestResult("t", "t", "p", "c", "failed", "1", evidence=Evidence("Why.", **why))


def test_values_that_differ_are_never_made_alike(scenarios: Path) -> None:
    same = result(expected="'balance'", actual="'call_cached.<locals>.balance'")
    other = result(expected="'total'", actual="'call_cached.<locals>.balance'")

    assert scrub.test(same, scenarios) == same
    assert scrub.test(other, scenarios) == result(expected="'total'", actual="'balance'")


def test_a_file_of_scenarios_that_is_none_leaves_names_as_they_are(tmp_path: Path) -> None:
    assert scrub.text("f.<locals>.g()", tmp_path / "none.py") == "f.<locals>.g()"


# --- in a check ---


@pytest.fixture
def calling(tiny: Folder) -> Folder:
    """`tiny`, whose scenario hands the attempt `once`, a function of its own, in a folder that may be written."""
    body = TINY["exercises/tiny/scenarios.py"].replace(
        "    for _ in range(times):\n",
        "    import tiny\n\n    def once(a):\n        return a\n\n    tiny.once = once\n    for _ in range(times):\n",
    )
    tiny.write("exercises/tiny/scenarios.py", body)
    manifest = TINY["exercises/tiny/exercise.toml"].replace("hints =", 'requires = ["files"]\nhints =')
    tiny.write("exercises/tiny/exercise.toml", manifest)
    return tiny


@pytest.mark.parametrize("mode", ["fork", "spawn"])
@pytest.mark.parametrize(
    ("body", "raised"),
    [
        ("once(1, 2)", "TypeError: once() takes 1 positional argument but 2 were given"),
        ("once.nothing", "AttributeError: 'function' object has no attribute 'nothing'"),
        (
            "import os; open(os.path.abspath('data.txt'))",
            "FileNotFoundError: [Errno 2] No such file or directory: 'data.txt'",
        ),
        ("import os; os.rmdir(os.getcwd() + '/a/b')", f"{NO_FILE} 'a/b'"),
        ("raise ValueError(once)", "ValueError: <function once>"),
    ],
)
def test_an_exception_speaks_of_nothing_of_the_graders(calling: Folder, mode: str, body: str, raised: str) -> None:
    found = check(calling, f"def double(n):\n    {body}\n", GRADER_JAIL=mode)

    assert {test["evidence"]["raised"] for test in found["tests"]} == {raised}


def test_an_attempt_that_cannot_be_imported_says_no_more(calling: Folder) -> None:
    found = check(calling, "import os\nopen(os.path.abspath('data.txt'))\n")

    assert found["message"].endswith("No such file or directory: 'data.txt'")


def test_a_traceback_that_is_printed_has_the_attempts_frames_alone(calling: Folder) -> None:
    body = (
        "def double(n):\n    import os, traceback\n    traceback.print_stack()\n    print(os.getcwd())\n    return 0\n"
    )

    (output,) = {test["output"] for test in check(calling, body)["tests"][1:4]}

    own = '  File "tiny.py", line 3, in double\n    traceback.print_stack()\n'
    assert output.endswith(f"{own}.\n")
    assert "scenarios.py" not in output
    assert str(JAIL) not in output
    assert sys.version_info >= (3, 13) or output.count("File") == 1
