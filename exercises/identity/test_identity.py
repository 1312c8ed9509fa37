"""The hidden suite of the exercise on identity and equality."""

import operator

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

NAN = float("nan")
# What stands in the scenarios' list of things, as far as it matters: odd ones equal all, answers equal nothing.
THINGS = [None, False, 0, "", (), [], NAN, NAN, "odd", "odd", "answer", "answer", ([],), [()], 10**30]
THINGS += ["proxy", "decimal", "other decimal", 2.5, "complex", "other complex", 10**400, "nan", ..., "not"]
THINGS += [{2}, {}, "class"]  # behind them stand two that can't be compared
WITHOUT_HASH = [5, 8, 9, 10, 11, 12, 13, 25, 26]
COMPARABLE = st.integers(0, len(THINGS) - 1)
PLACE = st.integers(0, len(THINGS) + 1)
PLACES = st.lists(PLACE, max_size=7)
ALL = list(range(len(THINGS) + 2))
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered", "shy"])
TEXTS = st.text("abc", min_size=2, max_size=3)
NUMBERS = st.integers(1_000, 1_003) | st.integers(10**20, 10**20 + 1) | st.sampled_from([0.5, 1.5])
KEYS = st.sampled_from(["a", "b", None, (), 1, True])
DICTIONARIES = st.lists(st.sampled_from(["dict", "OrderedDict", "defaultdict", "Counter"]), min_size=2, max_size=2)
ERRORS = st.builds(
    lambda kind: kind("a"), st.sampled_from([TypeError, ValueError, RuntimeError, KeyboardInterrupt, SystemExit])
)
KEPT = 19
OTHERS = st.sampled_from(["text", "mark", "url", "pair", "odd"])
ALIKE = "x.org|X.org|x.org/| x.org|x.org#a|x.org?a|http://x.org|www.x.org|\xe9.org|e\u0301.org".split("|")
URLS = st.sampled_from(["x.org", "x.org", "y.org", "", *ALIKE])
PAGES = st.lists(st.tuples(URLS, st.booleans()), min_size=1, max_size=4)


def pairs(values):
    """A dictionary as pairs, in random order."""
    return st.lists(st.tuples(KEYS, values), max_size=4, unique_by=lambda pair: pair[0])


@st.composite
def parts(draw):
    """Lists, dictionaries, sets and tuples that contain one another: tuples only such tuples as come later."""
    kinds = draw(st.lists(st.sampled_from(["list", "list", "dict", "set", "tuple", "tuple"]), min_size=1, max_size=6))
    made = []
    for number, kind in enumerate(kinds):
        ends = [n for n, other in enumerate(kinds) if kind != "tuple" or other != "tuple" or n > number]
        allowed = st.integers(-KEPT, -1) | st.sampled_from(ends) if ends else st.integers(-KEPT, -1)
        items = draw(st.lists(st.integers(0, 3) if kind == "set" else allowed, max_size=4))
        made.append((kind, items or ([-1] if kind == "tuple" else [])))
    return made


def chain(length, kinds):
    """Parts that each contain the next one."""
    return [(kinds[n % len(kinds)], [n + 1, -2]) for n in range(length)] + [("list", [-1])]


def shape(parts, number=0, seen=None):
    """What the first of the parts looks like."""
    seen = [] if seen is None else seen
    if number < 0:
        return f"[{KEPT + number}]"
    if number in seen:
        return f"#{seen.index(number)}"
    seen.append(number)
    kind, items = parts[number]
    if kind == "set":
        inner = [f"[{one}]" for one in sorted(set(items))]
    else:
        inner = [shape(parts, one, seen) for one in items]
    if kind == "dict":
        inner = [f"[{key}]={item}" for key, item in enumerate(inner)]
    return f"{kind}({' '.join(inner)})"


def same(one, other):
    """Whether two things by their places are the same value."""
    a, b = THINGS[one], THINGS[other]
    if one == other:
        return True
    if a == "answer" or a == "odd":
        return a == "odd"
    if b == "answer" or b == "odd":
        return b == "odd"
    return operator.eq(a, b) or (operator.ne(a, a) and operator.ne(b, b))  # as Python compares: 0 is False


def changed(before, after, same):
    before, after, missing = dict(before), dict(after), object()
    own = [key for key, value in before.items() if after.get(key, missing) is missing or not same(value, after[key])]
    return own + [key for key in after if before.get(key, missing) is missing]


