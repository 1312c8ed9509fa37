"""The hidden suite of the exercise on properties."""

from fractions import Fraction
from math import inf, nextafter

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

SCALES = ["celsius", "fahrenheit", "kelvin"]
ZEROS = {"celsius": Fraction("-273.15"), "fahrenheit": Fraction("-459.67"), "kelvin": Fraction(0)}
NAN = float("nan")

PLACES = st.integers(0, 8)  # in the scenarios' list of things
COUNTS = st.integers(-99, 99)
ROW = st.lists(COUNTS, max_size=4)
NAMES = st.text("abcdef", min_size=1, max_size=4)
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
KINDS_OF_ERRORS = [ValueError, TypeError, AttributeError, IndexError, KeyError, LookupError, ZeroDivisionError]
KINDS_OF_ERRORS += [RuntimeError, RecursionError, OSError, EOFError, AssertionError, StopAsyncIteration, Exception]
KINDS_OF_ERRORS += [KeyboardInterrupt, SystemExit, BaseException]
ERRORS = st.builds(lambda kind, message: kind(message), st.sampled_from(KINDS_OF_ERRORS), NAMES)
FAILURES = ERRORS | st.builds(
    lambda kind, message: kind(message), st.sampled_from([StopIteration, GeneratorExit]), NAMES
)


def above_zero(scale):
    """Numbers on a scale with three decimals at most, absolute zero and more."""
    lowest = int(ZEROS[scale] * 1_000)
    thousandths = st.integers(lowest, 99_999) | st.integers(lowest, 999_999_999) | st.just(lowest)
    millionths = st.integers(lowest * 1_000, 99_999_999).map(lambda number: number / 1_000_000)
    return thousandths.map(lambda number: number / 1_000) | millionths | st.integers(0, 1_000_000)


def assignments(scale):
    return st.tuples(st.integers(0, 1), st.just(scale), above_zero(scale))


CELSIUS = above_zero("celsius")
ASSIGNMENT = st.sampled_from(SCALES).flatmap(assignments)
NUMBERS = st.integers(-700, 2_000) | st.integers(0, 7_000_000)
SEVENTHS = st.tuples(st.sampled_from(SCALES), NUMBERS, st.sampled_from(SCALES))
START = st.sampled_from(SCALES).flatmap(lambda scale: st.tuples(st.just(scale), above_zero(scale)))
STEP = (
    st.just(("read",))
    | st.tuples(st.just("assign"), ROW)
    | st.tuples(st.just("function"), st.sampled_from("abc"))
    | st.tuples(st.just("add"), COUNTS)
    | st.just(("forget",))
    | st.just(("again",))
)
TWO_READ = [(0, "read"), (1, "read")]
RENAMING = (
    st.tuples(st.integers(0, 1), st.just("name"), NAMES | st.sampled_from([None, "", 0]))
    | st.tuples(st.integers(0, 1), st.just("nickname"), NAMES | st.sampled_from([None, "", 0, "a", "b"]))
    | st.tuples(st.integers(0, 1), st.sampled_from(["delete", "by name"]))
)


@st.composite
def offers(draw):
    """A scale, and numbers at, above and below its absolute zero in random order."""
    scale = draw(st.sampled_from(SCALES))
    zero = ZEROS[scale]
    beyond = [Fraction(draw(st.integers(1, 3_000)), draw(st.sampled_from([1_000_000, 1_000, 1]))) for _ in range(3)]
    numbers = [zero, zero + beyond[0], zero - beyond[1], zero - beyond[2]]
    return scale, draw(st.permutations([float(number) for number in numbers]))


def told(scale, number):
    """What the three scales read, to six decimals, when one of them has this number."""
    exact = Fraction(str(number))
    celsius = {"celsius": exact, "fahrenheit": (exact - 32) * 5 / 9, "kelvin": exact - Fraction("273.15")}[scale]
    return [round(float(one), 6) for one in (celsius, celsius * 9 / 5 + 32, celsius + Fraction("273.15"))]


