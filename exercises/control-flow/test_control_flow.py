"""The hidden suite of the exercise on control flow."""

from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
ITEM = st.sampled_from([".", "-", "a", "1", 0, 1, 1000, None, "", [], [1], (1,), {"a": 1}])
ITEMS = st.lists(ITEM, max_size=7)
SIMPLE = st.lists(st.sampled_from(["a", "b", "-", 0, None]), max_size=4)
RESULTS = st.lists(st.sampled_from([None, 0, "", "done", [1], ".", "-", 1000]), min_size=1, max_size=3)
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from(
        [ValueError, LookupError, KeyError, IndexError, TypeError, AttributeError, AssertionError, OSError]
        + [RuntimeError, StopAsyncIteration, ArithmeticError, KeyboardInterrupt, GeneratorExit]
    ),
    st.text("abc", min_size=1, max_size=3),
)
ROW = st.lists(st.sampled_from([0, 1, 2, 1000, None, "", "1", [1], (1,)]), max_size=4)
ROWS = st.lists(ROW, max_size=4)
WORDS = st.lists(st.text("aAé\u0301🙂ß \n", max_size=4), max_size=6)
NUMBERS = st.integers(-9, 99) | st.integers(-9, 99).map(lambda n: n / 4)
FACTORS = (
    NUMBERS
    | st.integers(-(10**20), 10**20)
    | st.integers(-9, 9).map(lambda n: Fraction(n, 4))
    | st.integers(0, 9).map(lambda n: complex(n, 1))
)
SKIPS = st.sampled_from(["-", "b", "nan"])
SHY = st.lists(st.sampled_from(["a", "b", "-", "nan"]), max_size=4)

NAMES = st.sampled_from(["ada", "Ada", "ad", "ada ", "bob", ""])
ANYTHING = st.sampled_from(
    [
        None,
        0,
        7,
        True,
        "",
        "ab",
        b"ab",
        "move",
        (),
        {1, 2},
        frozenset("ab"),
        {},
        {"x": 1, "y": 2},
        {"type": "move"},
        {"to": [1, 2]},
    ]
)
PLACE = (
    st.lists(st.integers(-9, 9) | ANYTHING, min_size=2, max_size=2)
    | st.lists(st.integers(-9, 9), max_size=3)
    | st.tuples(st.integers(-9, 9), st.text("ab", max_size=2))
    | ANYTHING
)
TYPES = st.sampled_from(["move", "message", "Move", "ada", None, ["move"]])
MOVES = st.fixed_dictionaries(
    {"type": st.just("move") | TYPES, "to": PLACE}, optional={"text": NAMES, "fast": ANYTHING}
)
MESSAGES = st.fixed_dictionaries(
    {"type": st.just("message") | TYPES},
    optional={"to": NAMES | NAMES | ANYTHING, "text": NAMES | NAMES | ANYTHING, "at": ANYTHING},
)
EVENTS = MOVES | MESSAGES | ANYTHING
GROUPS = st.recursive(EVENTS, lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=2).map(tuple))


def message(to, text="hi", **more):
    return {"type": "message", "to": to, "text": text, **more}


def before(items, target):
    """The items before the target, or all of them."""
    return items[: items.index(target)] if target in items else items