class TestIdentity:
    """Identity"""

    @points(2)
    @given(places=PLACES)
    @example(places=[0, 0, 8, 0])
    @example(places=[0, 3, 1])
    @example(places=[])
    @example(places=[0, 15, 3])
    @example(places=[0] * 2_000 + [3])
    @public
    def test_coalesce_asks_for_none(self, attempt, places):
        """coalesce returns the first value that is not None, however it compares and whether it is true."""
        found = attempt.first_of(places=places)
        assert found == [next((place for place in places if place != 0), 0)]

    @points(2)
    @given(kind=st.sampled_from(["list", "tuple"]), places=PLACES, wanted=st.lists(PLACE, max_size=5))
    @example(kind="list", places=ALL[::-1], wanted=ALL)
    @example(kind="tuple", places=[8, 6, 7, 6], wanted=[7, 6, 0])
    @example(kind="list", places=[0] * 2_000 + [3], wanted=[3])
    def test_finds_the_very_object(self, attempt, kind, places, wanted):
        """index_of finds the first place of the very object, and none that is only equal."""
        seen = attempt.find(kind=kind, places=places, wanted=wanted)
        assert seen.found == [(place, places.index(place)) for place in wanted if place in places]
        assert seen.missing == [place for place in wanted if place not in places]

    @given(values=st.lists(TEXTS | NUMBERS, min_size=1, max_size=3), place=st.integers(0, 8))
    @example(values=["abc"], place=2)
    @example(values=[1_000, 1_000], place=4)
    @public
    def test_finds_among_equal_ones(self, attempt, values, place):
        """index_of tells numbers and texts apart that are equal and not the same."""
        place %= 3 * len(values)
        found = attempt.find_equal(values=values, place=place)
        assert found == place

    @given(kind=KINDS, places=PLACES)
    @example(kind="iterator", places=ALL + ALL)
    @example(kind="shy", places=[1, 2])
    @example(kind="numbered", places=[1, 2, 1])
    def test_counts_objects(self, attempt, kind, places):
        """count_distinct counts different objects, equal or not, with a hash or without."""
        counted = attempt.count(kind=kind, places=places)
        assert counted == len(set(places))

    @examples(4)
    @given(number=scale(2, 6_000))
    @example(number=6_000)
    def test_counts_what_nobody_keeps(self, attempt, number):
        """count_distinct counts objects that are made one after the other, and that nobody else keeps."""
        counted = attempt.count_made(number=number)
        assert counted == (number + 1) // 2 + 1


