"""A scenario as code that a learner can type: what ran, with the arguments in it."""

import code
import contextlib
import io
import itertools
import sys
import types
from collections import deque
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.judge.suite import snippet
from grader.judge.suite.snippet import Looked

Render = Callable[..., str]


@pytest.fixture
def rendered(tmp_path: Path) -> Render:
    """Renders the snippet for a call of the scenario `scene` in this file."""
    numbers = itertools.count()

    def render(text: str, *args: Any, looked: Looked | None = None, place: Any = (0, 0), **kwargs: Any) -> str:
        path = tmp_path / f"scenarios{next(numbers)}.py"
        path.write_text(dedent(text))
        found = snippet.render(path, "scene", list(args), kwargs, looked, place)
        assert found is not None
        return found

    return render


def text(lines: str) -> str:
    return dedent(lines).strip("\n")


# --- what is in it ---


def test_the_body_comes_with_the_arguments_and_the_value_that_was_looked_at(rendered: Render) -> None:
    found = rendered(
        '''
        def scene(number):
            """Doubles a number."""
            from tiny import double

            value = double(number)
            return {"value": value, "other": 1}
        ''',
        3,
        looked=Looked(("value",), "seen", 6),
    )

    assert found == text(
        """
        from tiny import double
        value = double(3)
        print("value:", value)
        """
    )


def test_what_stands_at_the_top_of_the_file_comes_with_it_where_it_is_used(rendered: Render) -> None:
    found = rendered(
        '''
        """Scenarios."""
        from itertools import chain, islice
        from math import pi

        from grader.scenario import fake_clock, outcome

        clock = fake_clock()
        UNUSED = 1


        def helper(things):
            """Helps."""
            return list(islice(things, SIZE))


        SIZE = 2

        def scene(things):
            from tiny import work

            return helper(work(things))
        ''',
        [1],
        looked=Looked((), "things", [1]),
    )

    assert found == text(
        """
        from itertools import islice
        def helper(things):
            return list(islice(things, SIZE))

        SIZE = 2
        from tiny import work
        print("things:", helper(work([1])))
        """
    )


def test_a_call_that_stands_for_its_effect_always_comes_with_it(rendered: Render) -> None:
    found = rendered(
        """
        from grader.scenario import fake_clock

        fake_clock()

        def scene():
            from tiny import double
            return double(1)
        """,
        looked=Looked((), "value", 2),
    )

    assert found.splitlines()[:2] == ["from grader.scenario import fake_clock", "fake_clock()"]


def test_a_part_of_what_a_helper_returns_is_shown(rendered: Render) -> None:
    found = rendered(
        """
        def helper(n):
            return {"steps": [n]}

        def scene(n):
            return helper(n)
        """,
        5,
        looked=Looked(("steps", 0), "seen", 5),
    )

    assert found.splitlines()[-2:] == ["seen = helper(5)", 'print("steps[0]:", seen["steps"][0])']


def test_the_name_that_is_shown_is_that_of_the_evidence() -> None:
    assert Looked(("at_the_call",), "seen", []).label == "at the call"
    assert Looked((), "numbers", []).label == "numbers"
    assert Looked(("a", 0, "b", 1), "seen", 3).label == "b[0][1]"


# --- values ---


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ([1], "value"),
        (None, "value"),
        (1.5, "value"),
        ("abc", "repr(value)"),
        ({2, 1}, "shown(value)"),
        ([{2, 1}], "shown(value)"),
        ("a" * 900, "shown(value)"),
        ([0] * 900, "shown(value)"),
    ],
)
def test_a_value_is_printed_as_the_evidence_writes_it(rendered: Render, value: Any, shown: str) -> None:
    found = rendered(
        """
        def scene(value):
            value = value
            return {"value": value}
        """,
        1,
        looked=Looked(("value",), "seen", value),
    )

    assert found.splitlines()[-1] == f'print("value:", {shown})'