def is_possible(scale, number):
    return number == number and Fraction(str(number)) >= ZEROS[scale]


def used(readings, steps):
    """What a series finds, what it summarizes on the way, and the readings and the function in the end."""
    letter, readings, is_fresh, found, calls = "a", tuple(readings), False, [], []
    for action, *value in steps:
        if action == "read" and not is_fresh:
            calls.append((letter, readings))
        if action == "read":
            found.append(f"{letter}{sum(readings)}")
        if action == "function":
            letter = value[0]
        if action == "assign":
            readings = tuple(value[0])
        if action == "add":
            readings = (*readings, value[0])
        is_fresh = action == "read"
    return found, calls, readings, [letter]


def renamed(names, steps):
    """Names and nicknames after each step, and the steps that are refused."""
    members, seen, refused = [{"name": name} for name in names], [], []
    for step, (place, action, *value) in enumerate(steps):
        if action == "by name":
            members[place]["nickname"] = members[place]["name"]
        elif action != "delete":
            members[place][action] = value[0]
        elif "nickname" in members[place]:
            del members[place]["nickname"]
        else:
            refused.append(step)
        seen.append([f"{one['name']} or {one.get('nickname', one['name'])}" for one in members])
    return seen, refused


class TestTemperature:
    """Temperature"""

    @points(3)
    @given(starts=st.tuples(CELSIUS, CELSIUS), steps=st.lists(ASSIGNMENT, max_size=6))
    @example(starts=(-40, 1), steps=[(0, "fahrenheit", 212), (0, "kelvin", 300.15), (0, "celsius", 0.5)])
    @example(starts=(10, 20), steps=[(0, "celsius", 0.000003), (0, "fahrenheit", 0.000001), (0, "kelvin", 0.000002)])
    @example(starts=(10, 20), steps=[(0, "kelvin", 0), (1, "fahrenheit", -459.67), (0, "celsius", -273.15)])
    @public
    def test_all_scales_tell_the_same(self, attempt, starts, steps):
        """Whichever scale of a temperature was assigned last, all three tell the same, and no other one changes."""
        seen = attempt.convert(starts=starts, steps=steps)
        assert seen.seen == [told(*step[1:]) for step in steps]
        last = dict(enumerate([("celsius", start) for start in starts])) | {place: step for place, *step in steps}
        assert seen.left == [told(*last[place]) for place in (0, 1)]

    @points(2)
    @given(made_with=st.integers(-700, 7_000_000), steps=st.lists(SEVENTHS, max_size=5))
    @example(made_with=1, steps=[(scale, number, "kelvin") for scale in SCALES for number in (1, 2, 3, 5)])
    @example(made_with=1, steps=[(scale, 1, other) for scale in SCALES for other in SCALES])
    def test_reads_what_was_assigned(self, attempt, made_with, steps):
        """A scale reads exactly the number that was assigned on it."""
        steps = [(scale, abs(number) if scale == "kelvin" else number, other) for scale, number, other in steps]
        seen = attempt.read_exactly(made_with=made_with, steps=steps)
        assert seen == [
            made_with / 7,
            *[one for _, number, _ in steps for one in (number / 7, nextafter(number / 7, inf), abs(number) / 7e15)],
        ]

    @examples(10)
    @given(start=START, scales=st.lists(st.sampled_from(SCALES), min_size=2, max_size=3), times=scale(1, 500))
    @example(start=("celsius", 36.6), scales=SCALES, times=400)
    @example(start=("celsius", -273.15), scales=[*SCALES, "fahrenheit"], times=2)
    @example(start=("fahrenheit", -459.67), scales=SCALES, times=2)
    @example(start=("kelvin", 0), scales=["fahrenheit", *SCALES], times=2)
    def test_assigning_what_is_read_moves_nothing(self, attempt, start, scales, times):
        """Assigning to a scale what it reads moves no reading, however often it is done."""
        readings = attempt.assign_what_is_read(start=start[0], number=start[1], scales=scales, times=times)
        assert readings == told(*start)

    @points(3)
    @given(offered=offers(), place=st.integers(0, 4))
    @example(offered=("celsius", [-273.15, -273.150001, 1.0, -300.0]), place=0)
    @example(offered=("fahrenheit", [-459.67, -459.670001, 1.0, -460.0]), place=2)
    @example(offered=("kelvin", [0.0, -0.000001, 1.0, -1.0]), place=4)
    def test_refuses_what_is_below_absolute_zero(self, attempt, offered, place):
        """On each scale absolute zero is allowed, less or nan is refused, and a refusal changes nothing."""
        scale, numbers = offered[0], [*offered[1][:place], NAN, *offered[1][place:]]
        seen = attempt.offer(scale=scale, numbers=numbers)
        assert seen.refused == [str(number) for number in numbers if not is_possible(scale, number)]
        last, after = ("celsius", 0), []
        for number in numbers:
            last = (scale, number) if is_possible(scale, number) else last
            after.append(told(*last))
        assert seen.after == after

    @given(below=st.lists(st.integers(1, 999_999), min_size=1, max_size=3), made=st.lists(CELSIUS, max_size=3))
    @example(below=[1], made=[-273.15, 0])
    @public
    def test_making_one_checks_as_well(self, attempt, below, made):
        """A temperature below absolute zero, or of nan, can't even be made."""
        numbers = [float(ZEROS["celsius"] - Fraction(one, 1_000_000)) for one in below]
        seen = attempt.make(numbers=[numbers[0], *made, NAN, *numbers[1:]])
        assert seen.refused == [str(number) for number in [numbers[0], NAN, *numbers[1:]]]
        assert seen.made == [told("celsius", number) for number in made]


