"""The hidden suite of the exercise on mutable defaults."""

from copy import deepcopy

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, named, points, public

KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
ITEM = st.sampled_from([None, 0, 1, 7, "", "tea", "jam", [], [1], (1,)])
ITEMS = st.lists(ITEM, max_size=3)
ADDS = st.lists(st.tuples(st.integers(0, 2), ITEM), max_size=5)
TURNS = st.lists(st.tuples(st.integers(0, 1), ITEMS), min_size=1, max_size=4)
TEXTS = st.lists(st.sampled_from(["tea", "jam", "rum", ""]), min_size=1, max_size=4)
LINES = st.lists(st.sampled_from(["first", "next"]), max_size=2)
MARKS = st.just({}) | st.fixed_dictionaries({"all": st.tuples(LINES, st.sampled_from(["a", "b"]))})
PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(4, 7)), min_size=1, max_size=4)
NOTES = st.dictionaries(st.sampled_from(["to", "by"]), st.integers(0, 3), max_size=1)

ERRORS = st.sampled_from([ValueError, TypeError, StopIteration, KeyboardInterrupt]).map(lambda kind: kind("a"))

CONTENTS = {
    "[]": ("list", []),
    "[7]": ("list", [7]),
    "{'a': 1}": ("dict", ["a"]),
    "set()": ("set", []),
    "bytearray(b'a')": ("bytearray", [97]),
    "Counter('a')": ("Counter", ["a"]),
    "OddList([1])": ("OddList", [1]),
}
WRAPPED = [(0, "[{}]"), (0, "({},)"), ("a", "{{'a': {}}}"), (1, "[7, {}]")]
MUTABLE = ["[]", "[1]", "{}", "{'a': 1}", "set()", "{1}", "bytearray()", "bytearray(b'a')", "Counter()", "OddList()"]
OTHERS = [
    "()",
    "([],)",
    "None",
    "0",
    "''",
    "'[]'",
    "b'a'",
    "frozenset({1})",
    "range(3)",
    "list",
    "True",
    "deque()",
    "Odd()",
]
WAYS = st.sampled_from(["object", "class"])
NAMES = ["a", "b", "self", "items", "_a", "_cache"]


@st.composite
def nested(draw):
    """A default as it is written, the way to what is innermost in it, and what that is."""
    text, way = draw(st.sampled_from([*CONTENTS])), []
    kind, content = CONTENTS[text]
    for place, wrapped in draw(st.lists(st.sampled_from(WRAPPED), max_size=3)):
        text, way = wrapped.format(text), [place, *way]
    if text[0] == "(":
        text, way = f"[{text}]", [0, *way]
    return text, way, kind, content


@st.composite
def parameters(draw):
    """Parameters as they are written, and the names of the culprits among them."""
    names = draw(st.permutations(NAMES))[: draw(st.integers(1, 5))]
    defaults = [draw(st.sampled_from(MUTABLE) | st.sampled_from(OTHERS)) for _ in names]
    parts = [f"{name}={default}" for name, default in zip(names, defaults)]
    marks = draw(st.sampled_from(["", "*", "/", "*rest"]))
    if marks:
        parts.insert(draw(st.integers(1, len(parts))) if marks == "/" else draw(st.integers(0, len(parts) - 1)), marks)
    found = [name for name, one in zip(names, defaults) if one in MUTABLE and name[0] != "_"]
    return ", ".join(["first", *parts]), found


CALL = st.tuples(TEXTS.map(lambda texts: (texts[0],)), st.just({}) | st.fixed_dictionaries({"marks": MARKS}))
CALL |= st.tuples(st.tuples(st.sampled_from(["tea", "jam"]), LINES), st.just({}))
CALL |= st.tuples(
    st.just(()), st.fixed_dictionaries({"text": st.just("rum")}, optional={"lines": LINES, "marks": MARKS})
)
FITTING = [(("a",), {}), (("a", [1]), {}), (("a",), {"marks": 2}), ((), {"text": "b", "lines": [3]})]
UNFIT = [((), {}), (("a",), {"text": "b"}), (("a", [1], 2), {}), (("a",), {"size": 1}), ((), {"lines": [3]})]


def collected(starts, turns):
    so_far, found = [start[:] for start in starts], []
    for turn, items in turns:
        so_far[turn] += items
        found.append(so_far[turn][:])
    return found


def filled(count, adds):
    return [[item for place, item in adds if place == number] for number in range(count)]


