"""The examples of a property: generated once, replayed for every attempt."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader import catalog
from grader.catalog import Exercise
from grader.errors import GraderError
from grader.judge.client import Judge
from grader.judge.protocol import Done, Job, Record, Recorded
from grader.judge.suite import examples
from grader.judge.suite.examples import Recording
from grader.verdicts import AttemptResult

ROOT = Path(__file__).parents[2]

FILES = {
    "exercise.toml": """
title = "Sums"
chapter = "Tests"
order = 1
version = 1
difficulty = "easy"
points = 6
objectives = ["Add up"]
hints = ["What does sum do?"]
[budgets]
call_seconds = 0.5
""",
    "scenarios.py": """
def total(items):
    import sums

    return sums.total(items)


def pair(a, b):
    import sums

    return sums.total([a, b])
""",
    "test_sums.py": '''
import pytest
from hypothesis import example, given, strategies as st


class TestTotal:
    @given(items=st.lists(st.integers(-50, 50)))
    @example(items=[7, 7, 7])
    def test_lists(self, attempt, items):
        """total adds up a list."""
        assert attempt.total(items) == sum(items)

    @pytest.mark.parametrize("sign", [1, -1])
    @given(a=st.integers(0, 99))
    def test_signs(self, attempt, sign, a):
        """total adds up numbers of both signs."""
        assert attempt.total([sign * a]) == sign * a

    @given(st.tuples(st.integers(0, 9), st.floats(0, 1)), st.binary(max_size=3))
    def test_more_kinds(self, attempt, numbers, data):
        """total adds up tuples and bytes."""
        assert attempt.total(numbers) == sum(numbers)
        assert attempt.total(list(data)) == sum(data)

    @given(data=st.data())
    def test_drawn(self, attempt, data):
        """total adds up what was drawn."""
        n = data.draw(st.integers(0, 9))
        assert attempt.pair(n, n) == 2 * n

    @given(key=st.sampled_from([len, max]))
    def test_functions(self, attempt, key):
        """total adds up what a function gives."""
        assert attempt.pair(key([1, 2]), 1) == key([1, 2]) + 1

    def test_plain(self, attempt):
        """total adds up nothing."""
        assert attempt.total([]) == 0
''',
    "sums.py": "def total(items):\n    raise NotImplementedError\n",
    "README.md": "",
}
RIGHT = "def total(items):\n    return sum(items)\n"
ATTEMPTS = {
    "right": RIGHT,
    "unwritten": "def total(items):\n    raise NotImplementedError\n",
    "forgets the first": "def total(items):\n    return sum(items[1:])\n",
    "wrong for many": "def total(items):\n    return sum(items) if len(items) < 4 else 0\n",
    "wrong for sevens": "def total(items):\n    return sum(items) if list(items) != [7, 7, 7] else 0\n",
    "raises for some": "def total(items):\n    if len(items) > 5: raise ValueError(items)\n    return sum(items)\n",
    "hangs for some": "def total(items):\n    while len(items) == 3: pass\n    return sum(items)\n",
    "leaves for some": "import os\ndef total(items):\n    return sum(items) if len(items) < 5 else os._exit(0)\n",
    "wrong type": "def total(items):\n    return str(sum(items))\n",
    "no python": "def total(items)\n",
}


def put(folder: Path, **changes: str) -> Exercise:
    place = folder / "exercises/sums"
    place.mkdir(parents=True)
    for name, text in FILES.items():
        (place / name).write_text(changes.get(name.replace(".", "__"), text))
    (folder / "solutions").mkdir()
    (folder / "solutions/sums.py").write_text(RIGHT)
    return catalog.load(folder / "exercises").get("sums")


@pytest.fixture
def sums(tmp_path: Path) -> Exercise:
    return put(tmp_path)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


def record(judge: Judge, exercise: Exercise, seed: int = 0) -> Recording:
    (told,) = judge.judge([Record(str(exercise.folder), seed)])
    assert isinstance(told, Recorded), told
    return msgspec.msgpack.decode(told.data, type=Recording)


@pytest.fixture(scope="module")
def module_sums(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return put(tmp_path_factory.mktemp("catalog"))


@pytest.fixture(scope="module")
def recording(judge: Judge, module_sums: Exercise) -> Recording:
    return record(judge, module_sums)


def judged(judge: Judge, exercise: Exercise, source: str, **more: Any) -> AttemptResult:
    last = list(judge.judge([Job(str(exercise.folder), "sums.py", source.encode(), **more)]))[-1]
    assert isinstance(last, Done), last
    return last.result


def snippet(items: str) -> str:
    """What the evidence shows for a call of the scenario `total`."""
    return f'import sums\nprint("total:", sums.total({items}))'


def verdicts(result: AttemptResult) -> dict[str, str]:
    return {test.name: test.verdict for test in result.tests}


# --- recording ---


def test_a_recording_names_its_suite_and_seed(recording: Recording, module_sums: Exercise) -> None:
    assert (recording.format, recording.suite, recording.seed) == (examples.FORMAT, module_sums.suite_digest, 0)


def test_properties_of_plain_data_are_recorded(recording: Recording) -> None:
    assert sorted(recording.tests) == [
        "TestTotal::test_lists",
        "TestTotal::test_more_kinds",
        "TestTotal::test_signs[-1]",
        "TestTotal::test_signs[1]",
    ]


def test_each_example_is_recorded_once_with_the_explicit_one_first(recording: Recording) -> None:
    found = recording.tests["TestTotal::test_lists"]

    assert found[0] == {"items": [7, 7, 7]}
    assert len(found) >= 50
    assert len({msgspec.msgpack.encode(example) for example in found}) == len(found)


def test_an_example_holds_what_is_given_and_no_case(recording: Recording) -> None:
    assert {tuple(example) for example in recording.tests["TestTotal::test_signs[1]"]} == {("a",)}


def test_a_property_may_ask_for_few_examples(judge: Judge, tmp_path: Path) -> None:
    suite = FILES["test_sums.py"].replace("    @given(items", "    @examples(4)\n    @given(items")
    few = put(tmp_path, test_sums__py=f"from grader.suite import examples\n{suite}")

    found = record(judge, few).tests

    assert found["TestTotal::test_lists"][0] == {"items": [7, 7, 7]}  # which is not counted
    assert 1 < len(found["TestTotal::test_lists"]) <= 5
    assert len(found["TestTotal::test_more_kinds"]) > 50


def test_the_same_seed_gives_the_same_recording(judge: Judge, recording: Recording, module_sums: Exercise) -> None:
    assert record(judge, module_sums) == recording


def test_another_process_gives_the_same_recording(recording: Recording, module_sums: Exercise) -> None:
    with Judge() as other:
        assert record(other, module_sums) == recording


def test_another_seed_gives_other_examples(judge: Judge, recording: Recording, module_sums: Exercise) -> None:
    other = record(judge, module_sums, seed=1)

    assert other.seed == 1
    assert all(other.tests[name] != recording.tests[name] for name in recording.tests)


# --- reading and writing ---


def test_a_recording_is_read_as_it_was_written(recording: Recording, sums: Exercise) -> None:
    examples.write_recording(recording, sums.recording)

    assert examples.read_recording(sums, 0) == recording


def test_a_recording_of_another_seed_is_ignored(recording: Recording, sums: Exercise) -> None:
    examples.write_recording(recording, sums.recording)

    assert examples.read_recording(sums, 1) is None


@pytest.mark.parametrize(
    ("name", "more"), [("scenarios.py", "\n"), ("test_sums.py", "\n"), ("exercise.toml", "file_mb = 5\n")]
)
def test_a_recording_of_a_suite_that_has_changed_is_ignored(
    recording: Recording, tmp_path: Path, name: str, more: str
) -> None:
    changed = put(tmp_path, **{name.replace(".", "__"): FILES[name] + more})
    examples.write_recording(recording, changed.recording)

    assert examples.read_recording(changed, 0) is None


def test_a_recording_of_another_format_is_ignored(recording: Recording, sums: Exercise) -> None:
    examples.write_recording(msgspec.structs.replace(recording, format=examples.FORMAT + 1), sums.recording)

    assert examples.read_recording(sums, 0) is None


@pytest.mark.parametrize("content", [b"", b"not msgpack", b"\x80", b"\x84\xa6format\x01"])
def test_a_damaged_recording_is_ignored(sums: Exercise, content: bytes) -> None:
    sums.recording.write_bytes(content)

    assert examples.read_recording(sums, 0) is None


def test_an_exercise_without_a_recording_has_none(sums: Exercise) -> None:
    assert examples.read_recording(sums, 0) is None


def test_a_recording_that_cannot_be_written_is_one_sentence(recording: Recording, tmp_path: Path) -> None:
    with pytest.raises(GraderError, match="can't be written"):
        examples.write_recording(recording, tmp_path / "nowhere/examples.msgpack")


# --- replaying ---


@pytest.fixture(scope="module")
def recorded_sums(recording: Recording, module_sums: Exercise) -> Exercise:
    examples.write_recording(recording, module_sums.recording)
    return module_sums


@pytest.mark.parametrize("source", ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_recorded_run_and_the_live_run_give_the_same_verdicts(
    judge: Judge, recorded_sums: Exercise, source: str
) -> None:
    recorded = judged(judge, recorded_sums, source)
    live = judged(judge, recorded_sums, source, examples="live")

    assert verdicts(recorded) == verdicts(live)
    assert recorded.message == live.message


@pytest.mark.parametrize("name", ["forgets the first", "raises for some", "wrong type"])
def test_shrinking_or_not_is_the_same_verdict(judge: Judge, recorded_sums: Exercise, name: str) -> None:
    small = judged(judge, recorded_sums, ATTEMPTS[name])
    quick = judged(judge, recorded_sums, ATTEMPTS[name], survey=False)

    assert verdicts(small) == verdicts(quick)


def test_a_replay_uses_the_recorded_examples(judge: Judge, tmp_path: Path, recording: Recording) -> None:
    only = {"TestTotal::test_lists": [{"items": [1, 2]}, {"items": [3]}]}
    exercise = put(tmp_path / "a")
    examples.write_recording(msgspec.structs.replace(recording, tests=only), exercise.recording)
    with Judge() as fresh:
        result = judged(fresh, exercise, "def total(items):\n    print(items)\n    return sum(items)\n")

    assert result.tests[0].output == "[1, 2]\n[3]\n"


def test_a_live_run_uses_no_recording(judge: Judge, recording: Recording, tmp_path: Path) -> None:
    only = {"TestTotal::test_lists": [{"items": [1, 2]}]}
    exercise = put(tmp_path / "a")
    examples.write_recording(msgspec.structs.replace(recording, tests=only), exercise.recording)
    with Judge() as fresh:
        result = judged(
            fresh, exercise, "def total(items):\n    print('call')\n    return sum(items)\n", examples="live"
        )

    assert result.tests[0].output.count("call") >= 50


def test_a_recorded_example_that_fails_is_made_small(judge: Judge, recorded_sums: Exercise) -> None:
    test = judged(judge, recorded_sums, ATTEMPTS["wrong for many"]).tests[0]

    assert test.evidence is not None
    assert (test.verdict, test.evidence.reason) == ("failed", "total adds up a list.")
    assert test.evidence.snippet is not None
    assert len(test.evidence.snippet) <= len(snippet("[0, 0, 0, 11]"))


def test_an_explicit_example_that_fails_is_the_evidence(judge: Judge, recorded_sums: Exercise) -> None:
    test = judged(judge, recorded_sums, ATTEMPTS["wrong for sevens"]).tests[0]

    assert test.evidence is not None
    assert (test.evidence.snippet, test.evidence.expected, test.evidence.actual) == (snippet("[7, 7, 7]"), "21", "0")


ALWAYS_WRONG = "def total(items):\n    return 7_000_000\n"


@pytest.mark.parametrize("options", [{}, {"shrink": False}, {"examples": "live"}])
def test_the_smallest_that_fails_is_shown_whichever_phase_it_came_from(
    judge: Judge, recorded_sums: Exercise, options: dict[str, Any]
) -> None:
    test = judged(judge, recorded_sums, ALWAYS_WRONG, **options).tests[0]

    assert test.evidence is not None
    assert test.evidence.snippet == snippet("[]")  # and not the explicit [7, 7, 7], which fails first


def test_the_recorded_examples_are_smallest_first_where_nobody_waits(judge: Judge, tmp_path: Path) -> None:
    exercise = put(tmp_path / "a")
    recorded = [{"items": [7]}, {"items": [9, 40, 1]}, {"items": [9, 4]}, {"items": [0, 1, 2, 3]}]
    recording = Recording(examples.FORMAT, exercise.suite_digest, 0, {"TestTotal::test_lists": recorded})
    examples.write_recording(recording, exercise.recording)
    source = "def total(items):\n    return sum(items) if len(items) < 2 else 7_000_000\n"
    with Judge() as fresh:
        first, searched = (judged(fresh, exercise, source, shrink=shrink).tests[0] for shrink in (False, True))

    assert first.evidence is not None
    assert searched.evidence is not None
    assert (first.evidence.snippet, searched.evidence.snippet) == (snippet("[9, 4]"), snippet("[0, 0]"))


def test_the_search_for_a_smaller_one_ends_in_time(judge: Judge, tmp_path: Path, recording: Recording) -> None:
    exercise = put(tmp_path / "a", exercise__toml=FILES["exercise.toml"] + "test_seconds = 60\ncheck_seconds = 120\n")
    first = {"TestTotal::test_lists": [{"items": [1]}, {"items": [-3, 2, 4, 9, 25, -31]}]}
    recorded = msgspec.structs.replace(recording, tests=first, suite=exercise.suite_digest)
    examples.write_recording(recorded, exercise.recording)
    slow = "import time\ndef total(items):\n    time.sleep(0.2)\n    return 0 if len(items) > 1 else sum(items)\n"
    with Judge() as fresh:
        test = judged(fresh, exercise, slow, tests=("TestTotal::test_lists",)).tests[0]

    assert test.verdict == "failed"
    assert test.duration_s < 2 + examples.SEARCH_SECONDS
    assert test.evidence is not None
    assert "-3" in (test.evidence.snippet or "") or len(test.evidence.snippet or "") < len(snippet("[-3, 2, 4]"))


@pytest.mark.parametrize(("first", "searched"), [([7, 7, 7], False), ([1000] * 20, True)])
def test_what_the_suite_names_itself_is_searched_on_from_where_it_is_large(
    tmp_path: Path, first: list[int], searched: bool
) -> None:
    exercise = put(tmp_path / "a")
    recording = Recording(examples.FORMAT, exercise.suite_digest, 0, {"TestTotal::test_lists": [{"items": first}]})
    examples.write_recording(recording, exercise.recording)
    with Judge() as fresh:
        test = judged(fresh, exercise, "def total(items):\n    return sum(items) if items == [] else 0.5\n").tests[0]

    assert test.evidence is not None
    assert test.evidence.snippet == snippet("[0]" if searched else str(first))


def test_an_attempt_too_slow_to_be_seen_on_all_examples_is_not_searched(tmp_path: Path) -> None:
    manifest = FILES["exercise.toml"] + "test_seconds = 60\ncheck_seconds = 120\n"
    exercise = put(tmp_path / "a", exercise__toml=manifest)
    recorded = [{"items": [1000] * (20 - number)} for number in range(12)]
    recording = Recording(examples.FORMAT, exercise.suite_digest, 0, {"TestTotal::test_lists": recorded})
    examples.write_recording(recording, exercise.recording)
    slow = "import time\ndef total(items):\n    time.sleep(0.3)\n    return 0.5\n"
    with Judge() as fresh:
        test = judged(fresh, exercise, slow, tests=("TestTotal::test_lists",)).tests[0]

    assert test.failing == ""
    assert "1000" in ((test.evidence and test.evidence.snippet) or "")


def test_every_recorded_example_starts_from_a_fresh_import(judge: Judge, recorded_sums: Exercise) -> None:
    source = "calls = []\ndef total(items):\n    calls.append(1)\n    return sum(items) if len(calls) < 3 else 0\n"

    assert set(verdicts(judged(judge, recorded_sums, source)).values()) == {"passed"}


def failing(judge: Judge, exercise: Exercise, source: str, **options: object) -> str:
    """How the first test fails on all of its recorded examples."""
    return judged(judge, exercise, source, **options).tests[0].failing


def test_the_same_mistake_fails_in_the_same_way_however_it_is_written(judge: Judge, recorded_sums: Exercise) -> None:
    other = "def total(items):\n    if len(items) >= 4:\n        return 0\n    return sum(items)\n"
    # The same smallest case as above, and others of the recorded examples.
    some = "def total(items):\n    return sum(items) if len(items) != 4 else 0\n"

    digest = failing(judge, recorded_sums, ATTEMPTS["wrong for many"])

    assert digest
    assert failing(judge, recorded_sums, other) == digest
    assert failing(judge, recorded_sums, some) not in ("", digest)


def test_a_mistake_before_a_hang_is_told_from_one_without(judge: Judge, recorded_sums: Exercise) -> None:
    both = "def total(items):\n    while len(items) == 5: pass\n    return sum(items) if items != [7, 7, 7] else 0\n"
    test = judged(judge, recorded_sums, both).tests[0]

    assert test.verdict == "failed"
    assert test.failing not in ("", failing(judge, recorded_sums, ATTEMPTS["wrong for sevens"]))


def test_nothing_is_surveyed_where_only_the_verdict_is_wanted(judge: Judge, recorded_sums: Exercise) -> None:
    assert failing(judge, recorded_sums, ATTEMPTS["wrong for many"], survey=False) == ""
    assert failing(judge, recorded_sums, RIGHT) == ""


def test_no_more_than_the_first_examples_are_judged_where_asked(tmp_path: Path, recording: Recording) -> None:
    only = {"TestTotal::test_lists": [{"items": [1]}, {"items": [2]}, {"items": [3]}]}
    exercise = put(tmp_path / "a")
    examples.write_recording(msgspec.structs.replace(recording, tests=only), exercise.recording)
    source = "def total(items):\n    print(items)\n    return sum(items)\n"
    with Judge() as fresh:
        few = judged(fresh, exercise, source, most_examples=2)
        all_of_them = judged(fresh, exercise, source)

    assert few.tests[0].output == "[1]\n[2]\n"
    assert all_of_them.tests[0].output == "[1]\n[2]\n[3]\n"


def test_recordings_are_joined_without_their_doubles(recording: Recording) -> None:
    one = msgspec.structs.replace(recording, tests={"a": [{"n": 1}, {"n": 2}], "b": [{"n": 1}]})
    other = msgspec.structs.replace(recording, tests={"a": [{"n": 2}, {"n": True}]})

    assert examples.joined([one, other]).tests == {"a": [{"n": 1}, {"n": 2}, {"n": True}]}
    assert [example["n"] is True for example in examples.joined([one, other]).tests["a"]] == [False, False, True]


def test_an_attempt_that_takes_too_long_as_a_whole_is_not_run_to_its_end(tmp_path: Path) -> None:
    manifest = FILES["exercise.toml"] + "test_seconds = 0.6\ncheck_seconds = 0.3\n"
    exercise = put(tmp_path / "a", exercise__toml=manifest)
    slow = "import time\ndef total(items):\n    time.sleep(0.05)\n    return sum(items)\n"
    with Judge() as fresh:
        first, *others = judged(fresh, exercise, slow).tests

    assert {test.verdict for test in (first, *others)} == {"timed_out"}
    reasons = [test.evidence.reason for test in (first, *others) if test.evidence]
    assert reasons[0] == "The test takes longer than 0.6 s."
    assert reasons[-1] == "The tests before it took more than 0.9 s in all, so it was not run."


# --- the profile ---


def test_the_profile_is_the_same_everywhere() -> None:
    code = """
from hypothesis import Phase, settings
from grader.judge.suite.examples import load_profile
load_profile(100)
now = settings.default
print(now.database, now.deadline, now.derandomize, now.print_blob, now.report_multiple_bugs)
print(Phase.explain in now.phases)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )

    assert done.stdout.split() == ["None", "None", "True", "False", "False", "False"]


def test_constants_of_modules_outside_site_packages_are_no_examples(tmp_path: Path) -> None:
    """Or the examples would depend on whether the grader is installed or run from a checkout."""
    (tmp_path / "local.py").write_text(f"NUMBERS = {list(range(987_000, 987_100))}\n")
    asking = """
from hypothesis import given, strategies as st
from grader.judge.suite.examples import load_profile
load_profile(1_000)
seen = []
given(st.integers())(lambda number: seen.append(number))()
print(seen)
"""

    def ask(first: str) -> list[str]:
        asked = subprocess.run([sys.executable, "-c", first + asking], cwd=tmp_path, capture_output=True, text=True)
        assert asked.returncode == 0, asked.stderr
        return asked.stdout.split()

    asked = ask("import local")

    assert len(asked) == 1_000
    assert asked == ask("")
