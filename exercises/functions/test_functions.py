"""The hidden suite of the exercise on functions."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
TEXTS = st.sampled_from(["Ada", "Bob", "Hi", "", "?", "it's", "{}", "{x", "%s", " "]) | st.text("aA!, \n", max_size=3)
VALUE = st.sampled_from(
    [None, 0, 7, -1, 2.5, True, "", "two", "2", "it's", [1], (1,), {"a": 1}, Decimal("1.5")]
    + [-0.0, 1e16, 10**45, b"a", "é\n'\"", "x " * 45, [*range(30)], [[[[[[[()]]]]]]]]
)
VALUES = st.lists(VALUE, max_size=3).map(tuple)
WORDS = """a action actual after arg args argument arguments bind bound button buttons call callable callback calls cls
    combined current data default defaults end error extra f f1 first fixed fn fs func funcs function functions g given
    greeting h head i inner init initial item items k key keys keywords kw kwargs kwds label labels last later left mark
    merged more n name named names new num number numbers obj object old op operation options other others outer own
    params partial pipe piped positional preset press result results rest self size start step stored tail text to
    upcoming v val value values what when wrapper x xs y""".split()
WORDS += [mark + word for mark in ("_", "__") for word in "args f fn func function kwargs label press self".split()]
KEYWORD = st.sampled_from(["size", "to"]) | st.sampled_from([*WORDS, "more words", "class", "", "{x}", "%s"])
KEYWORDS = st.dictionaries(KEYWORD, VALUE, max_size=3)
KEYWORDS |= st.dictionaries(st.sampled_from(WORDS), st.integers(0, 9), min_size=9, max_size=12)
CALLS = st.lists(st.tuples(VALUES, KEYWORDS), min_size=1, max_size=3)
RESULTS = st.lists(VALUE, min_size=1, max_size=3)
NUMBERS = st.lists(st.integers(-9, 9), max_size=5)
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from(
        [ValueError, TypeError, LookupError, IndexError, KeyError, AttributeError, RuntimeError, RecursionError]
        + [StopIteration, StopAsyncIteration, GeneratorExit, KeyboardInterrupt, SystemExit]
    ),
    st.text("abc", min_size=1, max_size=3),
)
GREETED = st.tuples(
    st.tuples(TEXTS), st.just({}) | st.fixed_dictionaries({}, optional={"greeting": TEXTS, "mark": TEXTS})
)
GREETED |= st.tuples(st.tuples(TEXTS, TEXTS), st.just({}) | st.fixed_dictionaries({"mark": TEXTS}))
GREETED |= st.tuples(st.just(()), st.fixed_dictionaries({"name": TEXTS}, optional={"greeting": TEXTS, "mark": TEXTS}))
UNFIT = [
    (("Ada", "Hi", "?"), {}),
    (("Ada", "", ""), {}),
    ((), {"mark": "."}),
    (("Ada",), {"name": "Bob"}),
    (("Ada",), {"end": ""}),
    (("Ada", "Hi"), {"greeting": "Hi"}),
    (("Ada", "Hi", "?", "!"), {}),
    ((), {}),
]
WHEN = st.just({}) | st.fixed_dictionaries(
    {"when": st.sampled_from([None, 0, 0.0, 5, 2.5, -1, 2**60 + 1, 1e300, 1 / 3, -7.25])}
)
UNSTAMPED = [(0, ("tea", 5), {}), (1, ("tea", None), {}), (2, (), {"when": 5}), (3, (), {})]
START = 1_600_000_000.0  # what the clock shows at first
LABEL = st.sampled_from(
    ["on", "off", "", 0, False, 1, True, None, (1, 2), frozenset({1}), Decimal(1), b"on", (), -1.5, "<a>", "<b>"]
)
LABELS = st.lists(LABEL, unique=True, max_size=4)
SMALL = st.lists(st.integers(0, 9), unique=True, min_size=1, max_size=4)
REPR = st.sampled_from(
    ["", "", ",", "<it>", "{x}", "%s", " ", "<class 'int'>", "<built-in function abs>", "NotImplemented"]
)
PLACE = st.integers(0, 13)
PLACES = st.lists(PLACE, max_size=3)


def greeting(args, kwargs):
    parts = {"greeting": "Hello", "mark": "!"} | dict(zip(("name", "greeting"), args)) | kwargs
    return f"{parts['greeting']}, {parts['name']}{parts['mark']}"


def written(args, kwargs):
    return ", ".join([repr(one) for one in args] + [f"{name}={value!r}" for name, value in kwargs.items()])


def one_after_another(results, count):
    """What a function returns in so many calls that returns these results and then the last one again and again."""
    return (results + results[-1:] * count)[:count]


def called(number, add):
    """What the callables return for a number."""
    return [add + number, number, 2 * number, add + number, add**number, 3 * number]


def down(add, number):
    """What comes out of a pipe that calls itself."""
    return 2 * (add + (down(add, number - 1) if number else add))


def tagged(tags, args, kwargs):
    """What a pipe of these tags makes of its arguments."""
    text = ", ".join([*map(str, args), *map(str, kwargs.items())])
    for tag in tags:
        text = f"{tag}({text})"
    return text


def counts(counters, turns):
    """What counters give that are called in these turns."""
    state = [[counter.get("start", 0), counter.get("step", 1)] for counter in counters]
    given = []
    for turn in turns:
        given.append(state[turn][0])
        state[turn][0] += state[turn][1]
    return given


class TestArguments:
    """greet and process_args"""

    @points(2)
    @given(calls=st.lists(GREETED | GREETED | st.sampled_from(UNFIT), min_size=1, max_size=5))
    @example(calls=[(("Ada",), {}), (("Bob", "Good morning"), {"mark": "."}), ((), {"greeting": "Hi", "name": "Eve"})])
    @example(calls=[*UNFIT, (("Ada", ""), {"mark": ""}), (("{}", "%s"), {"mark": "{x"})])
    @example(calls=[(("ada!",), {}), (("Eve?", "Hi,"), {"mark": "?"}), ((" a", "Hello, "), {"mark": "\n"})])
    @public
    def test_greets(self, attempt, calls):
        """greet takes name and greeting by position or name and the mark by name only, and has defaults for two."""
        seen = attempt.greet_all(calls=calls)
        assert seen.refused == [call for call in calls if call in UNFIT]
        assert seen.greetings == [greeting(*call) for call in calls if call not in UNFIT]

    @points(2)
    @given(args=VALUES, kwargs=KEYWORDS)
    @example(args=(1, "two"), kwargs={"size": 3.5, "to": None})
    @example(args=(), kwargs={"self": 2, "args": 1})
    @example(args=(), kwargs={})
    @example(args=([], ""), kwargs={"name": "", "function": 0, "a": (1,)})
    @public
    def test_writes_arguments(self, attempt, args, kwargs):
        """process_args writes each argument as repr does, the positional ones first, all in their order."""
        text = attempt.process(args=args, kwargs=kwargs)
        assert text == written(args, kwargs)

    @given(args=st.lists(REPR, max_size=3), kwargs=st.dictionaries(KEYWORD, REPR, max_size=3))
    @example(args=["", ""], kwargs={"size": ""})
    @example(args=[""], kwargs={"size": "<it>"})
    @example(args=["<class 'int'>"], kwargs={"to": "<built-in function abs>"})
    @example(args=[], kwargs={"to": "<it>", "": ""})
    def test_writes_what_is_shown(self, attempt, args, kwargs):
        """process_args writes whatever repr says of an argument, were it nothing, or of one that equals everything."""
        text = attempt.process_shown(args=args, kwargs=kwargs)
        assert text == ", ".join([*args, *(f"{name}={shown}" for name, shown in kwargs.items())])


class TestApplyOperation:
    """apply_operation"""

    @points(2)
    @given(kind=KINDS, numbers=NUMBERS, args=VALUES, kwargs=KEYWORDS, results=RESULTS)
    @example(kind="list", numbers=[-2, 3], args=(), kwargs={}, results=[2, 3])
    @example(kind="iterator", numbers=[2, 3, 2], args=(2, [1]), kwargs={"size": 1}, results=[None, 0, ""])
    @example(kind="bare", numbers=[0], args=(), kwargs={"operation": 1, "numbers": 2, "args": 3}, results=["two"])
    @public
    def test_hands_on_all_arguments(self, attempt, kind, numbers, args, kwargs, results):
        """The operation is called once for each number, with the other arguments behind it; all results are kept."""
        seen = attempt.apply(kind=kind, numbers=numbers, args=args, kwargs=kwargs, results=results)
        assert seen.calls == [((number, *args), kwargs) for number in numbers]
        assert seen.returned == one_after_another(results, len(numbers))

    @given(numbers=SMALL, add=st.integers(2, 9), places=st.lists(PLACE, min_size=1, max_size=3))
    @example(numbers=[1, 2], add=3, places=[0, 2, 1])
    @example(numbers=[1], add=3, places=[9, 10, 11, 12])
    def test_calls_whatever_can_be_called(self, attempt, numbers, add, places):
        """Methods, classes and odd objects are operations as well as functions are, and odd things go through them."""
        seen = attempt.apply_anything(numbers=numbers, add=add, places=places)
        assert seen.results == [list(results) for results in zip(*(called(number, add) for number in numbers))]
        rows = [[place, places[0], places[-1]] for place in places]
        assert seen.places == [[[place] for place in row] for row in [*rows, places]]

    @given(numbers=NUMBERS, error=ERRORS, place=st.integers(0, 2))
    @example(numbers=[1, 2], error=TypeError("a"), place=1)
    @example(numbers=[1, 2], error=StopIteration("a"), place=1)
    @example(numbers=[1], error=KeyboardInterrupt("a"), place=0)
    def test_passes_an_error_on(self, attempt, numbers, error, place):
        """An exception of the operation reaches the caller, the very same, and no further number is taken."""
        seen = attempt.apply_and_fail(numbers=numbers, error=error, place=place)
        assert seen.outcome == ("raised", error)
        assert seen.which == [place], "A copy is not the error that was raised."
        assert seen.pulled == [*numbers, "bad"]
        assert seen.calls == [(number, "more") for number in [*numbers, "bad"]]

    @examples(4)
    @given(first=st.integers(-9, 9), count=scale(1_000, 30_000))
    def test_takes_many_numbers(self, attempt, first, count):
        """apply_operation takes any number of numbers, one after the other: a list may grow meanwhile."""
        seen = attempt.apply_many(first=first, count=count)
        assert seen.count == count
        assert seen.sum == sum(number**2 for number in range(first, first + count))


class TestBindAndPipe:
    """bind and pipe"""

    @points(3)
    @given(layers=st.lists(st.tuples(VALUES, KEYWORDS), min_size=1, max_size=3), calls=CALLS, results=RESULTS)
    @example(layers=[(("a",), {"size": 1})], calls=[((), {}), (("b",), {"size": 2}), ((), {})], results=[None, 0, 7])
    @example(layers=[((), {"a": 1})], calls=[((), {"to": 2}), ((), {})], results=["two"])
    @example(layers=[((1,), {"a": 1}), ((2,), {"a": 2})], calls=[((3,), {}), ((), {"a": 3}), ((), {})], results=[7])
    @example(layers=[((1,), {"self": 1}), ((2,), {"function": 2, "func": 3})], calls=[((3,), {"args": 4})], results=[0])
    @public
    def test_binds_arguments(self, attempt, layers, calls, results):
        """bind puts its arguments before those of the call, and a keyword of the call wins, for that call alone."""
        seen = attempt.bind_and_call(layers=layers, calls=calls, results=results)
        first, known = (), {}
        for args, kwargs in layers:
            first, known = first + args, known | kwargs
        assert seen.received == [(first + args, known | kwargs) for args, kwargs in calls]
        assert seen.returned == one_after_another(results, len(calls))

    @given(
        first=VALUES,
        second=VALUES,
        calls=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 9)), min_size=1, max_size=4),
    )
    @example(first=("a",), second=("b",), calls=[(0, 1), (1, 2), (0, 3)])
    def test_binds_apart(self, attempt, first, second, calls):
        """What was bound once knows nothing of what was bound at another time."""
        seen = attempt.bind_apart(first=first, second=second, calls=calls)
        assert seen.received == [((first, second)[place] + (number,)) for place, number in calls]

    @points(2)
    @given(tags=st.lists(st.sampled_from("fgh"), min_size=1, max_size=4), cut=st.integers(0, 2), calls=CALLS)
    @example(tags=["f", "g", "h"], cut=0, calls=[((1, "two"), {"to": 1}), ((), {})])
    @example(tags=["f", "g", "h"], cut=2, calls=[((1, "two"), {"to": 1}), ((), {})])
    @public
    def test_pipes_from_left_to_right(self, attempt, tags, cut, calls):
        """A pipe calls its first function with all arguments, and each other one with the result before, every time."""
        results = attempt.send_through(tags=tags, cut=cut, calls=calls)
        assert results == [tagged(tags, args, kwargs) for args, kwargs in calls]

    @given(places=PLACES, sent=st.lists(PLACE, min_size=1, max_size=3))
    @example(places=[], sent=[4, 0, 4])
    @example(places=[8], sent=[5, 5])
    @example(places=[9, 10, 11, 13, 12], sent=[10, 13])
    @example(places=[4, 5, 0, 8, 1], sent=[7, 3])
    def test_pipes_any_object(self, attempt, places, sent):
        """None and whatever else is returned goes on through a pipe; an empty pipe returns its argument."""
        seen = attempt.send_things(places=places, sent=sent)
        assert seen.got == [[place] for one in sent for place in [one, *places][: len(places)]]
        assert seen.returned == [[[one, *places][-1]] for one in sent]

    @given(numbers=SMALL, add=st.integers(2, 9), places=st.tuples(PLACE, PLACE))
    @example(numbers=[1], add=2, places=(0, 2))
    @example(numbers=[1], add=2, places=(11, 10))
    def test_calls_whatever_can_be_called(self, attempt, numbers, add, places):
        """Methods, classes and odd objects can be bound and stand in a pipe as well as functions."""
        seen = attempt.call_anything(numbers=numbers, add=add, places=places)
        assert seen.bound == [result for number in numbers for result in called(number, add)]
        assert seen.piped == [3 * (2 * (number + add) + add + 1) for number in numbers]
        assert seen.places == [[place] for place in [*places, *places, places[1]]]

    @given(error=ERRORS, place=st.integers(0, 2), turns=st.lists(st.integers(0, 1), min_size=1, max_size=4))
    @example(error=StopIteration("a"), place=1, turns=[1, 0, 1])
    @example(error=StopIteration("a"), place=0, turns=[1, 1])
    @example(error=KeyboardInterrupt("a"), place=2, turns=[0, 1, 0])
    @example(error=GeneratorExit("a"), place=1, turns=[1, 0, 1])
    def test_passes_an_error_on(self, attempt, error, place, turns):
        """An exception reaches the caller, the very same, and the next call is as if there had been none."""
        seen = attempt.call_failing(error=error, place=place, turns=turns)
        assert seen.which == [[0], [1], [], []][: len(turns)], "A copy is not the error that was raised."
        sent = [str(number) if place else number for number in range(len(turns))]
        assert seen.calls == [(sent[number],) if turn else ("a", number) for number, turn in enumerate(turns)]

    @given(
        calls=st.lists(
            st.tuples(st.integers(0, 3), st.dictionaries(st.sampled_from(["size", "to"]), VALUE)),
            min_size=1,
            max_size=3,
        )
    )
    @example(calls=[(2, {"size": 2}), (0, {"size": 3}), (1, {})])
    def test_binds_for_each_call_alone(self, attempt, calls):
        """What a call gives holds for this call alone, even if others stand within it, or if it fails."""
        seen = attempt.call_within(calls=calls)
        assert seen.received == [
            (("a", number - less), {"size": 1} | (kwargs if less == 0 else {}))
            for number, kwargs in calls
            for less in range(max(number, 1))
        ]

    @given(add=st.integers(1, 9), numbers=st.lists(st.integers(-3, 3), min_size=1, max_size=3))
    @example(add=1, numbers=[2, -3, 1])
    def test_pipes_within_a_pipe(self, attempt, add, numbers):
        """A function of a pipe may call the pipe."""
        seen = attempt.pipe_within(add=add, numbers=numbers)
        assert seen.refused == [number for number in numbers if number < -1]
        assert seen.results == [down(add, max(number, 0)) for number in numbers if number >= -1]

    @examples(4)
    @given(count=scale(100, 20_000), numbers=st.lists(st.integers(0, 99), min_size=1, max_size=2))
    @example(count=5_000, numbers=[1, 2])
    def test_pipes_are_long(self, attempt, count, numbers):
        """There may be thousands of functions in a pipe."""
        results = attempt.send_far(count=count, numbers=numbers)
        assert results == [number + count for number in numbers]


class TestState:
    """stamp, make_counter and make_buttons"""

    @points(2)
    @given(
        calls=st.lists(
            st.tuples(st.integers(0, 99), st.tuples(TEXTS), WHEN)
            | st.tuples(st.integers(0, 99), st.just(()), WHEN.map(lambda given: {"text": "tea"} | given))
            | st.sampled_from(UNSTAMPED),
            min_size=1,
            max_size=4,
        )
    )
    @example(calls=[(2, ("lunch",), {}), (3, ("tea",), {}), (0, ("",), {"when": None})])
    @example(calls=[(5, ("lunch",), {"when": 0}), (1, (), {"text": "tea", "when": 7.5})])
    @example(calls=[*UNSTAMPED, (5, ("tea",), {"when": 2**60 + 1}), (1, ("tea",), {})])
    @example(calls=[(5, ("tea",), {"when": 0.0}), (1, ("tea",), {"when": 1e-9})])
    @public
    def test_stamps_with_the_time_of_the_call(self, attempt, calls):
        """stamp takes the time of each call, unless another one is given by name, 0 among them."""
        seen = attempt.stamp_all(calls=calls)
        now, wanted = START, []
        for call in calls:
            pause, args, kwargs = call
            now += pause
            when, text = kwargs.get("when"), [*args, kwargs.get("text")][0]
            if call not in UNSTAMPED:
                wanted.append((now if when is None else when, text))
        assert seen.stamps == wanted
        assert seen.refused == [call for call in calls if call in UNSTAMPED]

    @points(2)
    @given(
        counters=st.lists(
            st.fixed_dictionaries({}, optional={"start": st.integers(-9, 9), "step": st.integers(-5, 5)}),
            min_size=1,
            max_size=3,
        ),
        data=st.lists(st.integers(0, 9), min_size=1, max_size=9),
    )
    @example(counters=[{"start": 10, "step": 5}, {}, {"start": 10, "step": 5}], data=[0, 0, 1, 0, 2, 1])
    @example(counters=[{"start": 3, "step": 0}, {"step": -1}], data=[0, 0, 1, 1, 1, 1])
    @example(counters=[{"start": -2}, {"start": 3, "step": -3}], data=[0, 0, 0, 0, 1, 1, 1])
    @public
    def test_each_counter_counts_for_itself(self, attempt, counters, data):
        """A counter begins at its start and goes on by its step, whatever other counters do."""
        turns = [turn % len(counters) for turn in data]
        numbers = attempt.count_in_turn(counters=counters, turns=turns)
        assert numbers == counts(counters, turns)

    @examples(4)
    @given(
        start=st.integers(-(10**20), 10**20),
        step=st.integers(-9, 9) | st.integers(-(10**20), 10**20),
        count=scale(1_000, 30_000),
    )
    @example(start=10**20, step=1, count=20_000)
    @example(start=1, step=10**20 + 1, count=2)
    def test_counts_far(self, attempt, start, step, count):
        """A counter is exact, and can be called any number of times."""
        seen = attempt.count_far(start=start, step=step, count=count)
        assert seen.total == count * start + step * count * (count - 1) // 2
        assert seen.then == start + count * step

    @points(3)
    @given(
        kind=KINDS | st.just("keys"),
        rows=st.lists(LABELS, min_size=1, max_size=2),
        calls=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 9), VALUES, KEYWORDS), max_size=4),
    )
    @example(kind="list", rows=[["on", "off"]], calls=[(0, 0, (), {}), (0, 1, (3,), {}), (0, 0, (), {"size": 1})])
    @example(kind="iterator", rows=[[7, "", None]], calls=[(0, 1, ([1],), {"label": 1, "press": 2}), (0, 2, (), {})])
    @example(kind="tuple", rows=[[1, 0], [True, False]], calls=[(0, 0, (), {}), (1, 0, (), {}), (1, 1, (), {})])
    @example(kind="tuple", rows=[[(), (1, 2), 0]], calls=[(0, place, (), {}) for place in (0, 1, 0, 2)])
    @example(kind="keys", rows=[["<a>", "<b>"], ["<a>"], []], calls=[(0, 1, (), {}), (1, 0, (), {}), (0, 0, (), {})])
    def test_each_button_has_its_own_label(self, attempt, kind, rows, calls):
        """Each button calls press with its own label and what it was given, when it is called and not before."""
        calls = [(row % len(rows), place, *given) for row, place, *given in calls if rows[row % len(rows)]]
        calls = [(row, place % len(rows[row]), *given) for row, place, *given in calls]
        seen = attempt.press_buttons(kind=kind, rows=rows, calls=calls)
        labels = [
            [f"{one} {row}" if one in ("<a>", "<b>") else repr(one) for one in labels]
            for row, labels in enumerate(rows)
        ]
        assert seen.received == [([labels[row][place], *map(repr, args)], kwargs) for row, place, args, kwargs in calls]
        assert seen.returned == list(range(1, len(calls) + 1))
        assert seen.labels == labels

    @given(numbers=SMALL, add=st.integers(2, 9), error=ERRORS, places=st.tuples(PLACE, PLACE))
    @example(numbers=[1, 2, 3, 4], add=3, error=StopIteration("a"), places=(0, 2))
    @example(numbers=[1, 2, 3, 4], add=3, error=GeneratorExit("a"), places=(10, 11))
    def test_presses_whatever_can_be_called(self, attempt, numbers, add, error, places):
        """press may be a method, a class or an odd object; what it raises reaches the caller, the very same."""
        seen = attempt.press_anything(numbers=numbers, add=add, error=error, places=places)
        assert seen.results == [list(results) for results in zip(*(called(number, add) for number in numbers))]
        assert seen.which == [[place if place < 3 else places[0] + 3] for place in range(2 * len(numbers))]
        assert seen.places == [[4], [places[0]], [places[1]]]
