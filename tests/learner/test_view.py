"""What a result asks of a learner: in which order, and what is not written yet."""

import ast
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader import catalog
from grader.judge import protocol
from grader.judge.client import Judge
from grader.learner.view import view
from grader.verdicts import NOT_WRITTEN, AttemptResult, Evidence, Looks, Misconception, OwnLine
from tests.conftest import TOPICS, reference
from tests.formats.told import attempt, case, failed

STUB = b'''
class Sorter:
    """Sorts."""

    def sort(self, data):
        raise NotImplementedError


class QuickSort(Sorter):
    """Sorts quickly."""


def timer(func):
    raise NotImplementedError
'''
LINE = {"Sorter.sort": 6, "timer": 14}


def met(name: str, part: str = "retry", test: str = "test_it") -> Any:
    """A test that ended at the stub's NotImplementedError."""
    line = OwnLine("tiny.py", LINE[name], "raise NotImplementedError")
    return case(
        "failed", name=test, part=part, evidence=Evidence(NOT_WRITTEN, raised="NotImplementedError", lines=(line,))
    )


def names(tests: Any) -> list[str]:
    return [test.name for test in tests]


# --- order ---


def test_failures_come_by_part_and_the_smallest_case_first() -> None:
    tests = [
        case(part="a"),
        failed(name="long", part="a", snippet="f(123456)", expected="1"),
        failed(name="short", part="a", snippet="f(1)", expected="1"),
        failed(name="next", part="b"),
    ]

    assert names(view(attempt(*tests)).failures) == ["short", "long", "next"]


@pytest.mark.parametrize("verdict", ["timed_out", "crashed"])
def test_a_hang_comes_after_what_says_more(verdict: Any) -> None:
    tests = [case(verdict, name="hang", evidence=Evidence("It hangs.", "f()")), failed(name="wrong", snippet="f(1234)")]

    assert names(view(attempt(*tests)).failures) == ["wrong", "hang"]


def hang(name: str, snippet: str, part: str = "retry") -> Any:
    return case("timed_out", name=name, part=part, evidence=Evidence("It hangs.", snippet))


def test_where_most_of_a_part_hangs_the_loop_comes_first() -> None:
    tests = [failed(name="wrong", snippet="f(1)"), hang("long", "f(123456)"), hang("short", "f(12)")]
    found = view(attempt(*tests))

    assert names(found.failures) == ["short", "long", "wrong"]
    assert names(view(attempt(*tests[:2])).failures) == ["wrong", "long"]


def test_hangs_of_one_part_have_one_reason() -> None:
    reason = view(attempt(hang("a", "f(1)"), hang("b", "f(12)"), hang("c", "f(123)", "timer"))).common()

    assert reason
    assert (reason.count, reason.as_the_first) == (1, True)


def test_the_part_at_work_is_that_of_the_first_failure() -> None:
    found = view(attempt(case(part="a"), failed(part="b"), failed(part="c", name="c")))

    assert (found.at_work and found.at_work.name, [part.done for part in found.parts]) == ("b", [True, False, False])


# --- what is not written ---


def test_what_raises_not_implemented_error_is_named_with_its_line() -> None:
    found = view(attempt(met("timer"), met("Sorter.sort", test="a"), met("timer", test="b")), b"#" + STUB, STUB)

    assert [(one.name, one.where.line) for one in found.unwritten] == [("Sorter.sort", 6), ("timer", 14)]
    assert (found.failures, len(found.waiting)) == ((), 3)


def test_a_test_of_what_is_still_the_stubs_waits_whatever_came_of_it() -> None:
    source = STUB.replace(b"raise NotImplementedError\n\n\nclass", b"return data\n\n\nclass")
    tests = [
        failed(name="waits", snippet="from tiny import QuickSort\nQuickSort().sort([])", raised="TypeError: abstract"),
        failed(name="by_text", snippet="import tiny\ngetattr(tiny, 'timer')(1)", actual="1"),
        failed(name="mixed", snippet="from tiny import QuickSort, Sorter\nSorter()", actual="1"),
        failed(name="written", snippet="from tiny import Sorter\nSorter()", actual="1"),
        failed(name="unknown", actual="1"),
    ]

    found = view(attempt(*tests), source, STUB)

    assert names(found.waiting) == ["waits", "by_text"]
    assert [(one.name, one.where.line) for one in found.unwritten] == [("QuickSort", 9), ("timer", 13)]


