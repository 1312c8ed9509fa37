"""The hidden suite of the exercise on the scope of an except."""

import builtins

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

PLACES = st.integers(0, 12)  # places in the scenarios' list of things
WORDS = st.text("abc", min_size=1, max_size=4)
STOPS = [KeyboardInterrupt, SystemExit, GeneratorExit, BaseException]


def errors_of(*kinds):
    return st.builds(lambda kind, text: kind(text), st.sampled_from(kinds), WORDS)


KNOWN = [ValueError, UnicodeError, TypeError, KeyError, IndexError, AttributeError, OSError, ConnectionError]
KNOWN += [RuntimeError, ArithmeticError, StopIteration]
ERRORS = errors_of(*KNOWN, *STOPS)
FOUR = st.lists(ERRORS, min_size=4, max_size=4)
SOME = [ValueError("a"), KeyError("a"), KeyboardInterrupt("a"), TypeError("a")]
RETURN = st.tuples(st.just("return"), PLACES)
RAISE = st.tuples(st.just("raise"), st.integers(0, 3))
REFUSED = st.tuples(st.just("refused"), st.integers(0, 3))
STEPS = st.lists(RETURN | RAISE, min_size=1, max_size=5)
KINDS = st.sampled_from(
    [
        "ValueError",
        "LookupError",
        "KeyError",
        "OSError",
        "Exception",
        "KeyboardInterrupt",
        "BaseException",
        "BufferError",
    ]
)
NAMES = st.sampled_from(["add", "drop", "name", "self", "", "%d\n{0}", "it's"])
KEYWORDS = ["b", "size", "key", "self", "cls", "args", "kwargs", "handler", "func", "function", "error", "default"]
LINES = st.lists(st.sampled_from(["1", "22", "x", " x ", "", " 3 ", "1.5", "1"]), max_size=6)
UNREACHED = errors_of(ConnectionError, ConnectionResetError, ConnectionRefusedError, BrokenPipeError)
OTHERS = errors_of(ValueError, OSError, TimeoutError, RuntimeError, StopIteration, *STOPS)
DEPTHS = st.integers(0, 4)


def is_one(error, *kinds):
    return isinstance(error, kinds)


def end_of(step, place=0, strange=True):
    """How a call ends that returns a thing, or raises the error at a place, with a cause if it is strange."""
    return ("raised", [place], "why" if strange else "None") if is_one(step, BaseException) else ("returned", [step])