def noted(lines, marks, args, kwargs):
    """What a call of the repaired function returns."""
    given = deepcopy({"lines": lines, "marks": marks} | dict(zip(("text", "lines"), args)) | kwargs)
    given["lines"].append(given["text"])
    given["marks"].setdefault("all", ([], given["text"]))[0].append(given["text"])
    return given["lines"], given["marks"]


class TestLists:
    """add_item and collector"""

    @points(2)
    @given(items=st.lists(ITEM, min_size=1, max_size=4), given=st.sampled_from([(), (None,)]))
    @example(items=[1, 2], given=())
    @example(items=["tea", None], given=(None,))
    @public
    def test_makes_a_new_list_for_each_call(self, attempt, items, given):
        """Without a list, add_item returns a new one in each call, with the item alone."""
        lists = attempt.add_apart(items=items, given=given)
        assert lists == [[item] for item in items]

    @points(2)
    @given(
        kind=st.sampled_from(["list", "odd"]),
        start=ITEMS,
        adds=st.lists(st.tuples(st.integers(0, 2), ITEM), min_size=1, max_size=4),
    )
    @example(kind="list", start=[], adds=[(1, "tea"), (1, "jam"), (0, "rum")])
    @example(kind="odd", start=[], adds=[(2, 7)])
    @example(kind="list", start=[0], adds=[(0, None)])
    def test_adds_to_the_very_list(self, attempt, kind, start, adds):
        """add_item puts the item into the list that is given and returns that one, however empty or odd it is."""
        seen = attempt.add_to_lists(kind=kind, start=start, adds=adds)
        assert seen.lists == [start + items for items in filled(3, adds)]
        assert seen.places == [[place] for place, _ in adds]

    @points(2)
    @given(kind=KINDS, starts=st.tuples(ITEMS, ITEMS), turns=TURNS)
    @example(kind="list", starts=([1, 2], []), turns=[(0, [3]), (0, []), (0, []), (1, [4]), (0, [4, 5])])
    @example(kind="iterator", starts=([], [7]), turns=[(1, []), (1, [0])])
    @public
    def test_collects_apart(self, attempt, kind, starts, turns):
        """A collector has items of its own, and every list that it returns is a new one."""
        seen = attempt.collect_in_turn(kind=kind, starts=starts, turns=turns)
        assert seen.found == collected(starts, turns)
        assert seen.returned == [[*items, "mine"] for items in collected(starts, turns)]
        assert seen.starts == [[*start, "later"] for start in starts]

    @given(turns=st.lists(st.tuples(st.integers(0, 2), ITEM), min_size=1, max_size=5))
    @example(turns=[(0, 1), (1, 2), (0, 3)])
    def test_collects_from_nothing(self, attempt, turns):
        """Collectors without a start share nothing."""
        lists = attempt.collect_from_nothing(turns=turns)
        assert lists == collected([[], [], []], [(turn, [item]) for turn, item in turns])


class TestClasses:
    """Basket and Order"""

    @points(2)
    @given(owners=st.tuples(*[st.sampled_from(["ada", "bob", ""])] * 3), adds=ADDS)
    @example(owners=("ada", "bob", "eve"), adds=[(0, "jam"), (1, "tea"), (0, None)])
    @public
    def test_each_basket_has_its_own_items(self, attempt, owners, adds):
        """What is put into a basket is in no other one; its list stays the very one."""
        seen = attempt.fill_baskets(owners=owners, adds=adds)
        assert seen.now == list(zip(owners, filled(3, adds)))
        assert seen.lists == filled(3, adds)

    @points(2)
    @given(kind=KINDS, given=ITEMS, item=ITEM, later=ITEM)
    @example(kind="list", given=[], item="tea", later="jam")
    @example(kind="iterator", given=["rum", 0], item="tea", later="jam")
    def test_a_basket_copies_what_is_given(self, attempt, kind, given, item, later):
        """The items of a basket are a copy: neither what was given nor another basket of it can change them."""
        seen = attempt.fill_apart(kind=kind, given=given, item=item, later=later)
        assert seen.first == [*given, item]
        assert seen.second == given
        assert seen.given == [*given, later]

    @points(2)
    @given(
        numbers=st.tuples(*[st.integers(0, 9)] * 3),
        adds=st.lists(st.tuples(st.integers(0, 2), TEXTS.map(max)), max_size=4),
    )
    @example(numbers=(7, 8, 7), adds=[(0, "tea"), (2, "jam"), (0, "rum")])
    @public
    def test_each_order_has_its_own_lines(self, attempt, numbers, adds):
        """An Order is a dataclass, and each has lines and notes of its own."""
        orders = attempt.fill_orders(numbers=numbers, adds=adds)
        assert orders == [
            named("Order", number=number, lines=lines, notes=dict.fromkeys(lines, place))
            for place, (number, lines) in enumerate(zip(numbers, filled(3, adds)))
        ]

    @given(contents=st.lists(st.tuples(st.integers(0, 1), LINES, NOTES), min_size=1, max_size=4))
    @example(contents=[(7, [], {}), (7, ["next"], {}), (7, [], {})])
    @example(contents=[(7, ["next"], {"to": 1}), (7, ["next"], {"to": 1}), (0, ["next"], {"to": 1})])
    def test_orders_can_be_equal(self, attempt, contents):
        """Orders with the same contents are equal."""
        equal = attempt.compare_orders(contents=contents)
        assert equal == [[place for place, other in enumerate(contents) if other == one] for one in contents]

    @given(places=PAIRS)
    @example(places=[(1, 4), (3, 5), (0, 6), (2, 7)])
    def test_an_order_keeps_what_is_given(self, attempt, places):
        """An Order keeps the very list and dictionary that were given, empty and odd ones, too."""
        kept = attempt.keep_in_orders(places=places)
        assert kept == [([lines], [notes]) for lines, notes in places]


