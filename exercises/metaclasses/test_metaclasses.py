"""The hidden suite of the exercise on metaclasses."""

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public

NUMBERS = st.integers(0, 99)
KEYWORDS = st.dictionaries(st.sampled_from(["path", "name", "cls", "self"]), NUMBERS, max_size=2)
STATEMENT_KEYWORDS = st.dictionaries(st.sampled_from(["table", "name", "bases", "cls", "mcs", "namespace"]), NUMBERS)
CALLS = st.lists(st.tuples(st.integers(0, 3), st.lists(NUMBERS, max_size=2), KEYWORDS), min_size=1, max_size=6)
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from([ValueError, KeyError, TypeError, StopIteration, KeyboardInterrupt, SystemExit, BaseException]),
    st.text("abc", min_size=1, max_size=3),
)
TAKEN = ["_instance", "_instances", "instance", "instances", "_lock", "lock", "_made", "made", "_object", "cls"]

CLASS_NAMES = st.builds("{}{}".format, st.sampled_from(["User", "Cart", "Form"]), st.integers(100, 999))
GOOD = ["function", "static", "class", "kind of class", "odd", "partial", "abstract"]
BAD = [None, 0, 5, "text", (), "property"]
VALIDATE = st.sampled_from(GOOD + BAD).map(lambda value: [("validate", value)])
BODY = VALIDATE | st.just([]) | st.just([("hello", "function")]) | VALIDATE.map(lambda body: [("hello", 1), *body])
BODIES = st.lists(st.tuples(CLASS_NAMES, BODY), max_size=5, unique_by=lambda body: body[0])
PARENT = st.lists(BODY, min_size=1, max_size=3)
CHILD = st.tuples(CLASS_NAMES, BODY, st.lists(st.integers(0, 2), max_size=3, unique=True))

PLUGIN_NAMES = st.sampled_from([None, "", "csv", "0", 0, 1, True, (), ("a", 1), frozenset({2})])
NAMED = st.tuples(st.integers(0, 9), st.just({}) | PLUGIN_NAMES.map(lambda name: {"name": name}))
UNITS = st.dictionaries(st.sampled_from(["unit", "cls", "namespace"]), st.integers(-9, 9), max_size=2)
CREATIONS = st.lists(st.tuples(PLUGIN_NAMES, st.lists(NUMBERS, max_size=2), KEYWORDS), max_size=5)

ATTRIBUTES = st.sampled_from(["height", "depth", "area_", "_depth", "__area", "_"])
BOUND = st.tuples(ATTRIBUTES, NUMBERS | st.sampled_from([None, "odd", "property", "kind of property"]))
STATEMENTS = st.lists(BOUND, max_size=6)
UNIQUE = st.lists(BOUND, max_size=5, unique_by=lambda one: one[0])


def is_valid(body):
    return any(name == "validate" and value in GOOD for name, value in body)


def inherits(child, parents):
    _, body, places = child
    found = [one for one in [body, *[one for n in places for one in parents[n][::-1]]] if "validate" in dict(one)]
    return is_valid(found[0]) if found else False


def registered(classes):
    """The classes that are made, and which of them has which name."""
    made, names = ["Base"], {}
    for number, (_, keywords) in enumerate(classes):
        if not [name for name in keywords.values() if names.get(name)]:
            made.append(f"Class {number}")
            names.update(dict.fromkeys(keywords.values(), made[-1]))
    return made, names


def run(statements):
    """The public names that are bound in the end, in order, and the one that is bound twice, if there is one."""
    bound = {}
    for name, *value in statements:
        are_properties = "property" in str(value) and "property" in str(bound.get(name))
        if value and name in bound and not name.startswith("_") and not are_properties:
            return (), name
        if value:
            bound[name] = value[0]
        else:
            bound.pop(name)
    return tuple(name for name in bound if not name.startswith("_")), None


def deleted(statements):
    """Each name is deleted before it is bound again."""
    bound, result = set(), []
    for name, value in statements:
        result += [(name,)] if name in bound else []
        result.append((name, value))
        bound.add(name)
    return result