class TestExpectedErrors:
    """expected errors"""

    @points(3)
    @given(
        steps=st.lists(RETURN | RAISE | REFUSED, min_size=1, max_size=5),
        errors=FOUR,
        refusal=ERRORS,
        strange=st.booleans(),
    )
    @example(
        steps=[("raise", 0), ("raise", 1), ("raise", 2), ("raise", 3), ("return", 9)],
        errors=SOME,
        refusal=KeyError("a"),
        strange=False,
    )
    @example(
        steps=[("return", 0), ("return", 8), ("raise", 0), ("raise", 3)],
        errors=[UnicodeError("a"), *SOME[1:]],
        refusal=KeyError("a"),
        strange=True,
    )
    @example(steps=[("refused", 0), ("refused", 1), ("refused", 2)], errors=SOME, refusal=TypeError("no"), strange=True)
    @example(
        steps=[("refused", 0), ("refused", 1), ("refused", 3)], errors=SOME, refusal=StopIteration("no"), strange=False
    )
    @public
    def test_reports_and_goes_on(self, attempt, steps, errors, refusal, strange):
        """risky_operation reports each Exception, ends the two that are expected, and lets all else go on."""
        seen = attempt.operate(steps=steps, errors=errors, refusal=refusal, strange=strange)
        calls, ends = [], []
        for way, place in steps:
            reported = way != "return" and is_one(errors[place], Exception)
            calls += [(way, place), *[[place]] * reported]
            if way == "return":
                ends.append(end_of(place))
            elif way == "refused" and reported:
                ends.append(end_of(refusal, 4, strange))
            else:
                error = errors[place]
                ends.append(end_of(0 if is_one(error, ValueError, TypeError) else error, place, strange))
        assert seen.calls == calls
        assert seen.ends == ends

    @given(depth=DEPTHS, error=errors_of(KeyError, OSError, RuntimeError, *STOPS))
    @example(depth=0, error=KeyError("a"))
    @example(depth=2, error=KeyError("a"))
    def test_raises_again_as_it_was(self, attempt, depth, error):
        """What risky_operation lets go on has risky_operation in its traceback once."""
        names = attempt.trace_operation(depth=depth, error=error)
        assert names == ["risky_operation", *["dive"] * (depth + 1)]

    @points(3)
    @given(
        kinds=st.lists(KINDS, max_size=3),
        errors=st.lists(st.none() | ERRORS, min_size=1, max_size=4),
        levels=st.integers(1, 3),
        second=st.booleans(),
    )
    @example(
        kinds=["LookupError", "OSError"],
        errors=[KeyError("a"), ValueError("b"), None, ConnectionError("c")],
        levels=1,
        second=False,
    )
    @example(kinds=["KeyError"], errors=[LookupError("a"), KeyError("b"), StopIteration("c")], levels=2, second=True)
    @example(kinds=["BufferError"], errors=[KeyError("b"), StopIteration("a")], levels=2, second=True)
    @example(kinds=[], errors=[KeyError("a"), None], levels=1, second=False)
    @example(kinds=["KeyboardInterrupt"], errors=[KeyboardInterrupt("a"), KeyError("a")], levels=1, second=False)
    @example(
        kinds=["Exception"],
        errors=[KeyError("a"), KeyboardInterrupt("b"), StopIteration("c")],
        levels=1,
        second=False,
    )
    @public
    def test_suppresses_what_it_is_told(self, attempt, kinds, errors, levels, second):
        """suppress ends errors of its classes and of their subclasses and no other, as often as it is used."""
        seen = attempt.suppress_errors(kinds=kinds, errors=errors, levels=levels, second=second)
        classes = tuple(getattr(builtins, kind) for kind in kinds)
        ended = second and issubclass(BufferError, classes)
        goes_on = [error is not None and not ended and not is_one(error, *classes) for error in errors]
        assert seen.ends == [end_of(errors[place] if goes else 0, place) for place, goes in enumerate(goes_on)]
        steps = []
        for error, goes in zip(errors, goes_on, strict=True):
            inner = levels if error is None else levels - 1  # blocks that are gone through to their end
            steps += [] if goes else ["behind it"] * (error is not None) + ["in the block", "behind it"] * inner
        assert seen.after == steps


