"""What scenarios share, as it works at a prompt; in the jail it is the same code."""

import asyncio
import builtins
import io
import json
import locale
import sqlite3
import subprocess
import sys
import time
import timeit
from abc import ABC
from pathlib import Path
from typing import Any

import pytest

import grader.scenario
from grader.scenario import (
    Odd,
    assign,
    catching,
    failing,
    fake_clock,
    fast_sqlite,
    interrupted,
    iterable,
    lookalikes,
    mentioned,
    outcome,
    owner_of,
    printed,
    recorder,
    renamed,
    run,
    shown,
    sift,
    source,
    temporary_path,
    watched_open,
    which,
)
from grader.scenario.clocks import START

CLOCKS = ("monotonic", "perf_counter", "time", "process_time", "thread_time", "clock_gettime")


@pytest.fixture
def real_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the clocks back that a fake clock replaces."""
    for name in CLOCKS:
        monkeypatch.setattr(time, name, getattr(time, name))
        monkeypatch.setattr(time, f"{name}_ns", getattr(time, f"{name}_ns"))
    monkeypatch.setattr(time, "sleep", time.sleep)
    monkeypatch.setattr(timeit, "default_timer", timeit.default_timer)


def test_every_name_is_there_and_no_other() -> None:
    assert all(callable(getattr(grader.scenario, name)) for name in grader.scenario.__all__)
    with pytest.raises(AttributeError, match="no_such"):
        grader.scenario.no_such  # noqa: B018


def test_only_what_is_asked_for_is_imported() -> None:
    code = "from grader.scenario import outcome; import sys, json; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)

    assert not {"asyncio", "sqlite3", "hypothesis", "pytest", "grader.judge", "grader.catalog"} & set(loaded)


# --- clocks ---


@pytest.mark.usefixtures("real_time")
def test_a_fake_clock_moves_by_what_is_slept() -> None:
    clock = fake_clock()
    readings = [getattr(time, name)() for name in ("monotonic", "perf_counter", "time")]
    nanoseconds = [getattr(time, f"{name}_ns")() for name in ("monotonic", "perf_counter", "time")]
    time.sleep(3600)
    time.sleep(0)

    assert clock.sleeps == [3600.0, 0.0]
    assert [getattr(time, name)() for name in ("monotonic", "perf_counter", "time")] == [
        reading + 3600 for reading in readings
    ]
    assert [getattr(time, f"{name}_ns")() for name in ("monotonic", "perf_counter", "time")] == [
        reading + 3600 * 10**9 for reading in nanoseconds
    ]
    assert timeit.default_timer() == time.perf_counter()
    assert time.clock_gettime(time.CLOCK_MONOTONIC) == time.monotonic()
    assert time.clock_gettime_ns(time.CLOCK_REALTIME) == time.time_ns()


@pytest.mark.usefixtures("real_time")
def test_who_sleeps_uses_no_processor_unless_it_is_said_to() -> None:
    clock = fake_clock()
    before = time.process_time(), time.thread_time()
    time.sleep(5)
    assert (time.process_time(), time.thread_time()) == before

    clock = fake_clock(busy=True)
    before = time.process_time(), time.thread_time()
    clock.sleep(5)
    assert (time.process_time(), time.thread_time()) == (before[0] + 5, before[1] + 5)


@pytest.mark.usefixtures("real_time")
def test_setting_the_wall_clock_moves_no_other() -> None:
    clock = fake_clock()
    before = time.monotonic()
    clock.set_wall(-7200)
    clock.advance(60)

    assert (time.time(), time.monotonic(), clock.sleeps) == (START - 7200 + 60, before + 60, [])


@pytest.mark.usefixtures("real_time")
def test_a_fake_clock_refuses_what_the_real_one_refuses() -> None:
    fake_clock()

    with pytest.raises(ValueError, match="non-negative"):
        time.sleep(-1)


@pytest.mark.usefixtures("real_time")
def test_coroutines_go_by_the_clock_and_wait_for_nothing() -> None:
    clock = fake_clock()

    async def work(seconds: float) -> float:
        await asyncio.sleep(seconds)
        return asyncio.get_running_loop().time()

    async def both() -> list[float]:
        return await asyncio.gather(work(3600), work(60), work(0))

    began = time.monotonic()
    assert run(both(), clock) == [began + 3600, began + 60, began]
    assert clock.sleeps == []


@pytest.mark.usefixtures("real_time")
def test_coroutines_that_would_wait_for_ever_raise() -> None:
    async def wait() -> None:
        await asyncio.get_running_loop().create_future()

    with pytest.raises(RuntimeError, match="nothing is left"):
        run(wait(), fake_clock())


# --- calls ---


def test_a_recorder_writes_down_its_arguments_and_returns_one_result_after_the_other() -> None:
    record, calls = recorder([1, None])

    assert [record(1, a=2), record(), record(3)] == [1, None, None]
    assert calls == [((1,), {"a": 2}), ((), {}), ((3,), {})]


def test_what_fails_raises_its_errors_one_a_call_and_then_returns() -> None:
    errors = lookalikes(ConnectionError("refused"), 2)
    fail, calls = failing(*errors, then="done")

    ends = [outcome(fail, number) for number in range(4)]

    assert ends == [("raised", errors[0]), ("raised", errors[1]), ("returned", "done"), ("returned", "done")]
    assert [which(end, errors) for _, end in ends] == [[0], [1], [], []]
    assert [args for args, _ in calls] == [(0,), (1,), (2,), (3,)]


def test_a_function_may_have_another_name() -> None:
    function = renamed(lambda: 3, "three", "Say three.")

    assert (function.__name__, function.__doc__, function.__qualname__) == (
        "three",
        "Say three.",
        "make.<locals>.three",
    )
    assert function() == 3


# --- outcomes ---


@pytest.mark.parametrize(
    "error", [ValueError("x"), KeyboardInterrupt(), SystemExit(3), GeneratorExit(), BaseException()]
)
def test_an_outcome_is_what_came_back_whatever_it_is(error: BaseException) -> None:
    def fail() -> None:
        raise error

    kind, end = outcome(fail)

    assert (kind, end is error) == ("raised", True)
    assert outcome(lambda a, *, b: [a, b], 1, b=error) == ("returned", [1, error])


def test_what_is_not_written_yet_says_so() -> None:
    def fail() -> None:
        raise NotImplementedError("later")

    with pytest.raises(NotImplementedError, match="later"):
        outcome(fail)


def test_lookalikes_are_alike_and_not_the_same() -> None:
    errors = lookalikes(KeyError("a", 1), 3)

    assert [(type(one), one.args) for one in errors] == [(KeyError, ("a", 1))] * 3
    assert len({id(one) for one in errors}) == 3


# --- databases ---


@pytest.fixture
def real_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts back what `fast_sqlite` replaces."""
    for module in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(module, "connect", module.connect)
        monkeypatch.setattr(module, "Connection", module.Connection)