class TestSeries:
    """Series"""

    @points(4)
    @given(odd=st.booleans(), readings=ROW, steps=st.lists(STEP, max_size=9))
    @example(odd=False, readings=[1], steps=[("read",), ("read",), ("assign", [2]), ("read",), ("add", 3), ("read",)])
    @example(odd=False, readings=[1], steps=[("forget",), ("read",), ("forget",), ("forget",), ("read",), ("read",)])
    @example(odd=True, readings=[1], steps=[("read",), ("function", "a"), ("read",), ("assign", [1]), ("read",)])
    @example(odd=False, readings=[], steps=[("read",), ("add", 1), ("add", 2), ("read",), ("function", "b"), ("read",)])
    @example(odd=False, readings=[], steps=[("read",), ("assign", []), ("read",), ("again",), ("read",)])
    @example(odd=False, readings=[1], steps=[("read",), ("again",), ("read",), ("add", 0), ("read",), ("read",)])
    @public
    def test_remembers_and_forgets(self, attempt, odd, readings, steps):
        """The summary is computed when it is read, and again only after something that it depends on was assigned."""
        seen = attempt.use_series(odd=odd, readings=readings, steps=steps)
        found, calls, left, function = used(readings, steps)
        assert seen.found == found
        assert seen.calls == calls
        assert seen.readings == left
        assert seen.function == function

    @points(2)
    @given(places=st.lists(PLACES, min_size=1, max_size=4), times=st.integers(1, 3))
    @example(places=list(range(9)), times=2)
    def test_remembers_any_object(self, attempt, places, times):
        """Any object may be a reading or a summary and is remembered: None, false ones, one that equals all."""
        seen = attempt.remember(places=places, times=times)
        assert seen == [([[(place - 1) % 9], *[[place]] * (times + 1)], 1) for place in places]

    @examples(4)
    @given(first=st.integers(1, 9), times=scale(100, 20_000))
    @example(first=2, times=9_000)
    def test_remembers_however_often_it_is_read(self, attempt, first, times):
        """A summary is computed once, however often it is read."""
        seen = attempt.read_often(first=first, times=times)
        assert seen.total == first * times
        assert seen.last == first + times
        assert seen.calls == [(first,), (first, times)]

    @points(2)
    @given(
        odd=st.booleans(),
        rows=st.lists(ROW, min_size=2, max_size=4),
        turns=st.lists(
            st.tuples(st.integers(0, 1), st.sampled_from(["read", "add", "forget"])), min_size=1, max_size=7
        ),
    )
    @example(odd=False, rows=[[1], [2]], turns=[*TWO_READ, *TWO_READ])
    @example(odd=True, rows=[[1], [2]], turns=[*TWO_READ, *TWO_READ])
    @example(odd=False, rows=[[1], [1]], turns=[*TWO_READ, (0, "add"), *TWO_READ, (1, "forget"), *TWO_READ])
    @public
    def test_series_do_not_share(self, attempt, odd, rows, turns):
        """Each series remembers its own summary, also where they are equal or can't be hashed."""
        seen = attempt.use_several(odd=odd, rows=rows, turns=turns)
        found, calls, remembered, rows = [], [], set(), [tuple(row) for row in rows]
        for place, action in turns:
            if action == "read":
                found.append(sum(rows[place]))
                calls += [rows[place]] * (place not in remembered)
            if action == "add":
                rows[place] += (place,)
            remembered = remembered | {place} if action == "read" else remembered - {place}
        assert seen.found == found
        assert seen.calls == calls

    @examples(10)
    @given(rows=st.lists(st.lists(COUNTS, min_size=1, max_size=2), min_size=2, max_size=6))
    @example(rows=[[1], [2], [3], [4]])
    def test_new_series_remembers_nothing(self, attempt, rows):
        """A new series remembers nothing of one that is gone."""
        found = attempt.one_after_another(rows=rows)
        assert found == [sum(row) for row in rows]

    @points(2)
    @given(readings=ROW, error=FAILURES, place=st.integers(0, 2), first=st.integers(0, 1))
    @example(readings=[1], error=AttributeError("abc"), place=1, first=0)
    @example(readings=[1], error=KeyboardInterrupt("abc"), place=2, first=1)
    @example(readings=[1], error=StopIteration("abc"), place=0, first=0)
    @example(readings=[1], error=ValueError("abc"), place=0, first=1)
    def test_remembers_no_error(self, attempt, readings, error, place, first):
        """An error while summarizing goes on as it is, and the next one to read asks again."""
        seen = attempt.fail_once(readings=readings, error=error, place=place, first=first)
        assert seen.before == [("before", tuple(readings))] * first
        assert seen.failed == ("raised", [place])
        assert seen.then == [("abc", (*readings, first))] * 2

    @points(2)
    @given(kind=KINDS, first=ROW, second=ROW)
    @example(kind="iterator", first=[1, 2], second=[])
    @example(kind="bare", first=[], second=[4])
    @public
    def test_readings_are_a_tuple(self, attempt, kind, first, second):
        """The readings are a tuple of any iterable, which is gone through once."""
        readings = attempt.take_readings(kind=kind, first=first, second=second)
        assert readings == [("tuple", first), ("tuple", second)]

    @given(readings=st.lists(st.integers(-9, 9), min_size=1, max_size=5))
    @example(readings=[1, 2, 9, -8, 7])
    def test_readings_may_ask_for_the_old_summary(self, attempt, readings):
        """Assigned readings that read the old summary on the way get it, and the new readings a new one."""
        seen = attempt.assign_what_reads(readings=readings)
        kept = tuple(reading for reading in readings if reading < sum(readings))
        assert seen.readings == kept
        assert seen.summary == sum(kept)

    @given(readings=ROW, others=ROW, error=ERRORS, place=st.integers(0, 2))
    @example(readings=[1, 2], others=[3], error=ValueError("abc"), place=1)
    def test_assignment_that_fails_changes_nothing(self, attempt, readings, others, error, place):
        """Readings that raise on the way change neither the old ones nor the remembered summary."""
        seen = attempt.assign_what_fails(readings=readings, others=others, error=error, place=place)
        assert seen.which == [place]
        assert seen.readings == tuple(readings)
        assert seen.summaries == (sum(readings), sum(readings))
        assert seen.calls == [tuple(readings)]

    @given(rows=st.lists(ROW, min_size=1, max_size=4, unique_by=tuple), first=st.lists(st.booleans(), max_size=4))
    @example(rows=[[1], [2]], first=[True, False])
    def test_summary_is_not_assigned(self, attempt, rows, first):
        """Assigning a summary raises AttributeError, and changes nothing."""
        read_first = (first + [False] * 4)[: len(rows)]
        seen = attempt.assign_summaries(rows=rows, read_first=read_first)
        assert seen.refused == rows
        assert seen.found == [sum(row) for row in rows]
        early = [row for row, first in zip(rows, read_first, strict=True) if first]
        late = [row for row in rows if row not in early]
        assert seen.calls == [tuple(row) for row in early + late], "What was remembered still is."


