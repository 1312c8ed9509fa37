"""A file of tests that is run beside implementations which it has never seen; in the jail it is the same code."""

import os
import random
import sys
from pathlib import Path

import pytest

from grader.scenario import run_tests
from grader.scenario.reports import Report

STACK = """
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)
"""
FIRST_OUT = STACK.replace(".pop()", ".pop(0)")
NEVER_EMPTY = STACK.replace("return len(self.items)", "return 1")
HEAD = "import pytest\nfrom stack import Stack\n\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(tests: str, *implementations: str, **more: int) -> list[Report]:
    Path("writing_tests.py").write_text(tests)
    return run_tests("writing_tests.py", [{"stack.py": source} for source in implementations or (STACK,)], **more)


def test_implementations_are_told_apart_whatever_their_order() -> None:
    tests = HEAD + "def test_last():\n    s = Stack()\n    s.push(1)\n    s.push(2)\n    assert s.pop() == 2\n"

    assert [one.green for one in reports(tests, STACK, FIRST_OUT, STACK, FIRST_OUT)] == [True, False, True, False]
    assert reports(tests, FIRST_OUT)[0] == Report(
        [], {"test_last": "assert 1 == 2 (writing_tests.py, line 8)"}, {}, [], None
    )


def test_what_pytest_offers_works() -> None:
    tests = HEAD + (
        "import logging, unittest, warnings\n"
        "from hypothesis import given, strategies as st\n"
        "@pytest.fixture(scope='session')\ndef stack():\n    return Stack()\n"
        "@pytest.fixture\ndef full(stack):\n    stack.push(1)\n    yield stack\n    stack.pop()\n"
        "@pytest.mark.parametrize('n', [1, 2])\ndef test_cases(full, n):\n    assert len(full) == 1\n"
        "def test_patch(monkeypatch, capsys, tmp_path):\n"
        "    monkeypatch.setattr(Stack, 'pop', lambda self: print('popped'))\n    Stack().pop()\n"
        "    assert capsys.readouterr().out == 'popped\\n' and list(tmp_path.iterdir()) == []\n"
        "def test_raises():\n    with pytest.raises(IndexError):\n        Stack().pop()\n"
        "def test_log(caplog, capfd, recwarn):\n    logging.warning('x')\n    assert caplog.messages == ['x']\n"
        "class TestCase(unittest.TestCase):\n    def test_old(self):\n        self.assertEqual(len(Stack()), 0)\n"
        "@given(st.lists(st.integers()))\ndef test_property(items):\n"
        "    s = Stack()\n    for one in items:\n        s.push(one)\n"
        "    assert [s.pop() for _ in items] == items[::-1]\n"
    )
    names = ["test_cases[1]", "test_cases[2]", "test_patch", "test_raises", "test_log", "TestCase::test_old"]

    right, wrong = reports(tests, STACK, FIRST_OUT)

    assert right == Report([*names, "test_property"], {}, {}, [], None)
    assert (wrong.passed, list(wrong.failed)) == (names, ["test_property"])


def test_one_run_leaves_nothing_for_the_next() -> None:
    tests = HEAD + (
        "import os, pathlib, random, stack, sys\n"
        "@pytest.fixture(scope='session', autouse=True)\ndef once():\n    assert not hasattr(stack, 'seen')\n"
        "def test_fresh():\n    assert 'left' not in sys.path and 'LEFT' not in os.environ\n"
        "    assert not pathlib.Path('left').exists()\n"
        "    stack.seen = os.environ.setdefault('LEFT', 'left')\n    sys.path.append('left')\n"
        "    pathlib.Path('left').touch()\n"
        "def test_chance():\n    assert random.random() == 0\n"
    )
    before = random.getstate(), dict(os.environ), list(sys.path), {*sys.modules}

    first, second = reports(tests, STACK, STACK)

    assert (first, first.passed) == (second, ["test_fresh"])
    assert (random.getstate(), dict(os.environ), list(sys.path)) == before[:3]
    assert not {"stack", "writing_tests"} & ({*sys.modules} - before[3])
    assert os.listdir() == ["writing_tests.py"]


