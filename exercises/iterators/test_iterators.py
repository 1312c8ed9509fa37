"""The hidden suite of the exercise on iterators."""

from datetime import timedelta
from decimal import Decimal
from itertools import groupby, islice, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

STARTS = st.integers(0, 7)
LENGTHS = st.lists(st.integers(0, 4), min_size=2, max_size=5)
TURNS = st.lists(st.integers(0, 2), min_size=2, max_size=9)
ITEMS = st.lists(st.integers(-2, 9), max_size=6)
UNIQUE = st.lists(st.integers(-2, 9), max_size=6, unique=True)
NUMBERS = st.lists(st.integers(-9, 99) | st.integers(-9, 99).map(lambda n: n / 4), max_size=6, unique=True)
WORDS = st.lists(st.text("abc", max_size=2), max_size=5)
DECIMALS = st.lists(st.integers(-99, 99).map(lambda n: Decimal(n) / 100), max_size=4)
DURATIONS = st.lists(st.integers(0, 99).map(lambda n: timedelta(hours=n)), max_size=4)
ROWS = st.lists(st.lists(st.integers(0, 3), max_size=2), max_size=4)
THINGS_TO_ADD = WORDS | DECIMALS | DURATIONS | ROWS | ROWS.map(lambda rows: [tuple(row) for row in rows])
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered", "keys"])
THINGS = st.lists(st.integers(0, 9), min_size=1, max_size=6)  # places in the scenarios' list of things
DEFAULTS = st.sampled_from([None, 0, False, "", "none", 3])
ASKED = st.sampled_from([("next",), ("peek",), ("bool",)]) | st.tuples(st.just("peek"), DEFAULTS)
STEP = ASKED | st.just(("list",))
KINDS_OF_ERRORS = [ConnectionError, ValueError, TypeError, AttributeError, IndexError, KeyError, RuntimeError]
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from([*KINDS_OF_ERRORS, KeyboardInterrupt, SystemExit, BaseException]),
    st.text("abc", min_size=1, max_size=4),
)
PLACES = st.integers(0, 2)
ENDS = [("next",), ("peek",), ("peek", None), ("next",), ("bool",), ("peek", 3), ("list",)]


def counted(start):
    return list(range(start, 0, -1))


def added(items):
    return [before + after for before, after in pairwise(items)]


def in_turn(lists, turns):
    """What several iterators give in these turns."""
    iterators = [iter(values) for values in lists]
    return [list(islice(iterators[turn], most)) for turn, most in turns]


def answer(left, way, *default):
    """What a Peekable answers that has these items left, a list in the place of an error; takes what it takes."""
    if way == "list":
        taken = left[:]
        left.clear()
        return taken
    if left and isinstance(left[0], list):
        return left.pop(0)
    if way == "bool":
        return left != []
    if left:
        return left.pop(0) if way == "next" else left[0]
    return default[0] if default else "the end"


def pulled(items, steps):
    """What a Peekable answers in each step, and what it has pulled before the first and after each."""
    left, known, seen = list(items), 0, [[]]
    for way, *default in steps:
        known = max(known, len(items) - len(left) + 1)
        found = answer(left, way, *default)
        known = max(known, len(items) - len(left))
        seen.append((found, items[:known]))
    return seen


class TestCountDown:
    """CountDown"""

    @public
    @given(starts=st.lists(st.integers(-3, 9), min_size=1, max_size=4))
    @example(starts=[0, -2, 3, 1])
    def test_counts_down_to_one(self, attempt, starts):
        """CountDown gives start, start - 1, and so on down to 1, and nothing if start is below 1."""
        numbers = attempt.count_down(starts=starts)
        assert numbers == [counted(start) for start in starts]

    @examples(4)
    @given(start=scale(1_000, 60_000) | st.integers(10**19, 10**30), most=scale(100, 40_000))
    @example(start=10**30, most=3)
    @example(start=30_000, most=40_000)
    def test_counts_from_any_number(self, attempt, start, most):
        """CountDown makes as many numbers as somebody asks for, from a start of any size."""
        seen = attempt.count_far(start=start, most=most)
        number = min(start, most)
        assert seen.count == number
        assert seen.sum == number * (2 * start - number + 1) // 2

    @public
    @points(2)
    @given(start=STARTS, lengths=LENGTHS)
    @example(start=3, lengths=[4, 4])
    @example(start=3, lengths=[1, 2])
    def test_begins_anew_for_each_loop(self, attempt, start, lengths):
        """Each loop over a CountDown begins at start, also when the one before it was left early."""
        numbers = attempt.loop_again(start=start, lengths=lengths)
        assert numbers == [counted(start)[:length] for length in lengths]

    @points(2)
    @given(start=st.integers(1, 5), turns=TURNS)
    @example(start=3, turns=[0, 1, 0, 1])
    @example(start=1, turns=[0, 0, 1, 0])
    def test_loops_do_not_disturb_each_other(self, attempt, start, turns):
        """Iterators of one CountDown that are under way at once each have a place of their own."""
        numbers = attempt.loop_at_once(start=start, turns=turns)
        wanted = [iter(counted(start)) for _ in range(3)]
        assert numbers == [next(wanted[turn], "the end") for turn in turns]

    @given(start=STARTS, lengths=LENGTHS)
    @example(start=3, lengths=[1, 1])
    @example(start=2, lengths=[3, 1, 3])
    def test_iterator_goes_on_where_it_stands(self, attempt, start, lengths):
        """A loop over an iterator of a CountDown goes on where it stands, and at its end it stays."""
        numbers = attempt.loop_on(start=start, lengths=lengths)
        assert numbers == in_turn([counted(start)], [(0, length) for length in lengths])