class TestEquality:
    """Equality"""

    @points(2)
    @given(kinds=DICTIONARIES, before=pairs(TEXTS | NUMBERS), after=pairs(TEXTS | NUMBERS))
    @example(kinds=["dict"] * 2, before=[("b", 1_000), ("a", "abc")], after=[("a", "abc"), ("b", 1_000)])
    @example(kinds=["dict"] * 2, before=[("b", 1_000), ("a", "abc")], after=[(None, 1), (1, 1_000)])
    @example(kinds=["dict"] * 2, before=[("b", 0.5), (True, 1.5)], after=[(1, 0.5), ("b", 1.5)])
    @example(kinds=["defaultdict"] * 2, before=[("b", 0), ("a", "abc")], after=[("a", "abc"), (1, 0)])
    @example(kinds=["OrderedDict"] * 2, before=[("b", 0), ("a", "ab"), (1, 0)], after=[(True, 1), ("c", 0), (None, 1)])
    @public
    def test_compares_values(self, attempt, kinds, before, after):
        """changed_keys lists keys whose values are not equal, or that only one has, in order."""
        seen = attempt.compare(kinds=kinds, before=before, after=after)
        assert seen.changed == changed(before, after, lambda one, other: one == other)
        assert seen.sizes == [len(before), len(after)]

    @points(3)
    @given(kinds=DICTIONARIES, before=pairs(COMPARABLE), after=pairs(COMPARABLE))
    @example(kinds=["dict"] * 2, before=[("a", 6), ("b", 6), (1, 0)], after=[("a", 6), ("b", 7)])
    @example(
        kinds=["dict"] * 2,
        before=[("a", 8), ("b", 10), (1, 10), (None, 0)],
        after=[("a", 10), ("b", 8), (1, 10), (None, 9)],
    )
    @example(kinds=["dict", "OrderedDict"], before=[("a", 10)], after=[("a", 8)])
    @example(kinds=["dict"] * 2, before=[("a", 6), ("b", 18), (1, 18)], after=[("a", 18), ("b", 7), (1, 18)])
    @example(kinds=["dict"] * 2, before=[("a", 10), ("b", 6), (1, 0)], after=[("a", 11), ("b", 10), ((), 0), (1, 1)])
    @example(kinds=["dict"] * 2, before=[("a", 16), ("b", 15), (True, 16)], after=[("a", 17), ("b", 0), (1, 16)])
    @example(kinds=["dict", "defaultdict"], before=[], after=[("a", 0), ("b", 8)])
    @example(kinds=["dict", "defaultdict"], before=[("a", 0), ("b", 8), (1, 2)], after=[])
    @example(kinds=["dict", "Counter"], before=[("a", 2), ("b", 23), (1, 24), ((), 1)], after=[])
    @example(kinds=["Counter", "dict"], before=[], after=[("a", 2), ("b", 23), (1, 24), ((), 1)])
    @example(kinds=["dict"] * 2, before=[("a", 19), ("b", 21), (1, 24)], after=[("a", 20), ("b", 6), (1, 24)])
    @example(kinds=["dict"] * 2, before=[("a", 6), ("b", 22), (1, 23)], after=[("a", 21), ("b", 6), (1, 23)])
    def test_knows_nan_and_the_very_object(self, attempt, kinds, before, after):
        """Values are the same if they are one object, or equal, or both NaN; a missing key is not None."""
        keys = attempt.compare_things(kinds=kinds, before=before, after=after)
        assert keys == changed(before, after, same)

    @given(rows=st.lists(st.tuples(KEYS, st.lists(st.integers(0, 3), max_size=3), st.integers(0, 3)), max_size=4))
    @example(rows=[("a", [1], 1), ("b", [1], 2)])
    def test_takes_any_answer(self, attempt, rows):
        """An answer of == counts if it is true or false, whatever it is."""
        rows = list({row[0]: row for row in rows}.values())
        keys = attempt.compare_answers(rows=rows)
        assert keys == [key for key, equals, value in rows if value not in equals]


class TestBookmark:
    """Bookmark"""

    @points(3)
    @given(
        pages=st.lists(st.tuples(URLS, st.booleans()), max_size=5),
        wanted=st.lists(URLS, max_size=3),
        titles=st.lists(TEXTS, min_size=5, max_size=5),
    )
    @example(pages=[("x.org", False), ("x.org", True), ("y.org", True)], wanted=["x.org", "X.org"], titles=["ab"] * 5)
    @example(pages=[("x.org", True), ("x.org", True), ("x.org", False)], wanted=["y.org", "x.org"], titles=["ab"] * 5)
    @example(pages=[(url, False) for url in ALIKE], wanted=ALIKE, titles=["ab"] * 10)
    @public
    def test_is_known_by_its_url(self, attempt, pages, wanted, titles):
        """Bookmarks with the same url are equal and have one hash, whatever their title becomes."""
        seen = attempt.use_bookmarks(pages=pages, wanted=wanted, titles=titles)
        urls = [url for url, _ in pages]
        assert seen.found == [urls.index(url) if url in urls else "not there" for url in wanted]
        assert seen.first == ["old"] * len(pages) + [""]
        assert seen.titles == titles[: len(pages)]
        assert seen.equal == [urls.index(url) for url in urls]
        assert seen.unequal == [place for place, url in enumerate(urls) if url != urls[-1]]

    @given(pages=PAGES, actions=st.lists(URLS | st.just("delete"), min_size=1, max_size=3))
    @example(pages=[("x.org", False)], actions=["y.org", "x.org", "delete", "y.org"])
    @example(pages=[("", True), ("x.org", True)], actions=["delete", "", "y.org"])
    def test_url_is_for_good(self, attempt, pages, actions):
        """The url of a bookmark can be neither assigned nor deleted."""
        seen = attempt.change_urls(pages=pages, actions=actions)
        assert seen.urls == [f"to {url}" for url, _ in pages]
        assert seen.found == seen.urls
        assert seen.refused == actions * len(pages)

    @points(2)
    @given(url=URLS, others=st.lists(st.tuples(URLS, OTHERS), max_size=4))
    @example(url="x.org", others=[("x.org", "text"), ("x.org", "mark"), ("y.org", "mark"), ("x.org", "url")])
    @example(url="y.org", others=[("y.org", "pair"), ("x.org", "odd"), ("y.org", "mark")])
    def test_leaves_the_answer_to_others(self, attempt, url, others):
        """Compared with what is no bookmark, the other one decides; if it does not, they are not equal."""
        seen = attempt.meet_others(url=url, others=others)
        names = [f"a {kind} {other}" for other, kind in others]
        equal = [f"a {kind} {other}" for other, kind in others if kind == "odd" or kind == "mark" and other == url]
        assert seen.left == equal
        assert seen.right == equal
        assert seen.unequal_left == [name for name in names if name not in equal]
        assert seen.unequal_right == seen.unequal_left


