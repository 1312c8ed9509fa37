"""The hidden suite of the exercise on bounded caches."""

from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

KEYS = ["a", "b", None, (1, 2), 1, "", "1", -1, -2]
KEY = st.sampled_from(["a", "b", None] * 3 + [*KEYS, True, 1.0])
PLACES = st.integers(0, 12)  # places in the scenarios' list of things
STEP = st.one_of(
    st.tuples(st.just("write"), KEY, PLACES),
    st.tuples(st.just("write"), KEY, PLACES),
    st.tuples(st.sampled_from(["read", "in", "delete", "get"]), KEY),
    st.tuples(st.just("get"), KEY, PLACES),
    st.sampled_from([("look",), ("first",), ("loop within a loop",)]),
)
KINDS = st.sampled_from(["LRUCache", "TTLCache", "custom_cache"])
WAIT = st.tuples(st.sampled_from(["wait", "wait", "set the clock"]), st.integers(1, 20))
SIZE = st.just(()) | st.sampled_from([None, 0, 1, 2, 2, 3]).map(lambda size: (size,))
SIZES = st.integers(-3, 6) | st.sampled_from([None, 10**20, -(10**20)])
TURN = st.integers(0, 1)
ERRORS = st.builds(
    lambda kind, text: kind(text),
    st.sampled_from([ValueError, KeyError, TypeError, StopIteration, KeyboardInterrupt, BaseException]),
    st.text("abc", min_size=1, max_size=3),
)
VALUES = st.sampled_from([1, 1.0, True, 0, False, "1", None, (1,), (1.0,), ("a", 1), -1, -2, "a"])
ARGS = st.lists(VALUES, max_size=2).map(tuple)
NAMES = ["self", "cls", "key", "args", "kwargs", "function", "func", "fn", "f", "typed", "cache", "name", "value"]
KWARGS = st.dictionaries(st.sampled_from(["a", "b"] * 3 + NAMES), VALUES, max_size=2)
CALLS = st.lists(st.tuples(TURN, st.just("call"), ARGS, KWARGS), min_size=1, max_size=8)
FEW = st.sampled_from(
    [((), {}), ((1,), {}), ((True,), {}), ((2,), {}), ((1,), {"self": 2}), ((), {"a": 1})]
    + [((), {"a": 1, "b": 2}), ((), {"b": 2, "a": 1})]
)
OTHER, SAME, FIRST = "another function", "the same", "the first"
STEPS = st.lists(
    st.tuples(TURN, st.sampled_from(["call", "call", "call", "forget"]), FEW).map(lambda one: (*one[:2], *one[2]))
    | st.tuples(TURN, st.sampled_from(["info", "clear"])),
    min_size=1,
    max_size=12,
)
ONE = ((1,), {})
TWO = ((2,), {})
VALUE_BY_VALUE = [
    (0, (way, "a", *more))
    for place in range(13)
    for way, *more in [("write", place), ("in",), ("get", 12 - place), ("read",), ("delete",), ("get", place)]
]
OVERWRITTEN = [(0, (way, "a", *([place] * (way == "write")))) for place in [*range(13), 0] for way in ("write", "read")]
KEY_BY_KEY = [(0, ("write", key, place)) for place, key in enumerate(KEYS)]
KEY_BY_KEY += [(0, ("read", key)) for key in [*KEYS, True, 1.0]] + [(0, ("write", True, 11)), (0, ("look",))]
KEY_BY_KEY += [(0, (way, key)) for key in KEYS for way in ("delete", "in")]
LIFE = [("write", "a", 1), ("wait", 5), ("read", "a"), ("get", "a"), ("in", "a"), ("look",), ("wait", 4)]
UNUSED = [("write", "a", 1), ("write", "b", 2), ("in", "a"), ("look",), ("write", None, 3), ("look",)]
ASKED = [("read", "a"), ("get", "a"), ("get", "a", 3), ("in", "a"), ("delete", "a"), ("first",), ("look",)]
ASKED_AFTERWARDS = [(0, step) for last in ASKED for step in [*LIFE, last]]
YEAR = 16 * 365 * 24 * 3600
PAIRS = frozenset({("a", 2)})
BY_PLACE = [  # no two of these calls are the same, nor of those below
    (args, {})
    for args in [(), ((),), ((), ()), (((),),), (1,), ((1,),), (2,), (1, 2), (2, 1), ((1, 2),), (1, 1), (1, 1, 2)]
    + [("1",), ("a",), ("a", 1), (("a", 1),), ((("a", 1),),), (-1,), (-2,), (None,), ("",), (0,)]
]
BY_NAME = [
    *((args, {"a": 2}) for args in [(), (1,), (2,), (1, 2)]),
    *((args, {}) for args in [(1, "a", 2), (1, ("a", 2)), (1, (("a", 2),)), ((1,), "a", 2), ((1,), ("a", 2))]),
    *((args, {}) for args in [((1,), (("a", 2),)), (1, PAIRS), ((1, PAIRS),), ((1,), PAIRS), (PAIRS,)]),
    *(((), keywords) for keywords in [{"a": 1}, {"b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 1}, {"a": -1}, {"a": -2}]),
]
TYPES = [((1,), {"a": 1.0}), ((1.0,), {"a": 1}), ((True,), {"a": 1}), ((1, 1.0), {}), ((1.0, 1), {}), ((1, 1), {})]


def each_twice(calls):
    return [(0, "call", *one) for one in [*calls, *calls]]


def walk(seed, *more):
    """Steps by chance among few keys, most of them for the first of two caches."""
    chance, steps = Random(seed), []
    for _ in range(40):
        key, place = chance.choice(KEYS[:4]), chance.randrange(13)
        ways = [("write", key, place), ("write", key, place), ("read", key), ("get", key), ("get", key, place)]
        ways += [("in", key), ("delete", key), ("look",), ("first",), *more]
        steps.append((chance.choice([0, 0, 0, 1]), chance.choice(ways)))
    return steps


def wander(seed):
    """Calls by chance of two functions, which forget and count now and then."""
    chance = Random(seed)
    ways, calls = ["call"] * 9 + ["forget", "forget", "info", "clear"], BY_PLACE[4:8] + TYPES[:2]
    steps = [(chance.choice([0, 0, 1]), chance.choice(ways), *chance.choice(calls)) for _ in range(40)]
    return [step[:2] if step[1] in ("info", "clear") else step for step in steps]


class Model:
    """What an LRUCache or a TTLCache should answer."""

    def __init__(self, size=None, ticks=None):
        self.size, self.ticks, self.now, self.entries = size, ticks, 0, {}

    def answer(self, way, *rest):
        if way in ("wait", "set the clock"):
            self.now += rest[0] * (way == "wait")
            return None
        self.entries = {key: one for key, one in self.entries.items() if self.ticks is None or self.now < one[1]}
        key = rest[0] if rest else None
        if way in ("read", "get") and self.entries.get(key):
            self.entries[key] = self.entries.pop(key)
        found = self.entries.get(key)
        if way == "read":
            return [[found[0]]] if found else []
        if way == "get":
            return [found[0]] if found else [*rest[1:]] or [0]
        if way == "in":
            return [key] if found else []
        if way == "delete":
            return [] if self.entries.pop(key, None) else [key]
        if way == "write":
            self.entries.pop(key, None)
            self.entries[key] = rest[1], self.now + (self.ticks or 0)
            if self.size is not None and len(self.entries) > self.size:
                del self.entries[next(iter(self.entries))]
        order = [KEYS.index(one) for one in self.entries]
        return {"first": order[:1], "loop within a loop": len(order) ** 2}.get(way, (len(order), order))


def key_of(args, kwargs, typed):
    parts = [*enumerate(args), *sorted(kwargs.items())]
    return tuple((name, value, str(type(value)) if typed else "") for name, value in parts)


class CachedModel:
    """What a cached function should do."""

    def __init__(self, function, size=None, typed=False):
        self.function, self.size, self.typed = function, size, typed
        self.clear()

    def clear(self):
        self.cache, self.hits, self.misses = Model(self.size), 0, 0

    def call(self, /, *args, **kwargs):
        key = key_of(args, kwargs, self.typed)
        found = self.cache.entries.get(key)
        if found:
            self.hits += 1
            self.cache.entries[key] = self.cache.entries.pop(key)
            return found[0]
        self.misses += 1
        result = self.function(*args, **kwargs)
        entries = self.cache.entries
        entries[key] = (result,)
        if self.size is not None and len(entries) > self.size:
            del entries[next(iter(entries))]
        return result

    def info(self):
        return {"hits": self.hits, "misses": self.misses, "size": len(self.cache.entries), "max_size": self.size}


def followed(settings, given, steps):
    """What two cached functions answer, and how they are called."""
    calls = []

    def count(*args, **kwargs):
        calls.append((args, kwargs))
        return len(calls)

    size, typed = settings.get("max_size"), settings.get("typed", False)
    models = [CachedModel(count, size, typed)]
    models.append(CachedModel(models[0].call if given == FIRST else count, size, typed))
    answers = []
    for turn, way, *rest in steps:
        model = models[turn]
        if way == "call":
            answers.append(model.call(*rest[0], **rest[1]))
        elif way == "info":
            answers.append(model.info())
        elif way == "forget":
            model.cache.entries.pop(key_of(*rest, typed), None)
        else:
            model.clear()
    return answers, calls


class TestLRUCache:
    """LRUCache"""

    @points(4)
    @given(sizes=st.tuples(SIZE, SIZE), turns=st.lists(st.tuples(TURN, STEP), min_size=1, max_size=14))
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("read", "a")), (0, ("write", None, 3))],
    )
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("get", "a")), (0, ("write", None, 3))],
    )
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("in", "a")), (0, ("write", None, 3))],
    )
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("write", "a", 3)), (0, ("write", None, 3))],
    )
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("write", "b", 3)), (0, ("look",))],
    )
    @example(sizes=((), ()), turns=[(0, ("write", "a", 2)), (0, ("write", "a", 1)), (0, ("read", "a"))])
    @example(
        sizes=((2,), ()),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("first",)), (0, ("write", None, 3))],
    )
    @example(sizes=((0,), (1,)), turns=[(0, ("write", "a", 1)), (0, ("get", "a")), (1, ("write", "b", 0))])
    @example(sizes=((), ()), turns=VALUE_BY_VALUE)
    @example(sizes=((), ()), turns=KEY_BY_KEY)
    @example(sizes=((), ()), turns=OVERWRITTEN)
    @example(sizes=((2,), (3,)), turns=walk(1))
    @example(sizes=((3,), (1,)), turns=walk(2))
    @example(sizes=((2,), ()), turns=walk(7))
    @example(
        sizes=((), (3,)),
        turns=[(1, ("write", "a", 0)), (1, ("read", "a")), (1, ("get", "a", 3)), (0, ("get", "a", 2)), (0, ("look",))],
    )
    @public
    def test_forgets_what_was_used_least_recently(self, attempt, sizes, turns):
        """An LRUCache keeps the entries that were written or read last, as many as it may."""
        answers = attempt.use_caches(sizes=sizes, turns=turns)
        models = [Model(*size) for size in sizes]
        assert answers == [models[turn].answer(*step) for turn, step in turns]

    @given(wanted=st.lists(st.tuples(KINDS, SIZES), min_size=1, max_size=5), count=st.just(5))
    @example(
        wanted=[("LRUCache", 0), ("LRUCache", -1), ("TTLCache", -1), ("custom_cache", -1), ("TTLCache", 0)], count=5
    )
    @example(wanted=[(kind, 10**20) for kind in ("LRUCache", "TTLCache", "custom_cache")], count=5)
    @example(
        wanted=[("LRUCache", None), ("LRUCache", 2), ("TTLCache", None), ("TTLCache", 2), ("custom_cache", 2)], count=5
    )
    @example(wanted=[("custom_cache", None), ("custom_cache", 20_000)], count=20_001)
    @public
    def test_has_a_size(self, attempt, wanted, count):
        """A cache keeps max_size entries, none if it is 0 and all if it is None; a negative size is refused."""
        seen = attempt.make_caches(wanted=wanted, count=count)
        kept = []
        for kind, size in wanted:
            if size is None or size >= 0:
                numbers = range(count - min(count if size is None else size, count), count)
                kept.append((-sum(range(count)) if kind == "custom_cache" else sum(numbers), len(numbers)))
        assert seen.refused == [(kind, size) for kind, size in wanted if size is not None and size < 0]
        assert seen.kept == kept

    @examples(4)
    @given(
        count=scale(100, 10_000),
        part=st.sampled_from([1, 2, 3, None]),
        step=st.integers(1, 9),
        seconds=st.none() | st.integers(1, 9),
    )
    @example(count=10_000, part=None, step=3, seconds=None)
    @example(count=10_000, part=1, step=3, seconds=None)
    @example(count=10_000, part=1, step=3, seconds=5)
    def test_keeps_many(self, attempt, count, part, step, seconds):
        """A cache keeps as many entries as it is told to."""
        size = part and count * 3 // 2 // part
        seen = attempt.fill_cache(count=count, size=size, step=step, seconds=seconds)
        kept = list(range(count))[-size:] if size else list(range(count))
        read = [number for number in range(0, count, step) if number >= kept[0]]
        order = [number for number in kept if number % step] + read + list(range(count, 2 * count))
        left = order[-size:] if size else order
        rest = len(left) - len(left[::step])
        assert seen.read == sum(read)
        assert seen.sum == sum(left)
        assert seen.lengths == [len(left), rest, rest if seconds is None else 0]


