"""The hidden suite for decorators."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

# Sixteenths of a second are exact in binary and need all four decimals.
TICKS = st.integers(1, 8)
LONG_TICKS = TICKS | scale(16, 16_000_000)  # up to eleven days
SECONDS, LONG = (ticks.map(lambda number: number / 16) for ticks in (TICKS, LONG_TICKS))
VERBS = st.sampled_from(["load", "parse", "send"])
NAMES = st.builds("{}_{}".format, VERBS, st.integers(0, 99))
MESSAGES = st.builds("{} {}".format, st.sampled_from(["timeout", "refused"]), st.integers(0, 99))


def one_of_errors(*kinds):
    """Exceptions of these classes, with messages drawn at random."""
    return st.builds(lambda kind, message: kind(message), st.sampled_from(kinds), MESSAGES)


SCALARS = st.integers(-2, 2) | st.sampled_from(["-1", "1", "1, 2", "", None])
ARGUMENTS = st.lists(SCALARS, max_size=2)
# All that can be hashed, and looks like the other in one way or another.
HASHABLES = SCALARS | st.lists(SCALARS, max_size=2).map(tuple) | st.frozensets(st.integers(0, 2), max_size=2)
MANY_ARGUMENTS = st.lists(HASHABLES, max_size=2)
VALUES = st.integers(-2, 2) | st.sampled_from(["-1", "1"])
KEYWORDS = st.dictionaries(st.sampled_from(["size", "unit"]), VALUES, max_size=2)
# In one order of names: whether the order tells calls apart is left open.
SORTED_KEYWORDS = KEYWORDS.map(lambda kwargs: dict(sorted(kwargs.items())))

FAILURES = one_of_errors(
    Exception,
    ValueError,
    ConnectionError,
    AssertionError,
    TypeError,
    LookupError,
    AttributeError,
    NameError,
    OSError,
    RuntimeError,
    StopIteration,
)
STOPS = one_of_errors(KeyboardInterrupt, SystemExit, GeneratorExit, BaseException)
# Names that a wrapper may have for its own affairs.
HANDED_ON = st.dictionaries(
    st.sampled_from(
        ["size", "func", "name", "args", "kwargs", "start", "key"] + ["attempt", "attempts", "max_attempts", "delay"]
    ),
    st.integers(0, 2),
    max_size=2,
)
FALSE_OR_TRUE = st.sampled_from([None, 0, "", "done", 7])

DECORATORS = st.sampled_from(["timer", "cache", "retry"])
DOCS = st.sampled_from([None, "", "{} things.", "{} things.\n\n    And {{more}} 100% of them.\n    "])

OOPS = ConnectionError("refused 1")


def line(name, seconds):
    """What timer prints about one call."""
    return f"{name} took {seconds:.4f} s"


def first_seen(keys):
    """What a function that counts its calls returns for these keys, if each is computed once."""
    numbers = {}
    return [numbers.setdefault(key, len(numbers) + 1) for key in keys]


def one_by_one(calls):
    """What a function returns that counts its calls, if each is a call of it."""
    return list(range(1, len(calls) + 1))


def distinct(values):
    """The values in their order, each once."""
    return [value for index, value in enumerate(values) if value not in values[:index]]


def added_up(numbers, failures):
    """What a cached function that calls itself down to 0 returns, and the calls of it."""
    calls, known = [], {}

    def call(number):
        if number in known:
            return known[number]
        calls.append(number)
        if number == 0 and calls.count(0) <= failures:
            return "raised", ConnectionError("try again")
        end, below = call(number - 1) if number else ("returned", 0)
        known[number] = "returned", number + below if end == "returned" else 100 * number
        return known[number]

    return [call(number) for number in numbers], calls


def stacked(layers, failures, numbers):
    """What comes of calls of a function that fails a few times, a second each, with decorators, the innermost first."""
    calls, lines, known = [], [], {}

    def call(level, number):
        if level < 0:
            calls.append(number)
            here = len(calls)
            failed = here <= failures
            return ("raised", ConnectionError(here - 1)) if failed else ("returned", f"{number} at call {here}")
        if layers[level] == "cache" and (level, number) in known:
            return known[level, number]
        before = len(calls)
        outcome = call(level - 1, number)
        if layers[level] == "retry" and outcome[0] == "raised":
            outcome = call(level - 1, number)
        if layers[level] == "timer":
            lines.append(line("work", len(calls) - before))
        if layers[level] == "cache" and outcome[0] == "returned":
            known[level, number] = outcome
        return outcome

    return [call(len(layers) - 1, number) for number in numbers], calls, lines


class TestTimer:
    """timer"""

    @public
    @points(1)
    @given(args=ARGUMENTS, kwargs=HANDED_ON, results=st.lists(FALSE_OR_TRUE, min_size=1, max_size=3))
    @example(args=[1, "1"], kwargs={"size": 2}, results=["done", None])
    @example(args=[], kwargs={"func": 1, "name": 2}, results=["done"])
    @example(args=[], kwargs={"start": 1}, results=["done"])
    @example(args=[], kwargs={"args": 1, "kwargs": 2}, results=["done"])
    def test_hands_on_arguments_and_result(self, attempt, args, kwargs, results):
        """A timed function receives its arguments, once a call, and its result comes back."""
        seen = attempt.call_timed(args=args, kwargs=kwargs, results=results)
        assert seen.received == [(tuple(args), kwargs)] * len(results)
        assert seen.returned == results

    @public
    @points(1)
    @given(name=NAMES, calls=st.lists(st.tuples(LONG, LONG_TICKS), min_size=1, max_size=3))
    @example(name="load_1", calls=[(0.25, 1), (0.5, 2)])
    @example(name="load_1", calls=[(0.25, 1_440_977)])
    def test_prints_a_line_for_each_call(self, attempt, name, calls):
        """timer prints the function's name and the seconds of each call, one line a call."""
        seen = attempt.time_calls(name=name, calls=calls)
        assert seen.lines == [text for _, ticks in calls for text in ("working", line(name, ticks / 16))]

    @points(1)
    @examples(3)
    @given(name=NAMES, count=scale(100, 8_000), ticks=st.integers(1, 40))
    @example(name="load_1", count=2_000, ticks=1)
    def test_never_tires(self, attempt, name, count, ticks):
        """timer prints a line for each call, however many there are."""
        seen = attempt.time_many_calls(name=name, count=count, ticks=ticks)
        assert seen.different == [line(name, ticks / 16)]
        assert seen.count == count

    @points(1)
    @given(name=NAMES, ticks=TICKS, error=FAILURES | STOPS, position=st.integers(0, 2))
    @example(name="load_1", ticks=1, error=KeyboardInterrupt("refused 1"), position=0)
    @example(name="load_1", ticks=1, error=ValueError("refused 1"), position=1)
    def test_times_a_call_that_raises(self, attempt, name, ticks, error, position):
        """timer prints the time of a call that raises, and lets the exception through."""
        seen = attempt.time_failure(name=name, ticks=ticks, error=error, position=position)
        assert seen.lines == [line(name, ticks / 16)]
        assert seen.outcome == ("raised", error)
        assert seen.positions == [position], "The exception goes on to the caller as it was: the same object."

    @points(1)
    @given(name=NAMES, durations=st.lists(TICKS, min_size=2, max_size=4), fails=st.booleans(), times=st.just(1))
    @example(name="load_1", durations=[1, 1], fails=False, times=1)
    @example(name="load_1", durations=[1, 1, 2], fails=True, times=2)
    @example(name="load_1", durations=[1] * 40, fails=False, times=1)
    def test_times_calls_within_calls(self, attempt, name, durations, fails, times):
        """When a timed function calls itself, each call has its own time, inner calls first."""
        seen = attempt.time_recursion(name=name, durations=durations, fails=fails, times=times)
        from_there_on = [sum(durations[index:]) for index in range(len(durations))]
        assert seen.lines == [line(name, ticks / 16) for ticks in reversed(from_there_on)] * times

    @points(1)
    @given(verb=VERBS, number=st.integers(0, 99), doc=DOCS)
    @example(verb="load", number=1, doc="{} things.")
    @example(verb="load", number=1, doc=None)
    def test_keeps_name_and_docstring(self, attempt, verb, number, doc):
        """A timed function keeps its name and its docstring."""
        seen = attempt.describe(decorate="timer", verb=verb, number=number, doc=doc)
        assert seen.name == f"{verb}_{number}"
        assert seen.doc == (doc and doc.format(verb.title()))


