"""The hidden suite of the exercise on error handling."""

import builtins
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import points, public

INTS = st.integers(-99, 99)
QUARTERS = INTS.map(lambda n: n / 4)
DECIMALS = st.integers(1, 99).map(Decimal)
FRACTIONS = st.integers(1, 9).map(lambda n: Fraction(n, 7))
POSSIBLE = (
    st.tuples(INTS | QUARTERS, st.integers(1, 9))
    | st.tuples(INTS | DECIMALS, DECIMALS)
    | st.tuples(INTS | FRACTIONS, FRACTIONS)
    | st.tuples(st.integers(1, 99).map(timedelta), st.integers(1, 9) | st.just(timedelta(7)))
)
ZEROS = st.sampled_from([Decimal(0), Decimal("0.00")])
BY_ZERO = (
    st.tuples(INTS | QUARTERS, st.sampled_from([0, 0.0, -0.0]))
    | st.tuples(st.sampled_from([10**30 + 1, 1e300, 0.1 + 0.2, -1e-9, 1234567.891]), st.sampled_from([0, 0.0]))
    | st.tuples(DECIMALS | st.sampled_from([Decimal("1E+5"), Decimal("0.10"), Decimal("-1E-9")]), ZEROS | st.just(0))
    | st.tuples(st.integers(1, 99), ZEROS)
)
IMPOSSIBLE = st.sampled_from(
    [("7", 2), (7, "2"), (None, 1), ([1], 2), ("a", 0), (None, 0.0), (Decimal(1), 0.5), ((1, 2), 1)]
)
WORDS = st.text("abc", min_size=1, max_size=4)
PHRASES = st.sampled_from(["", "100 %", "%s %d", "{field}", "a: b", " é ", "\ttwo\nlines\n", "\\n'\""]) | WORDS
NOTES = st.lists(PHRASES, max_size=2)
ADDED = st.dictionaries(
    st.sampled_from(["hint", "_hint", "__hint", "code", "é"]), st.sampled_from([None, 0, "", "a", [], [1]]), max_size=3
)
STOPS = [KeyboardInterrupt, SystemExit, GeneratorExit, BaseException]


def errors_of(*kinds, texts=WORDS):
    return st.builds(lambda kind, text: kind(text), st.sampled_from(kinds), texts)


DIVIDING = errors_of(
    TypeError, ZeroDivisionError, OverflowError, ValueError, ArithmeticError, AttributeError, StopIteration, *STOPS
)
FROM_API = errors_of(
    ConnectionError,
    ConnectionRefusedError,
    ConnectionResetError,
    BrokenPipeError,
    TimeoutError,
    texts=WORDS | st.sampled_from([" É ", "%s {}", "\tAb\n"]),
)
OTHERS = errors_of(ValueError, OSError, PermissionError, RuntimeError, AttributeError, StopIteration, *STOPS)
ANY = errors_of(ValueError, TypeError, KeyError, OSError, StopIteration, *STOPS)
PLACES = st.integers(0, 13)  # places in the scenarios' list of things
QUOTIENTS = PLACES.map(lambda place: place * (place != 7))  # NotImplemented says that there is none
PART = st.text('a1-_É(\u200b\x00"<', min_size=1, max_size=3)
LOCAL = st.text("a1.+'É(\u200b\x7f\",", min_size=1, max_size=4)
GOOD = st.builds(lambda local, parts: f"{local}@{'.'.join(parts)}", LOCAL, st.lists(PART, min_size=2, max_size=4))
SPACES = st.sampled_from([chr(n) for n in range(0x3001) if chr(n).isspace()])
WRONG = [
    "",
    "@",
    "a",
    "a.b",
    "@b.c",
    "a@",
    "a@b",
    "a.b@c",
    "a@.",
    "a@.c",
    "a@.b.c",
    "a@b.",
    "a@b.c.",
    "a@b..c",
    "a@@b.c",
]
BAD = (
    st.sampled_from(WRONG)
    | st.builds("{}@{}".format, GOOD, PART)
    | st.builds("{}@{}".format, LOCAL, GOOD)
    | st.builds("{}{}".format, GOOD, SPACES)
    | st.builds("{}{}".format, SPACES, GOOD)
    | st.builds(lambda email, mark, space: email.replace(mark, mark + space), GOOD, st.sampled_from("@."), SPACES)
    | st.builds("{}{}{}".format, LOCAL, SPACES, GOOD)
)
NAMES = st.lists(
    st.sampled_from(
        [
            "function",
            "func",
            "fn",
            "f",
            "action",
            "call",
            "args",
            "kwargs",
            "error",
            "kind",
            "place",
            "wrapped",
            "method",
            "fun",
            "target",
        ]
    ),
    max_size=3,
    unique=True,
)
KINDS = st.integers(0, 3) | st.sampled_from(
    ["LookupError", "KeyError", "ValueError", "OSError", "Exception", "KeyboardInterrupt", "BaseException"]
)
MIXED = st.lists(
    errors_of(KeyError, IndexError, ValueError, UnicodeError, OSError, StopIteration), min_size=4, max_size=4
)
MIXED_WITH_STOPS = st.lists(
    errors_of(KeyError, IndexError, ValueError, OSError, StopIteration, KeyboardInterrupt, SystemExit),
    min_size=4,
    max_size=4,
)
LEAVES = st.integers(0, 3)  # places in such a list
SHAPES = st.recursive(LEAVES, lambda parts: st.tuples(WORDS, st.lists(parts, min_size=1, max_size=3)), max_leaves=5)
STEPS = st.lists(st.tuples(st.just("return"), PLACES) | st.tuples(st.just("raise"), SHAPES), max_size=5)
STOP = KeyboardInterrupt("stop")
LOOKUPS = [KeyError("a"), ValueError("a"), IndexError("a"), OSError("a")]