def test_what_the_evidence_writes_in_its_own_way_needs_one_import_more(rendered: Render) -> None:
    file = """
        from grader.scenario import outcome

        def scene(value):
            return {"value": outcome(value)}
        """

    with_others = rendered(file, 1, looked=Looked(("value",), "seen", {1}))

    assert with_others.splitlines()[0] == "from grader.scenario import outcome, shown"
    alone = rendered("def scene(value):\n    return value\n", 1, looked=Looked((), "value", {1}))
    assert alone.splitlines()[0] == "from grader.scenario import shown"


# --- arguments ---


@pytest.mark.parametrize(
    ("body", "arguments", "lines"),
    [
        ("return f(n)", {"n": 3}, ["f(3)"]),
        ("return f(n) + g(n)", {"n": 3}, ["f(3) + g(3)"]),
        ("return n.real", {"n": 3}, ["(3).real"]),
        ("return n ** 2", {"n": -3}, ["(-3) ** 2"]),
        ("return [n, -n]", {"n": -3}, ["[-3, -(-3)]"]),
        ("return f(*args, **kwargs)", {"args": [1, "a"], "kwargs": {"size": 2}}, ["f(1, 'a', size=2)"]),
        ("return f(*args, **kwargs)", {"args": [], "kwargs": {}}, ["f()"]),
        ("return f(*args, 1, **kwargs)", {"args": [], "kwargs": {}}, ["f(1)"]),
        ("return f(0, *args)", {"args": [], "kwargs": {}}, ["f(0)"]),
        ("return f(**kwargs)", {"args": [], "kwargs": {"not a name": 1}}, ["f(**{'not a name': 1})"]),
        ("return [*args]", {"args": [1, 2], "kwargs": {}}, ["[*[1, 2]]"]),
        ("return [x for x in items]", {"items": [1]}, ["[x for x in [1]]"]),
        ("return [items for x in f()]", {"items": [1]}, ["items = [1]", "[items for x in f()]"]),
        ("return f(items) == items", {"items": [1]}, ["items = [1]", "f(items) == items"]),
        ("return f'{n} things'", {"n": 3}, ["n = 3", "f'{n} things'"]),
        ("return lambda n: n", {"n": 3}, ["lambda n: n"]),
        ("return [n for n in f()]", {"n": 3}, ["[n for n in f()]"]),
        ("return f(x := n)", {"n": "é"}, ["f(x := 'é')"]),
        ("return 'é', f(n), 'é', g(n)", {"n": 1}, ["'é', f(1), 'é', g(1)"]),
    ],
)
def test_arguments_stand_in_their_places_or_first(
    rendered: Render, body: str, arguments: dict[str, Any], lines: list[str]
) -> None:
    found = rendered(f"def scene({', '.join(arguments)}):\n    {body}\n", **arguments)

    assert found.splitlines() == lines


def test_an_argument_alone_can_be_what_was_looked_at(rendered: Render) -> None:
    scenario = "def scene(event):\n    return {'kind': type(event), 'event': event}"

    assert rendered(scenario, "move", looked=Looked(("event",), "seen", 4)) == "print(\"event:\", 'move')"


def test_what_is_assigned_in_the_scenario_is_assigned_first(rendered: Render) -> None:
    found = rendered("def scene(n):\n    n += 1\n    return n\n", 3)

    assert found.splitlines() == ["n = 3", "n += 1", "n"]


def test_a_line_stays_as_wide_as_a_terminal_where_that_can_be(rendered: Render) -> None:
    words = ["a word"] * 5
    found = rendered(
        """
        def scene(words):
            made = a_function_with_a_long_name(words, another_argument=True)
            return made
        """,
        words,
    )

    assert found.splitlines()[0] == f"words = {words}"
    assert max(map(len, found.splitlines())) <= 79


def test_what_is_returned_over_several_lines_stands_on_one(rendered: Render) -> None:
    found = rendered(
        """
        def scene(n):
            return {
                "one": [
                    n,
                ],
                "two": f(
                    n, 2
                ),
            }
        """,
        1,
    )

    assert found == '{"one": [1], "two": f(1, 2)}'