class TestCache:
    """cache"""

    @public
    @points(1)
    @given(arguments=st.lists(MANY_ARGUMENTS, min_size=2, max_size=8))
    @example(arguments=[[1], [2], [1], [2]])
    @example(arguments=[[(1, 2)], [1, 2], [(1, 2)], [1, 2]])
    @example(arguments=[[()], [], [("",)], [""]])
    @example(arguments=[[(1,)], [1], [((1,),)]])
    @example(arguments=[[(1, 2)], [frozenset({1, 2})]])
    @example(arguments=[[(1, 2), 0], [(2, 1), 0], [1, (2, 0)]])
    @example(arguments=[[None], [], ["None"], [0]])
    @example(arguments=[[frozenset({1})], [frozenset({2})], [frozenset()], []])
    @example(arguments=[[-1], [-2]])
    @example(arguments=[[1], ["1"]])
    @example(arguments=[["1, 2"], [1, 2]])
    @example(arguments=[[1, 2], [2, 1], [1], []])
    def test_computes_once_for_each_set_of_arguments(self, attempt, arguments):
        """cache calls the function once for each set of arguments, and remembers each result."""
        calls = [(tuple(args), {}) for args in arguments]
        seen = attempt.call_cached(arguments=[(args, {}) for args in arguments], results=one_by_one(calls))
        assert seen.calls == distinct(calls)
        assert seen.results == first_seen(args for args, _ in calls)

    @points(1)
    @given(
        purses=st.lists(st.tuples(st.integers(-2, 1), st.sampled_from(["Ada", "Alan"])), min_size=2, max_size=6),
        by_name=st.booleans(),
        kept=st.booleans(),
    )
    @example(purses=[(0, "Ada"), (1, "Ada"), (0, "Ada"), (1, "Ada")], by_name=False, kept=False)
    @example(purses=[(0, "Ada"), (0, "Alan")], by_name=False, kept=True)
    @example(purses=[(0, "Ada"), (1, "Ada")], by_name=False, kept=True)
    @example(purses=[(-1, "Ada"), (-2, "Ada")], by_name=False, kept=True)
    @example(purses=[(0, "Ada"), (0, "Ada")], by_name=False, kept=True)
    @example(purses=[(0, "Ada"), (0, "Alan")], by_name=True, kept=True)
    @example(purses=[(0, "Ada"), (1, "Ada")], by_name=True, kept=True)
    def test_compares_arguments_with_equality(self, attempt, purses, by_name, kept):
        """cache tells arguments apart by ==, whatever they look like when printed."""
        seen = attempt.call_cached_with_purses(purses=purses, by_name=by_name, kept=kept)
        coins = [coin for coin, _ in purses]
        assert seen.calls == distinct(coins)
        assert seen.results == first_seen(coins)

    @public
    @points(1)
    @given(arguments=st.lists(st.tuples(ARGUMENTS, SORTED_KEYWORDS), min_size=2, max_size=6))
    @example(arguments=[([], {"size": 1}), ([], {"size": 2}), ([], {}), ([], {"size": 1})])
    @example(arguments=[([], {"size": 1}), ([], {"unit": 1})])
    @example(arguments=[([frozenset({1})], {"size": 1}), ([frozenset({1})], {"size": 1})])
    @example(arguments=[(["size", 1], {}), ([], {"size": 1})])
    @example(arguments=[([("size", 1)], {}), ([], {"size": 1})])
    @example(arguments=[([1], {"size": 2}), ([1, 2], {}), ([2], {"size": 1})])
    @example(arguments=[([1], {"size": 1}), ([1], {"size": 2})])
    @example(arguments=[([], {"size": -1}), ([], {"size": -2})])
    @example(arguments=[([], {"size": 1}), ([], {"size": "1"})])
    @example(arguments=[([], {"size": 1, "unit": 2}), ([], {"size": 2, "unit": 1})])
    @example(arguments=[([(("size", 1),)], {}), ([], {"size": 1}), ([frozenset({("size", 1)})], {})])
    @example(arguments=[([], {"size": (1, 2)}), ([], {"size": 1}), ([], {"size": (2, 1)})])
    @example(arguments=[([("size", 1), ("unit", 2)], {}), (["size", 1, "unit", 2], {}), ([], {"size": 1, "unit": 2})])
    @example(arguments=[([], {"func": 1}), ([], {"key": 1})])
    @example(arguments=[([], {"args": 1}), ([], {"kwargs": 1})])
    def test_keyword_arguments_count(self, attempt, arguments):
        """cache tells calls apart by their keyword arguments as well, by name and by value."""
        calls = [(tuple(args), kwargs) for args, kwargs in arguments]
        seen = attempt.call_cached(arguments=arguments, results=one_by_one(calls))
        assert seen.calls == distinct(calls)
        assert seen.results == first_seen((args, tuple(kwargs.items())) for args, kwargs in calls)

    @points(1)
    @given(
        table=st.lists(FALSE_OR_TRUE, min_size=4, max_size=4),
        indices=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    )
    @example(table=[None, 0, "", "done"], indices=[0, 1, 2, 3])
    def test_remembers_false_values(self, attempt, table, indices):
        """cache remembers None and other false values like any result."""
        seen = attempt.call_cached(arguments=[([index], {}) for index in 2 * indices], results=table)
        assert seen.results == [table[number - 1] for number in first_seen(2 * indices)]
        assert seen.calls == [((index,), {}) for index in distinct(indices)]

    @points(1)
    @examples(3)
    @given(start=st.integers(0, 99), count=scale(4_000, 30_000), step=st.integers(1, 4))
    @example(start=0, count=257, step=1)
    @example(start=0, count=5_000, step=1)
    def test_forgets_nothing(self, attempt, start, count, step):
        """cache forgets nothing, however many results it has to remember, and however long ago they are."""
        seen = attempt.call_cached_again(start=start, count=count, step=step)
        end = start + count
        assert seen.total == 2 * sum(range(start, end)) + 2 * sum(range(start, end, step))
        assert seen.calls == count

    @points(1)
    @given(
        errors=st.lists(
            one_of_errors(ConnectionError, TypeError, LookupError, KeyboardInterrupt), min_size=1, max_size=3
        ),
        result=st.integers(0, 99),
        more=st.integers(2, 3),
    )
    @example(errors=[ConnectionError("timeout 1")], result=0, more=2)
    @example(errors=[TypeError("timeout 1")], result=0, more=2)
    @example(errors=[KeyboardInterrupt("timeout 1")], result=0, more=2)
    def test_does_not_remember_an_exception(self, attempt, errors, result, more):
        """When a cached function raises, the next call with the same arguments tries again."""
        seen = attempt.call_cached_failing(errors=errors, result=result, times=len(errors) + more)
        assert seen.outcomes == [("raised", error) for error in errors] + [("returned", result)] * more
        assert seen.calls == len(errors) + 1

    @points(1)
    @examples(40)
    @given(numbers=st.lists(st.integers(0, 6), min_size=1, max_size=5), failures=st.integers(0, 2))
    @example(numbers=[3, 2, 4], failures=0)
    @example(numbers=[2, 0, 0, 2], failures=1)
    @example(numbers=[2, 0, 2], failures=2)
    @example(numbers=[40], failures=0)
    def test_may_call_itself(self, attempt, numbers, failures):
        """A cached function may call itself, and what fails within it spoils no other result."""
        seen = attempt.call_cached_recursively(numbers=numbers, failures=failures)
        outcomes, calls = added_up(numbers, failures)
        assert seen.calls == calls
        assert seen.outcomes == outcomes

    @points(1)
    @given(
        wanted=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9)), min_size=1, max_size=4), kept=st.booleans()
    )
    @example(wanted=[("a", 5), ("b", 5)], kept=True)
    @example(wanted=[("a", 5), ("b", 5), ("a", 5), ("b", 5)], kept=False)
    def test_each_function_has_its_own_results(self, attempt, wanted, kept):
        """Each cached function has its own results, even when two have the same name."""
        wanted, places = 2 * wanted, [("ab".index(tag), number) for tag, number in 2 * wanted]
        seen = attempt.call_namesakes(decorate="cache", tags="ab", wanted=places, kept=kept)
        assert seen.results == [f"{tag}{number}" for tag, number in wanted]
        assert seen.calls == (distinct(wanted) if kept else wanted)

    @points(1)
    @given(verb=VERBS, number=st.integers(0, 99), doc=DOCS)
    @example(verb="load", number=1, doc="{} things.")
    @example(verb="load", number=1, doc=None)
    def test_keeps_name_and_docstring(self, attempt, verb, number, doc):
        """A cached function keeps its name and its docstring."""
        seen = attempt.describe(decorate="cache", verb=verb, number=number, doc=doc)
        assert seen.name == f"{verb}_{number}"
        assert seen.doc == (doc and doc.format(verb.title()))