def told(error, place):
    """What comes of an error that stands at a place: its kind, the places of its cause, and of itself."""
    if isinstance(error, ConnectionError | TimeoutError):
        return "timeout" if isinstance(error, TimeoutError) else "api", [place], []
    return "other", [], [place]


def described(shape):
    """A shape as it comes back."""
    return [shape] if isinstance(shape, int) else (shape[0], [described(part) for part in shape[1]])


def of_kind(kind, errors):
    """The places of the errors of a class, which is a built-in one or that of the error at a place."""
    return [
        here for here, one in enumerate(errors) if kind == here or isinstance(one, getattr(builtins, str(kind), ()))
    ]


def same_as(place, steps):
    """The places of those steps that return or raise the very same thing as the step at a place."""
    lone = isinstance(steps[place][1], int)
    return [here for here, step in enumerate(steps) if here == place or lone and step == steps[place]]


def leaves(shape):
    return [shape] if isinstance(shape, int) else [place for part in shape[1] for place in leaves(part)]


def nested(levels, shape):
    """A shape in a group within so many groups."""
    return ("a", [nested(levels - 1, shape)]) if levels else shape


def without(shape, chosen):
    """What is left of a shape, None if nothing is."""
    if isinstance(shape, int):
        return None if shape in chosen else shape
    parts = [left for part in shape[1] if (left := without(part, chosen)) is not None]
    return (shape[0], parts) if parts else None


class TestSafeDivide:
    """safe_divide"""

    @points(2)
    @given(possible=st.lists(POSSIBLE, max_size=3), by_zero=st.lists(BY_ZERO, min_size=1, max_size=3))
    @example(possible=[(7, 2), (0, 7)], by_zero=[(7, 0)])
    @example(possible=[(Decimal(1), Decimal(4))], by_zero=[(0, 0.0), (Decimal(3), 0)])
    @example(possible=[], by_zero=[(Decimal("1E+5"), Decimal(0)), (1e300, 0), (10**30 + 1, 0), (5, Decimal("0.00"))])
    @public
    def test_divides_or_logs(self, attempt, possible, by_zero):
        """safe_divide returns the quotient; by zero it returns None and logs one error that names both numbers."""
        candidates = [number for pair in [*by_zero, (77, 0.5)] for number in pair]
        seen = attempt.divide(pairs=possible + by_zero, candidates=candidates)
        assert seen.results == [a / b for a, b in possible] + [None] * len(by_zero)
        assert seen.levels == ["ERROR"] * len(by_zero)
        assert seen.named == [[one for one in candidates if str(one) in (str(a), str(b))] for a, b in by_zero]

    @points(2)
    @given(possible=st.lists(POSSIBLE, max_size=2), impossible=st.lists(IMPOSSIBLE, min_size=1, max_size=3))
    @example(possible=[(7, 2)], impossible=[("7", 2), ("a", 0)])
    def test_refuses_what_has_no_quotient(self, attempt, possible, impossible):
        """safe_divide makes a ValueError of a TypeError, which is its cause, and logs nothing."""
        seen = attempt.divide_badly(pairs=impossible + possible)
        assert seen.refused == impossible
        assert seen.causes == ["TypeError"] * len(impossible)
        assert seen.results == [a / b for a, b in possible]
        assert seen.logged == [], "What goes on is logged by whoever ends it."

    @points(2)
    @given(answers=st.lists(DIVIDING | QUOTIENTS, min_size=1, max_size=4), other=PLACES, right=st.booleans())
    @example(
        answers=[TypeError("a"), OverflowError("a"), ValueError("a"), ZeroDivisionError("a")], other=8, right=False
    )
    @example(answers=[KeyboardInterrupt("a"), ArithmeticError("b"), 9, 5], other=3, right=True)
    def test_expects_two_errors_only(self, attempt, answers, other, right):
        """safe_divide asks nothing but a division, ends or replaces two kinds of errors, and passes all others."""
        seen = attempt.divide_stubborn(answers=answers, other=other, right=right)
        kinds = [type(one) for one in answers]
        assert seen.ends == [
            ("returned", [one if kind is int else 0])
            if kind in (int, ZeroDivisionError)
            else ("raised", [place] * (kind is not TypeError))
            for place, (one, kind) in enumerate(zip(answers, kinds, strict=True))
        ]
        assert seen.causes == [
            [place] * (kind is TypeError) for place, kind in enumerate(kinds) if kind not in (int, ZeroDivisionError)
        ]
        assert seen.levels == ["ERROR" for kind in kinds if kind is ZeroDivisionError]


