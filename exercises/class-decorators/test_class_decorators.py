"""The hidden suite of the exercise on class decorators."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import points, public

NAMES = st.sampled_from(["Point", "Box", "Leaf", "Tile"])
FIELDS = st.lists(st.sampled_from(["x", "y", "size", "name"]), max_size=3, unique=True)
VALUES = (
    st.integers(-9, 9) | st.text("ab'%{}", max_size=3) | st.tuples(st.integers(0, 3)) | st.sampled_from([(), None, 0.5])
)
NUMBERS = st.integers(0, 9)
ERRORS = st.sampled_from([ValueError("a"), KeyError("b"), TypeError("c"), KeyboardInterrupt("d"), SystemExit("e")])
KINDS = st.sampled_from(["plain", "odd", "empty", "new", "slots", "abc"])
ARGUMENTS = st.tuples(
    st.sampled_from(["call", "make"]),
    st.lists(NUMBERS, max_size=2).map(tuple),
    st.dictionaries(st.sampled_from(["a", "kind", "cls", "self"]), NUMBERS, max_size=2),
)
TURNS = st.lists(
    st.tuples(st.sampled_from(["Parent", "Other", "Own", "Child", "Heir", "Alone"]), NUMBERS), min_size=1, max_size=8
)
ON_ALL = st.tuples(
    st.sampled_from(["Thing", "a Thing", "Child", "a Child"]), st.sampled_from(["static", "_static", "of_class"])
)
ON_INSTANCES = st.tuples(
    st.sampled_from(["a Thing", "a Child"]),
    st.sampled_from(["count", "wait", "plain", "value", "kind", "power", "size", "around"]),
)
RESULTS = {
    "count": lambda thing, number: [*range(number)],
    "wait": lambda thing, number: number + 4,
    "plain": lambda thing, number: number + 5,
    "static": lambda thing, number: number * 2,
    "_static": lambda thing, number: number * 3,
    "of_class": lambda thing, number: (thing.removeprefix("a "), number),
    "value": lambda thing, number: number,
    "kind": lambda thing, number: number,
    "power": lambda thing, number: 2**number,
    "size": lambda thing, number: number,
    "around": lambda thing, number: number + 6,
}


def shown(name, fields, value):
    return f"{name}({', '.join(f'{field}={value!r}' for field in fields)})"


class TestAddRepr:
    """add_repr"""

    @public
    @points(2)
    @given(
        things=st.lists(st.tuples(NAMES, FIELDS, st.lists(VALUES, min_size=1, max_size=2)), min_size=1, max_size=3),
        parent=st.sampled_from(["object", "Shouting"]),
    )
    @example(
        things=[("Point", ["x", "y"], [1, "two"]), ("Box", ["size"], [(1,), ()]), ("Leaf", [], [0])], parent="object"
    )
    @example(things=[("Point", ["x", "y"], ["'%s", None])], parent="Shouting")
    def test_shows_the_fields(self, attempt, things, parent):
        """add_repr shows the class of the instance and the present values of the fields, in their order."""
        seen = attempt.show(things=things, parent=parent)
        expected = []
        for name, fields, values in things:
            for value in values:
                expected += [shown(name + more, fields, value) for more in ("", "Child", "Twin")]
        assert seen.shown == expected
        assert seen.returned == [[place] for place in range(len(things))]

    @points(2)
    @given(
        classes=st.lists(
            st.tuples(st.sampled_from(["own", "the same", "inherited", "decorated"]), NAMES, NUMBERS),
            min_size=1,
            max_size=5,
        )
    )
    @example(classes=[("own", "Box", 1), ("inherited", "Box", 2), ("decorated", "Leaf", 3)])
    @example(classes=[("the same", "Box", 1), ("decorated", "Box", 2)])
    def test_leaves_a_repr_that_is_written(self, attempt, classes):
        """A __repr__ in the class's own body stays, and one that it inherits doesn't, but works as before."""
        seen = attempt.show_own(classes=classes)
        kept = {"own": "own {x}", "the same": "A SHOUTING THING"}
        expected = []
        for kind, name, x in classes:
            above = f"{name}(y={x + 1})" if kind == "decorated" else None
            expected.append([kept.get(kind, "{name}(x={x})").format(name=name, x=x), above])
        assert seen == expected


class TestRegister:
    """register"""

    @public
    @points(3)
    @given(
        kind=st.sampled_from(["dict", "ordered", "user", "default"]),
        already=st.lists(st.sampled_from(["Box", "", "a"]), max_size=2, unique=True),
        names=st.tuples(NAMES, NAMES, NAMES),
        wanted=st.tuples(st.just({}), *[st.fixed_dictionaries({"name": st.sampled_from(["", "a", "Box"])})] * 2),
        entries=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=5),
    )
    @example(
        kind="dict",
        already=[],
        names=("Box", "Leaf", "Box"),
        wanted=({}, {"name": ""}, {"name": "a"}),
        entries=[(0, 0), (1, 1), (2, 0), (0, 0), (1, 0)],
    )
    @example(
        kind="user",
        already=["Box"],
        names=("Box", "Leaf", "Tile"),
        wanted=({}, {"name": "Box"}, {"name": "a"}),
        entries=[(0, 0), (1, 1), (1, 0)],
    )
    @example(
        kind="default",
        already=[],
        names=("Box", "Leaf", "Tile"),
        wanted=({}, {"name": "a"}, {"name": "a"}),
        entries=[(0, 1), (0, 1), (0, 2), (0, 0), (1, 0)],
    )
    def test_puts_classes_under_names(self, attempt, kind, already, names, wanted, entries):
        """register puts each class under its name or the given one, and refuses a name that is taken."""
        seen = attempt.enter(kind=kind, already=already, names=names, wanted=wanted, entries=entries)
        registry, refused = {name: [] for name in already}, []
        for place, which in entries:
            name = wanted[which].get("name", names[place])
            refused += [(place, which)] if name in registry else []
            registry.setdefault(name, [place])
        assert seen.registry == list(registry.items())
        assert seen.refused == refused
        assert seen.returned == [places for places in registry.values() if places]

    @points(2)
    @given(
        names=st.lists(NAMES, max_size=3, unique=True),
        turns=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=3, max_size=3),
    )
    @example(names=["Box", "Leaf"], turns=[(0, 1), (1, 1), (0, 0)])
    def test_registers_nothing_else(self, attempt, names, turns):
        """Registries don't share, a class can be in several, and those that derive from it are in none."""
        registries = attempt.enter_twice(names=names, turns=turns)
        expected = [], []
        for name, (first, second) in zip(names, turns, strict=False):
            expected[second].append((name, name))
            expected[first].append((f"{name} above", name))
        assert registries == list(expected)


