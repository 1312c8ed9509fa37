"""The hidden suite of the exercise on class decorators."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import points, public

NAMES = st.sampled_from(["Point", "Box", "Leaf", "Tile"])
FIELDS = st.lists(st.sampled_from(["x", "y", "size", "name"]), max_size=3, unique=True)
VALUES = (
    st.integers(-9, 9)
    | st.text("ab'%{}", max_size=3)
    | st.tuples(st.integers(0, 3))
    | st.sampled_from([(), None, 0.5, Decimal("1.50"), [1, "a"], {"a": 1}])
)
NUMBERS = st.integers(0, 9)
ERRORS = st.sampled_from([ValueError("a"), KeyError("b"), TypeError("c"), KeyboardInterrupt("d"), SystemExit("e")])
KINDS = st.sampled_from(["plain", "odd", "empty", "new", "slots", "abc"])
ARGUMENTS = st.tuples(
    st.sampled_from(["call", "make"]),
    st.lists(NUMBERS, max_size=2).map(tuple),
    st.dictionaries(
        st.sampled_from(["a", "kind", "cls", "self", "args", "kwargs", "klass", "instance"]), NUMBERS, max_size=2
    ),
)
FAMILY = ["Parent", "Other", "Own", "Child", "Heir", "Alone"]
TURNS = st.lists(st.tuples(st.sampled_from(FAMILY), NUMBERS), min_size=1, max_size=8)
WAYS = st.sampled_from([[], ["__init__"], ["__new__"], ["__new__", "__init__"]])
ACCOUNTS = st.sampled_from(["Account", "Savings", "Deposit"])
KEYWORDS = ["log", "name", "self", "cls", "function", "func", "fn", "method", "args", "kwargs", "call", "value", "a"]
IN_TURN = [("Child", 1), ("Parent", 2), ("Other", 3), ("Alone", 4), ("Own", 5), ("Parent", 6), ("Heir", 7)]
IN_TURN += [("Own", 8), ("Other", 9), ("Alone", 0), ("Child", 1)]
ON_ALL = st.tuples(
    st.sampled_from(["Thing", "a Thing", "Child", "a Child"]),
    st.sampled_from(["static", "_static", "of_class", "_of_class"]),
)
ON_INSTANCES = st.tuples(
    st.sampled_from(["a Thing", "a Child"]),
    st.sampled_from(
        ["count", "wait", "plain", "value", "kind", "power", "size", "around", "from_", "cached", "_plain", "__call__"]
    ),
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
    "from_": lambda thing, number: number + 7,
    "_of_class": lambda thing, number: number + 8,
    "cached": lambda thing, number: number + 9,
    "_plain": lambda thing, number: number + 10,
    "__call__": lambda thing, number: number + 11,
}


def shown(name, fields, values):
    return f"{name}({', '.join(f'{field}={value!r}' for field, value in zip(fields, values, strict=False))})"


class TestAddRepr:
    """add_repr"""

    @public
    @points(2)
    @given(
        things=st.lists(st.tuples(NAMES, FIELDS, st.lists(VALUES, min_size=1, max_size=2)), min_size=1, max_size=3),
        parent=st.sampled_from(["object", "Shouting"]),
        where=st.sampled_from(["instance", "class", "property", "slots"]),
    )
    @example(
        things=[("Point", ["x", "y"], [1, "two"]), ("Box", ["size"], [(1,), ()]), ("Leaf", [], [0])],
        parent="object",
        where="instance",
    )
    @example(things=[("Point", ["y", "x"], ["'%s", None])], parent="Shouting", where="instance")
    @example(things=[("Point", ["y", "x"], [1, "a"])], parent="object", where="class")
    @example(things=[("Point", ["y", "x"], [1, "a"])], parent="object", where="property")
    @example(things=[("Point", ["y", "x"], [1, "a"])], parent="object", where="slots")
    def test_shows_the_fields(self, attempt, things, parent, where):
        """add_repr shows the class of the instance and the present values of the fields, in their order."""
        seen = attempt.show(things=things, parent=parent, where=where)
        expected = []
        for name, fields, values in things:
            for place in range(len(values)):
                turned = (values[place:] + values[:place]) * 3
                expected += [shown(name + more, fields, turned) for more in ("", "Child", "Twin")]
        assert seen.shown == expected
        assert seen.returned == [[place] for place in range(len(things))]

    @points(2)
    @given(
        classes=st.lists(
            st.tuples(
                st.sampled_from(["own", "the same", "inherited", "decorated", "own of a child", "the parent's"]),
                NAMES,
                NUMBERS,
            ),
            min_size=1,
            max_size=5,
        )
    )
    @example(classes=[("own", "Box", 1), ("inherited", "Box", 2), ("decorated", "Leaf", 3)])
    @example(classes=[("the same", "Box", 1), ("decorated", "Box", 2)])
    @example(classes=[("own of a child", "Box", 1), ("the parent's", "Leaf", 2)])
    def test_leaves_a_repr_that_is_written(self, attempt, classes):
        """A __repr__ in the class's own body stays, and one that it inherits doesn't, but works as before."""
        seen = attempt.show_own(classes=classes)
        kept = {"own": "own {x}", "the same": "A SHOUTING THING", "own of a child": "own {x}"}
        expected = []
        for kind, name, x in classes:
            above = f"{name}(y={x + 1})" if kind in ("decorated", "own of a child", "the parent's") else None
            own = kept.get(kind, "{name}(x={x})").format(name=name, x=x)
            expected.append([above if kind == "the parent's" else own, above])
        assert seen == expected


class TestRegister:
    """register"""

    @public
    @points(3)
    @given(
        kind=st.sampled_from(["dict", "ordered", "user", "default"]),
        already=st.lists(st.sampled_from(["Box", "", "a"]), max_size=2, unique=True),
        names=st.tuples(NAMES, NAMES, NAMES),
        wanted=st.tuples(st.just({}), *[st.fixed_dictionaries({"name": st.sampled_from(["", "a", "Box", None])})] * 2),
        entries=st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 2))
            | st.tuples(st.sampled_from(["put", "take out"]), st.sampled_from(["", "a", "Box"])),
            min_size=1,
            max_size=6,
        ),
    )
    @example(
        kind="dict",
        already=["Tile"],
        names=("Box", "Leaf", "Tile"),
        wanted=({}, {"name": "a"}, {"name": None}),
        entries=[("put", "a"), (0, 1), ("take out", "a"), (0, 1), (0, 0), (2, 0), (1, 2), ("take out", "Box"), (0, 2)],
    )
    @example(
        kind="default",
        already=[],
        names=("Box", "Leaf", "Tile"),
        wanted=({}, {"name": ""}, {"name": "a"}),
        entries=[(0, 0), (2, 0), (2, 1), (2, 2), ("put", "Leaf"), (1, 0)],
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
        registry, refused, returned = {name: [] for name in already}, [], []
        for way, which in entries:
            if way == "put":
                registry[which] = []
            elif way == "take out":
                registry.pop(which, None)
            name = which if way in ("put", "take out") else wanted[which].get("name")
            name = names[way] if name is None else name
            if way in ("put", "take out"):
                returned.append([])
            elif name in registry:
                refused.append((way, which))
            else:
                registry[name] = [way]
                returned.append([way])
        assert seen.registry == list(registry.items())
        assert seen.refused == refused
        assert seen.returned == returned

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
    @given(kind=st.sampled_from(["plain", "odd", "empty", "slots", "abc"]), parent=WAYS, child=WAYS, turns=TURNS)
    @example(kind="plain", parent=["__init__"], child=["__init__"], turns=IN_TURN)
    @example(kind="odd", parent=["__init__"], child=[], turns=IN_TURN)
    @example(kind="abc", parent=[], child=["__new__"], turns=IN_TURN)
    @example(kind="slots", parent=[], child=["__init__"], turns=IN_TURN[::-1])
    @example(kind="plain", parent=["__new__"], child=["__new__", "__init__"], turns=IN_TURN)
    @example(kind="plain", parent=["__new__", "__init__"], child=[], turns=IN_TURN[::-1])
    @example(kind="empty", parent=[], child=[], turns=IN_TURN)
    def test_each_class_has_its_own(self, attempt, kind, parent, child, turns):
        """Each singleton has an instance of its own, and a class that derives from one is an ordinary class."""
        family = {"Parent": {"Parent": parent}, "Other": {"Parent": parent}}
        family["Child"] = family["Heir"] = {"Child": child, **family["Parent"]}
        family |= {"Own": {"Own": child, **family["Child"]}}
        family |= {"Alone": {"Alone": ["__init__"], "Parent": [way for way in parent if way == "__new__"]}}
        given = [((number, number + 1), {"cls": number}) for _, number in turns]
        calls = [
            (name, *(some if any(family[name].values()) else ((), {})))
            for (name, _), some in zip(turns, given, strict=True)
        ]
        seen = attempt.call_family(
            kind=kind, parent=parent, child=child, turns=[(FAMILY.index(name), *rest) for name, *rest in calls]
        )
        log, kept = [], []
        for place, (name, args, more) in enumerate(calls):
            single = name in ("Parent", "Other", "Own")
            same = [one for one, (other, *_) in enumerate(calls) if other == name] if single else [place]
            kept.append(same)
            if place == same[0]:
                for way in ("__new__", "__init__"):
                    log += [(one, way, args, more) for one, ways in family[name].items() if way in ways]
        assert seen.run == log
        assert seen.kept == kept
        assert seen.kinds == [[FAMILY.index(name)] for name, _ in turns]
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
        both=st.booleans(),
        error=ERRORS,
        times=st.integers(0, 3),
        calls=st.lists(NUMBERS, min_size=1, max_size=5),
    )
    @example(way="__init__", both=False, error=ValueError("a"), times=1, calls=[1, 2, 3])
    @example(way="__new__", both=False, error=ValueError("a"), times=1, calls=[1, 2, 3])
    @example(way="__init__", both=False, error=KeyboardInterrupt("a"), times=2, calls=[1, 2, 3, 4])
    @example(way="__init__", both=True, error=SystemExit("a"), times=2, calls=[1, 2, 3, 4])
    @example(way="__new__", both=True, error=SystemExit("a"), times=2, calls=[1, 2, 3, 4])
    def test_tries_again_after_an_error(self, attempt, way, both, error, times, calls):
        """An error in making the instance reaches the caller, and the next call tries anew."""
        ends = attempt.fail(way=way, both=both, error=error, times=times, calls=calls)
        failed = [("raised", [place]) for place in range(times)]
        rest = [("returned", [number] * (1 + both)) for number in calls[times : times + 1] * len(calls)]
        assert ends == [*failed, *rest][: len(calls)]


class TestLogCalls:
    """log_calls"""

    @public
    @points(3)
    @given(
        steps=st.lists(
            st.tuples(ACCOUNTS, st.sampled_from(["add_twice", "_hidden", "inherited", "shared"]), NUMBERS, st.just({}))
            | st.tuples(
                ACCOUNTS,
                st.sampled_from(["add", "fee", "of"]),
                NUMBERS,
                st.dictionaries(st.sampled_from(KEYWORDS), NUMBERS, max_size=2),
            ),
            max_size=5,
        )
    )
    @example(
        steps=[(name, way, 3, {}) for name in ("Account", "Savings") for way in ("_hidden", "inherited", "shared")]
    )
    @example(
        steps=[("Account", "add_twice", 1, {})]
        + [
            (name, way, 1, dict.fromkeys(KEYWORDS, 2))
            for name in ("Account", "Deposit")
            for way in ("add", "fee", "of")
        ]
    )
    def test_logs_calls(self, attempt, steps):
        """Calls of public methods that are written in the class are logged before they are run, and no others."""
        seen = attempt.use(steps=steps)
        expected, log, totals = [], [], {"Account": 0, "Savings": 0, "Deposit": 0}

        def add(kind, number, /, **more):
            log.extend([("add", (number,), more)] * (kind == "Deposit"))
            more = more if kind == "Account" else {"interest": number, **more}
            log.append(("add", (number,), more))
            totals[kind] += number + sum(more.values())
            return totals[kind]

        for name, way, number, keywords in steps:
            log += [(way, (number,), keywords)] * (way in ("add_twice", "fee", "of"))
            log += [("rate", (number,), {})] * (way in ("fee", "of"))
            ways = {
                "add": add,
                "add_twice": lambda name, number: add(name, number) + add(name, number, again=1),
                "_hidden": lambda name, number: add(name, number, hidden=2),
                "fee": lambda name, number, /, **more: number * 2 + sum(more.values()),
                "of": lambda name, number, /, **more: (name, number * 2 + sum(more.values())),
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
        untouched = ("_static", "_of_class", "value", "kind", "power", "size", "cached", "_plain", "__call__")
        assert seen.log == [(name, (number,), {}) for _, name, number in steps if name not in untouched]
        assert seen.later == [], "Logged is the call, not the run."
        assert seen.kept == [[[*RESULTS].index(name)] if name in untouched else [] for _, name, _ in steps]

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
        doc=st.sampled_from(["Does", "Has", "", None]),
        kind=st.sampled_from(["function", "static", "class", "around"]),
    )
    @example(names=["add", "pay"], doc="Does", kind="function")
    @example(names=["add"], doc="Does", kind="static")
    @example(names=["add"], doc="Does", kind="class")
    @example(names=["add"], doc=None, kind="around")
    def test_methods_stay_recognizable(self, attempt, names, doc, kind):
        """A method keeps name and docstring, and __wrapped__ is the function that stood in its place."""
        found = attempt.look_at_methods(names=names, doc=doc, kind=kind)
        assert found == [(name, doc and f"{doc} {name}", [place]) for place, name in enumerate(names)]

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