class TestValidation:
    """validation"""

    @given(field=PHRASES, message=PHRASES, named=st.integers(0, 2))
    @example(field="age", message="too low", named=0)
    @example(field="age", message="100 %", named=2)
    @public
    def test_error_says_what_is_wrong(self, attempt, field, message, named):
        """A ValidationError has a field, a message, and a text made of both."""
        said = attempt.describe_error(field=field, message=message, named=named)
        assert said == [(field, message, f"{field}: {message}")]

    @points(2)
    @given(field=PHRASES, message=PHRASES, named=st.integers(0, 2), notes=NOTES, added=ADDED, inherited=st.booleans())
    @example(field="age", message="too low", named=0, notes=["a"], added={"hint": "a"}, inherited=False)
    @example(field="age", message="too low", named=2, notes=["a"], added={}, inherited=True)
    @example(field="age", message="too low", named=0, notes=[], added={"_hint": None}, inherited=False)
    def test_error_can_be_copied(self, attempt, field, message, named, notes, added, inherited):
        """A copy of a ValidationError is another one with its class, field, message, text, notes and the like."""
        seen = attempt.copy_error(
            way="copy", field=field, message=message, named=named, notes=notes, added=added, inherited=inherited
        )
        said = ["Missing" if inherited else "ValidationError", field, message, f"{field}: {message}"]
        assert seen.twin == [*said, len(added), added, notes]
        assert seen.original == [*said, len(notes), added, notes], "A copy is another object."

    @given(way=st.integers(0, 5), field=PHRASES, message=PHRASES, named=st.integers(0, 2), notes=NOTES, added=ADDED)
    @example(way=4, field="age", message="too low", named=0, notes=["a"], added={"hint": "a"})
    @example(way=0, field="age", message="too low", named=2, notes=["a", "b"], added={"_hint": 0})
    def test_error_can_be_pickled(self, attempt, way, field, message, named, notes, added):
        """What comes out of pickle is a ValidationError as it was."""
        seen = attempt.copy_error(
            way=way, field=field, message=message, named=named, notes=notes, added=added, inherited=False
        )
        said = ["ValidationError", field, message, f"{field}: {message}"]
        assert seen.twin == [*said, len(added), added, notes]
        assert seen.original == [*said, len(notes), added, notes], "Who is pickled stays as it is."

    @points(3)
    @given(emails=st.lists(st.tuples(GOOD, st.just(True)) | st.tuples(BAD, st.just(False)), min_size=3, max_size=9))
    @example(emails=[("a@b.c", True), *[(email, False) for email in WRONG], ("a.b@c.d.e", True)])
    @example(
        emails=[("a@b.c@d.e", False), ("a+.@b-.c", True), ("a@b.c\n", False), (" a@b.c", False), ("a@b. c", False)]
    )
    @example(
        emails=[
            ("a" * 99 + "@b.c", True),
            ("a@b.c\u00a0", False),
            (".É@1.(", True),
            ("a@" + "b." * 300 + "c" * 300, True),
        ]
    )
    @public
    def test_validates_emails(self, attempt, emails):
        """validate_email refuses a text without exactly one @, a name, and a domain of parts, or with white space."""
        seen = attempt.validate(emails=[email for email, _ in emails])
        assert seen.refused == [email for email, good in emails if not good]
        assert seen.faulty == [], "The errors are about the email."
        assert seen.results == [None for _, good in emails if good]