def test_a_default_counts_as_an_argument(rendered: Render) -> None:
    assert rendered("def scene(a, b=2, *, c='x'):\n    return f(a, b, c)\n", 1) == "f(1, 2, 'x')"


# --- where it ends ---


RAISING = """
def scene(n):
    from tiny import first, second

    one = first(n)
    two = second(n)
    return {"one": one, "sum": sum([one, two])}
"""


def test_it_ends_where_an_exception_came_from(rendered: Render) -> None:
    assert rendered(RAISING, 3, place=(5, 10)).splitlines()[1:] == ["one = first(3)"]
    assert rendered(RAISING, 3, place=(7, 35)).splitlines()[1:] == [
        "one = first(3)",
        "two = second(3)",
        "sum([one, two])",
    ]


def test_an_exception_of_the_last_statement_is_the_end_as_well(rendered: Render) -> None:
    assert rendered(RAISING, 3, place=(6, 10)).splitlines()[1:] == ["one = first(3)", "two = second(3)"]


def test_one_line_prints_what_was_found_and_what_was_expected_as_the_evidence_does(rendered: Render) -> None:
    def last_line(value: Any, expected: Any) -> str:
        looked = Looked(("value",), "seen", value, expected)
        file = "def scene():\n    value = 1\n    return {'value': value}\n"
        return rendered(file, looked=looked).splitlines()[-1]

    assert last_line(None, "old") == 'print("value:", repr(value))'
    assert last_line([1], {1}) == 'print("value:", shown(value))'
    assert last_line(None, [1]) == 'print("value:", value)'


def test_a_list_of_many_short_items_is_written_out(rendered: Render) -> None:
    numbers = [1, -1] * 150

    found = rendered("def scene(numbers):\n    return sum(numbers)\n", numbers)

    assert found.splitlines() == [f"numbers = {numbers}", "sum(numbers)"]


def test_where_nothing_is_known_it_ends_in_all_that_is_returned(rendered: Render) -> None:
    assert rendered(RAISING, 3).splitlines()[-1] == '{"one": one, "sum": sum([one, two])}'


def test_a_snippet_may_be_written_by_hand(rendered: Render) -> None:
    found = rendered(
        '''
        def scene(n):
            """Does it in a roundabout way.

            from tiny import double
            value = double(7)
            """
            value = roundabout(n)
            return {"value": value}
        ''',
        7,
        looked=Looked(("value",), "seen", 14),
    )

    assert found.splitlines() == ["from tiny import double", "value = double(7)", 'print("value:", value)']


# --- at a prompt ---


@pytest.mark.parametrize("value", [{1, 2, 30, 4}, [("a", 1)], deque([1]), "é\n", {"b": {3, 1}}, None, -0.0])
def test_a_prompt_shows_what_the_evidence_says(rendered: Render, monkeypatch: pytest.MonkeyPatch, value: Any) -> None:
    tiny = types.ModuleType("tiny")
    vars(tiny)["same"] = lambda thing: thing
    monkeypatch.setitem(sys.modules, "tiny", tiny)
    file = """
        from grader.scenario import outcome

        def helper(make):
            try:
                for _ in range(2):
                    pass
                with open("/dev/null"):
                    pass
            finally:
                class Thing:
                    pass
            return make()

        def scene(value):
            from tiny import same

            kept = helper(lambda: same(value))

            def again():
                return kept
            return {"kept": again(), "end": outcome(again)}
        """
    from grader.jail import wire
    from grader.show import source

    answer = wire.lift(wire.lower(value))
    found = rendered(file, value, looked=Looked(("kept",), "seen", answer))

    errors, output = io.StringIO(), io.StringIO()
    console = code.InteractiveConsole()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(output):
        for line in [*found.split("\n"), ""]:
            unfinished = console.push(line)

    assert (errors.getvalue(), unfinished) == ("", False)
    assert output.getvalue() == f"kept: {source(answer)}\n"