def test_the_whole_stub_waits_with_every_test() -> None:
    comments = b"# I begin here.\n" + STUB.replace(b"\n\n\n", b"\n\n\n\n")

    found = view(attempt(failed(actual="None"), met("timer", test="a")), comments, STUB)

    assert (found.failures, found.untouched) == ((), True)


def test_what_looks_like_a_misconception_has_failed() -> None:
    looks = Looks("T::test_it", ("T::test_it",), (Misconception("abstract", "Why."),))
    result = msgspec.structs.replace(attempt(met("Sorter.sort")), misconceptions=(looks,))

    assert names(view(result, STUB.replace(b"raise NotImplementedError", b"pass", 1), STUB).failures) == ["test_it"]
    assert view(result, STUB, STUB).failures == ()


def test_a_part_is_settled_where_the_rest_of_it_waits_for_another() -> None:
    tests = [
        case(part="timer", name="a"),
        met("Sorter.sort", part="timer", test="b"),
        met("Sorter.sort", part="sort", test="c"),
        met("Sorter.sort", part="sort", test="d"),
    ]

    assert [part.name for part in view(attempt(*tests), b"#" + STUB).settled] == ["timer"]


@pytest.mark.parametrize("source", [b"(" * 9_000, b"x = 1\0", b"-" * 60_000 + b"1", b""])
def test_a_file_that_can_t_be_read_has_failures_only(source: bytes) -> None:
    assert names(view(attempt(failed(snippet="timer(1)", actual="1")), source, STUB).failures) == ["test_it"]


# --- the real stubs ---


def halves(stub: str, whole: str) -> list[bytes]:
    """The stub, and then the reference with its functions put back to the stub's one by one, from the end."""

    def functions(body: Any, prefix: str = "") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found[prefix + node.name] = node
            elif isinstance(node, ast.ClassDef):
                found |= functions(node.body, f"{prefix}{node.name}.")
        return found

    def span(node: Any) -> slice:
        return slice(min([node.lineno, *(one.lineno for one in node.decorator_list)]) - 1, node.end_lineno)

    old, new = functions(ast.parse(stub).body), functions(ast.parse(whole).body)
    imports = [line for line in stub.splitlines() if line.startswith(("import ", "from "))]
    found = [stub.encode()]
    units = [name for name in old if name in new]
    for done in sorted({1, len(units) // 2, len(units) - 1}):
        lines = whole.splitlines()
        for name in sorted(units[done:], key=lambda name: -new[name].lineno):
            lines[span(new[name])] = stub.splitlines()[span(old[name])]
        head = ast.parse(whole).body[0].end_lineno
        found.append("\n".join([*lines[:head], *imports, *lines[head:], ""]).encode())
    return found


def judged(topic: str, sources: list[bytes]) -> list[AttemptResult]:
    exercise = catalog.load().get(topic)
    jobs = [protocol.Job(folder=str(exercise.folder), name="x.py", source=one, shrink=False) for one in sources]
    with Judge() as judge:
        return [event.result for event in judge.judge(jobs) if isinstance(event, protocol.Done)]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_stub_and_each_half_of_an_attempt_have_no_false_evidence(topic: str) -> None:
    stub = catalog.load().get(topic).stub.read_bytes()
    sources = halves(stub.decode(), Path(reference(topic)).read_text(encoding="utf-8"))

    views = [view(result, one, stub) for one, result in zip(sources, judged(topic, sources), strict=True)]

    assert views[0].untouched
    for found in views:
        # That a class is not abstract can be seen, before it is written.
        allowed = {"TestStrategy::test_strategies_need_a_sort", "TestShape::test_lacks_no_method"}
        assert {test.id for test in found.failures} <= allowed
        assert found.unwritten
        assert all(one.name for one in found.unwritten)