class TestSingletonMeta:
    """SingletonMeta"""

    @points(3)
    @given(calls=CALLS)
    @example(calls=[(0, [1], {}), (0, [2], {}), (1, [3], {}), (3, [4], {}), (2, [5], {}), (1, [], {"name": 6})])
    @example(calls=[(2, [1], {}), (1, [], {"key": 2}), (0, [3], {}), (0, [4], {}), (3, [5], {})])
    @public
    def test_each_class_has_one_object(self, attempt, calls):
        """Each class has one object, made by its first call; a subclass has its own."""
        seen = attempt.call_classes(calls=calls)
        first = {place: (tuple(args), kwargs) for place, args, kwargs in reversed(calls)}
        same = {place: [n for n, call in enumerate(calls) if call[0] == place] for place in range(4)}
        assert seen == [([place], first[place], same[place]) for place, _, _ in calls]

    @points(2)
    @given(
        names=st.lists(st.sampled_from(TAKEN), max_size=4, unique=True),
        odd=st.booleans(),
        calls=st.lists(NUMBERS, max_size=4),
    )
    @example(names=TAKEN, odd=False, calls=[3, 5, 7])
    @example(names=[], odd=True, calls=[3, 5, 7])
    def test_any_object_is_kept(self, attempt, names, odd, calls):
        """The object stays: empty or odd, with attributes of any name, and if nobody else keeps it."""
        seen = attempt.call_unusual(names=names, odd=odd, calls=calls)
        assert seen.found == calls[:1] * len(calls)
        assert seen.attributes == [f"my {name}" for name in names]

    @points(2)
    @given(error=ERRORS, place=st.integers(0, 2), calls=st.lists(NUMBERS, min_size=1, max_size=4))
    @example(error=ValueError("abc"), place=1, calls=[3, 5, 7])
    @example(error=KeyboardInterrupt("abc"), place=2, calls=[3, 5, 7])
    def test_tries_again_after_an_error(self, attempt, error, place, calls):
        """An error while the object is made reaches the caller as it is, and the next call makes one."""
        seen = attempt.fail_first(error=error, place=place, calls=calls)
        assert seen == [[place], *calls[1:2] * (len(calls) - 1)]

    @points(3)
    @examples(20)
    @given(
        schedule=st.lists(st.integers(0, 9), max_size=8),
        numbers=st.lists(NUMBERS, min_size=2, max_size=3, unique=True),
        seconds=st.integers(1, 3),
        failures=st.integers(0, 2),
        error=st.sampled_from([ConnectionError(), SystemExit()]),
    )
    @example(schedule=[], numbers=[1, 2, 3], seconds=1, failures=0, error=ConnectionError())
    @example(schedule=[], numbers=[1, 2, 3], seconds=1, failures=1, error=ConnectionError())
    @example(schedule=[], numbers=[1, 2], seconds=1, failures=1, error=SystemExit())
    @example(schedule=[1] * 60, numbers=[1, 2], seconds=1, failures=0, error=ConnectionError())
    @example(schedule=[2] * 30, numbers=[1, 2], seconds=1, failures=0, error=ConnectionError())
    @example(schedule=[3] * 20, numbers=[1, 2], seconds=1, failures=0, error=ConnectionError())
    def test_threads_get_the_same_object(self, attempt, schedule, numbers, seconds, failures, error):
        """Threads that call at once get one object, when it is finished; if making it fails, the next one makes it."""
        seen = attempt.call_at_once(schedule=schedule, numbers=numbers, seconds=seconds, failures=failures, error=error)
        assert seen.made in list(map(list, permutations(numbers, min(failures + 1, len(numbers)))))
        failed = {number: ("raised", type(error)(number)) for number in seen.made[:failures]}
        last = ("returned", f"{seen.made[-1]} with {seen.made[-1]}")
        assert seen.ends == [failed.get(number, last) for number in numbers]

    @given(numbers=st.lists(NUMBERS, min_size=1, max_size=3), keywords=STATEMENT_KEYWORDS)
    @example(numbers=[3, 5], keywords={"name": 1, "bases": 2})
    def test_bases_hear_the_keywords(self, attempt, numbers, keywords):
        """A base hears of each class, with the keywords of its statement, and calls make one object as ever."""
        seen = attempt.call_heard(numbers=numbers, keywords=keywords)
        assert seen.made == [((numbers[0],), {})] * len(numbers)
        assert seen.heard == [("Thing", None, keywords)]

    @given(
        order=st.permutations(["SingletonMeta", "ValidatedMeta", "DeclaredMeta", "ABCMeta"]),
        bodies=BODIES,
        numbers=st.lists(NUMBERS, min_size=1, max_size=3),
    )
    @example(
        order=["ABCMeta", "DeclaredMeta", "ValidatedMeta", "SingletonMeta"],
        bodies=[("User1", [("validate", "function")]), ("Cart1", [("validate", "abstract")]), ("Form1", [])],
        numbers=[3, 5],
    )
    def test_metaclasses_can_be_combined(self, attempt, order, bodies, numbers):
        """Metaclasses derived from several of these and ABCMeta do what each of them does."""
        seen = attempt.combine(order=order, bodies=bodies, numbers=numbers)
        made = [
            (name, tuple(one for one, _ in body), dict(body)["validate"]) for name, body in bodies if is_valid(body)
        ]
        given = ((numbers[0],), {})
        assert seen == [
            (name, names, [] if kind == "abstract" else [given] * len(numbers)) for name, names, kind in made
        ]