class TestPairwiseSum:
    """pairwise_sum"""

    @public
    @points(2)
    @given(kind=KINDS, items=NUMBERS)
    @example(kind="list", items=[1, 2, 10, 0.5])
    @example(kind="iterator", items=[1, 2, 10])
    @example(kind="iterator", items=[0, 1, 2])
    @example(kind="bare", items=[0.5, 1])
    @example(kind="numbered", items=[1, 2, 3])
    @example(kind="iterator", items=[])
    @example(kind="list", items=[7])
    def test_adds_neighbours(self, attempt, kind, items):
        """pairwise_sum gives the sum of each item and the next one, of whatever can be iterated once."""
        sums = attempt.add_up(kind=kind, items=items)
        assert sums == added(items)

    @points(2)
    @given(things=THINGS_TO_ADD, texts=WORDS)
    @example(things=["ab", "c", ""], texts=["a", "b", "c"])
    @example(things=[[1], [2], [], [3]], texts=["a", "b"])
    def test_adds_whatever_has_a_plus(self, attempt, things, texts):
        """pairwise_sum asks for nothing but a +, with the earlier item on the left, and changes none of the items."""
        seen = attempt.add_things(things=things)
        assert seen.sums == added(things)
        assert seen.things == things, "Nobody asked for the items to be changed."
        sums = attempt.add_tags(texts=texts)
        assert sums == [f"{before}+{after}" for before, after in pairwise(texts)]

    @examples(4)
    @given(first=st.integers(-9, 9), most=scale(1_000, 40_000))
    @example(first=0, most=30_000)
    def test_adds_as_many_as_somebody_asks_for(self, attempt, first, most):
        """pairwise_sum gives as many sums as somebody asks for, and looks at nothing behind them."""
        seen = attempt.add_many(first=first, most=most)
        assert seen.count == most
        assert seen.sum == most * (2 * first + most)

    @points(2)
    @given(items=ITEMS, most=st.integers(1, 6))
    @example(items=[1, 2, 3, 4], most=2)
    def test_pulls_no_item_before_it_is_needed(self, attempt, items, most):
        """pairwise_sum pulls two items for the first sum and one for each further sum, and leaves the rest."""
        seen = attempt.pull_sums(items=items, most=most)
        sums = list(enumerate(added(items)[:most], start=2))
        assert seen.pulled == [[], *[(number, items[:needed]) for needed, number in sums]]
        assert seen.left == (items[most + 1 :] if len(sums) == most else [])

    @given(lists=st.tuples(ITEMS, ITEMS), turns=st.lists(st.tuples(st.integers(0, 1), st.integers(1, 3)), max_size=5))
    @example(lists=([1, 2, 3, 4], [5, 6, 7]), turns=[(0, 1), (1, 1), (0, 3), (0, 1)])
    def test_goes_on_where_it_stands(self, attempt, lists, turns):
        """What pairwise_sum returns goes on where it stands, whatever other sums are under way."""
        sums = attempt.add_in_turn(lists=lists, turns=turns)
        assert sums == in_turn([added(items) for items in lists], turns)

    @given(items=ITEMS, error=ERRORS, place=PLACES)
    @example(items=[1, 2, 3], error=ValueError("abc"), place=1)
    def test_passes_an_error_on(self, attempt, items, error, place):
        """pairwise_sum passes an error of its source on, after the sums before it."""
        seen = attempt.add_until_error(items=items, error=error, place=place)
        assert seen.sums == added(items)
        assert seen.outcome == ("raised", error)
        assert seen.which == [place], "A copy is not the error that was raised."