def place_of(rows, wanted):
    places = [(row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell == wanted]
    return next(iter(places), None)


def looked_at(rows, place):
    """What has been pulled of the rows, and of each row, by whoever stops at this place."""
    steps = []
    for number, row in enumerate(rows):
        steps.append(("rows", number))
        for column in range(len(row)):
            steps.append((f"row {number}", column))
            if (number, column) == place:
                return steps
        steps.append((f"row {number}", "end"))
    return [*steps, ("rows", "end")]


def left(rows, place):
    """What is left of each row behind this place."""
    if place is None:
        return [[] for _ in rows]
    return [row[place[1] + 1 :] if number == place[0] else row * (number > place[0]) for number, row in enumerate(rows)]


def pulls(rows, most):
    """How many cells of each row, and how many rows, have been pulled by whoever asked for so many cells."""
    counts, reached = [], 0
    for row in rows:
        reached += most > sum(counts)
        counts.append(min(len(row), most - sum(counts)))
    return counts, reached


def taken(tables, turns):
    """The cells that each turn gives, and what has been pulled of that table after it."""
    streams, asked, seen = [iter(sum(rows, [])) for rows in tables], [0] * len(tables), []
    for turn, most in turns:
        asked[turn] += most + 1
        found = [next(streams[turn], "no more"), *islice(streams[turn], most)]
        seen.append((found, *pulls(tables[turn], asked[turn])))
    return seen


def reaction(event, me):
    if isinstance(event, list | tuple):
        return [reaction(one, me) for one in event]
    if isinstance(event, dict):
        to, text = event.get("to"), event.get("text")
        if event.get("type") == "move" and isinstance(to, list | tuple) and len(to) == 2:
            return ("move", *to)
        if event.get("type") == "message" and "to" in event and isinstance(text, str):
            return ("private", text) if to == me else ("message", to, text)
    return ("unknown", event)


class TestProcessUntil:
    """process_until"""

    @points(2)
    @given(items=ITEMS, after=ITEMS, target=ITEM, skip=ITEM, results=RESULTS)
    @example(items=["a", "-", "b"], after=["c", "d"], target=".", skip="-", results=["done"])
    @example(items=["-", "-", "a"], after=["."], target=".", skip="-", results=[None, 0])
    @example(items=[0, None, [1]], after=[], target=1000, skip="-", results=["", "done"])
    @example(items=["1", 1, "[1]"], after=["b"], target=[1], skip=[1], results=["done"])
    @example(items=[], after=["a"], target=None, skip="a", results=["done"])
    @public
    def test_ends_at_the_target(self, attempt, items, after, target, skip, results):
        """Items before the target are processed, one before the next is pulled, without those to be skipped."""
        items = [*items, target, *after]
        seen = attempt.process_some(items=items, target=target, skip=skip, results=results)
        steps = [(item, number) for number, item in enumerate(before(items, target), start=1) if item != skip]
        assert seen.steps == steps
        assert seen.returned == [results[number % len(results)] for number in range(1, len(steps) + 1)]
        assert seen.left == items[items.index(target) + 1 :], "No item behind the target is pulled."

    @points(2)
    @given(kind=KINDS, lists=st.lists(SIMPLE, min_size=1, max_size=4), target=st.sampled_from(["a", 0, None, "x"]))
    @example(kind="list", lists=[["a", "b"], ["b", "-"], [], ["a"]], target="a")
    @example(kind="iterator", lists=[["b", "-", "a"], ["b", "b", "-"]], target="a")
    @example(kind="bare", lists=[["-"], ["a", None, 0]], target=None)
    @public
    def test_says_that_the_target_did_not_come(self, attempt, kind, lists, target):
        """LookupError says that the items ended without the target, after all of them have been processed."""
        seen = attempt.process_lists(kind=kind, lists=lists, target=target, skip="-")
        assert seen.refused == [items for items in lists if target not in items]
        assert seen.processed == [item for items in lists for item in before(items, target) if item != "-"]
        expected, count = [], 0
        for items in lists:
            first, count = count, count + len([item for item in before(items, target) if item != "-"])
            if target in items:
                expected.append(list(range(first + 1, count + 1)))
        assert seen.returned == expected
        assert seen.lists == lists, "Nobody asked for the lists to be changed."

    @given(lists=st.lists(SHY, min_size=1, max_size=3), target=st.sampled_from(["a", "nan"]), skip=SKIPS)
    @example(lists=[["b", "-", "a", "b"], ["b", "b"]], target="a", skip="-")
    @example(lists=[["b", "nan", "a"], ["nan", "a"]], target="a", skip="nan")
    @example(lists=[["a", "nan", "b"]], target="nan", skip="a")
    def test_asks_for_equality_alone(self, attempt, lists, target, skip):
        """Items are asked for nothing but equality, and NaN equals nothing."""
        seen = attempt.process_shy(lists=lists, target=target, skip=skip)
        found = [items for items in lists if target in items and target != "nan"]
        assert seen.refused == [items for items in lists if items not in found]
        skipped = [] if skip == "nan" else [skip]
        assert seen.returned == [[one for one in before(items, target) if one not in skipped] for items in found]

    @given(before=SIMPLE, after=SIMPLE, error=ERRORS, place=st.integers(0, 2), by_process=st.booleans())
    @example(before=["a", "-"], after=["b", "."], error=ValueError("a"), place=1, by_process=True)
    @example(before=[], after=["."], error=IndexError("a"), place=1, by_process=True)
    @example(before=["a"], after=["."], error=KeyError("a"), place=0, by_process=True)
    @example(before=["a"], after=["."], error=RuntimeError("a"), place=0, by_process=True)
    @example(before=["a"], after=["b"], error=KeyboardInterrupt("a"), place=0, by_process=True)
    @example(before=["a"], after=["."], error=LookupError("a"), place=2, by_process=False)
    def test_passes_an_error_on(self, attempt, before, after, error, place, by_process):
        """An error of process or of the items reaches the caller, and nothing is pulled after it."""
        seen = attempt.process_and_fail(before=before, after=after, error=error, place=place, by_process=by_process)
        assert seen.processed == [item for item in before if item != "-"]
        assert seen.outcome == ("raised", error)
        assert seen.which == [place], "A copy is not the error that was raised."
        assert seen.pulled == len(before) + 1

    @examples(4)
    @given(first=st.integers(0, 9), count=scale(1_000, 40_000), rest=st.integers(0, 9))
    @example(first=1, count=30_000, rest=3)
    def test_processes_many(self, attempt, first, count, rest):
        """process_until processes any number of items."""
        seen = attempt.process_many(first=first, count=count, rest=rest)
        assert seen.count == count
        assert seen.sum == count * (2 * first + count - 1) // 2
        assert seen.left == rest


class TestFindCell:
    """find_cell"""

    @points(2)
    @given(
        kind=KINDS,
        rows=ROWS,
        wanted=st.lists(st.sampled_from([0, 1, 1000, None, [1], "x", "1"]), min_size=1, max_size=4),
    )
    @example(kind="list", rows=[[3, 1], [], [4, 1, 5]], wanted=[5, 1, 4, 2, 3])
    @example(kind="iterator", rows=[[0], [1, 2], [1]], wanted=[1, 2, 0])
    @example(kind="bare", rows=[[2, 1000], [1000, 2]], wanted=[1000, 2])
    @example(kind="tuple", rows=[[], [[1], None]], wanted=[None, [1], "x"])
    @public
    def test_finds_the_first(self, attempt, kind, rows, wanted):
        """find_cell gives row and column of the first cell that equals the wanted one, and None if there is none."""
        seen = attempt.find(kind=kind, rows=rows, wanted=wanted)
        assert seen.places == [place_of(rows, one) for one in wanted]
        assert seen.rows == rows, "Nobody asked for the rows to be changed."

    @given(rows=st.lists(SHY, max_size=3), wanted=st.lists(st.sampled_from(["a", "b", "nan"]), min_size=1, max_size=3))
    @example(rows=[["b"], ["nan", "a", "b"]], wanted=["a", "nan", "b"])
    def test_asks_for_equality_alone(self, attempt, rows, wanted):
        """Cells are asked for nothing but equality, and NaN equals nothing."""
        places = attempt.find_shy(rows=rows, wanted=wanted)
        assert places == [None if one == "nan" else place_of(rows, one) for one in wanted]

    @points(3)
    @given(rows=ROWS, wanted=st.sampled_from([0, 1, None, "x"]))
    @example(rows=[[0, 1, 2], [1, 2]], wanted=1)
    @example(rows=[[0, 2], [2, 1], [0]], wanted=1)
    @example(rows=[[], [0], []], wanted="x")
    def test_pulls_nothing_behind_it(self, attempt, rows, wanted):
        """When the cell is found, neither a cell nor a row behind it is pulled, and all that is left can be."""
        seen = attempt.find_and_look(rows=rows, wanted=wanted)
        place = place_of(rows, wanted)
        assert seen.found == (place, looked_at(rows, place))
        assert seen.left == left(rows, place)

    @examples(4)
    @given(height=scale(1, 30_000), area=st.integers(30_000, 60_000), number=st.integers(0, 40_000))
    @example(height=30_000, area=30_000, number=29_999)
    @example(height=1, area=30_000, number=29_999)
    def test_looks_through_many(self, attempt, height, area, number):
        """find_cell looks through any number of rows and cells."""
        width = area // height
        place = attempt.find_far(height=height, width=width, number=number)
        assert place == (divmod(number, width) if number < height * width else None)


class TestComprehensions:
    """comprehensions"""

    @given(kind=KINDS, numbers=st.lists(st.integers(-9, 9) | st.integers(-(10**20), 10**20), max_size=7))
    @example(kind="list", numbers=[3, -4, 0, 7, 2, 2])
    @example(kind="iterator", numbers=[10**20])
    @public
    def test_squares_even_numbers(self, attempt, kind, numbers):
        """even_squares is the list of the squares of the even numbers, in their order."""
        seen = attempt.comprehend(name="even_squares", kind=kind, items=numbers)
        assert seen.made == [number * number for number in numbers if number % 2 == 0]
        assert seen["items"] == numbers, "Nobody asked for the numbers to be changed."

    @given(kind=KINDS, words=WORDS)
    @example(kind="list", words=["spam", "", "egg", "spam"])
    @example(kind="iterator", words=["b", "a"])
    def test_measures_each_word(self, attempt, kind, words):
        """word_lengths is a dictionary of words and their lengths, in the order in which they first come."""
        seen = attempt.comprehend(name="word_lengths", kind=kind, items=words)
        assert seen.made == [(word, len(word)) for word in dict.fromkeys(words)]
        assert seen["items"] == words, "Nobody asked for the words to be changed."

    @given(kind=KINDS, words=WORDS)
    @example(kind="list", words=["spam", "ham", "", "egg"])
    @example(kind="iterator", words=["b", "ab", "a"])
    def test_collects_lengths(self, attempt, kind, words):
        """unique_lengths is the set of the lengths of the words."""
        seen = attempt.comprehend(name="unique_lengths", kind=kind, items=words)
        assert seen.made == {len(word) for word in words}
        assert seen.kind == "set"
        assert seen["items"] == words, "Nobody asked for the words to be changed."

    @examples(3)
    @pytest.mark.parametrize("name", ["even_squares", "word_lengths", "unique_lengths", "cells", "multipliers"])
    @given(first=st.integers(1, 9), count=scale(1_000, 40_000))
    @example(first=3, count=40_000)
    def test_takes_many(self, attempt, name, first, count):
        """All of these take any number of numbers, texts or rows."""
        seen = attempt.count_many(name=name, first=first, count=count)
        numbers = range(first, first + count)
        lengths = [len(str(number)) for number in numbers]
        expected = {
            "even_squares": [number**2 for number in numbers if number % 2 == 0],
            "word_lengths": lengths,
            "unique_lengths": set(lengths),
            "cells": numbers,
            "multipliers": [3 * number for number in numbers],
        }[name]
        assert seen.count == len(expected)
        assert seen.sum == sum(expected)

    @given(kind=KINDS, rows=st.lists(ROW | st.lists(st.just("alike") | st.integers(0, 2), max_size=3), max_size=4))
    @example(kind="list", rows=[[1, [2]], [], ["ab"]])
    @example(kind="iterator", rows=[["alike", 1], [2]])
    @example(kind="numbered", rows=[[1], [2, 3]])
    def test_joins_rows(self, attempt, kind, rows):
        """cells takes rows of any kind, and leaves the cells as they are."""
        seen = attempt.join(kind=kind, rows=rows)
        assert seen.cells == sum(rows, [])
        assert seen.left == [len(row) for row in rows], "Nobody asked for the rows to be changed."

    @points(2)
    @given(tables=st.tuples(ROWS, ROWS), turns=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4)), max_size=4))
    @example(tables=([[1, 2], [], [3]], [[4]]), turns=[(0, 0), (1, 0), (0, 1)])
    @example(tables=([[1, 2], [3]], []), turns=[(0, 8), (0, 0), (1, 0)])
    def test_cells_are_pulled_one_by_one(self, attempt, tables, turns):
        """cells gives all cells row by row, pulls nothing before it is needed, and goes on where it stands."""
        seen = attempt.take_cells(tables=tables, turns=turns)
        assert seen.seen == [0, 0, *taken(tables, turns)]

    @points(2)
    @given(kind=KINDS, factors=st.lists(FACTORS, min_size=1, max_size=4), calls=st.lists(FACTORS, max_size=6))
    @example(kind="list", factors=[2, 3], calls=[0, 1, 0])
    @example(kind="iterator", factors=[0.5, Fraction(1, 2), 0], calls=[2, 0, 1, 0.5, -1])
    @public
    def test_each_multiplier_has_its_own_factor(self, attempt, kind, factors, calls):
        """multipliers makes one function for each factor, and each multiplies by its own."""
        calls = [(place % len(factors), number) for place, number in enumerate(calls)]
        seen = attempt.multiply(kind=kind, factors=factors, calls=calls)
        assert seen.count == len(factors)
        products = [factors[-1 - place] * number for place, number in calls]
        assert seen.products == [(type(product).__name__, product) for product in products]
        assert seen["items"] == factors, "Nobody asked for the factors to be changed."