class TestCulprits:
    """culprits"""

    @points(3)
    @given(given=parameters())
    @example(given=("a, b=[], c=(), *, d={}, _seen={}", ["b", "d"]))
    @example(given=("first, /, b=set(), *, c=bytearray(), a=Counter()", ["b", "c", "a"]))
    @example(given=("first, a=OddList(), b=([],), c=frozenset({1}), items=list", ["a"]))
    @example(given=("*rest, b=[1], a={'a': 1}, **more", ["b", "a"]))
    @example(given=("self=[], b=deque(), c=Odd(), _d=[], __e__={}", ["self"]))
    @public
    def test_names_mutable_defaults(self, attempt, given):
        """culprits names the parameters whose default can be changed, in order, but for those with an underscore."""
        parameters, found = given
        names = attempt.blame(parameters=parameters)
        assert names == found

    @given(form=st.sampled_from(["class", "subclass", "method", "make"]), given=parameters())
    @example(form="method", given=("a, b=[], *, d={}", ["b", "d"]))
    @example(form="class", given=("a=None, b=[], *, _d={}", ["b"]))
    @example(form="subclass", given=("self=[], *, c={}", ["self", "c"]))
    @example(form="make", given=("a, b=bytearray()", ["b"]))
    def test_looks_into_classes(self, attempt, form, given):
        """Classes and methods, of an object or a class, have culprits as well."""
        parameters, found = given
        names = attempt.blame_owner(form=form, parameters=parameters)
        assert names == found

    @given(times=st.integers(1, 3), given=parameters())
    @example(times=1, given=("b=[], c={1}", ["b", "c"]))
    @example(times=2, given=("b=0, self={}", ["self"]))
    def test_looks_behind_decorators(self, attempt, times, given):
        """The culprits of a decorated function are those of the original, however often it was decorated."""
        parameters, found = given
        names = attempt.blame_decorated(times=times, parameters=parameters)
        assert names == found


