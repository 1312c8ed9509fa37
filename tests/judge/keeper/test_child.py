"""The jail from the judge's side: real children, of the fork-server and of fresh interpreters."""

import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.catalog import Budgets, Exercise, Manifest
from grader.errors import ExerciseError
from grader.jail import wire
from grader.judge.keeper import servers as jails
from grader.judge.keeper.child import AttemptRaised, Child, Stopped, Unimportable
from grader.judge.keeper.folders import remove, space
from grader.judge.keeper.forkserver import ForkServer
from grader.judge.keeper.handles import JailError
from tests.processes import is_running, soon

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

BUDGETS = Budgets(call_seconds=5.0, test_seconds=20.0, import_seconds=5.0, output_kb=1)
BRIEF = Budgets(call_seconds=0.3, test_seconds=0.6, import_seconds=0.4, output_kb=1)
SCENARIOS = """
def run(*args, **kwargs):
    import attempt

    return attempt.run(*args, **kwargs)
"""

PutIn = Callable[..., Child]


def exercise(*requires: str, packages: tuple[str, ...] = ()) -> Exercise:
    manifest = Manifest(
        title="Tiny",
        chapter="Tests",
        order=1,
        version=1,
        difficulty="easy",
        points=1,
        objectives=[],
        hints=[],
        requires=list(requires),
        packages=list(packages),
        budgets=BUDGETS,
    )
    return Exercise(Path("tiny"), manifest)


@contextlib.contextmanager
def started(mode: str, what: Exercise) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as scratches:
        os.chmod(scratches, 0o711)  # a child may be another user
        patch.setenv("GRADER_JAIL", mode)
        jail = jails.start(what, Path(scratches))
        try:
            yield jail
        finally:
            jail.close()


@pytest.fixture(scope="module", params=["fork", "spawn"])
def jail(request: pytest.FixtureRequest) -> Iterator[Any]:
    with started(request.param, exercise()) as one:
        yield one