class TestRetry:
    """retry"""

    @public
    @points(1)
    @given(errors=st.lists(FAILURES, max_size=3), result=FALSE_OR_TRUE | FAILURES, spare=st.integers(1, 3))
    @example(errors=[], result=None, spare=3)
    @example(errors=[], result=ValueError("refused 3"), spare=1)
    @example(errors=[Exception("refused 1")], result=0, spare=1)
    @example(errors=[OOPS, ValueError("refused 2"), OOPS], result="done", spare=1)
    @example(errors=[TypeError("refused 1")], result="done", spare=1)
    @example(
        errors=[LookupError("refused 1"), AttributeError("refused 2"), NameError("refused 3")],
        result="done",
        spare=1,
    )
    def test_stops_at_the_first_success(self, attempt, errors, result, spare):
        """retry calls the function until it returns, whatever it returns, and no more often."""
        seen = attempt.call_flaky(errors=errors, result=result, settings=(len(errors) + spare, 0.5))
        assert seen.calls == len(errors) + 1
        assert seen.outcome == ("returned", result)

    @points(1)
    @given(errors=st.lists(FAILURES, min_size=5, max_size=5), max_attempts=st.integers(1, 5))
    @example(errors=[ValueError(f"timeout {number}") for number in range(5)], max_attempts=3)
    @example(errors=[OOPS, OOPS, OOPS, OOPS, OOPS], max_attempts=1)
    def test_raises_the_last_error_itself(self, attempt, errors, max_attempts):
        """When all attempts fail, retry raises what the last of them raised."""
        seen = attempt.call_flaky(errors=errors, result="done", settings=(max_attempts, 0.5))
        assert seen.calls == max_attempts
        assert seen.outcome == ("raised", errors[max_attempts - 1])
        assert seen.positions == [max_attempts - 1], "The last attempt's own exception reaches the caller: no other."

    @public
    @points(1)
    @given(failures=st.integers(0, 6), max_attempts=st.integers(1, 5), delay=LONG)
    @example(failures=2, max_attempts=3, delay=86400.5)
    @example(failures=1, max_attempts=1, delay=0.5)
    @example(failures=5, max_attempts=5, delay=0.5)
    @example(failures=2, max_attempts=4, delay=0.25)
    def test_waits_between_attempts_only(self, attempt, failures, max_attempts, delay):
        """retry waits delay seconds between two attempts, and not after the last failure."""
        seen = attempt.call_flaky(errors=[OOPS] * failures, result="done", settings=(max_attempts, delay))
        calls = min(failures + 1, max_attempts)
        assert seen.calls == calls
        assert seen.waits == [delay] * (calls - 1)
        assert seen.waits_before == list(range(calls)), "One wait lies between two attempts."

    @points(1)
    @examples(4)
    @given(max_attempts=scale(10, 6_000), more=st.sampled_from([-1, 0]), ticks=st.integers(1, 40))
    @example(max_attempts=10, more=0, ticks=1)
    @example(max_attempts=2_000, more=0, ticks=1)
    @example(max_attempts=2_000, more=-1, ticks=1)
    def test_makes_all_of_many_attempts(self, attempt, max_attempts, more, ticks):
        """retry makes as many attempts as it was told to, and as many waits between them, however many they are."""
        failures = max_attempts + more
        seen = attempt.call_stubborn(failures=failures, max_attempts=max_attempts, ticks=ticks)
        done = ("returned", f"after {failures}") if more else ("raised", ConnectionError(failures - 1))
        assert seen.outcome == done
        assert seen.calls == max_attempts
        assert seen.waits == max_attempts - 1
        assert seen.different_waits == [ticks / 16]

    @points(1)
    @given(errors=st.lists(FAILURES, max_size=2), stop=STOPS, spare=st.integers(1, 3))
    @example(errors=[], stop=KeyboardInterrupt("refused 1"), spare=2)
    @example(errors=[OOPS], stop=SystemExit("refused 1"), spare=2)
    @example(errors=[], stop=GeneratorExit("refused 1"), spare=2)
    def test_retries_exceptions_only(self, attempt, errors, stop, spare):
        """KeyboardInterrupt, SystemExit and whatever else is no Exception pass through retry at once."""
        seen = attempt.call_flaky(errors=[*errors, stop], result="done", settings=(len(errors) + 1 + spare, 0.5))
        assert seen.calls == len(errors) + 1
        assert seen.outcome == ("raised", stop)

    @points(1)
    @given(args=ARGUMENTS, kwargs=HANDED_ON, failures=st.integers(0, 3))
    @example(args=[1, "1"], kwargs={"size": 2}, failures=2)
    @example(args=[], kwargs={"func": 1, "name": 2}, failures=1)
    @example(args=[], kwargs={"attempt": 1, "attempts": 2}, failures=1)
    @example(args=[], kwargs={"max_attempts": 1, "delay": 2}, failures=1)
    @example(args=[], kwargs={"args": 1, "kwargs": 2}, failures=1)
    def test_hands_on_the_arguments(self, attempt, args, kwargs, failures):
        """retry hands the same arguments to the function at every attempt."""
        seen = attempt.call_retried(args=args, kwargs=kwargs, failures=failures)
        assert seen.received == [(tuple(args), kwargs)] * (failures + 1)

    @points(1)
    @given(
        calls=st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=4),
        max_attempts=st.integers(1, 4),
        nested=st.booleans(),
    )
    @example(calls=[(2, False), (2, False), (2, False), (2, False)], max_attempts=3, nested=False)
    @example(calls=[(4, False), (0, False)], max_attempts=2, nested=False)
    @example(calls=[(2, False)] * 300, max_attempts=2, nested=False)
    @example(calls=[(1, True), (1, False)], max_attempts=2, nested=False)
    @example(calls=[(2, False), (2, False)], max_attempts=3, nested=True)
    def test_each_call_starts_anew(self, attempt, calls, max_attempts, nested):
        """Each call of a retried function has all of its attempts."""
        seen = attempt.call_repeatedly(calls=calls, max_attempts=max_attempts, nested=nested)
        assert seen.attempts == [min(failures + 1, max_attempts) for failures, _ in calls]

    @points(1)
    @given(numbers=st.lists(st.integers(-2, 4), min_size=2, max_size=6))
    @example(numbers=[0, 1])
    @example(numbers=[2, -1])
    def test_refuses_to_make_no_attempt(self, attempt, numbers):
        """retry refuses a max_attempts below 1 with ValueError, before any call."""
        seen = attempt.decorate_with(numbers=numbers)
        assert seen.refused == [number for number in numbers if number < 1]
        assert seen.attempts == [number for number in numbers if number >= 1]

    @public
    @points(1)
    @given(
        settings=st.tuples() | st.tuples(st.integers(1, 5)) | st.tuples(st.integers(1, 5), SECONDS),
        failures=st.integers(0, 6),
    )
    @example(settings=(), failures=6)
    @example(settings=(4,), failures=6)
    @example(settings=(2, 0.25), failures=6)
    def test_has_defaults(self, attempt, settings, failures):
        """Unless told otherwise, retry makes up to three attempts, one second apart."""
        max_attempts, delay = settings + (3, 1.0)[len(settings) :]
        seen = attempt.call_flaky(errors=[OOPS] * failures, result="done", settings=settings)
        calls = min(failures + 1, max_attempts)
        assert seen.calls == calls
        assert seen.waits == [delay] * (calls - 1)

    @points(1)
    @given(verb=VERBS, number=st.integers(0, 99), doc=DOCS)
    @example(verb="load", number=1, doc="{} things.")
    @example(verb="load", number=1, doc=None)
    def test_keeps_name_and_docstring(self, attempt, verb, number, doc):
        """A retried function keeps its name and its docstring."""
        seen = attempt.describe(decorate="retry", verb=verb, number=number, doc=doc)
        assert seen.name == f"{verb}_{number}"
        assert seen.doc == (doc and doc.format(verb.title()))