class TestHashesAndCopies:
    """Hashes and copies"""

    @given(kind=KINDS, places=PLACES)
    @example(kind="list", places=ALL + ALL)
    @public
    def test_tells_what_has_a_hash(self, attempt, kind, places):
        """usable_keys keeps what has a hash: no list, and no tuple with a list in it."""
        keys = attempt.keys_of(kind=kind, places=places)
        assert keys == [[place] for place in places if place not in WITHOUT_HASH]

    @given(error=ERRORS, place=st.integers(0, 2), by_hash=st.booleans())
    @example(error=TypeError("a"), place=1, by_hash=True)
    @example(error=TypeError("a"), place=1, by_hash=False)
    @example(error=KeyboardInterrupt("a"), place=2, by_hash=True)
    def test_other_errors_go_on(self, attempt, error, place, by_hash):
        """TypeError of hash says that there is none; any other exception, or of the iterable, reaches the caller."""
        seen = attempt.ask_for_hash(error=error, place=place, by_hash=by_hash)
        assert seen == (("returned", [[0], [2]]) if by_hash and isinstance(error, TypeError) else ("raised", [place]))

    @points(4)
    @given(parts=parts())
    @example(parts=[("list", [1, 1, 2, -3]), ("list", [-1]), ("list", [-1])])
    @example(parts=[("list", [0, 1]), ("dict", [0, 1])])
    @example(parts=[("tuple", [1, 1, -1]), ("list", [0, 2, 2]), ("tuple", [1, -4])])
    @example(parts=[("dict", [1, 1, 2]), ("set", [3, 2]), ("tuple", [1, -12, -11])])
    @example(parts=[("list", list(range(-KEPT, 0)) * 80)])
    @example(parts=[("tuple", [n + 1, n + 1]) for n in range(60)] + [("list", [-1])])
    @example(parts=[("list", [1, 2, 3]), ("dict", [4, 4]), ("dict", [5, 6]), ("dict", [6, 5]), *[("list", [-1])] * 3])
    @example(parts=[("list", [1, 2, 1, 2, 3, 3, -1, -2]), ("list", []), ("dict", []), ("set", [])])
    @example(parts=[("list", [1, 2, 2, 3]), ("tuple", [-4]), ("tuple", [-3]), ("tuple", [-4])])
    @example(parts=[("list", [1, 1, 2, 2]), ("set", [1]), ("tuple", [3, 3]), ("list", [-1])])
    @example(parts=chain(99, ["list", "tuple", "dict"]))
    @example(parts=chain(99, ["tuple"]))
    @public
    def test_copy_has_the_same_shape(self, attempt, parts):
        """What was shared is shared in the copy, what contains itself does so, and all else is the very object."""
        seen = attempt.copy(parts=parts)
        assert seen == shape(parts)

    @points(2)
    @given(parts=parts())
    @example(parts=[("list", [1, 2, 3, 4]), ("list", [-1]), ("dict", [-1]), ("tuple", [4]), ("set", [])])
    def test_original_stays(self, attempt, parts):
        """What is done to the copy is not seen in the original."""
        seen = attempt.keep(parts=parts)
        assert seen.copied == shape(parts)
        assert seen.original == shape(parts)

    @given(numbers=st.lists(st.integers(0, 99), min_size=1, max_size=5))
    @example(numbers=[1, 2, 3, 4])
    def test_copies_do_not_know_each_other(self, attempt, numbers):
        """What was copied before has no say in the next copy."""
        copies = attempt.copy_one_by_one(numbers=numbers)
        expected = []
        for place, number in enumerate(numbers):
            record = {"box": [number], "seen": set(numbers[: place + 1])}
            expected += [[[number], [number], ([number],), record], number]
        assert copies == expected