@pytest.fixture(scope="module", params=["fork", "spawn"])
def open_jail(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A jail whose children may write files and start processes."""
    with started(request.param, exercise("files", "processes")) as one:
        yield one


def putter(jail: Any) -> Iterator[PutIn]:
    children: list[Child] = []

    def put_in(source: str, scenarios: str = SCENARIOS, budgets: Budgets = BUDGETS) -> Child:
        handle = jail.open()
        scratch = str(handle.scratch) if handle.scratch else None
        child = Child(handle, wire.Load("attempt", source.encode(), scenarios.encode(), scratch), budgets)
        child.scratch = handle.scratch
        children.append(child)
        return child.ready()

    yield put_in
    for child in children:
        child.end()


@pytest.fixture
def put_in(jail: Any) -> Iterator[PutIn]:
    yield from putter(jail)


@pytest.fixture
def put_in_open(open_jail: Any) -> Iterator[PutIn]:
    yield from putter(open_jail)


def run(child: Child, *args: Any, renew: bool = False, seconds: float = 20.0) -> Any:
    return child.call("run", list(args), {}, renew, lambda: seconds)


def stopped(child: Child, *args: Any, seconds: float = 20.0) -> tuple[str, str]:
    """The verdict and the reason of a call that the child does not survive."""
    with pytest.raises(Stopped) as caught:
        run(child, *args, seconds=seconds)
    return caught.value.verdict, caught.value.reason


# --- answers ---


def test_a_scenario_gets_the_attempt_its_arguments_and_keywords(put_in: PutIn) -> None:
    child = put_in("NAME = 'mine'\n", "def ask(a, *, b):\n    import attempt\n    return [attempt.NAME, a, b]\n")

    assert child.call("ask", [1], {"b": (2,)}, False, lambda: 5.0) == ["mine", 1, (2,)]


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_plain_data_goes_there_and_back(put_in: PutIn) -> None:
    child = put_in("def run(value):\n    return value\n")

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(value=PLAIN)
    def echoed(value: Any) -> None:
        assert repr(run(child, value)) == repr(value)

    echoed()


def test_an_answer_too_large_to_cross_is_described(put_in: PutIn) -> None:
    child = put_in("def run():\n    return 'x' * 2_000_000\n")

    answer = run(child)

    assert repr(answer).startswith("<a str of 2,000,000 characters: at most ")
    assert (answer == answer, answer != answer) == (False, False)


def test_an_object_that_is_not_plain_data_equals_nothing(put_in: PutIn) -> None:
    child = put_in("class Flatterer:\n    def __eq__(self, other):\n        return True\nrun = Flatterer\n")

    answer = run(child)

    assert repr(answer) == "<an object of class attempt.Flatterer>"
    assert [answer] != [1]


def test_an_exception_comes_with_its_type_message_and_the_attempts_lines(put_in: PutIn) -> None:
    child = put_in("def half():\n    raise KeyError('n')\n\ndef run():\n    half()\n")

    with pytest.raises(AttemptRaised) as caught:
        run(child)

    error = caught.value.error
    assert (error.type, error.message) == ("KeyError", "'n'")
    assert error.lines == [wire.Line(5, "run", "half()"), wire.Line(2, "half", "raise KeyError('n')")]


def test_a_call_after_an_exception_is_answered(put_in: PutIn) -> None:
    child = put_in("def run(n):\n    return 1 // n\n")
    with pytest.raises(AttemptRaised):
        run(child, 0)

    assert run(child, 1) == 1


@pytest.mark.parametrize("way_out", ["SystemExit(0)", "KeyboardInterrupt", "GeneratorExit", "BaseException('x')"])
def test_an_exception_that_leaves_python_is_an_answer(put_in: PutIn, way_out: str) -> None:
    child = put_in(f"def run():\n    raise {way_out}\n")

    with pytest.raises(AttemptRaised) as caught:
        run(child)

    assert caught.value.error.type == way_out.partition("(")[0]


def test_state_stays_from_call_to_call(put_in: PutIn) -> None:
    child = put_in("seen = []\ndef run(n):\n    seen.append(n)\n    return seen\n")
    run(child, 1)

    assert run(child, 2) == [1, 2]


def test_a_renewed_attempt_has_forgotten(put_in: PutIn) -> None:
    child = put_in("seen = []\ndef run(n):\n    seen.append(n)\n    return seen\n")
    run(child, 1)

    assert run(child, 2, renew=True) == [2]


def test_scenarios_run_before_the_attempt_is_imported(put_in: PutIn) -> None:
    scenarios = "import time\ntime.sleep = 'a stand-in'\n" + SCENARIOS
    child = put_in("from time import sleep\ndef run():\n    return sleep\n", scenarios)

    assert run(child) == "a stand-in"


# --- imports ---


def test_an_attempt_that_raises_on_import_is_unimportable(put_in: PutIn) -> None:
    with pytest.raises(Unimportable) as caught:
        put_in("x = 1\n\n1 / 0\n")

    assert caught.value.error.type == "ZeroDivisionError"
    assert caught.value.error.lines == [wire.Line(3, "<module>", "1 / 0")]


def test_a_syntax_error_names_its_line(put_in: PutIn) -> None:
    with pytest.raises(Unimportable) as caught:
        put_in("x = 1\ndef run()\n    return 2\n")

    assert caught.value.error.lines == [wire.Line(2, "", "def run()", column=10)]


def test_an_import_that_hangs_is_timed_out(put_in: PutIn) -> None:
    with pytest.raises(Stopped) as caught:
        put_in("while True: pass\n", budgets=BRIEF)

    assert (caught.value.verdict, caught.value.reason) == ("timed_out", "importing it takes longer than 0.4 s")


def test_an_import_that_leaves_is_a_crash(put_in: PutIn) -> None:
    with pytest.raises(Stopped) as caught:
        put_in("import os\nos._exit(7)\n")

    assert (caught.value.verdict, caught.value.reason) == ("crashed", "it left Python with exit status 7")


def test_a_later_import_that_fails_is_an_exception_of_the_call(put_in: PutIn) -> None:
    attempt = "import sys\nsys.times = getattr(sys, 'times', 0) + 1\n1 // (2 - sys.times)\ndef run():\n    return 1\n"
    child = put_in(attempt)
    run(child)

    with pytest.raises(AttemptRaised) as caught:
        run(child, renew=True)

    assert caught.value.error.type == "ZeroDivisionError"


# --- ends ---


def test_a_call_that_hangs_is_timed_out(put_in: PutIn) -> None:
    child = put_in("def run():\n    while True: pass\n", budgets=BRIEF)

    assert stopped(child) == ("timed_out", "the call takes longer than 0.3 s")


def test_a_call_past_the_tests_deadline_names_the_tests_budget(put_in: PutIn) -> None:
    child = put_in("def run():\n    while True: pass\n", budgets=BRIEF)

    assert stopped(child, seconds=0.1) == ("timed_out", "the test takes longer than 0.6 s")


def test_a_hang_while_it_holds_sigterm_ends_as_well(put_in: PutIn) -> None:
    source = "import signal\ndef run():\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass\n"

    assert stopped(put_in(source, budgets=BRIEF))[0] == "timed_out"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("os._exit(0)", "it left Python with exit status 0"),
        ("os._exit(3)", "it left Python with exit status 3"),
        (
            "os.kill(os.getpid(), 11)",
            "it crashed the interpreter, as endless recursion or broken memory does (SIGSEGV)",
        ),
        ("os.kill(os.getpid(), 9)", "it was killed, as one is that takes too much memory or time (SIGKILL)"),
        ("os.abort()", "it aborted (SIGABRT)"),
        ("os.kill(os.getpid(), 10)", "it was killed by a signal (SIGUSR1)"),
    ],
)
def test_a_crash_says_how_it_ended(put_in: PutIn, body: str, reason: str) -> None:
    child = put_in(f"import os\ndef run():\n    {body}\n")

    assert stopped(child) == ("crashed", reason)


def test_a_stopped_child_answers_no_more(put_in: PutIn) -> None:
    child = put_in("import os\ndef run(n):\n    os._exit(n)\n")
    first = stopped(child, 1)

    assert stopped(child, 2) == first


def test_an_ended_child_answers_no_more(put_in: PutIn) -> None:
    child = put_in("def run():\n    return 1\n")
    child.end()

    assert stopped(child) == ("crashed", "it has been ended")


def test_ending_twice_is_ending_once(put_in: PutIn) -> None:
    child = put_in("def run():\n    return 1\n")
    child.end()
    child.end()

    assert stopped(child) == ("crashed", "it has been ended")


def test_the_next_child_works_after_a_crash(put_in: PutIn) -> None:
    stopped(put_in("import os\ndef run():\n    os._exit(1)\n"))

    assert run(put_in("def run():\n    return 1\n")) == 1


def test_the_end_of_one_child_leaves_another_at_work(put_in: PutIn) -> None:
    staying = put_in("def run():\n    return 'here'\n")
    put_in("def run():\n    return 1\n").end()

    assert run(staying) == "here"


# --- what is printed ---


def test_output_of_both_streams_is_kept_in_order(put_in: PutIn) -> None:
    source = "import sys\ndef run():\n    print('one')\n    print('two', file=sys.stderr)\n    print('three', end='')\n"
    child = put_in(source)
    run(child)
    child.end()

    assert child.output == "one\ntwo\nthree"


def test_output_of_the_import_is_kept(put_in: PutIn) -> None:
    child = put_in("print('importing')\n")
    child.end()

    assert child.output == "importing\n"


def test_output_before_a_crash_is_kept(put_in: PutIn) -> None:
    child = put_in("import os\ndef run():\n    print('last words')\n    os._exit(1)\n")
    stopped(child)

    assert child.output == "last words\n"


def test_output_before_a_hang_is_kept(put_in: PutIn) -> None:
    child = put_in("def run():\n    print('last words')\n    while True: pass\n", budgets=BRIEF)
    stopped(child)

    assert child.output == "last words\n"


def test_output_beyond_the_limit_is_counted(put_in: PutIn) -> None:
    child = put_in("def run():\n    print('x' * 3_000)\n")
    run(child)
    child.end()

    assert child.output == "x" * 1024 + "\n[1,977 bytes more]"


def test_a_flood_is_a_crash(put_in: PutIn) -> None:
    child = put_in("def run():\n    while True:\n        print('x' * 1000)\n")

    assert stopped(child) == ("crashed", "it printed far more than 1 KiB")
    assert len(child.output) < 1_100


def test_output_that_is_no_text_is_replaced(put_in: PutIn) -> None:
    child = put_in(r"""
import os
def run():
    os.write(1, b"a\xffb")
    print("\ud800")
""")
    run(child)
    child.end()

    assert child.output == "a\ufffdb\\ud800\n"


def test_closed_streams_are_the_attempts_own_affair(put_in: PutIn) -> None:
    child = put_in("import sys\ndef run():\n    sys.stdout.close()\n    sys.stderr = None\n    return 1\n")

    assert run(child) == 1


def test_standard_input_is_empty(put_in: PutIn) -> None:
    child = put_in("import sys\ndef run():\n    return sys.stdin.read()\n")

    assert run(child) == ""


# --- what an attempt sees ---


def test_the_environment_holds_nothing_of_the_judges(put_in: PutIn) -> None:
    child = put_in("import os\ndef run():\n    return sorted(os.environ)\n")

    threads = {f"{name}_NUM_THREADS" for name in ("OMP", "OPENBLAS", "MKL")} | {"VECLIB_MAXIMUM_THREADS"}
    ours = {"LANG", "LC_CTYPE", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "TZ"}
    assert set(run(child)) <= ours | threads


@pytest.mark.parametrize("name", ["pytest", "hypothesis", "jinja2", "grader.judge", "grader.verdicts"])
def test_the_judges_modules_cannot_be_imported(put_in: PutIn, name: str) -> None:
    child = put_in(f"def run():\n    import {name}\n")

    with pytest.raises(AttemptRaised) as caught:
        run(child)

    assert caught.value.error.type in ("ModuleNotFoundError", "PermissionError")


def test_the_attempt_is_a_module_of_its_own_name(put_in: PutIn) -> None:
    child = put_in(
        "import sys\ndef run():\n    return [__name__, __file__, sys.argv, sys.modules[__name__].run is run]\n"
    )

    assert run(child) == ["attempt", "attempt.py", ["attempt.py"], True]


def test_a_set_of_texts_has_the_same_order_in_every_child(put_in: PutIn) -> None:
    source = "def run():\n    return list({'a', 'b', 'c', 'd', 'e', 'f'})\n"

    assert run(put_in(source)) == run(put_in(source))


def test_inspect_finds_the_attempts_source(put_in: PutIn) -> None:
    child = put_in("import inspect\ndef run():\n    return inspect.getsource(run)\n")

    assert run(child) == "def run():\n    return inspect.getsource(run)\n"


def test_a_required_package_can_be_imported() -> None:
    with started("fork", exercise(packages=("iniconfig",))) as one:
        for put_in in putter(one):
            child = put_in("import iniconfig\ndef run():\n    return iniconfig.__name__\n")
            assert run(child) == "iniconfig"


def test_a_package_that_is_missing_is_the_exercises_fault() -> None:
    with pytest.raises(ExerciseError, match="pip install no-such-distribution"):
        jails.start(exercise(packages=("no-such-distribution",)), Path("/nowhere"))


# --- files and processes ---


def test_a_child_has_an_empty_scratch_folder_as_its_current_one(put_in_open: PutIn) -> None:
    child = put_in_open("import os\ndef run():\n    return [os.listdir(), os.getcwd()]\n")

    assert run(child) == [[], str(child.scratch)]


def test_a_renewed_attempt_finds_its_scratch_folder_empty(put_in_open: PutIn) -> None:
    source = (
        "import os\ndef run():\n    os.makedirs('a/b')\n    open('c', 'w').close()\n    return sorted(os.listdir())\n"
    )
    child = put_in_open(source)
    run(child)

    assert run(child, renew=True) == ["a", "c"]


def test_the_scratch_folder_is_gone_with_its_child(open_jail: Any, put_in_open: PutIn) -> None:
    child = put_in_open("def run():\n    open('file', 'w').close()\n")
    run(child)
    before = child.scratch.exists()
    child.end()
    open_jail.settle()

    assert (before, child.scratch.exists()) == (True, False)


def test_the_scratch_folder_is_gone_after_a_crash(put_in_open: PutIn) -> None:
    child = put_in_open("import os\ndef run():\n    os.mkdir('locked', 0)\n    os._exit(1)\n")
    stopped(child)

    assert not child.scratch.exists()


def test_a_child_without_files_has_no_scratch_folder(put_in: PutIn) -> None:
    assert put_in("").scratch is None


def test_a_subprocess_that_outlives_its_call_is_gone_with_the_child(put_in_open: PutIn) -> None:
    child = put_in_open("""
import os, time
def run():
    pid = os.fork()
    if pid == 0:
        while True:
            time.sleep(1)
    return pid
""")
    pid = run(child)
    before = is_running(pid)
    child.end()

    assert before
    assert soon(lambda: not is_running(pid))


# Leaves its parent behind, and its session where that is allowed.
DAEMON = """
import contextlib, os, time
def run():
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        with contextlib.suppress(PermissionError):
            os.setsid()
        if os.fork() == 0:
            os.write(write_end, str(os.getpid()).encode())
            while True:
                time.sleep(1)
        os._exit(0)
    os.wait()
    return int(os.read(read_end, 20))
"""


@linux
def test_a_daemon_is_gone_with_its_child(put_in_open: PutIn) -> None:
    child = put_in_open(DAEMON)
    pid = run(child)
    before = is_running(pid)
    child.end()
    gone = soon(lambda: not is_running(pid))
    if not gone:
        os.kill(pid, signal.SIGKILL)

    assert (before, gone) == (True, True)


# --- hostile answers ---

# A stand-in for the jail's own code: finds the wire and the number of the call, and answers in its own way.
FORGER = """
import os, struct, sys
def write(data):
    for fd in range(3, 16):
        try:
            os.write(fd, data)
        except OSError:
            pass
def frame(body):
    write(struct.pack("<I", len(body)) + body)
def answer(value, add=0):
    number = sys._getframe(3).f_locals["call"].id + add
    frame(b"\\x93\\xa8Returned\\xcf" + struct.pack(">Q", number) + value)
def run(*args):
    {}
"""


def forged(put_in: PutIn, line: str) -> Child:
    return put_in(FORGER.format(line), budgets=BRIEF)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("answer(b'\\x01', add=1)", "it answered something that was not asked"),
        ("frame(b'\\x92\\xa5Ready\\x90')", "it answered something that was not asked"),
        ("frame(b'')", "it answered with an answer that can't be read (DecodeError)"),
        ("frame(b'\\xc1')", "it answered with an answer that can't be read (DecodeError)"),
        (
            "frame(b'\\x95\\xa4Load\\xa1a\\xc4\\0\\xc4\\0\\xc0')",
            "it answered with an answer that can't be read (ValidationError)",
        ),
        ("write(b'\\xff\\xff\\xff\\xff')", "it answered with a frame of 4,294,967,295 bytes"),
        ("answer(b'\\xd4\\x05\\0')", "it answered with something that is not plain data"),
        ("answer(b'\\xd6\\xff\\0\\0\\0\\0')", "it answered with something that is not plain data"),
        ("answer(b'\\x81\\xa4code\\x01')", "it answered with an unknown kind of data, 'code'"),
        ("answer(b'\\x80')", "it answered with something that is not plain data"),
        ("answer(b'\\x81\\xa4dict\\x91\\x01')", "it answered with a mapping with a key and no value"),
        ("answer(b'\\x81\\xa3set\\x91\\x90')", "it answered with a key that can't be a key"),
        ("answer(b'\\x91' * 300 + b'\\x01')", "it answered with data nested too deep"),
        ("answer(b'\\x91' * 90_000)", "it answered with data nested too deep"),
    ],
)
def test_a_forged_answer_is_a_crash(put_in: PutIn, line: str, reason: str) -> None:
    assert stopped(forged(put_in, line)) == ("crashed", reason)


def test_a_truncated_frame_and_silence_is_timed_out(put_in: PutIn) -> None:
    child = forged(put_in, "write(b'\\x10\\0\\0\\0half')\n    while True: pass")

    assert stopped(child) == ("timed_out", "the call takes longer than 0.3 s")


def test_a_truncated_frame_and_an_exit_is_a_crash(put_in: PutIn) -> None:
    child = forged(put_in, "write(b'\\x10\\0\\0\\0half')\n    os._exit(5)")

    assert stopped(child) == ("crashed", "it left Python with exit status 5")


def test_an_answer_too_many_is_a_crash_of_the_next_call(put_in: PutIn) -> None:
    child = forged(put_in, "answer(b'\\x01')\n    return 2")
    run(child)

    verdict, reason = stopped(child)

    assert verdict == "crashed"
    assert reason in ("it answered without being asked", "it answered something that was not asked")


def test_an_answer_to_the_next_call_in_advance_is_a_crash(put_in: PutIn) -> None:
    child = forged(put_in, "answer(b'\\x01')\n    answer(b'\\x02', add=1)\n    os._exit(0)")
    run(child)

    assert stopped(child)[0] == "crashed"


def test_a_raised_answer_that_holds_no_exception_is_a_crash(put_in: PutIn) -> None:
    number = "struct.pack('>Q', sys._getframe(2).f_locals['call'].id)"
    line = f"frame(b'\\x94\\xa6Raised\\xcf' + {number} + b'\\x01\\x92\\x01\\x01')"

    assert stopped(forged(put_in, line)) == ("crashed", "it answered with an exception that is none")


# --- the fork-server ---


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_jail_whose_server_was_killed_says_so() -> None:
    with started("fork", exercise()) as one:
        assert isinstance(one, ForkServer)
        os.kill(one._process.pid, signal.SIGKILL)
        one._process.wait()

        with pytest.raises(JailError, match=r"the jail has ended: exit status -9"):
            one.open()


def test_a_child_whose_server_was_killed_has_crashed() -> None:
    with started("fork", exercise()) as one:
        for put_in in putter(one):
            child = put_in("def run():\n    return 1\n")
            os.kill(one._process.pid, signal.SIGKILL)
            one._process.wait()

            verdict, reason = stopped(child)

    assert verdict == "crashed"
    assert reason.endswith("(SIGKILL)")


def test_a_closed_jail_leaves_no_process() -> None:
    with started("fork", exercise("files")) as one:
        handle = one.open()
        source = b"import os\ndef run():\n    return os.getpid()\n"
        child = Child(handle, wire.Load("attempt", source, SCENARIOS.encode(), str(handle.scratch)), BUDGETS)
        pids = [run(child), one._process.pid]
        before = [is_running(pid) for pid in pids]
        one.close()
        handle.channel.close()

        assert before == [True, True]
        assert soon(lambda: not any(is_running(pid) for pid in pids))


def test_a_closed_jail_leaves_no_scratch_folder() -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as scratches:
        os.chmod(scratches, 0o711)
        patch.setenv("GRADER_JAIL", "fork")
        one = jails.start(exercise("files"), Path(scratches))
        handle = one.open()
        handle.end(0)
        handle.channel.close()
        remove(handle.scratch)
        one.close()

        assert os.listdir(scratches) == []


@pytest.mark.parametrize(("value", "mode"), [("spawn", "spawn"), ("fork", "fork"), ("", "fork")])
def test_the_mode_is_what_was_asked_for(monkeypatch: pytest.MonkeyPatch, value: str, mode: str) -> None:
    monkeypatch.setenv("GRADER_JAIL", value)

    assert jails.mode() == mode


# --- space that goes while the judge is at work ---

RIGHT = "def run():\n    return 1\n"
HOG = """
import os
held = []
for _ in range(48):
    held.append(os.open("file", os.O_RDWR | os.O_CREAT))
    os.unlink("file")
    os.write(held[-1], bytes(4 << 20))

def run():
    return 1
"""


@pytest.fixture
def forked() -> Iterator[Any]:
    with started("fork", exercise("files")) as one:
        yield one


@pytest.fixture
def open_with(forked: Any) -> Iterator[Callable[[str], Child]]:
    children: list[Child] = []

    def opened(source: str) -> Child:
        handle = forked.open()
        load = wire.Load("attempt", source.encode(), SCENARIOS.encode(), str(handle.scratch))
        children.append(Child(handle, load, BUDGETS))
        return children[-1]

    yield opened
    for child in children:
        child.end()


@linux
def test_children_are_ended_for_want_of_space_while_nobody_looks(
    forked: Any, open_with: Callable[[str], Child], tmp_path: Path
) -> None:
    forked.keep_free(tmp_path, space(tmp_path) - (100 << 20))
    child = open_with(HOG)
    least, over = space(tmp_path), time.monotonic() + 1
    before = least
    while time.monotonic() < over:
        least = min(least, space(tmp_path))
        time.sleep(0.005)

    with pytest.raises(Stopped, match="it wrote more than 32 MiB"):
        child.ready()
    print(f"{(before - least) >> 20} MiB")
    assert before - least < 180 << 20, "not all of the 192 MiB"
    assert child._space.suspected, "it may have been somebody else"


@linux
def test_the_next_child_is_a_living_one(forked: Any, open_with: Callable[[str], Child], tmp_path: Path) -> None:
    open_with(RIGHT).ready().end()
    forked.keep_free(tmp_path, 1 << 60)  # and so the child that waits is ended, too
    time.sleep(0.2)

    assert run(open_with(RIGHT).ready()) == 1


@linux
def test_nobody_is_ended_when_no_space_has_to_stay(
    forked: Any, open_with: Callable[[str], Child], tmp_path: Path
) -> None:
    child = open_with(RIGHT).ready()
    forked.keep_free(tmp_path, 0)
    time.sleep(0.1)

    assert run(child) == 1