class TestAllThree:
    """all three"""

    @public
    @points(1)
    @examples(30)
    @given(
        decorator=DECORATORS,
        calls=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=5),
    )
    @example(decorator="timer", calls=[(0, 1), (1, 1)])
    @example(decorator="cache", calls=[(0, 1), (1, 1), (0, 1)])
    @example(decorator="retry", calls=[(0, 1), (1, 1)])
    def test_decorate_methods(self, attempt, decorator, calls):
        """A decorated function that stands in a class is a method."""
        seen = attempt.call_methods(decorate=decorator, calls=calls)
        assert seen.results == [(number, place) for place, number in calls]
        assert seen.calls == (distinct(calls) if decorator == "cache" else calls)

    @points(1)
    @examples(30)
    @given(
        decorator=DECORATORS,
        count=st.integers(4, 6),
        wanted=st.lists(st.integers(0, 3), min_size=1, max_size=5),
    )
    @example(decorator="timer", count=4, wanted=[0, 1])
    @example(decorator="cache", count=4, wanted=[0, 1, 0])
    @example(decorator="retry", count=4, wanted=[0, 1])
    def test_pass_on_the_very_objects(self, attempt, decorator, count, wanted):
        """The original gets the very arguments, and what it returns is returned, whatever it says about itself."""
        seen = attempt.call_for_objects(decorate=decorator, count=count, wanted=wanted)
        assert seen.places == [[count - 1 - place] for place in wanted]
        assert seen.calls == (distinct(wanted) if decorator == "cache" else wanted)

    @points(1)
    @examples(30)
    @given(decorator=DECORATORS, count=st.integers(2, 4), position=st.integers(0, 3), reason=MESSAGES)
    @example(decorator="timer", count=2, position=1, reason="timeout 1")
    @example(decorator="cache", count=2, position=1, reason="timeout 1")
    @example(decorator="retry", count=2, position=1, reason="timeout 1")
    def test_pass_on_the_very_exception(self, attempt, decorator, count, position, reason):
        """The very exception that was raised goes on to the caller, with its cause, whatever it says about itself."""
        position %= count
        seen = attempt.raise_odd(decorate=decorator, count=count, position=position, reason=reason)
        assert seen.positions == [position]
        assert seen.cause == ValueError(reason)

    @points(1)
    @examples(30)
    @given(
        decorator=DECORATORS,
        tags=st.sampled_from([("a", "b"), ("b", "a"), ("a", "a")]),
        wanted=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), min_size=1, max_size=6),
    )
    @example(decorator="timer", tags=("a", "b"), wanted=[(0, 1), (1, 1)])
    @example(decorator="cache", tags=("a", "b"), wanted=[(0, 1), (1, 1)])
    @example(decorator="retry", tags=("a", "b"), wanted=[(0, 1), (1, 1)])
    @example(decorator="cache", tags=("a", "a"), wanted=[(0, 1), (1, 1), (0, 1)])
    def test_serve_several_functions(self, attempt, decorator, tags, wanted):
        """One decorator can be put on several functions, or twice on one, and each result stands by itself."""
        seen = attempt.call_namesakes(decorate=decorator, tags=tags, wanted=wanted, kept=True)
        assert seen.results == [f"{tags[which]}{number}" for which, number in wanted]
        made = distinct(wanted) if decorator == "cache" else wanted
        assert seen.calls == [(tags[which], number) for which, number in made]

    @points(1)
    @examples(30)
    @given(
        layers=st.lists(DECORATORS, min_size=2, max_size=3),
        failures=st.integers(0, 5),
        numbers=st.lists(st.integers(0, 2), min_size=1, max_size=4),
    )
    @example(layers=["cache", "timer"], failures=0, numbers=[0, 0])
    @example(layers=["cache", "retry"], failures=1, numbers=[0, 0])
    @example(layers=["retry", "cache"], failures=3, numbers=[0, 0, 0])
    @example(layers=["retry", "timer"], failures=3, numbers=[0, 0])
    @example(layers=["timer", "timer"], failures=0, numbers=[0])
    @example(layers=["retry", "retry"], failures=3, numbers=[0])
    @example(layers=["timer", "cache"], failures=1, numbers=[0, 0, 0])
    @example(layers=["timer", "retry"], failures=2, numbers=[0, 0])
    def test_go_on_top_of_each_other(self, attempt, layers, failures, numbers):
        """A decorator on top of another decorates what that one made."""
        seen = attempt.call_stacked(layers=layers, failures=failures, numbers=numbers)
        outcomes, calls, lines = stacked(layers, failures, numbers)
        assert seen.calls == [((number,), {}) for number in calls]
        assert seen.outcomes == outcomes
        assert seen.lines == lines

    @points(1)
    @examples(30)
    @given(
        decorator=DECORATORS,
        kind=st.sampled_from(["generator", "coroutine"]),
        items=st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple),
    )
    @example(decorator="timer", kind="generator", items=(1, 2))
    @example(decorator="timer", kind="coroutine", items=(1, 2))
    @example(decorator="cache", kind="generator", items=(1, 2))
    @example(decorator="retry", kind="coroutine", items=(1, 2))
    def test_call_what_works_later(self, attempt, decorator, kind, items):
        """The call of a generator or coroutine function ends when it has returned the generator or coroutine."""
        call = attempt.call_generator if kind == "generator" else attempt.call_coroutine
        seen = call(decorate=decorator, items=items)
        assert seen.made == [2 * item for item in items]
        assert seen.lines == [line("produce", 0)] * (decorator == "timer") + [f"returned: {kind}"]