class TestSingleton:
    """singleton"""

    @public
    @points(3)
    @given(kind=KINDS, calls=st.lists(ARGUMENTS, min_size=1, max_size=4))
    @example(kind="plain", calls=[("call", (1,), {}), ("call", (2, 3), {"kind": 1}), ("make", (), {})])
    @example(kind="odd", calls=[("make", (1,), {"a": 2}), ("call", (2,), {})])
    @example(kind="empty", calls=[("call", (1,), {}), ("call", (2,), {})])
    @example(kind="new", calls=[("call", (1,), {"a": 2}), ("call", (2,), {})])
    @example(kind="slots", calls=[("call", (1,), {}), ("call", (2,), {})])
    @example(kind="abc", calls=[("call", (1,), {}), ("call", (2,), {})])
    def test_makes_one_instance(self, attempt, kind, calls):
        """The first call makes the instance, and every later one returns it, without running anything again."""
        seen = attempt.call(kind=kind, calls=calls)
        _, args, kwargs = calls[0]
        assert seen.run == [("Keeper", args, kwargs)]
        assert seen.kept == [(args, kwargs, True)] * len(calls)
        assert seen.made == [(args, kwargs)] * (kind == "new")

    @points(3)
    @given(turns=TURNS)
    @example(turns=[("Parent", 1), ("Child", 2), ("Heir", 3), ("Child", 4), ("Parent", 5), ("Other", 6), ("Other", 7)])
    @example(turns=[("Alone", 1), ("Parent", 2), ("Alone", 3), ("Parent", 4)])
    @example(turns=[("Child", 1), ("Parent", 2), ("Own", 3), ("Own", 4), ("Heir", 5), ("Parent", 6)])
    def test_each_class_has_its_own(self, attempt, turns):
        """Each singleton has an instance of its own, and a class that derives from one is an ordinary class."""
        seen = attempt.call_family(turns=turns)
        log, kept = [], []
        for place, (name, number) in enumerate(turns):
            if name == "Alone":
                kept.append(((number,), [place]))
                continue
            before = [one for one, (other, _) in enumerate(turns[:place]) if other == name]
            if name in ("Child", "Heir"):
                log += [("Parent", (number, "of a child"), {}), ("Child", (number,), {})]
                kept.append(((number, "of a child"), [place]))
            else:
                same = [one for one, (other, _) in enumerate(turns) if other == name]
                log += [] if before else [("Own" if name == "Own" else "Parent", (number,), {})]
                kept.append(((turns[same[0]][1],), same))
        lines = {
            "Alone": ["Alone", "Parent"],
            "Other": ["Parent", "Other"],
            "Child": ["Parent", "Child"],
            "Heir": ["Parent", "Child", "Heir"],
        }
        assert seen.run == log
        assert seen.kept == kept
        assert seen.kinds == [lines.get(name, [name]) for name, _ in turns]
        assert seen.returned == [[0], [1], [2]]

    @given(
        first=NUMBERS,
        calls=st.lists(st.tuples(st.lists(NUMBERS, max_size=2).map(tuple), NUMBERS), max_size=3),
    )
    @example(first=1, calls=[((), 2), ((3, 4), 5)])
    def test_keeps_the_instance(self, attempt, first, calls):
        """The instance stays, although nobody else keeps it, and later arguments don't matter."""
        kept = attempt.drop(calls=[((first,), first + 1), *calls])
        assert kept == [first, first + 1, *(value for _, value in calls)]

    @points(2)
    @given(
        way=st.sampled_from(["__new__", "__init__"]),
        error=ERRORS,
        times=st.integers(0, 3),
        calls=st.lists(NUMBERS, min_size=1, max_size=5),
    )
    @example(way="__init__", error=ValueError("a"), times=1, calls=[1, 2, 3])
    @example(way="__new__", error=ValueError("a"), times=1, calls=[1, 2, 3])
    @example(way="__init__", error=KeyboardInterrupt("a"), times=2, calls=[1, 2, 3, 4])
    def test_tries_again_after_an_error(self, attempt, way, error, times, calls):
        """An error in making the instance reaches the caller, and the next call tries anew."""
        ends = attempt.fail(way=way, error=error, times=times, calls=calls)
        failed = [("raised", [place]) for place in range(times)]
        rest = [("returned", [number]) for number in calls[times : times + 1] * len(calls)]
        assert ends == [*failed, *rest][: len(calls)]