@pytest.mark.usefixtures("real_sqlite")
def test_a_database_is_read_as_others_see_it() -> None:
    sqlite = fast_sqlite()
    path = sqlite.create("CREATE TABLE users (name TEXT)")
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO users VALUES ('ada')")

    assert sqlite.execute(path, "SELECT name FROM users") == []
    connection.commit()
    assert sqlite.execute(path, "SELECT name FROM users") == [("ada",)]
    assert sqlite.execute(path, "DELETE FROM users") is None
    assert connection.execute("SELECT * FROM users").fetchall() == []


@pytest.mark.usefixtures("real_sqlite")
@pytest.mark.parametrize("options", [{}, {"isolation_level": None}, {"autocommit": False}, {"autocommit": True}])
def test_a_fast_connection_waits_neither_for_the_disk_nor_for_a_lock(options: dict[str, Any]) -> None:
    if "autocommit" in options and sys.version_info < (3, 12):
        pytest.skip("connections have no autocommit before Python 3.12")
    sqlite = fast_sqlite()
    path = sqlite.create("CREATE TABLE users (name TEXT)")
    connection, other = sqlite3.connect(path, **options), sqlite3.connect(path)
    found = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("synchronous", "journal_mode")]
    connection.rollback()
    other.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    end = outcome(connection.execute, "INSERT INTO users VALUES ('ada')")

    assert found == [(0,), ("memory",)]
    assert (end[0], str(end[1]), time.monotonic() - began < 1) == ("raised", "database is locked", True)
    assert "autocommit" not in options or connection.autocommit == options["autocommit"]