class TestTTLCache:
    """TTLCache"""

    @points(5)
    @given(
        settings=st.tuples(st.tuples(st.integers(1, 20), SIZE), st.tuples(st.integers(1, 20), SIZE)),
        turns=st.lists(st.tuples(TURN, STEP | WAIT), min_size=1, max_size=14),
    )
    @example(
        settings=((16, ()), (9, ())),
        turns=[(0, ("write", "a", 0)), (0, ("wait", 15)), (0, ("read", "a")), (0, ("wait", 1)), (0, ("get", "a", 3))],
    )
    @example(
        settings=((16, (2,)), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("wait", 9)), (0, ("write", "b", 2)), (0, ("read", "a")), (0, ("wait", 8))]
        + [(0, ("write", None, 3)), (0, ("look",))],
    )
    @example(
        settings=((16, ()), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("wait", 9)), (0, ("write", "a", 2)), (0, ("wait", 9)), (0, ("read", "a"))],
    )
    @example(
        settings=((9, ()), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("wait", 9)), (0, ("look",)), (0, ("in", "a")), (0, ("delete", "a"))],
    )
    @example(
        settings=((9, ()), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("wait", 9)), (0, ("delete", "a"))],
    )
    @example(
        settings=((9, ()), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("set the clock", 20)), (0, ("read", "a"))],
    )
    @example(
        settings=((9, ()), (9, ())),
        turns=[(0, ("write", "a", 1)), (0, ("write", "b", 2)), (0, ("wait", 5)), (0, ("write", "a", 3))]
        + [(0, ("wait", 4)), (0, ("look",)), (0, ("in", "b")), (0, ("wait", 5)), (0, ("in", "a"))],
    )
    @example(
        settings=((9, ()), (9, (1,))),
        turns=[(0, ("write", "a", 1)), (0, ("wait", 4)), (0, ("delete", "a")), (0, ("write", "a", 2))]
        + [(0, ("wait", 5)), (0, ("read", "a")), (0, ("wait", 4)), (0, ("read", "a"))],
    )
    @example(
        settings=((9, ()), (9, (1,))),
        turns=[(1, ("write", "a", 1)), (1, ("wait", 4)), (1, ("write", "b", 2)), (1, ("write", "a", 3))]
        + [(1, ("wait", 5)), (1, ("read", "a")), (1, ("wait", 4)), (1, ("read", "a"))],
    )
    @example(settings=((9, (0,)), (9, ())), turns=[(0, ("write", "a", 1)), (0, ("wait", 9)), (0, ("look",))])
    @example(settings=((9, ()), (9, ())), turns=ASKED_AFTERWARDS)
    @example(settings=((9, ()), (9, ())), turns=VALUE_BY_VALUE)
    @example(settings=((9, ()), (9, ())), turns=OVERWRITTEN)
    @example(settings=((9, (2,)), (5, (3,))), turns=walk(3, ("wait", 1), ("wait", 5)))
    @example(settings=((19, (2,)), (9, ())), turns=walk(8, ("wait", 1), ("wait", 5)))
    @example(settings=((9, (2,)), (9, ())), turns=[(0, step) for step in UNUSED])
    @example(settings=((40, (3,)), (20, ())), turns=walk(4, ("wait", 5), ("set the clock", 99)))
    @example(
        settings=((YEAR, ()), (1 / 32, ())),
        turns=[(1, ("write", "a", 1)), (0, ("write", "a", 1)), (0, ("wait", 1 / 64)), (1, ("in", "a"))]
        + [(0, ("wait", YEAR - 1)), (0, ("in", "a")), (1, ("in", "a")), (0, ("wait", 1)), (0, ("in", "a"))],
    )
    @public
    def test_entries_expire(self, attempt, settings, turns):
        """An entry of a TTLCache is gone when its seconds have passed since it was written, and takes no room then."""
        answers = attempt.use_expiring_caches(settings=settings, turns=turns)
        models = [Model(*(size or [None]), ticks) for ticks, size in settings]
        expected = []
        for turn, step in turns:
            if step[0] == "wait":
                models[1 - turn].answer(*step)
            expected.append(models[turn].answer(*step))
        assert answers == expected