class TestFreshDefaults:
    """fresh_defaults"""

    @points(3)
    @given(times=st.integers(1, 2), lines=LINES, marks=MARKS, calls=st.lists(CALL, min_size=1, max_size=4))
    @example(times=1, lines=["first"], marks={}, calls=[(("tea",), {}), (("jam",), {}), (("rum", []), {})])
    @example(
        times=1, lines=[], marks={"all": ([], "a")}, calls=[(("tea",), {}), (("jam",), {"marks": {}}), (("rum",), {})]
    )
    @example(times=2, lines=[], marks={}, calls=[(("tea",), {}), ((), {"text": "rum", "lines": []}), (("tea",), {})])
    @public
    def test_each_call_begins_anew(self, attempt, times, lines, marks, calls):
        """A call that leaves a culprit out gets a copy of its default, with all that is nested in it."""
        results = attempt.call_repaired(times=times, lines=lines, marks=marks, calls=calls)
        assert results == [noted(lines, marks, args, kwargs) for args, kwargs in calls]

    @given(given=nested(), count=st.integers(1, 3))
    @example(given=("[(set(),)]", [0, 0], "set", []), count=2)
    @example(given=("OddList([1])", [], "OddList", [1]), count=2)
    @example(given=("{'a': [Counter('a')]}", ["a", 0], "Counter", ["a"]), count=2)
    def test_copies_all_kinds(self, attempt, given, count):
        """Each call gets a copy of its own, of the kind that the default is of, with all that is nested in it."""
        default, way, kind, content = given
        copies = attempt.call_for_copies(default=default, way=way, count=count)
        assert copies == [(kind, [*content, number]) for number in range(count)]

    @given(texts=TEXTS)
    @example(texts=["tea", "jam"])
    def test_leaves_other_defaults_alone(self, attempt, texts):
        """Other defaults are shared as before; what the original does to its own is not seen here."""
        results = attempt.call_shared(texts=texts)
        all_of = [text for text in texts for _ in range(2)]
        assert results == [
            [[all_of[: 2 * n - 1], texts[:n], all_of[: 2 * n - 1]], [all_of[: 2 * n], [texts[n - 1]], all_of[: 2 * n]]]
            for n in range(1, len(texts) + 1)
        ]

    @given(places=st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=4))
    @example(places=[(1, 4), (3, 5), (0, 7), (8, 9)])
    def test_hands_on_the_very_arguments(self, attempt, places):
        """What is given reaches the function as it is, the very object: empty and odd ones, and the default itself."""
        found = attempt.call_with_things(places=places)
        assert found == [([one], [other]) for one, other in places]

    @given(error=ERRORS, numbers=st.lists(st.integers(0, 9), min_size=1, max_size=4))
    @example(error=StopIteration("a"), numbers=[1, 2, 3])
    def test_gives_back_the_very_end(self, attempt, error, numbers):
        """What the function returns or raises comes back, the very object, and the next call begins anew."""
        seen = attempt.call_failing(error=error, numbers=numbers)
        assert seen.which == [[min(place, 2)] for place in range(len(numbers))]
        assert seen.calls == [(7, number) for number in numbers]

    @given(
        calls=st.lists(
            st.tuples(
                st.just(()) | st.tuples(ITEM) | st.tuples(ITEM, LINES) | st.tuples(ITEM, LINES, ITEM),
                st.dictionaries(
                    st.sampled_from(
                        ["function", "text", "self", "args", "kwargs", "name", "key", "signature", "more words"]
                    ),
                    ITEM,
                    max_size=2,
                ),
            ),
            min_size=1,
            max_size=4,
        )
    )
    @example(calls=[((), {}), ((), {}), ((7,), {"text": 1}), ((7, [], 1), {"function": 1, "self": 2, "args": 3})])
    def test_knows_all_kinds_of_parameters(self, attempt, calls):
        """Parameters may come by position only, and a function that takes further ones gets them, of any name."""
        results = attempt.call_by_position(calls=calls)
        assert results == [[[*(list(args[1:2]) or [[]])[0], (*args, 0)[0]], args[2:], kwargs] for args, kwargs in calls]

    @given(calls=st.lists(st.tuples(WAYS, st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=4))
    @example(calls=[("object", 0, 2), ("class", 1, 0), ("object", 0, 1)])
    def test_serves_as_a_method(self, attempt, calls):
        """In a class a repaired function is a method, and calls within calls begin anew as well."""
        results = attempt.call_methods(calls=calls)
        assert results == [[[([place], left)] for left in range(number, -1, -1)] for _, place, number in calls]

    @given(calls=st.lists(st.sampled_from(FITTING + UNFIT), min_size=1, max_size=5))
    @example(calls=[FITTING[0], *UNFIT, *FITTING])
    def test_refuses_what_does_not_fit(self, attempt, calls):
        """Arguments that don't fit are a TypeError, and the function is not called."""
        seen = attempt.call_wrongly(calls=calls)
        assert seen.refused == [call for call in calls if call in UNFIT]
        fitting = [dict(zip(("text", "lines"), args)) | kwargs for args, kwargs in calls if (args, kwargs) in FITTING]
        assert seen.received == [(one["text"], one.get("lines", [7]), one.get("marks", 8)) for one in fitting]

    @given(
        name=st.sampled_from(["note", "load", "call"]),
        doc=st.none() | st.sampled_from(["Notes it.", ""]),
        given=st.sampled_from(["text, lines=[]", "a, /, b=[1], *, c={}", "*args, _d={'a': 1}, **more", "a=0"]),
    )
    @example(name="note", doc="Notes it.", given="text, lines=[]")
    def test_looks_as_before(self, attempt, name, doc, given):
        """A repaired function keeps its name, its docstring and its signature."""
        seen = attempt.describe(name=name, doc=doc, parameters=given)
        assert seen == [name, doc, f"({given})"]