@pytest.mark.usefixtures("real_sqlite")
def test_what_is_still_open_is_known_whatever_it_says() -> None:
    class Lying(sqlite3.Connection):
        def execute(self, *args: Any) -> Any:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")

    class Standing:
        def execute(self, statement: str) -> None:
            """Answers, though no connection is in it."""

    sqlite = fast_sqlite()
    path = sqlite.create("CREATE TABLE users (name TEXT)")
    first, second, third = sqlite3.connect(path), sqlite3.connect(path), sqlite3.Connection(path)
    unknown = Lying(path)

    assert (sqlite.still_open(), sqlite.still_open(first, unknown), sqlite.still_open(Standing())) == (3, 4, 4)
    for connection in (first, second, unknown):
        connection.close()
    assert sqlite.still_open(first, unknown) == 1
    third.close()
    assert sqlite.still_open() == 0


@pytest.mark.usefixtures("real_sqlite")
def test_a_new_start_closes_what_was_left_open() -> None:
    path = fast_sqlite().create("CREATE TABLE users (name TEXT)")
    connection = sqlite3.connect(path)

    assert fast_sqlite().still_open(connection) == 0


@pytest.mark.usefixtures("real_sqlite")
@pytest.mark.parametrize("statements", [["COMMIT"], ["ROLLBACK"], ["SAVEPOINT a", "RELEASE a"]])
def test_a_commit_may_be_refused(statements: list[str]) -> None:
    sqlite = fast_sqlite()
    connection = sqlite3.connect(sqlite.create("CREATE TABLE users (name TEXT)"))
    connection.execute("INSERT INTO users VALUES ('ada')")
    sqlite.refuse_commit(connection)
    ends = [outcome(connection.execute, statement) for statement in statements]

    refused = isinstance(ends[-1][1], sqlite3.DatabaseError) and str(ends[-1][1]) == "not authorized"
    assert refused == (statements != ["ROLLBACK"])


def test_what_is_refused_is_sifted_out() -> None:
    results, rejected, errors = sift(ValueError, int, ["1", "one", "2", ""])

    assert (results, rejected) == ([1, 2], ["one", ""])
    assert [type(error) for error in errors] == [ValueError, ValueError]
    with pytest.raises(TypeError):
        sift(ValueError, int, ["1", None])


def test_an_exception_that_is_caught_is_the_very_one() -> None:
    error = KeyboardInterrupt("stop")
    with catching(BaseException) as caught:
        raise error
    with catching(ValueError) as none:
        pass

    assert (which(error, caught), none) == ([0], [])


@pytest.mark.parametrize("error", [TypeError("other"), NotImplementedError()])
def test_only_what_is_written_and_of_the_class_is_caught(error: Exception) -> None:
    with pytest.raises(type(error)), catching(ValueError if isinstance(error, TypeError) else Exception):
        raise error


def test_what_is_not_written_yet_is_no_refusal() -> None:
    def stub(number: int) -> None:
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        sift(RuntimeError, stub, [1])


def test_odd_objects_are_told_apart_by_identity_only() -> None:
    class Card(Odd, ABC):  # type: ignore[misc]
        """Something else besides."""

    items = [Odd(), Card(), Odd()]

    assert (items[0] == items[1], items[2] == "b", items[0] != items[1]) == (True, True, False)
    assert which(items[2], items) == [2]
    assert len(sift(TypeError, hash, items)[1]) == len(sift(TypeError, bool, items)[1]) == 3


def test_a_class_has_the_descriptors_it_was_given() -> None:
    class Doubled:
        def __set__(self, owner: Any, value: int) -> None:
            vars(owner)["kept"] = 2 * value

        def __get__(self, owner: Any, kind: type) -> int:
            return int(vars(owner)["kept"])

    Thing = owner_of(size=Doubled())

    assert assign(Thing(), "size", 4) == 8
    assert issubclass(owner_of(Thing, length=Doubled()), Thing)
    with pytest.raises(TypeError, match="size has no __set__"):
        owner_of(size=5)


# --- sources, output, files, values ---