class TestApiErrorsAndResources:
    """API errors and resources"""

    @points(3)
    @given(
        errors=st.lists(FROM_API | OTHERS, min_size=1, max_size=4),
        levels=st.integers(1, 3),
        own=st.sets(st.integers(0, 3), max_size=1),
        place=PLACES,
    )
    @example(errors=[ConnectionError("ab"), TimeoutError("b"), OSError("c")], levels=1, own=set(), place=9)
    @example(
        errors=[TimeoutError(" É\n"), ConnectionResetError("ab"), KeyboardInterrupt("c")], levels=2, own=set(), place=9
    )
    @example(
        errors=[InterruptedError("a"), BlockingIOError("b"), ChildProcessError("c")], levels=1, own=set(), place=13
    )
    @example(errors=[ConnectionRefusedError(111, "refused"), TimeoutError()], levels=1, own=set(), place=9)
    @example(errors=[ConnectionError("ab"), TimeoutError("100 %s {}"), OSError("c")], levels=2, own={0}, place=7)
    @example(errors=[TimeoutError("ab"), KeyError("c")], levels=1, own={0}, place=7)
    @public
    def test_translates_once(self, attempt, errors, levels, own, place):
        """handle_api_errors makes an APIError or APITimeout, with its cause, of two kinds of errors, once."""
        errors = [
            type(error)(*error.args[:-1], f"{error.args[-1]}{here}{error.args[-1]}") if error.args else error
            for here, error in enumerate(errors)
        ]
        seen = attempt.call_api(errors=errors, levels=levels, own=own, place=place)
        assert seen.ends == [("api", [], [here]) if here in own else told(one, here) for here, one in enumerate(errors)]
        assert seen.named == [[here] * bool(str(error)) for here, error in enumerate(errors)]
        assert seen.returned == [place]
        assert seen.logged == [], "What goes on is logged by whoever ends it."

    @points(2)
    @given(answers=st.lists(FROM_API | OTHERS | PLACES, min_size=1, max_size=4), method=st.booleans(), names=NAMES)
    @example(answers=[3, ConnectionError("ab"), 0], method=False, names=[])
    @example(answers=[TimeoutError("ab"), TimeoutError("ab"), 11], method=True, names=["place", "error"])
    @example(answers=[5], method=False, names=["function", "func", "fn", "f", "args", "kwargs", "wrapped", "method"])
    def test_decorates_functions(self, attempt, answers, method, names):
        """A function or method under handle_api_errors() can be called as ever, also by itself, and returns as ever."""
        seen = attempt.call_decorated(answers=answers, method=method, names=names)
        wanted = [told(one, here) if isinstance(one, BaseException) else [one] for here, one in enumerate(answers)]
        assert seen.ends == wanted[::-1]
        assert seen.given == [([here % 2], {name: len(name) + here for name in names}) for here in range(len(answers))]

    @points(3)
    @given(
        places=st.tuples(PLACES, PLACES, PLACES),
        failing=st.sampled_from(["acquire", "work", "release", "nothing"]),
        error=ANY,
        place=st.integers(0, 2),
    )
    @example(places=(11, 1, 10), failing="work", error=ValueError("a"), place=1)
    @example(places=(0, 8, 10), failing="work", error=KeyboardInterrupt("a"), place=1)
    @example(places=(8, 0, 10), failing="nothing", error=ValueError("a"), place=0)
    @example(places=(3, 4, 5), failing="release", error=ValueError("a"), place=2)
    @example(places=(5, 4, 0), failing="release", error=StopIteration("a"), place=2)
    @example(places=(2, 4, 1), failing="work", error=GeneratorExit("a"), place=0)
    @example(places=(3, 4, 5), failing="acquire", error=ValueError("a"), place=2)
    def test_releases_on_every_way_out(self, attempt, places, failing, error, place):
        """with_resource releases once what it acquired, and hides neither a result nor an error by it."""
        seen = attempt.use_resource(places=places, failing=failing, error=error, place=place)
        used = [("work", [places[0]]), ("release", [places[0]])]
        assert seen.seen == [("acquire",), *used[: 2 * (failing != "acquire")]]
        assert seen.how == ("returned" if failing == "nothing" else "raised")
        assert seen.got == [places[1] if failing == "nothing" else place]
        assert seen.logged == [], "What goes on is logged by whoever ends it."