class TestPeekable:
    """Peekable"""

    @public
    @points(2)
    @given(kind=KINDS, lists=st.tuples(UNIQUE, UNIQUE), turns=st.lists(st.tuples(st.integers(0, 1), STEP), max_size=12))
    @example(kind="list", lists=([1, 2], []), turns=[(0, ("peek",)), (0, ("peek",)), (0, ("next",)), (0, ("peek",))])
    @example(kind="bare", lists=([0, 1], [2]), turns=[(0, ("peek", 3)), (1, ("peek",)), (0, ("bool",)), (0, ("list",))])
    @example(kind="iterator", lists=([1], []), turns=[(0, step) for step in ENDS])
    @example(kind="list", lists=([], [2]), turns=[(0, step) for step in ENDS] + [(1, step) for step in ENDS])
    def test_peek_takes_nothing(self, attempt, kind, lists, turns):
        """peek returns the item that next would return, and leaves it there."""
        found = attempt.look_ahead(kind=kind, lists=lists, turns=turns)
        left = [list(items) for items in lists]
        assert found == [answer(left[turn], *step) for turn, step in turns]

    @public
    @given(items=ITEMS, places=THINGS)
    @example(items=[1], places=list(range(10)))
    def test_any_default_counts_at_the_end(self, attempt, items, places):
        """At the end peek returns the default that is given, whatever it is."""
        seen = attempt.look_behind(items=items, places=places)
        assert seen.taken == items
        assert seen.found == [[place] for place in places]

    @points(2)
    @given(places=THINGS)
    @example(places=list(range(10)))
    def test_any_thing_is_an_item(self, attempt, places):
        """None, false things, exceptions and things that equal everything are items like any others."""
        seen = attempt.look_at_things(places=places)
        assert seen == [[[place]] * 3 for place in places]

    @given(items=st.lists(st.sampled_from([0, 0, 1, 7, ""]), max_size=8))
    @example(items=[1, 1, 0, 0, 7])
    def test_is_true_while_an_item_is_left(self, attempt, items):
        """A Peekable is true as long as an item is left, and false at the end."""
        runs = attempt.find_runs(items=items)
        assert runs == [list(run) for _, run in groupby(items)]

    @points(2)
    @given(items=ITEMS, steps=st.lists(STEP, min_size=1, max_size=9))
    @example(items=[1, 2, 3], steps=[("peek",), ("peek",), ("next",), ("next",)])
    @example(items=[1, 2, 3], steps=[("bool",), ("peek", None), ("list",)])
    def test_pulls_no_item_before_it_is_needed(self, attempt, items, steps):
        """Peekable pulls an item when it is first looked at or asked for, and pulls it once."""
        seen = attempt.pull_ahead(items=items, steps=steps)
        assert seen.seen == pulled(items, steps)

    @examples(4)
    @given(first=st.integers(1, 9), count=scale(1_000, 30_000), peeks=scale(1_000, 30_000))
    @example(first=1, count=20_000, peeks=20_000)
    def test_looks_ahead_any_number_of_times(self, attempt, first, count, peeks):
        """Peekable gives all items, however many they are and however often somebody peeks."""
        seen = attempt.look_at_many(first=first, count=count, peeks=peeks)
        total = count * (2 * first + count - 1) // 2
        assert seen.ahead == peeks * first + total
        assert seen.taken == total

    @points(2)
    @given(before=ITEMS, after=ITEMS, error=ERRORS, place=PLACES, steps=st.lists(ASKED, min_size=1, max_size=9))
    @example(before=[], after=[1], error=ValueError("abc"), place=0, steps=[("peek", 3), ("peek",), ("next",)])
    @example(before=[1], after=[2], error=KeyError("abc"), place=1, steps=[("next",), ("next",), ("next",), ("bool",)])
    @example(before=[], after=[2], error=IndexError("abc"), place=2, steps=[("bool",), ("bool",), ("next",), ("next",)])
    def test_passes_an_error_on(self, attempt, before, after, error, place, steps):
        """An error of the source reaches whoever asked a Peekable, and who asks again gets what comes after it."""
        seen = attempt.look_at_errors(before=before, after=after, error=error, place=place, steps=steps)
        left = [*before, [place], *after]
        found = [answer(left, *step) for step in steps]
        assert seen.ends == [("raised" if isinstance(one, list) else "returned", one) for one in found]