class TestMember:
    """Member"""

    @points(2)
    @given(pairs=st.lists(st.tuples(COUNTS | st.none(), COUNTS | st.just("delete")), min_size=1, max_size=4))
    @example(pairs=[(7, 8), (9, "delete"), (0, 0), (None, 1)])
    @public
    def test_number_is_read_only(self, attempt, pairs):
        """A member's number can be neither assigned nor deleted."""
        seen = attempt.change_numbers(numbers=[number for number, _ in pairs], actions=[action for _, action in pairs])
        assert seen.numbers == [f"no. {number}" for number, _ in pairs]
        assert seen.errors == [1 for _ in pairs]

    @points(3)
    @given(names=st.tuples(NAMES, NAMES), steps=st.lists(RENAMING, max_size=7))
    @example(names=("a", "b"), steps=[(0, "nickname", "c"), (0, "name", "d"), (0, "delete"), (0, "delete")])
    @example(names=("a", "b"), steps=[(0, "nickname", "c"), (0, "nickname", "d"), (0, "delete"), (0, "delete")])
    @example(names=("a", "b"), steps=[(0, "name", "c"), (0, "delete"), (0, "nickname", ""), (1, "delete")])
    @example(names=("a", "b"), steps=[(0, "nickname", "a"), (0, "name", "c"), (0, "delete"), (0, "delete")])
    @example(names=("a", "b"), steps=[(0, "by name"), (0, "delete"), (0, "by name"), (0, "name", "c")])
    @example(names=("a", "b"), steps=[(0, "nickname", None), (0, "delete"), (0, "nickname", "c"), (0, "delete")])
    def test_nickname_stands_for_the_name(self, attempt, names, steps):
        """A nickname is the name of the moment, until one is assigned and after it is deleted."""
        seen = attempt.rename(names=names, steps=steps)
        expected, refused = renamed(names, steps)
        assert seen.seen == expected
        assert seen.refused == refused

    @given(places=st.lists(PLACES, min_size=1, max_size=4))
    @example(places=list(range(9)))
    def test_any_object_is_a_nickname(self, attempt, places):
        """Numbers, names and nicknames may be any objects, and come back as the very ones."""
        seen = attempt.call_things(places=places)
        assert seen == [[[(place - back) % 9] for back in (1, 2, 2, 0, 2)] for place in places]

    @examples(10)
    @given(names=st.lists(NAMES, min_size=2, max_size=5))
    @example(names=["Ada", "Eve", "Joan"])
    def test_new_member_has_no_nickname(self, attempt, names):
        """A new member has no nickname of one that is gone."""
        seen = attempt.one_member_after_another(names=names)
        assert seen == [f"{name} or {name}" for name in names]

    @given(names=st.lists(NAMES, min_size=1, max_size=3))
    def test_asks_the_name_of_a_subclass(self, attempt, names):
        """The nickname is what member.name says, where a subclass makes it as well."""
        seen = attempt.shout(names=names)
        assert seen == [name.upper() for name in names]