class TestNarrowTry:
    """narrow try"""

    @points(2)
    @given(
        names=st.lists(NAMES, max_size=3, unique=True),
        wanted=st.lists(NAMES, min_size=1, max_size=4),
        args=st.lists(st.integers(0, 9), max_size=2),
        kwargs=st.dictionaries(st.sampled_from(KEYWORDS), st.integers(0, 9), max_size=2),
    )
    @example(names=["add", "drop"], wanted=["add", "name", "drop", "add"], args=[1], kwargs={"b": 2})
    @example(names=["add"], wanted=["%d\n{0}", "add"], args=[], kwargs={word: 1 for word in KEYWORDS})
    @public
    def test_calls_the_handler(self, attempt, names, wanted, args, kwargs):
        """dispatch calls the handler with the arguments, or raises UnknownCommand with the name."""
        seen = attempt.dispatch_all(names=names, wanted=wanted, args=args, kwargs=kwargs)
        found = [name for name in wanted if name in names]
        assert seen.calls == [(name, tuple(args), kwargs) for name in found]
        assert seen.results == list(range(1, len(found) + 1))
        assert seen.refused == [name for name in wanted if name not in names]
        assert seen.texts == seen.refused
        assert seen.asked == wanted, "Ask for handlers[name] once, and for nothing else."

    @points(2)
    @given(errors=FOUR, places=STEPS)
    @example(
        errors=[KeyError("add"), KeyError("raise"), *SOME[2:]],
        places=[("raise", 0), ("raise", 1), ("return", 0), ("raise", 2), ("raise", 3)],
    )
    @example(
        errors=[IndexError("a"), AttributeError("a"), ValueError("a"), StopIteration("a")],
        places=[("raise", 0), ("raise", 1), ("raise", 2), ("raise", 3)],
    )
    def test_leaves_the_handler_its_errors(self, attempt, errors, places):
        """What a handler raises or returns is the handler's; of the lookup only a KeyError is expected."""
        found = attempt.dispatch_failing(errors=errors, places=places)
        assert found == [end_of(place if way == "return" else errors[place], place) for way, place in places]
        ends = attempt.dispatch_broken(errors=errors)
        assert ends == [
            f"command {place}" if is_one(error, KeyError) else [place] for place, error in enumerate(errors)
        ]

    @points(2)
    @given(lines=LINES)
    @example(lines=["3", "x", "5"])
    @example(lines=[" x ", "x", " 3 ", "x"])
    @public
    def test_uses_what_can_be_parsed(self, attempt, lines):
        """parse_and_use parses and uses one line before it takes the next, and collects those that can't be parsed."""
        seen = attempt.parse_lines(lines=lines)
        good = [line for line in lines if line.strip().isdigit()]
        assert seen.results == [int(line) + 1 for line in good]
        assert seen.rejected == [line for line in lines if line not in good]
        steps = [
            [("read", line), ("parse", line), *[("use", int(one)) for one in [line] if one in good]] for line in lines
        ]
        assert seen.events == sum(steps, [])

    @points(2)
    @given(lines=LINES, where=st.sampled_from(["lines", "parse", "use"]), error=ERRORS, place=st.integers(0, 2))
    @example(lines=["a", "b"], where="use", error=ValueError("a"), place=1)
    @example(lines=["a", "b"], where="lines", error=ValueError("a"), place=1)
    @example(lines=["a"], where="parse", error=TypeError("a"), place=1)
    @example(lines=["a"], where="parse", error=UnicodeError("a"), place=1)
    @example(lines=["a"], where="parse", error=StopIteration("a"), place=1)
    @example(lines=["a"], where="use", error=StopIteration("a"), place=1)
    @example(lines=[], where="parse", error=KeyboardInterrupt("a"), place=1)
    def test_expects_one_error_in_one_place(self, attempt, lines, where, error, place):
        """Only a ValueError of parse is expected: one of use or of the lines goes on at once, and so does any other."""
        seen = attempt.parse_failing(lines=lines, where=where, error=error, place=place)
        skipped = where == "parse" and is_one(error, ValueError)
        ended = skipped or where == "lines" and is_one(error, StopIteration)
        assert seen.used == lines + ["last"] * (where == "use") + ["never"] * skipped
        assert seen.rejected == ["last"] * skipped
        assert seen.end == end_of(0 if ended else error, place)

    @given(batches=st.lists(st.lists(PLACES | st.just(100), max_size=4), min_size=1, max_size=3))
    @example(batches=[[*range(13), 100], [3, 100]])
    @example(batches=[[3, 100] * 1_000])
    def test_uses_any_thing(self, attempt, batches):
        """What parse returns is used, and what use returns is a result, None and false things, too."""

        def uses(batch, *others):
            return [one for place in batch if place < 100 for one in [*(uses(*others) if others else []), [place]]]

        seen = attempt.parse_things(batches=batches)
        assert seen.used == uses(*batches)
        assert seen.results == [[place] for place in batches[0] if place < 100]
        assert seen.rejected == [str(place) for place in batches[0] if place == 100]