@pytest.fixture
def real_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts back what a watched `open` replaces."""
    places = ((builtins, "open"), (io, "open"), (io, "TextIOWrapper"), (io, "text_encoding"))
    for place, name in (*places, (locale, "getpreferredencoding"), (locale, "getencoding")):
        monkeypatch.setattr(place, name, getattr(place, name))


@pytest.mark.usefixtures("real_files")
def test_an_open_prefers_another_encoding_and_knows_what_is_open() -> None:
    files = watched_open("latin-1")
    paths = [files.temporary_path(name, "é\n") for name in ("a.txt", "b.txt")]
    with open(paths[0]) as first, open(paths[1], encoding="utf-8") as second:
        assert (first.read(), second.read()) == ("Ã©\n", "é\n")
        assert files.names() == ["a.txt", "b.txt"]
        second.close()
        assert files.names() == ["a.txt"]
    assert files.names() == []


@pytest.mark.usefixtures("real_files")
def test_what_an_earlier_open_knows_of_is_closed() -> None:
    files = watched_open()
    left = open(files.temporary_path("a.txt", "one\n"))  # noqa: SIM115  # that is what it is about

    assert (watched_open().names(), left.closed) == ([], True)


def test_a_source_says_what_was_pulled_from_it() -> None:
    items, pulled = source([1, 2, 3])

    assert (next(items), pulled[:]) == (1, [1])
    assert (list(items), pulled, list(items)) == ([2, 3], [1, 2, 3], [])


def test_an_interrupted_iterator_goes_on_after_an_error() -> None:
    items = interrupted([1, error := ValueError("gone"), 2])
    assert (next(items), outcome(next, items), iter(items) is items) == (1, ("raised", error), True)
    assert list(items) == [2]


@pytest.mark.parametrize("kind", ["list", "tuple", "keys", "iterator", "bare", "numbered"])
def test_iterables_of_all_kinds_give_their_items(kind: str) -> None:
    assert list(iterable(kind, [3, 1, 2])) == [3, 1, 2]


def test_a_bare_iterable_can_be_iterated_once_and_nothing_else() -> None:
    bare: Any = iterable("bare", [3, 1, 2])
    assert sift(TypeError, lambda ask: ask(bare), [next, len, bool, reversed])[1] == [next, len, bool, reversed]
    assert (list(bare), list(bare)) == ([3, 1, 2], [])


def test_a_numbered_iterable_has_items_only() -> None:
    numbered: Any = iterable("numbered", [3, 1, 2])
    assert (numbered[1], list(numbered), list(numbered)) == (1, [3, 1, 2], [3, 1, 2])
    assert sift(TypeError, lambda ask: ask(numbered), [next, len])[1] == [next, len]


def test_a_source_may_end_in_an_error() -> None:
    items, pulled = source("ab", error := ValueError("gone"))
    received: list[str] = []

    assert outcome(received.extend, items) == ("raised", error)
    assert (received, pulled) == (["a", "b"], ["a", "b"])


def test_what_is_printed_comes_as_lines() -> None:
    outside = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", outside)
        with printed() as lines:
            print("one\ntwo", end="")
            print("", "three", sep="\n")
        print("after")

    assert (lines, outside.getvalue()) == (["one", "two", "three"], "after\n")


def test_what_was_printed_before_an_error_is_there() -> None:
    lines: list[str] = []

    def fail() -> None:
        nonlocal lines
        with printed() as lines:
            print("one")
            raise ValueError("no")

    assert (outcome(fail)[0], lines) == ("raised", ["one"])


@pytest.mark.parametrize("content", ["é\r\n", b"\xff\0", "", None])
def test_a_temporary_path_leads_to_a_folder_of_its_own(content: str | bytes | None) -> None:
    first, second = Path(temporary_path("a.txt", content)), Path(temporary_path("a.txt", content))

    assert (first.name, first.parent != second.parent, first.parent.is_dir()) == ("a.txt", True, True)
    assert first.exists() == (content is not None)
    if content is not None:
        assert first.read_bytes() == (content.encode() if isinstance(content, str) else content)


def test_a_prompt_leaves_no_temporary_folder() -> None:
    lines = "from grader.scenario import temporary_path; print(temporary_path('a.txt', 'one'))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)

    assert done.stdout.endswith("a.txt\n")
    assert not Path(done.stdout.strip()).parent.exists()


def test_a_value_is_shown_as_the_report_shows_it() -> None:
    class Thing:
        pass

    assert shown({3, 1, 2}) == "{1, 2, 3}"
    assert shown([ValueError("x"), "a" * 900]).startswith("[ValueError('x'), 'aaa")
    assert "Thing" in shown(Thing())
    assert "0x" not in shown(Thing())


def test_a_message_mentions_words_anywhere_and_numbers_as_a_whole() -> None:
    text = "height_cm must be at least -12, not 0.5 (130)"

    assert mentioned(text, ["height", "height_cm", "age"]) == ["height", "height_cm"]
    assert mentioned(text, [-12, 12, 0.5, 5, 13, 130, 0]) == [-12, 0.5, 130]