def test_a_module_of_that_name_that_was_there_is_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stack", before := type(sys)("stack"))

    assert reports(HEAD + "def test_a():\n    assert Stack().pop\n")[0].green
    assert sys.modules["stack"] is before


def test_options_and_plugins_from_outside_have_no_say(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    (here / "conftest.py").write_text("1 / 0\n")
    (here / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")

    assert reports(HEAD + "def test_a():\n    assert Stack\n")[0].green


@pytest.mark.parametrize(
    ("tests", "report"),
    [
        ("", Report([], {}, {}, [], "there is no test in it")),
        (
            "def test_a(:\n",
            Report([], {}, {}, [], "it can't be imported: SyntaxError: invalid syntax (writing_tests.py, line 1)"),
        ),
        (
            "import nothing_there\n",
            Report(
                [],
                {},
                {},
                [],
                "it can't be imported: ModuleNotFoundError: No module named 'nothing_there' (writing_tests.py, line 1)",
            ),
        ),
        (
            "import pytest\npytest.skip('not now', allow_module_level=True)\n",
            Report([], {}, {}, [], "all of it is skipped: not now"),
        ),
        (
            "import pytest\ndef test_a(): pass\ndef test_b(): pytest.exit('enough')\ndef test_c(): pass\n",
            Report(["test_a"], {}, {}, [], "the run was ended: Exit: enough (writing_tests.py, line 3)"),
        ),
        (
            "import sys\nsys.exit(0)\n",
            Report([], {}, {}, [], "the run was ended: SystemExit: 0 (writing_tests.py, line 2)"),
        ),
        (
            "def test_a(): raise KeyboardInterrupt\n",
            Report([], {}, {}, [], "the run was ended: KeyboardInterrupt (writing_tests.py, line 1)"),
        ),
        (
            "import sys\ndef test_a(): sys.exit(0)\n",
            Report([], {"test_a": "SystemExit: 0 (writing_tests.py, line 2)"}, {}, [], None),
        ),
        (
            "import pytest\npytestmark = pytest.mark.xfail\ndef test_a(): assert 0\ndef test_b(): pass\n",
            Report([], {}, {}, ["test_a", "test_b"], None),
        ),
        (
            "import pytest\n@pytest.fixture\ndef f(): 1 / 0\ndef test_a(f): pass\n",
            Report([], {}, {"test_a": "ZeroDivisionError: division by zero (writing_tests.py, line 3)"}, [], None),
        ),
        (
            "import os, shutil\ndef test_a(tmp_path): shutil.rmtree(os.getcwd())\ndef test_b(tmp_path): pass\n",
            Report(["test_a", "test_b"], {}, {}, [], None),
        ),
    ],
    ids=["empty", "syntax", "import", "skip", "exit", "sys.exit", "interrupt", "exits", "xfail", "fixture", "deletes"],
)
def test_every_file_has_an_outcome_and_so_has_the_next_run(tests: str, report: Report) -> None:
    first, second = reports(tests, STACK, STACK)

    assert (first, second) == (report, report)


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "while True:\n        print('x' * 100)",
        "s = Stack()\n    while len(s) != 0: s.pop()",
        "sum(1 for _ in iter(int, 1))",
    ],
    ids=["jump", "prints", "implementation", "generator"],
)
def test_what_goes_on_for_ever_fails_and_the_next_test_is_run(body: str) -> None:
    tests = f"{HEAD}def test_a():\n    {body}\n\ndef test_b():\n    pass\n"

    (report,) = reports(tests, NEVER_EMPTY.replace(".pop()", ".clear()"), steps=20_000)

    assert report.passed == ["test_b"]
    assert report.failed["test_a"].startswith("Endless: it goes on for more than 20,000 steps (")


def test_the_same_tests_say_the_same_wherever_they_are_run() -> None:
    tests = HEAD + "def test_a():\n    assert Stack() == __file__\n"

    first, second = reports(tests, STACK, STACK)

    assert first == second
    assert " at 0x" not in first.failed["test_a"]


def test_a_file_that_is_not_there_is_no_outcome() -> None:
    with pytest.raises(FileNotFoundError):
        run_tests("nothing.py", [{}])