class TestFetchAndStore:
    """fetch_and_store"""

    @points(3)
    @given(
        failures=st.lists(UNREACHED, max_size=4),
        end=PLACES | OTHERS,
        stored=PLACES | UNREACHED | OTHERS,
        attempts=st.none() | st.integers(1, 5),
    )
    @example(failures=[ConnectionError("a")], end=11, stored=0, attempts=None)
    @example(failures=[ConnectionError("a")], end=0, stored=ConnectionError("b"), attempts=3)
    @example(failures=[BrokenPipeError("a")], end=OSError("b"), stored=0, attempts=3)
    @example(failures=[], end=TimeoutError("b"), stored=0, attempts=3)
    @example(failures=[], end=StopIteration("b"), stored=0, attempts=3)
    @example(failures=[ConnectionError("a")], end=1, stored=StopIteration("b"), attempts=3)
    @example(failures=[ConnectionError("a")], end=10, stored=10, attempts=10**30)
    @example(
        failures=[ConnectionError("a"), ConnectionError("a"), ConnectionError("a")], end=0, stored=0, attempts=None
    )
    @example(failures=[ConnectionError("a")], end=KeyboardInterrupt("b"), stored=0, attempts=3)
    @public
    def test_tries_again_what_failed(self, attempt, failures, end, stored, attempts):
        """fetch_and_store fetches again after a ConnectionError of fetch, and stores once; all other errors go on."""
        seen = attempt.fetch_all(steps=[*failures, end], settings=[] if attempts is None else [attempts], stored=stored)
        steps, most = [*failures, end, stored], attempts or 3
        made = min(len(failures) + 1, most)
        last = made - 1 if made <= len(failures) or is_one(end, BaseException) else len(steps) - 1
        assert seen.calls == ["fetch"] * made + [[end]] * (last == len(steps) - 1)
        assert seen.end == end_of(steps[last], last)
        assert seen.waits == []

    @examples(4)
    @given(failures=scale(1, 20_000), spare=st.integers(-1, 1), number=st.integers(1, 9))
    @example(failures=20_000, spare=1, number=2)
    @example(failures=20_000, spare=0, number=2)
    def test_tries_as_often_as_told(self, attempt, failures, spare, number):
        """fetch_and_store makes as many attempts as it is told, and no more."""
        attempts = max(failures + spare, 1)
        seen = attempt.fetch_often(failures=failures, attempts=attempts, number=number)
        assert seen.result == (failures + 1 + number if attempts > failures else "ConnectionError")
        assert seen.calls == min(failures + 1, attempts)

    @given(depth=DEPTHS, attempts=st.integers(1, 4))
    @example(depth=0, attempts=1)
    @example(depth=2, attempts=3)
    def test_raises_again_as_it_was(self, attempt, depth, attempts):
        """The error of the last attempt has fetch_and_store in its traceback once."""
        names = attempt.trace_fetch(depth=depth, attempts=attempts)
        assert names == ["fetch_and_store", *["dive"] * (depth + 1)]


class TestRunAndClean:
    """run_and_clean"""

    @points(2)
    @given(work=PLACES | ERRORS, cleanups=st.lists(PLACES, max_size=4))
    @example(work=0, cleanups=[1, 10, 1])
    @example(work=ValueError("a"), cleanups=[1, 10])
    @example(work=KeyboardInterrupt("a"), cleanups=[10, 1])
    @example(work=11, cleanups=[1] * 2_000)
    @public
    def test_cleans_up_on_every_way_out(self, attempt, work, cleanups):
        """run_and_clean calls all cleanups, the last one first, and hands on what work returned or raised."""
        seen = attempt.clean(work=work, cleanups=cleanups)
        assert seen.calls == [str(work), *map(str, reversed(cleanups))]
        assert seen.end == end_of(work)

    @points(2)
    @given(
        work=PLACES | ERRORS,
        cleanups=st.lists(PLACES | errors_of(*KNOWN), min_size=1, max_size=4),
        strange=st.booleans(),
    )
    @example(work=ValueError("work"), cleanups=[KeyError("b"), 1, OSError("a")], strange=True)
    @example(work=0, cleanups=[KeyError("b"), OSError("c"), 1], strange=False)
    @example(work=KeyboardInterrupt("work"), cleanups=[KeyError("b")], strange=False)
    @example(work=10, cleanups=[OSError("a"), ValueError("c"), OSError("a"), 1], strange=True)
    @example(work=OSError("a"), cleanups=[KeyError("b"), OSError("a"), KeyError("b"), OSError("a")], strange=False)
    def test_hides_no_error_by_another(self, attempt, work, cleanups, strange):
        """The first error goes on, and those of the cleanups after it become its notes."""
        numbered = [
            type(one)(f"{one}\n{place % 2}") if is_one(one, BaseException) else one
            for place, one in enumerate([work, *cleanups])
        ]
        seen = attempt.clean(work=numbered[0], cleanups=numbered[1:], strange=strange)
        steps = [numbered[0], *reversed(numbered[1:])]
        raised = [one for one in steps if is_one(one, BaseException)]
        errors = [one for one in numbered if is_one(one, BaseException)]
        first = errors.index(raised[0]) if raised else 0
        texts = sorted({str(one) for one in errors})
        notes = [[text for text in texts if text in str(one)] for one in raised[1:]]
        assert seen.calls == [str(one) for one in steps]
        assert seen.end == end_of(raised[0] if raised else work, first, strange)
        assert seen.notes == [[[]] * strange + (notes if place == first else []) for place in range(len(errors))]