class TestValidatedMeta:
    """ValidatedMeta"""

    @points(2)
    @given(bodies=BODIES)
    @example(bodies=[(f"User{n}", [("validate", value)]) for n, value in enumerate(BAD + GOOD, 100)] + [("Cart1", [])])
    @public
    def test_a_class_needs_validate(self, attempt, bodies):
        """A class statement whose body has no validate that can be called raises TypeError, which names the class."""
        seen = attempt.validate(bodies=bodies)
        assert seen.made == [name for name, body in bodies if is_valid(body)]
        assert seen.named == [[name, "validate"] for name, body in bodies if not is_valid(body)]

    @points(3)
    @given(parents=st.lists(PARENT, min_size=3, max_size=3), children=st.lists(CHILD, max_size=4))
    @example(
        parents=[[[]], [[("validate", "function")], []], [[("validate", "function")], [("validate", None)], []]],
        children=[(f"Cart{n}", [], places) for n, places in enumerate([[0], [1], [2], [0, 1], [0, 2], [1, 2], [2, 1]])]
        + [("User1", [("validate", None)], [1]), ("User2", [("validate", "class")], [2])],
    )
    @example(
        parents=[[[]], [[("validate", None)], []], [[("validate", "function")]]],
        children=[(f"Cart{n}", [], places) for n, places in enumerate([[1, 2], [2, 1], [0, 2], [0, 1]])],
    )
    def test_inherits_validate(self, attempt, parents, children):
        """A validate that is inherited counts, from the first base that has one, unless the body hides it."""
        names = attempt.inherit(parents=parents, children=children)
        assert names == [f"{child[0]} junior" for child in children if inherits(child, parents)]

    @given(bodies=BODIES)
    @example(bodies=[("Cart1", []), ("User1", [("validate", "static")])])
    def test_metaclass_does_not_count(self, attempt, bodies):
        """A validate of the metaclass is none of its classes."""
        made = attempt.derive_metaclass(bodies=bodies)
        assert made == [name for name, body in bodies if is_valid(body)]

    @points(2)
    @given(bodies=BODIES, keywords=STATEMENT_KEYWORDS)
    @example(bodies=[("Cart1", []), ("User1", [("validate", "static")])], keywords={"name": 1})
    def test_a_refused_class_is_never_made(self, attempt, bodies, keywords):
        """Bases hear of the classes that are made, with the keywords of the statement, and of no refused one."""
        heard = attempt.hear(metaclass="ValidatedMeta", bodies=bodies, keywords=keywords)
        assert heard == [(name, None, keywords) for name, body in bodies if is_valid(body)]


class TestPlugin:
    """Plugin"""

    @points(3)
    @given(classes=st.lists(NAMED, max_size=6), calls=CREATIONS)
    @example(
        classes=[(0, {"name": "csv"}), (1, {}), (1, {"name": None}), (0, {"name": "csv"}), (2, {"name": ""})],
        calls=[("csv", [1], {"name": 2}), ("json", [], {}), (None, [], {"key": 3}), ("", [], {})],
    )
    @public
    def test_creates_by_name(self, attempt, classes, calls):
        """A subclass is registered under its name, if it has one of its own, and created with all other arguments."""
        seen = attempt.register(classes=classes, calls=calls)
        made, names = registered(classes)
        assert seen.made == made
        assert seen.names == list(names)
        assert seen.unknown == [name for name, _, _ in calls if not names.get(name)]
        assert seen.created == [(names[name], (tuple(args), kw)) for name, args, kw in calls if names.get(name)]

    @points(2)
    @given(classes=st.lists(st.tuples(st.integers(0, 10), UNITS), max_size=5))
    @example(classes=[(2, {"cls": 3}), (3, {"unit": -1}), (3, {"unit": 4, "cls": 5}), (2, {"unit": 5}), (0, {})])
    @example(classes=[(6, {"unit": -7}), (8, {"cls": 1}), (6, {"unit": -7}), (7, {"unit": 2}), (10, {}), (9, {})])
    def test_hands_other_keywords_on(self, attempt, classes):
        """Other keywords go on to the next base; a class that it refuses is not registered, any other is for good."""
        found = attempt.register_units(classes=classes)
        units = {}
        for place, given in classes:
            if min(given.values(), default=0) >= 0:
                units.setdefault(place, given)
        assert found == [([place], given) for place, given in units.items()]

    @given(
        names=st.lists(st.sampled_from(["csv", "json", "xml"]), min_size=1, unique=True),
        error=ERRORS | st.just(LookupError("abc")),
        place=st.integers(0, 2),
    )
    @example(names=["csv"], error=KeyError("abc"), place=1)
    def test_errors_of_a_plugin_go_on(self, attempt, names, error, place):
        """An exception of the class reaches who wanted an object, as it is."""
        seen = attempt.create_failing(names=names, wanted=names[-1], error=error, place=place)
        assert seen.end == ("raised", [place])
        assert seen.calls == [f"Class {names[-1]}"]


