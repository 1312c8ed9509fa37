"""The hidden suite of the exercise on control flow."""

from decimal import Decimal
from itertools import islice

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

KINDS = st.sampled_from(["list", "tuple", "iterator", "bare"])
ITEM = st.sampled_from([".", "-", "a", "1", 0, 1, 1000, None, "", [], [1], (1,), {"a": 1}])
ITEMS = st.lists(ITEM, max_size=7)
SIMPLE = st.lists(st.sampled_from(["a", "b", "-", 0, None]), max_size=4)
RESULTS = st.lists(st.sampled_from([None, 0, "", "done", [1]]), min_size=1, max_size=3)
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from([ValueError, LookupError, KeyError, TypeError, RuntimeError, KeyboardInterrupt, SystemExit]),
    st.text("abc", min_size=1, max_size=3),
)
ROW = st.lists(st.sampled_from([0, 1, 2, 1000, None, "", "1", [1], (1,)]), max_size=4)
ROWS = st.lists(ROW, max_size=4)
WORDS = st.lists(st.text("abé ", max_size=4), max_size=6)
FACTORS = st.integers(-9, 99) | st.integers(-9, 99).map(lambda n: n / 4) | st.integers(0, 9).map(Decimal)

NAMES = st.sampled_from(["ada", "Ada", "ad", "bob", ""])
ANYTHING = st.sampled_from(
    [None, 0, 7, True, "", "ab", b"ab", "move", (), {1, 2}, {}, {"x": 1, "y": 2}, {"type": "move"}, {"to": [1, 2]}]
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
    if place is None:
        return len(rows), rows
    row, column = place
    return row + 1, [*rows[:row], rows[row][: column + 1], *[[] for _ in rows[row + 1 :]]]


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
        asked[turn] += most
        seen.append((list(islice(streams[turn], most)), *pulls(tables[turn], asked[turn])))
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

    @given(before=SIMPLE, after=SIMPLE, error=ERRORS, place=st.integers(0, 2), by_process=st.booleans())
    @example(before=["a", "-"], after=["b", "."], error=ValueError("a"), place=1, by_process=True)
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
        places = attempt.find(kind=kind, rows=rows, wanted=wanted)
        assert places == [place_of(rows, one) for one in wanted]

    @points(3)
    @given(rows=ROWS, wanted=st.sampled_from([0, 1, None, "x"]))
    @example(rows=[[0, 1, 2], [1, 2]], wanted=1)
    @example(rows=[[0, 2], [2, 1], [0]], wanted=1)
    @example(rows=[[], [0], []], wanted="x")
    def test_pulls_nothing_behind_it(self, attempt, rows, wanted):
        """When the cell is found, neither a cell nor a row behind it is pulled."""
        seen = attempt.find_and_look(rows=rows, wanted=wanted)
        place = place_of(rows, wanted)
        assert seen.found == (place, *looked_at(rows, place))

    @examples(4)
    @given(height=scale(10, 3_000), width=st.integers(1, 20), number=st.integers(0, 60_000))
    @example(height=3_000, width=10, number=29_999)
    def test_looks_through_many(self, attempt, height, width, number):
        """find_cell looks through any number of rows."""
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
        squares = attempt.comprehend(name="even_squares", kind=kind, items=numbers)
        assert squares == [number * number for number in numbers if number % 2 == 0]

    @examples(4)
    @given(first=st.integers(-9, 9), count=scale(1_000, 40_000))
    def test_squares_many_numbers(self, attempt, first, count):
        """even_squares takes any number of numbers."""
        seen = attempt.count_squares(first=first, count=count)
        squares = [number**2 for number in range(first, first + count) if number % 2 == 0]
        assert seen.count == len(squares)
        assert seen.sum == sum(squares)

    @given(kind=KINDS, words=WORDS)
    @example(kind="list", words=["spam", "", "egg", "spam"])
    @example(kind="iterator", words=["b", "a"])
    def test_measures_each_word(self, attempt, kind, words):
        """word_lengths is a dictionary of words and their lengths, in the order in which they first come."""
        pairs = attempt.comprehend(name="word_lengths", kind=kind, items=words)
        assert pairs == [(word, len(word)) for word in dict.fromkeys(words)]

    @given(kind=KINDS, words=WORDS)
    @example(kind="list", words=["spam", "ham", "", "egg"])
    @example(kind="iterator", words=["b", "ab", "a"])
    def test_collects_lengths(self, attempt, kind, words):
        """unique_lengths is the set of the lengths of the words."""
        lengths = attempt.comprehend(name="unique_lengths", kind=kind, items=words)
        assert lengths == {len(word) for word in words}

    @points(2)
    @given(tables=st.tuples(ROWS, ROWS), turns=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4)), max_size=4))
    @example(tables=([[1, 2], [], [3]], [[4]]), turns=[(0, 1), (1, 1), (0, 2)])
    @example(tables=([[1, 2], [3]], []), turns=[(0, 9), (0, 1), (1, 1)])
    def test_cells_are_pulled_one_by_one(self, attempt, tables, turns):
        """cells gives all cells row by row, pulls nothing before it is needed, and goes on where it stands."""
        seen = attempt.take_cells(tables=tables, turns=turns)
        assert seen.seen == [0, 0, *taken(tables, turns)]

    @points(2)
    @given(
        kind=KINDS, factors=st.lists(FACTORS, min_size=1, max_size=4), calls=st.lists(st.integers(0, 99), max_size=6)
    )
    @example(kind="list", factors=[2, 3], calls=[0, 1, 0])
    @example(kind="iterator", factors=[0.5, Decimal(7), 0], calls=[2, 1, 0])
    @public
    def test_each_multiplier_has_its_own_factor(self, attempt, kind, factors, calls):
        """multipliers makes one function for each factor, and each multiplies by its own."""
        calls = [(number % len(factors), number) for number in calls]
        seen = attempt.multiply(kind=kind, factors=factors, calls=calls)
        assert seen.count == len(factors)
        assert seen.products == [factors[-1 - place] * number for place, number in calls]


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

    @examples(10)
    @given(event=EVENTS, me=NAMES, depth=st.integers(2, 48))
    @example(event=message("ada"), me="ada", depth=48)
    def test_goes_deep(self, attempt, event, me, depth):
        """Lists of events may be nested deeply."""
        result = attempt.see_deep(event=event, me=me, depth=depth)
        nested = event
        for _ in range(depth):
            nested = [nested, depth]
        assert result == reaction(nested, me)
