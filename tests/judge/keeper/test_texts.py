"""What is asked of an attempt's text: once, in a child that never runs it, and to an end."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.errors import ExerciseError
from grader.judge.keeper import servers, texts, tools
from grader.judge.keeper.child import Stopped
from grader.judge.keeper.handles import Handle, Jail
from grader.judge.keeper.texts import Texts
from grader.judge.store import Store

TEXT = b"def double(n: int) -> int:\n    return n + n\n"
PROBE = {"probe": "from tiny import double\nreveal_type(double(1))\n", "strict": True, "ignores": False}


class Room:
    """A jail with the tools in it, which counts its children."""

    def __init__(self, jail: Jail, used: tools.Tools) -> None:
        self.jail = jail
        self.more = {"types": {"cache": used.cache}, "lint": {"program": used.ruff}, "structure": {}}
        self.opened = 0

    def open(self, tool: str) -> tuple[Handle, dict[str, Any]]:
        self.opened += 1
        return self.jail.open(), self.more[tool]


@pytest.fixture(scope="module", params=["fork", "spawn"])
def room(request: pytest.FixtureRequest, cache: Path) -> Iterator[Room]:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as place:
        patch.setenv("GRADER_JAIL", request.param)
        used = tools.find(["mypy", "ruff"], Path(place), Store(cache / "grader" / "judge"))
        Path(place).chmod(0o711)
        jail = servers.start_tools(used, Path(place))
        yield Room(jail, used)
        jail.close()


@pytest.fixture
def ask(room: Room) -> Iterator[Any]:
    """Makes the texts of one attempt each, and ends them."""
    made: list[Texts] = []

    def of(source: bytes) -> Texts:
        made.append(Texts("tiny", source, room.open))
        return made[-1]

    yield of
    for one in made:
        one.close()


def test_the_same_question_is_asked_once(room: Room, ask: Any) -> None:
    one, before = ask(TEXT), room.opened
    answers = [one.ask("types", dict(PROBE)) for _ in range(3)]

    assert [(answer.revealed, charged) for answer, charged in answers] == [(["int"], 0.0)] * 3
    assert answers[0][0] is not answers[1][0]  # a test may change what it gets
    assert one.ask("types", {**PROBE, "strict": False})[0].revealed == ["int"]
    assert room.opened == before + 1


def test_each_tool_answers(ask: Any) -> None:
    one = ask(TEXT + b"x = double == None\n")

    assert [found.line for found in one.ask("lint", {"select": ["E711"], "ignores": False})[0]] == [3]
    assert [found.name for found in one.ask("structure", {})[0].functions] == ["double"]


def test_a_text_on_which_mypy_works_for_ever_ends(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "SECONDS", 0.6)
    types = "".join(f"A{n + 1} = Union[tuple[A{n}, A{n}], list[A{n}]]\n" for n in range(30))
    one = ask(f"from typing import Union\nA0 = Union[int, str]\n{types}x: A30 = 1\ny: str = x\n".encode())

    for _ in range(2):  # the second time nobody waits for it
        with pytest.raises(Stopped, match=r"reading its text \(types\) takes longer than 0.6 s") as stopped:
            one.ask("types", {**PROBE, "probe": ""})
        assert stopped.value.verdict == "timed_out"
    assert [found.name for found in one.ask("structure", {})[0].functions] == []


@pytest.mark.parametrize(
    "source",
    ["x = a" + ".b" * 100_000 + "\n", "x = 1" + "+1" * 20_000 + "\n", "x = " + "(" * 5_000 + ")" * 5_000 + "\n"],
    ids=["a long way", "a long sum", "parentheses"],
)
@pytest.mark.parametrize("tool", ["types", "structure"])
def test_what_breaks_a_tool_down_is_a_crash_or_a_finding(ask: Any, source: str, tool: str) -> None:
    one = ask(source.encode())
    try:
        found, _ = one.ask(tool, {**PROBE, "probe": ""} if tool == "types" else {})
    except Stopped as stop:
        assert stop.verdict in ("crashed", "timed_out")  # noqa: PT017
        assert "text" in stop.reason  # noqa: PT017
    else:
        assert tool == "types"
        assert found.errors
    assert ask(TEXT).ask("types", dict(PROBE))[0].revealed == ["int"]


def test_more_than_an_answer_may_hold_is_a_crash(ask: Any) -> None:
    one = ask("".join(f"def a_function_with_a_long_name_{n}(): ...\n" for n in range(20_000)).encode())

    with pytest.raises(Stopped, match="there is too much to say of it") as stopped:
        one.ask("structure", {})
    assert stopped.value.verdict == "crashed"


def test_seconds_beyond_those_that_are_free_are_charged(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FREE_SECONDS", 0.0)
    charged = ask(TEXT).ask("types", dict(PROBE))[1]

    assert 0 < charged < texts.SECONDS


def test_a_wrong_question_is_the_authors(ask: Any) -> None:
    with pytest.raises(ExerciseError, match=r"attempt.text.lint can't be asked so: .*Q9999"):
        ask(TEXT).ask("lint", {"select": ["Q9999"], "ignores": False})


def test_a_child_reaches_nothing_but_its_tools(room: Room) -> None:
    """What it is told to start has to be ruff, and what it reads can be no file of the judge's."""
    one = Texts("tiny", TEXT, lambda tool: (room.jail.open(), {"program": "/bin/ls"}))
    try:
        with pytest.raises(Stopped) as stopped:
            one.ask("lint", {"select": ["E711"], "ignores": False})
    finally:
        one.close()
    assert stopped.value.verdict == "crashed"