class TestDeclaredMeta:
    """DeclaredMeta"""

    @points(2)
    @given(bodies=st.lists(st.tuples(CLASS_NAMES, STATEMENTS | UNIQUE | STATEMENTS.map(deleted)), max_size=4))
    @example(bodies=[("User1", [("height", 1), ("depth", 2), ("height", 3)]), ("Cart1", [("area_", 1), ("_depth", 2)])])
    @example(
        bodies=[("User1", [("height", 1), ("depth", 2), ("height",), ("height", 1)]), ("Cart1", [("_depth", 1)] * 2)]
    )
    @example(bodies=[("User1", [("depth", "property")] * 2), ("Cart1", [("depth", "property"), ("depth", 1)])])
    @example(bodies=[("User1", [("depth", 1), ("depth", "property")]), ("Cart1", [("height", None), ("height", 1)])])
    @example(bodies=[("User1", [("depth", "property")] * 3), ("Cart1", [("_", "odd"), ("area_", "odd"), ("area_", 1)])])
    @example(bodies=[("User1", [("depth", 1), ("height", 2), ("depth",), ("height",), ("height", 3), ("height", 4)])])
    @example(
        bodies=[("User1", [("depth", 1), ("height", 2), ("depth",)]), ("Cart1", [("__annotations__", {"area_": 1})])]
    )
    @public
    def test_knows_what_is_declared(self, attempt, bodies):
        """declared has the public names of the body in their order, and none can be bound twice."""
        seen = attempt.declare(bodies=bodies)
        ends = [(name, *run(statements)) for name, statements in bodies]
        assert seen.declared == [(name, names, ("own",)) for name, names, twice in ends if twice is None]
        assert seen.named == [[twice] for _, _, twice in ends if twice is not None]

    @given(statements=STATEMENTS)
    @example(statements=[("height", 1), ("depth", 2), ("height", 3), ("area_", 4)])
    def test_stops_at_the_second(self, attempt, statements):
        """A class body ends where a name is bound a second time."""
        ran = attempt.stop_at_once(statements=statements)
        ends = [run(statements[: end + 1])[1] is None for end in range(len(statements))]
        assert ran == statements[: sum(ends)]

    @points(2)
    @given(bodies=st.lists(st.tuples(CLASS_NAMES, UNIQUE), max_size=3), keywords=STATEMENT_KEYWORDS)
    @example(bodies=[("User1", [("height", 1)]), ("Cart1", [("depth", 1), ("area_", 2)])], keywords={"name": 1})
    def test_is_declared_when_bases_hear(self, attempt, bodies, keywords):
        """declared is there when a base hears of the class, with the keywords of the statement."""
        heard = attempt.hear(metaclass="DeclaredMeta", bodies=bodies, keywords=keywords)
        assert heard == [(name, run(statements)[0], keywords) for name, statements in bodies]

    @given(before=UNIQUE, inner=UNIQUE, after=NUMBERS)
    @example(before=[("height", 1)], inner=[("depth", 1), ("height", 2)], after=2)
    def test_a_class_in_a_class(self, attempt, before, inner, after):
        """A class in the body of another declares what is in its own body, and is one name for the other."""
        body = [*before, ("inner", inner), ("after", after)]
        heard = attempt.hear(metaclass="DeclaredMeta", bodies=[("Outer", body)], keywords={})
        assert heard == [("inner", run(inner)[0], {}), ("Outer", run(body)[0], {})]

    @given(names=st.lists(st.sampled_from(["name", "age", "_size"]), min_size=1, unique=True), number=NUMBERS)
    def test_finished_class_is_as_ever(self, attempt, names, number):
        """Attributes of a class that is made can be assigned any number of times."""
        numbers = [number + place for place in range(len(names))]
        seen = attempt.assign_later(names=names, numbers=numbers)
        assert seen.attributes == [10 + one + 1 for one in numbers]
        assert seen.declared == tuple(name for name in names if name != "_size")
