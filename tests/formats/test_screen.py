"""The report of one attempt on one screen."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from grader import catalog, misconceptions, verdicts
from grader.author import attempts
from grader.formats import screen
from grader.judge import protocol
from grader.judge.client import Judge
from grader.verdicts import NOT_WRITTEN, AttemptResult, Evidence, Isolation, Looks, Misconception, OwnLine
from tests.formats.told import attempt, case, failed, plain, tell, written

SIZES = [(80, 23), (40, 9), (40, 23), (100, 49)]


def shown(result: AttemptResult, width: int = 80, rows: int = 23, **more: Any) -> str:
    console = plain(width)
    screen.show(tell(result, **more), console, rows)
    return written(console)


def rows_of(text: str, width: int) -> int:
    return sum(max(1, -(-cell_len(line) // width)) for line in text.splitlines())


def last(result: AttemptResult, **more: Any) -> str:
    return " ".join(shown(result, **more).split("\n\n")[-1].split())


# --- the whole ---


def test_a_failing_attempt_reads_like_this() -> None:
    one = attempt(
        case(part="timer", points="5"),
        case(part="retry", points="3"),
        failed(
            "It does not wait.",
            snippet="retry(1)\nf()",
            subject="waits",
            expected="[]",
            actual="[0.5]",
            lines=(OwnLine("tiny.py", 41, "sleep(delay)"),),
            output="hello\n",
        ),
        failed("It waits longer.", name="other", snippet="retry(2, delay=0.5)\nf()", actual="[0.5]"),
    )

    assert shown(one).splitlines() == [
        f"tiny   public seed{'8 of 10 points':>62}",
        "  timer 5 of 5   retry 3 of 5",
        "",
        f"It does not wait{'0 of 1':>64}",
        "  at the prompt of: cd tiny && python",
        "",
        "retry(1)",
        "f()",
        "",
        "  expected    waits: []",
        "  yours       waits: [0.5]",
        "  your code   tiny/tiny.py:41   sleep(delay)",
        "  printed: hello",
        "",
        "1 more claim fails: grader check tiny --all",
        "8 of 10 points. Next: mend retry; a hint: grader hint tiny",
    ]


def test_an_attempt_that_cannot_be_imported_is_its_message() -> None:
    one = attempt(case("not_run", points="3"), message="tiny.py can't be imported (line 1: x): NameError: x")

    assert shown(one).splitlines()[1:] == [
        "",
        "tiny.py can't be imported (line 1: x): NameError: x",
        "",
        "0 of 3 points. Mend this first.",
    ]


def test_where_it_is_stands_there_once() -> None:
    why = Evidence(
        "It can't be imported.",
        raised="SyntaxError: expected ':' (tiny.py, line 3)",
        lines=(OwnLine("tiny.py", 3, "for a in (1, 2)", column=16),),
    )
    one = msgspec.structs.replace(attempt(case("not_run"), message="tiny.py can't be imported"), evidence=why)

    assert shown(one).splitlines()[2:-2] == [
        "can't be imported: tiny/tiny.py:3",
        "",
        "    for a in (1, 2)",
        " " * 19 + "^",
        "  SyntaxError: expected ':'",
    ]


def test_what_explains_a_message_stands_below_it() -> None:
    one = attempt(case("not_run"), message="SyntaxError: bad")

    assert "SyntaxError: bad\nA bracket is open.\n| f(\n" in shown(one, said="A bracket is open.\nf(")


# --- the last lines ---


def test_the_last_line_is_the_score_and_the_next_step() -> None:
    assert last(attempt(case())) == "1 of 1 points: everything holds. Next: grader next"
    assert last(attempt(case(), failed())) == "1 of 2 points. Next: mend retry; a hint: grader hint tiny"


def test_a_pass_says_from_where_on() -> None:
    one = attempt(case(points="3"), failed())

    assert last(one, passes=True, pass_mark=60) == "3 of 4 points: that passes, for 60 % is enough. Next: grader next"


def test_a_part_says_that_the_points_are_its_own() -> None:
    found = shown(attempt(case(points="7"), failed()), part="retry")

    assert found.splitlines()[0].endswith("7 of 8 points of retry")
    assert found.splitlines()[-1] == "7 of 8 points of retry. Next: mend retry; a hint: grader hint tiny"


def raised(name: str, *why: str) -> list[Any]:
    return [failed(f"{name} {number}.", name=f"{name}{number}", raised=one) for number, one in enumerate(why)]


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (["a"], None),
        (["a", "b"], "1 more claim fails: grader check tiny --all"),
        (["a", "a"], "1 more claim fails for the same reason: grader check tiny --all"),
        (["a", "b", "c"], "2 more claims fail: grader check tiny --all"),
        (["a", "a", "a"], "2 more claims fail for the same reason: grader check tiny --all"),
        (["a", "b", "a"], "2 more claims fail, 1 for the same reason: grader check tiny --all"),
        (["a", "b", "b"], "2 more claims fail for the same reason (b): grader check tiny --all"),
        (["a", "b", "b", "c"], "3 more claims fail, 2 for the same reason (b): grader check tiny --all"),
    ],
)
def test_what_else_fails_is_counted_by_its_reason(why: list[str], words: str | None) -> None:
    found = [line for line in shown(attempt(*raised("claim", *why))).splitlines() if "more claim" in line]

    assert found == ([words] if words else [])


def test_one_failure_is_shown_and_no_other() -> None:
    found = shown(attempt(failed("A.", name="a", actual="1"), failed("B.", name="b", actual="22")))

    assert ("\nA" in found, "\nB" in found) == (True, False)


# --- what is not written ---

STUB = b"def timer():\n    raise NotImplementedError\n\n\ndef cache():\n    raise NotImplementedError\n"


def unwritten(part: str, line: int) -> Any:
    way = (OwnLine("tiny.py", line, "raise NotImplementedError"),)
    why = Evidence(NOT_WRITTEN, "cache()", raised="NotImplementedError", lines=way)
    return case("failed", name=f"{part}{line}", part=part, evidence=why)


def test_a_stub_says_where_to_begin_and_nothing_else() -> None:
    one = attempt(unwritten("timer", 2), unwritten("cache", 6))

    assert shown(one, source=STUB, stub=STUB).splitlines()[1:] == [
        "  timer 0 of 1   cache 0 of 1",
        "",
        "0 of 2 points. Nothing is written yet: begin with timer (tiny/tiny.py:2).",
    ]


def test_half_an_attempt_says_what_is_done_and_what_is_next() -> None:
    source = STUB.replace(b"raise NotImplementedError", b"return 1", 1)
    one = attempt(case(part="timer"), unwritten("cache", 6))

    assert last(one, source=source, stub=STUB) == "1 of 2 points. timer is done. Next: cache (tiny/tiny.py:6)."


def test_what_fails_comes_before_what_is_not_written() -> None:
    source = STUB.replace(b"raise NotImplementedError", b"return 1", 1)
    one = attempt(failed(part="timer"), unwritten("cache", 6))

    assert last(one, source=source, stub=STUB).startswith("Not written yet: cache (line 6). 0 of 2 points. Next: mend")


# --- room ---


def test_in_a_small_window_what_was_expected_stays() -> None:
    source = STUB.replace(b"raise NotImplementedError", b"return 1", 1)
    wrong = [
        failed("A claim of some length.", part="timer", name=f"a{n}", expected="x: 1", actual="x: 2") for n in "12"
    ]
    found = shown(attempt(*wrong, unwritten("cache", 6)), 40, 8, source=source, stub=STUB)

    assert "  expected   x: 1\n  yours      x: 2\n" in found
    assert "Not written yet" not in found


NAMES = st.text("abc x", min_size=1, max_size=60)
LONG = st.one_of(st.none(), st.text("ab[]' \n漢\x1b", max_size=400), st.integers(1, 2000).map("w ".__mul__))
SNIPPET = st.lists(st.text("f(x) = '漢", max_size=200), max_size=30).map("\n".join)
LINES = st.lists(st.builds(OwnLine, st.just("tiny.py"), st.integers(1, 99), st.text("f() ", max_size=99)), max_size=40)
EVIDENCE = st.builds(
    Evidence,
    reason=st.text("why ", max_size=900),
    snippet=st.none() | SNIPPET,
    subject=st.none() | NAMES,
    expected=LONG,
    actual=LONG,
    raised=LONG,
    lines=LINES.map(tuple),
)
TESTS = st.lists(
    st.builds(
        verdicts.TestResult,
        id=st.integers(0, 9).map(str),
        name=st.sampled_from(["test_a", "test_a[1-x]", f"test_a[{'x' * 300}]"]),
        part=NAMES,
        claim=st.text("claim ", max_size=500),
        verdict=st.sampled_from(["passed", "failed", "timed_out", "crashed", "not_run"]),
        points=st.sampled_from(["1", "1/3"]),
        evidence=EVIDENCE,
        output=st.text("out\n", max_size=400),
    ),
    min_size=1,
    max_size=12,
)
LOOKS = st.builds(
    Looks,
    st.just("1"),
    st.just(("1", "2", "3")),
    st.lists(st.builds(Misconception, NAMES, st.text("words ", max_size=600)), min_size=1, max_size=3).map(tuple),
)
LESSER = Isolation("partial", "x", (), ("memory", "network", "files"), (), ())


@settings(deadline=None, max_examples=150)
@given(
    tests=TESTS,
    message=st.none() | st.text("message \n", max_size=2000),
    looks=st.lists(LOOKS, max_size=3),
    lesser=st.booleans(),
    said=st.none() | st.text("cause \n", max_size=900),
    size=st.sampled_from(SIZES),
)
def test_any_attempt_fits_its_screen(
    tests: Any, message: str | None, looks: Any, lesser: bool, said: str | None, size: tuple[int, int]
) -> None:
    width, rows = size
    one = msgspec.structs.replace(
        attempt(*tests, message=message), misconceptions=tuple(looks), isolation=LESSER if lesser else None
    )
    found = shown(one, width, rows, cause=lambda test: said, said=said)

    assert rows_of(found, width) <= rows
    assert found.startswith("tiny")
    assert re.search(r"\d of \S+ points[.:]", " ".join(found.split()))
    assert {letter for letter in found if ord(letter) < 32} <= {"\n"}


LONGEST = failed(
    "A claim that is longer than any line of a narrow terminal can be, and then some more.",
    snippet="\n".join(f"line_{number}()" for number in range(40)),
    expected="x" * 300,
    actual="y" * 300,
    raised="ValueError: " + "z" * 200,
    lines=tuple(OwnLine("tiny.py", number, "recurse()") for number in range(50)),
    output="printed\n" * 40,
)


@pytest.mark.parametrize(("width", "rows"), SIZES)
def test_what_is_cut_is_cut_in_the_middle(width: int, rows: int) -> None:
    found = shown(attempt(LONGEST), width, rows).splitlines()

    assert found[0].endswith("0 of 1 points")
    assert "A claim that" in "\n".join(found)
    assert "yours" in "\n".join(found)
    assert " ".join(found).split()[-7:] == ["mend", "retry;", "a", "hint:", "grader", "hint", "tiny"]


def test_a_snippet_keeps_its_end_and_says_what_is_missing() -> None:
    found = shown(attempt(LONGEST)).splitlines()

    at = found.index("line_39()")
    assert re.fullmatch(r"# … \d+ lines before this: grader show", next(line for line in found if "…" in line))
    assert found[at - 1] == "line_38()"


@pytest.mark.parametrize("width", [40, 80, 100])
def test_points_are_never_torn_from_their_claim(width: int) -> None:
    one = failed("words " * 12 + "word", part="a part with a rather long name")
    lines = shown(attempt(one), width).splitlines()

    (line,) = [line for line in lines if line.endswith("0 of 1")]
    assert line.startswith("words words")
    assert len(line) == width


def test_a_file_is_a_link_where_the_terminal_follows_one() -> None:
    one = tell(attempt(failed(lines=(OwnLine("tiny.py", 2, "f()"),))))
    console = Console(file=plain().file, width=80, force_terminal=True, color_system="standard")
    screen.show(one, console)

    assert f";{one.where.link}\x1b\\tiny/tiny.py:2   f()\x1b]8;;" in written(console)
    assert "\x1b" not in shown(attempt(failed(lines=(OwnLine("tiny.py", 2, "f()"),))))


@pytest.mark.parametrize("topic", ["iterators"])
def test_every_wrong_attempt_of_a_topic_fits(topic: str) -> None:
    exercise = catalog.load().get(topic)
    jobs = [
        protocol.Job(folder=str(exercise.folder), name=exercise.stub.name, source=one.source, shrink=False)
        for one in attempts.wrong(exercise)
    ]
    with Judge() as judge:
        results = [event.result for event in judge.judge(jobs) if isinstance(event, protocol.Done)]

    assert len(results) == len(jobs)
    for result, job in zip(results, jobs, strict=True):
        told = msgspec.structs.replace(result, misconceptions=misconceptions.look(result, exercise))
        for width, rows in SIZES:
            found = shown(told, width, rows, source=job.source, stub=exercise.stub.read_bytes())
            assert rows_of(found, width) <= rows
            assert "Next: mend" in " ".join(found.split())