class TestCustomCache:
    """custom_cache"""

    @points(3)
    @given(typed=st.booleans(), steps=CALLS)
    @example(typed=False, steps=each_twice(BY_PLACE))
    @example(typed=False, steps=each_twice(BY_NAME))
    @example(typed=True, steps=each_twice(BY_NAME))
    @example(typed=True, steps=each_twice(TYPES))
    @example(typed=False, steps=each_twice([((1,), {name: 2}) for name in NAMES]))
    @example(typed=False, steps=[(0, "call", (1,), {}), (0, "call", (1.0,), {}), (0, "call", ("1",), {})])
    @example(typed=True, steps=[(0, "call", (1,), {}), (0, "call", (1.0,), {}), (0, "call", (True,), {})])
    @example(typed=True, steps=[(0, "call", ((1,),), {}), (0, "call", ((1.0,),), {}), (0, "call", (1,), {"a": 1.0})])
    @example(typed=True, steps=[(0, "call", (), {"a": 1}), (0, "call", (), {"a": True}), (0, "call", (), {"a": 1})])
    @example(typed=False, steps=[(0, "call", (("a", 1),), {}), (0, "call", (), {"a": 1}), (0, "call", ("a", 1), {})])
    @example(typed=False, steps=[(0, "call", (), {"a": 1, "b": 1}), (0, "call", (), {"b": 1, "a": 1})])
    @example(typed=False, steps=[(0, "call", (), {"a": 1, "b": 2}), (0, "call", (), {"a": 2, "b": 1})])
    @example(typed=False, steps=[(0, "call", (1, 2), {}), (0, "call", (((1, 2), frozenset()),), {})])
    @example(typed=False, steps=[(0, "call", (-1,), {}), (0, "call", (-2,), {}), (1, "call", (-1,), {})])
    @example(typed=True, steps=[(0, "call", (), {"a": 1, "b": "1"}), (0, "call", (), {"b": "1", "a": 1})])
    @example(typed=True, steps=[(0, "call", (1, 1.0), {}), (0, "call", (1.0, 1), {})])
    @example(typed=True, steps=[(0, "call", (), {"a": 1, "b": 1.0}), (0, "call", (), {"a": 1.0, "b": 1})])
    @example(typed=False, steps=[(0, "call", (), {"self": 1}), (0, "call", (), {"key": 1})])
    @public
    def test_knows_the_same_call(self, attempt, typed, steps):
        """A cached function is called for arguments that are new to it, and for types that are if it is told to."""
        seen = attempt.call_cached(settings={"typed": typed}, given=OTHER, steps=steps)
        answers, calls = followed({"typed": typed}, OTHER, steps)
        assert seen.answers == answers
        assert seen.calls == calls

    @given(places=st.lists(st.integers(0, 4), min_size=2, max_size=6), name=st.sampled_from([None, "a"]))
    @example(places=[0, 3, 4, 3, 0], name=None)
    @example(places=[3, 0, 4, 3], name="a")
    def test_knows_types_of_one_name(self, attempt, places, name):
        """With typed, arguments of several types are different, whatever the types are called."""
        numbers = {}
        for place in places:
            numbers.setdefault(place, len(numbers) + 1)
        assert attempt.call_with_ones(places=places, name=name) == [numbers[place] for place in places]

    @points(4)
    @given(
        settings=st.fixed_dictionaries(
            {}, optional={"max_size": st.sampled_from([None, 0, 1, 2]), "typed": st.booleans()}
        ),
        given=st.sampled_from([OTHER, SAME, FIRST]),
        steps=STEPS,
    )
    @example(settings={}, given=OTHER, steps=[(0, "call", *ONE), (0, "call", *ONE), (0, "info"), (1, "info")])
    @example(
        settings={"max_size": 2},
        given=OTHER,
        steps=[(0, "call", *ONE), (0, "call", *TWO), (0, "call", *ONE), (0, "call", (), {}), (0, "call", *ONE)],
    )
    @example(settings={"max_size": 0}, given=OTHER, steps=[(0, "call", *ONE), (0, "call", *ONE), (0, "info")])
    @example(
        settings={},
        given=OTHER,
        steps=[(0, "call", *ONE), (0, "call", *TWO), (0, "forget", *ONE), (0, "info"), (0, "call", *TWO)]
        + [(0, "call", *ONE)],
    )
    @example(
        settings={},
        given=OTHER,
        steps=[(0, "call", *ONE), (1, "call", *ONE), (0, "call", *ONE), (0, "clear"), (0, "info"), (1, "info")],
    )
    @example(
        settings={},
        given=OTHER,
        steps=[(0, "forget", *ONE), (0, "info"), (0, "call", *ONE), (0, "forget", *ONE), (0, "info")],
    )
    @example(settings={"typed": True}, given=OTHER, steps=[(0, "call", *ONE), (0, "forget", *ONE), (0, "call", *ONE)])
    @example(
        settings={"typed": True}, given=OTHER, steps=[(0, "call", *ONE), (0, "forget", (True,), {}), (0, "call", *ONE)]
    )
    @example(
        settings={"max_size": 1}, given=OTHER, steps=[(0, "clear"), (0, "call", *ONE), (0, "call", *TWO), (0, "info")]
    )
    @example(settings={}, given=OTHER, steps=[(0, "call", *ONE), (0, "call", (True,), {}), (0, "info")])
    @example(settings={}, given=SAME, steps=[(0, "call", *ONE), (1, "call", *ONE), (0, "info"), (1, "info")])
    @example(
        settings={},
        given=OTHER,
        steps=each_twice(BY_NAME[:8]) + [(0, "forget", *one) for one in BY_NAME[:8:2]] + each_twice(BY_NAME[:8]),
    )
    @example(
        settings={"typed": True},
        given=OTHER,
        steps=[(0, way, (1,), {name: 2}) for way in ("call", "forget", "call") for name in NAMES],
    )
    @example(
        settings={"max_size": 2},
        given=OTHER,
        steps=[
            (0, "call", *ONE),
            (0, "call", *TWO),
            (0, "forget", (3,), {}),
            (0, "call", (), {}),
            (0, "forget", (), {}),
            (0, "info"),
            (0, "call", *ONE),
            (0, "call", *TWO),
        ],
    )
    @example(settings={"max_size": 3, "typed": True}, given=OTHER, steps=wander(5))
    @example(settings={"max_size": 2}, given=FIRST, steps=wander(6))
    @example(settings={}, given=FIRST, steps=[(0, "call", *ONE), (1, "info"), (1, "call", *ONE), (1, "info")])
    @example(settings={}, given=FIRST, steps=[(1, "call", *ONE), (0, "clear"), (1, "call", *ONE), (0, "info")])
    def test_counts_and_forgets(self, attempt, settings, given, steps):
        """A cached function counts hits and misses, forgets one result or all, and keeps no more than it may."""
        seen = attempt.call_cached(settings=settings, given=given, steps=steps)
        answers, calls = followed(settings, given, steps)
        assert seen.answers == answers
        assert seen.calls == calls

    @given(places=st.lists(PLACES, min_size=1, max_size=5), times=st.integers(1, 3))
    @example(places=list(range(13)), times=2)
    def test_remembers_any_result(self, attempt, places, times):
        """None and other false things are results, and the very object comes back."""
        seen = attempt.call_for_things(places=places, times=times)
        assert seen.found == [[place] for place in places] * times
        assert seen.calls == list(dict.fromkeys(places))

    @points(2)
    @given(
        error=ERRORS,
        place=st.integers(0, 2),
        fails=st.lists(st.integers(1, 4), max_size=3, unique=True),
        names=st.lists(st.sampled_from("xy"), min_size=1, max_size=6),
    )
    @example(error=ValueError("a"), place=1, fails=[1, 2], names=["x"] * 4)
    @example(error=KeyError("a"), place=1, fails=[1], names=["x"] * 3)
    @example(error=StopIteration("a"), place=2, fails=[2], names=["x", "y", "x"])
    @public
    def test_remembers_no_error(self, attempt, error, place, fails, names):
        """The very error of a cached function reaches the caller, counts as a miss, and the next call tries again."""
        seen = attempt.call_failing(error=error, place=place, fails=fails, names=names)
        found, calls, kept = [], [], {}
        for name in names:
            if name not in kept:
                calls.append(name)
                kept = kept if len(calls) in fails else {name: len(calls)}
            found.append(kept.get(name, [place]))
        assert seen.found == found
        assert seen.calls == calls
        hits = len(names) - len(calls)
        assert seen.info == {"hits": hits, "misses": len(calls), "size": len(kept), "max_size": 1}

    @points(2)
    @given(size=st.none() | st.integers(0, 4), numbers=st.lists(st.integers(0, 8), min_size=1, max_size=3))
    @example(size=None, numbers=[8, 8])
    @example(size=1, numbers=[4])
    @example(size=0, numbers=[4])
    def test_calls_itself(self, attempt, size, numbers):
        """A cached function may call itself, and the calls within are remembered and counted, too."""
        seen = attempt.call_recursively(size=size, numbers=numbers)
        calls = []

        def add(number):
            calls.append(number)
            return number if number < 2 else model.call(number - 1) + model.call(number - 2)

        model = CachedModel(add, size)
        assert seen.results == [model.call(number) for number in numbers]
        assert seen.calls == calls
        assert seen.info == model.info()

    @given(
        verb=st.sampled_from(["load", "send"]), number=st.integers(0, 99), doc=st.sampled_from([None, "", "Does it."])
    )
    def test_keeps_name_and_docstring(self, attempt, verb, number, doc):
        """A cached function keeps its name and its docstring."""
        described = attempt.describe(verb=verb, number=number, doc=doc)
        assert described == (f"{verb}_{number}", doc)