class TestLogCalls:
    """log_calls"""

    @public
    @points(3)
    @given(
        steps=st.lists(
            st.tuples(
                st.sampled_from(["Account", "Savings"]),
                st.sampled_from(["add_twice", "_hidden", "inherited", "shared"]),
                NUMBERS,
                st.just({}),
            )
            | st.tuples(
                st.sampled_from(["Account", "Savings"]),
                st.just("add"),
                NUMBERS,
                st.dictionaries(st.sampled_from(["log", "name", "self", "function", "a"]), NUMBERS, max_size=2),
            ),
            max_size=5,
        )
    )
    @example(
        steps=[(name, way, 3, {}) for name in ("Account", "Savings") for way in ("_hidden", "inherited", "shared")]
    )
    @example(
        steps=[
            ("Account", "add_twice", 1, {}),
            ("Account", "add", 1, dict.fromkeys(["log", "name", "function", "self"], 2)),
        ]
    )
    def test_logs_calls(self, attempt, steps):
        """Calls of public methods that are written in the class are logged before they are run, and no others."""
        seen = attempt.use(steps=steps)
        expected, log, totals = [], [], {"Account": 0, "Savings": 0}

        def add(kind, number, /, **more):
            more = {"interest": number, **more} if kind == "Savings" else more
            log.append(("add", (number,), more))
            totals[kind] += number + sum(more.values())
            return totals[kind]

        for name, way, number, keywords in steps:
            log += [(way, (number,), {})] * (way == "add_twice")
            ways = {
                "add": add,
                "add_twice": lambda name, number: add(name, number) + add(name, number, again=1),
                "_hidden": lambda name, number: add(name, number, hidden=2),
                "inherited": lambda name, number: number + 1,
                "shared": lambda name, number: number + 2,
            }
            expected.append(ways[way](name, number, **keywords))
        assert seen.seen == expected
        assert seen.log == log

    @points(4)
    @given(steps=st.lists(st.tuples(ON_ALL | ON_INSTANCES, NUMBERS).map(lambda one: (*one[0], one[1])), max_size=6))
    @example(steps=[("a Thing", name, 3) for name in RESULTS])
    @example(
        steps=[("Child", "of_class", 3), ("Thing", "of_class", 2), ("Thing", "static", 1), ("a Child", "of_class", 1)]
    )
    def test_knows_all_kinds_of_methods(self, attempt, steps):
        """Static methods, class methods, generators and coroutines are logged, and all else is left alone."""
        seen = attempt.use_kinds(steps=steps)
        assert seen.seen == [RESULTS[name](thing, number) for thing, name, number in steps]
        untouched = ("_static", "value", "kind", "power", "size")
        assert seen.log == [(name, (number,), {}) for _, name, number in steps if name not in untouched]
        assert seen.later == [], "Logged is the call, not the run."

    @points(2)
    @given(
        error=ERRORS,
        numbers=st.lists(
            st.tuples(st.integers(0, 2), st.sampled_from(["do", "again"]), st.integers(0, 4), st.booleans()), max_size=5
        ),
    )
    @example(error=ValueError("a"), numbers=[(0, "do", 1, False), (1, "again", 2, True), (2, "do", 3, False)])
    @example(error=KeyboardInterrupt("a"), numbers=[(0, "do", 1, True)])
    def test_hands_on_what_comes_back(self, attempt, error, numbers):
        """What a method returns or raises is handed on, and each class's calls go to its log."""
        seen = attempt.fail_logged(error=error, numbers=numbers)
        assert seen.ends == [("raised" if fails else "returned", [number]) for _, _, number, fails in numbers]
        logs = [], []
        for one, name, number, fails in numbers:
            logs[min(one, 1)].append((name, (number, fails), {}))
        assert seen.logs == logs
        assert seen.returned == [[0], [1], [2]]

    @points(2)
    @given(
        names=st.lists(st.sampled_from(["add", "count", "name", "pay"]), min_size=1, max_size=3, unique=True),
        kind=st.sampled_from(["function", "static", "class"]),
    )
    @example(names=["add", "pay"], kind="function")
    @example(names=["add"], kind="static")
    @example(names=["add"], kind="class")
    def test_methods_stay_recognizable(self, attempt, names, kind):
        """A method keeps name and docstring, and __wrapped__ is the function that was written."""
        found = attempt.look_at_methods(names=names, kind=kind)
        assert found == [(name, f"What {name} does.", [place]) for place, name in enumerate(names)]

    @points(2)
    @given(number=st.permutations(range(4)), calls=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=3))
    @example(number=[0, 1, 2, 3], calls=[(1, 2), (3, 4)])
    @example(number=[3, 2, 1, 0], calls=[(1, 2), (3, 4)])
    def test_all_four_work_together(self, attempt, number, calls):
        """A class with all four decorators, in any order, has what each of them adds."""
        seen = attempt.use_all(number=number, calls=calls)
        size = calls[0][0]
        sizes = [size := size + by for _, by in calls]
        assert seen.shown == [f"Box(size={size})" for size in sizes]
        assert seen.log == [("grow", (by,), {}) for _, by in calls]