class TestReact:
    """react"""

    @points(2)
    @given(event=MOVES | ANYTHING, me=NAMES)
    @example(event={"type": "move", "to": [3, 4], "fast": True}, me="ada")
    @example(event={"type": "move", "to": (None, [])}, me="ada")
    @example(event={"type": "move", "to": "ab"}, me="ada")
    @example(event={"type": "move", "to": [1, 2, 3]}, me="ada")
    @example(event={"type": "jump", "to": [1, 2]}, me="ada")
    @example(event={"type": "move", "to": {1, 2}}, me="ada")
    @example(event={"type": "move", "to": {"x": 1, "y": 2}}, me="ada")
    @example(event={"type": "move"}, me="ada")
    @public
    def test_tells_moves(self, attempt, event, me):
        """A move has a list or a tuple of two, whatever else it has; what is like no event is unknown."""
        seen = attempt.see(event=event, me=me)
        assert seen.result == reaction(event, me)
        assert seen.event == event, "Nobody asked for the event to be changed."

    @points(2)
    @given(event=MESSAGES, me=NAMES)
    @example(event=message("ada"), me="ada")
    @example(event=message("bob", "", at=7), me="ada")
    @example(event=message(["ada"]), me="ada")
    @example(event=message(None), me="ada")
    @example(event=message("ad"), me="ada")
    @example(event=message("ada", 7), me="ada")
    @example(event={"type": "message", "text": "hi"}, me="ada")
    @example(event={"type": "note", "to": "ada", "text": "hi"}, me="ada")
    def test_tells_to_whom_a_message_is(self, attempt, event, me):
        """A message to me is private, one to anybody else is not, and without a text it is none."""
        seen = attempt.see(event=event, me=me)
        assert seen.result == reaction(event, me)
        assert seen.event == event, "Nobody asked for the event to be changed."

    @points(2)
    @given(events=GROUPS, me=NAMES)
    @example(events=[message("ada"), message("bob")], me="ada")
    @example(events=([{"type": "move", "to": [1, 2]}, []], "ab"), me="ada")
    @example(events=[[7], [[message("", "ho")]]], me="")
    def test_takes_lists_of_events(self, attempt, events, me):
        """Of a list or tuple of events, however nested, a list of what is to be made of each is returned."""
        seen = attempt.see(event=events, me=me)
        assert seen.result == reaction(events, me)
        assert seen.event == events, "Nobody asked for the events to be changed."

    @given(event=MOVES | MESSAGES, me=NAMES)
    @example(event={"type": "move", "to": (3, [4])}, me="ada")
    @example(event={"type": "move"}, me="ada")
    @example(event={"type": "message", "to": "bob"}, me="ada")
    def test_takes_derived_classes(self, attempt, event, me):
        """An event may be a defaultdict, which is not changed, and a place a named tuple."""
        seen = attempt.see_derived(event=event, me=me)
        result = reaction(event, me)
        assert seen.result == (["unknown", "itself"] if result[0] == "unknown" else list(result))
        assert seen["keys"] == list(event), "Nobody asked for the event to be changed."

    @examples(10)
    @given(event=EVENTS, me=NAMES, depth=st.integers(1, 49), count=scale(1, 3_000))
    @example(event=message("ada"), me="ada", depth=50, count=1)
    @example(event=message("bob"), me="ada", depth=1, count=3_000)
    def test_goes_far_and_deep(self, attempt, event, me, depth, count):
        """There may be any number of events, and lists of them fifty deep."""
        seen = attempt.see_many(event=event, me=me, depth=depth, count=count)
        assert seen.count == count
        assert seen.last == reaction(event, me)