class TestGroups:
    """groups"""

    @points(3)
    @given(
        steps=STEPS,
        errors=MIXED,
        stop=st.none() | st.tuples(st.integers(0, 4), st.sampled_from([4, ("a", [0, 4])])),
        last=errors_of(*STOPS),
        alike=st.booleans(),
    )
    @example(steps=[("return", 13), ("return", 12)], errors=LOOKUPS, stop=None, last=STOP, alike=True)
    @example(steps=[("return", 0), ("return", 9)], errors=LOOKUPS, stop=None, last=STOP, alike=False)
    @example(steps=[("raise", 0), ("return", 1), ("raise", 2)], errors=LOOKUPS, stop=None, last=STOP, alike=False)
    @example(steps=[("return", 1), ("raise", ("a", [0, 1]))], errors=LOOKUPS, stop=None, last=STOP, alike=False)
    @example(
        steps=[("raise", 0), ("raise", 1), ("raise", 0)], errors=[KeyError("a")] * 4, stop=None, last=STOP, alike=True
    )
    @example(steps=[("raise", 0), ("return", 1), ("raise", 2)], errors=LOOKUPS, stop=(1, 4), last=STOP, alike=False)
    @example(
        steps=[("raise", 0), ("return", 1), ("raise", 2)],
        errors=LOOKUPS,
        stop=(1, ("a", [0, 4])),
        last=STOP,
        alike=False,
    )
    @public
    def test_runs_all_actions(self, attempt, steps, errors, stop, last, alike):
        """run_all calls all actions until one wants to stop, and returns all results or raises all errors."""
        called = len(steps)
        if stop is not None:
            called = min(stop[0] + 1, len(steps) + 1)
            steps = [*steps[: called - 1], ("raise", stop[1]), *steps[called - 1 :]]
        seen = attempt.run_actions(steps=steps, errors=[*errors, last], alike=alike)
        raised = [place for place, (way, _) in enumerate(steps) if way == "raise"]
        assert seen.calls == list(range(called))
        assert seen.how == ("raised" if raised else "returned")
        if stop is not None:
            assert seen.end == [called - 1]
        else:
            assert seen.end == [same_as(place, steps) for place in raised or range(called)]
        assert seen.logged == [], "What goes on is logged by whoever ends it."

    @points(2)
    @given(kind=KINDS, errors=MIXED_WITH_STOPS, shape=st.none() | SHAPES, place=PLACES)
    @example(kind="LookupError", errors=LOOKUPS, shape=0, place=0)
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [0, 2]), place=0)
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [0, ("b", [2, ("c", [0])])]), place=0)
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [("b", [0]), 2]), place=0)
    @example(kind="LookupError", errors=LOOKUPS, shape=nested(20, 2), place=0)
    @example(kind="KeyboardInterrupt", errors=[KeyboardInterrupt("a")] * 4, shape=("a", [0, ("b", [1])]), place=0)
    @example(kind="Exception", errors=LOOKUPS, shape=None, place=9)
    @example(kind="KeyError", errors=LOOKUPS, shape=None, place=13)
    def test_forgives_errors(self, attempt, kind, errors, shape, place):
        """forgive returns the errors of a class, out of groups as well, and an empty list if there was none."""
        chosen = of_kind(kind, errors)
        shape = shape if shape is None else without(shape, [here for here in range(4) if here not in chosen])
        seen = attempt.forgive_errors(kind=kind, errors=errors, shape=shape, place=place)
        assert seen.how == "returned"
        assert seen.end == ([] if shape is None else [[here] for here in leaves(shape)])
        assert seen.calls == [0], "The action is called once."
        assert seen.logged == [], "Who asks for errors gets them, and knows what to do with them."

    @points(3)
    @given(kind=KINDS, errors=MIXED_WITH_STOPS, shape=SHAPES)
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [0, 1]))
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [0, ("b", [2, ("c", [0, 3]), ("d", [2])]), 1]))
    @example(kind="LookupError", errors=LOOKUPS, shape=3)
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [1, ("b", [1])]))
    @example(kind="LookupError", errors=LOOKUPS, shape=("a", [0, nested(20, 1)]))
    @example(kind=0, errors=[ValueError("a")] * 4, shape=("a", [0, 1, ("b", [2])]))
    def test_lets_other_errors_go_on(self, attempt, kind, errors, shape):
        """forgive lets all other errors go on, in the groups in which they were."""
        seen = attempt.forgive_errors(kind=kind, errors=errors, shape=shape, place=0)
        rest = without(shape, of_kind(kind, errors))
        assert seen.how == ("returned" if rest is None else "raised")
        assert seen.end == ([[place] for place in leaves(shape)] if rest is None else described(rest))
        assert seen.logged == [], "What goes on is logged by whoever ends it."
