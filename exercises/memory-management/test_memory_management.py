"""The hidden suite of the exercise on memory management."""

from itertools import count

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

KINDS = st.sampled_from(["object", "odd", "bag", "slots", "function"])
FATES = st.lists(st.sampled_from(["at once", "collected", "kept"]), max_size=6)
STRANGE_FATES = st.sampled_from(["at once", "collected", "kept", "saved", "saved late", "replaced"])
KEYS = st.sampled_from([None, 0, 1, 1.0, True, -1, -2, "", "a", (), (1, "a"), frozenset({1})])
NUMBERS = st.lists(st.integers(0, 99), min_size=1, max_size=6, unique=True)
KEPT = st.lists(st.integers(0, 6), min_size=1, max_size=5, unique=True)
HANDS = st.integers(0, 2)
GET = st.tuples(st.just("get"), st.integers(0, 1), KEYS, HANDS)
GET_ONE = st.tuples(st.just("get"), st.just(0), st.integers(0, 2), HANDS)
DROP = st.tuples(st.just("drop"), HANDS)
ALIKE = st.sampled_from([1, True, None])
GET_ALIKE = st.tuples(st.just("get"), st.just(0), ALIKE, HANDS)
EVICT = st.tuples(st.just("evict"), st.sampled_from([0, 0, 1]), ALIKE)
WORDS = st.text("abc", min_size=1, max_size=3)
KINDS_OF_ERRORS = [ValueError, TypeError, KeyError, AttributeError, ReferenceError, StopIteration, RuntimeError]
KINDS_OF_OTHERS = [KeyboardInterrupt, SystemExit, GeneratorExit, BaseException]
EXCEPTIONS = st.builds(lambda kind, word: kind(word), st.sampled_from(KINDS_OF_ERRORS), WORDS)
OTHERS = st.builds(lambda kind, word: kind(word), st.sampled_from(KINDS_OF_OTHERS), WORDS)
WAYS = st.sampled_from(["left", "right", "call", "function"])
LISTENERS = st.lists(st.sampled_from(["method", "object"]), min_size=1, max_size=5)
KEYWORDS = [
    *[
        "receiver",
        "function",
        "method",
        "callback",
        "listener",
        "call",
        "func",
        "fn",
        "f",
        "target",
        "obj",
        "one",
        "key",
    ],
    *[
        "reference",
        "ref",
        "signal",
        "args",
        "kwargs",
        "results",
        "errors",
        "error",
        "first",
        "entry",
        "slot",
        "handler",
    ],
]
CALL = st.tuples(
    st.lists(st.integers(0, 9), max_size=2).map(tuple),
    st.just({}) | st.dictionaries(st.sampled_from(KEYWORDS), WORDS, max_size=1) | st.just(dict.fromkeys(KEYWORDS, "x")),
)
CHANGE = st.tuples(
    st.sampled_from(["connect", "connect", "connect", "disconnect"]), st.integers(0, 1), st.integers(0, 1), WAYS
)
SEND = st.tuples(st.integers(0, 1), CALL).map(lambda drawn: ("send", drawn[0], *drawn[1]))
REPLACE = st.tuples(st.just("replace"), st.integers(0, 1))


def counted(fates):
    """What a census says of things with these fates."""
    ends = {"saved": "kept", "saved late": "kept", "replaced": "at once"}
    found = [ends.get(fate, fate) for fate in fates]
    return {fate: found.count(fate) for fate in ("at once", "collected", "kept")}


def used(steps):
    """The things that are got from two caches, by key and number, and what each has released after every step."""
    known, hands, numbers = {}, {}, (count(1), count(1))
    got, released, seen = [], ([], []), []

    def let_go(one):
        for where in [where for where, another in known.items() if another is one and one not in hands.values()]:
            del known[where]
            released[one[0]].append(repr(one[1]))

    for action, *what in steps:
        if action == "get":
            place, key, hand = what
            one = known.get((place, key)) or [place, key, next(numbers[place])]
            before, known[place, key], hands[hand] = hands.get(hand), one, one
            got.append((one[1], one[2]))
            let_go(before)
        elif action == "evict":
            one = known.pop(tuple(what), None)
            if one:
                released[one[0]].append(repr(one[1]))
        else:
            let_go(hands.pop(*what, None))
        seen.append([each[:] for each in released])
    return got, seen


def heard(steps):
    """What two signals return that are sent something, while ears are replaced by others."""
    connected, ears, numbers, results = ([], []), [0, 1], count(2), []
    for action, place, *what in steps:
        if action == "send":
            results.append([(way, number, *what) for number, way in connected[place]])
        elif action == "replace":
            for receivers in connected:
                receivers[:] = [one for one in receivers if one[0] != ears[place]]
            ears[place] = next(numbers)
        else:
            one = (ears[what[0]], what[1])
            if action == "disconnect":
                connected[place][:] = [other for other in connected[place] if other != one]
            elif one not in connected[place]:
                connected[place].append(one)
    return results


def sent(number, connected):
    """What comes back if a number is sent to these functions, of which the first sends the number below it."""
    again = sent(number - 1, connected) if number and 0 in connected else None
    return [{0: again, 1: abs(number), 2: -number}[place] for place in connected]


def called(errors, word, again=None):
    """What is heard, and at which place the error stands that comes out of send: None if there is none."""
    calls, first = [], None
    for place, error in enumerate(errors):
        calls.append(f"{place} {word}")
        if place == again:
            calls += called(errors, word + word)[0]
        if error is not None and not isinstance(error, Exception):
            return calls, place
        if error is not None and first is None:
            first = place
    return calls, first


def taken_over(keys, evicted, instead):
    """The keys for which something is made and released (and whether it is gone), where as one goes another is kept."""
    made, released, kept = [*keys], [], set()
    for place, key in enumerate(keys):
        if key in evicted or key not in kept:
            released.append((key, key not in kept))
            kept.discard(key)
        other = instead.get(key, key)
        if other not in kept.union(keys[place + 1 :]):
            made.append(other)
        kept.add(other)
    return made, released


class TestCensus:
    """census"""

    @public
    @examples(20)
    @points(2)
    @given(fates=FATES)
    @example(fates=["at once", "collected", "kept", "collected", "at once"])
    def test_counts_how_objects_go(self, attempt, fates):
        """census counts the objects that go at once, those that only the collector finds, and those that are kept."""
        seen = attempt.take_census(fates=fates)
        assert seen.counted == counted(fates)

    @points(3)
    @given(things=st.lists(st.tuples(KINDS, STRANGE_FATES), max_size=8), whole=st.sampled_from([False, False, True]))
    @example(things=[(kind, fate) for kind in ("odd", "bag") for fate in ("at once", "kept", "collected")], whole=False)
    @example(things=[("object", fate) for fate in ("saved", "replaced", "saved late")], whole=False)
    @example(things=[("slots", "collected"), ("function", "at once")], whole=True)
    @example(things=[], whole=False)
    def test_counts_objects_of_any_kind(self, attempt, things, whole):
        """census tells objects apart by identity, and takes one for gone only when it no longer exists."""
        seen = attempt.take_strange_census(things=things, whole=whole)
        assert seen.counted == counted(["kept" if whole else fate for _, fate in things])
        assert seen.calls == ["make", "collect"]

    @examples(4)
    @given(fates=FATES, times=scale(100, 4_000))
    @example(fates=["collected", "kept", "at once"], times=3_000)
    def test_counts_any_number(self, attempt, fates, times):
        """census counts any number of objects."""
        seen = attempt.take_census(fates=fates, times=times)
        assert seen.counted == counted(fates * times)


class TestWeakCache:
    """WeakCache"""

    @public
    @points(2)
    @given(steps=st.lists(GET_ONE | DROP, min_size=1, max_size=8))
    @example(steps=[("get", 0, 1, 0), ("get", 0, 1, 1), ("drop", 0), ("get", 0, 1, 0), ("drop", 1), ("drop", 0)])
    @example(steps=[("get", 0, 1, 0), ("drop", 0), ("get", 0, 1, 0)])
    def test_has_an_object_as_long_as_somebody_keeps_it(self, attempt, steps):
        """get returns the very same object as long as somebody keeps it, and has a new one made after that."""
        seen = attempt.use_caches(kind="object", steps=steps)
        assert seen.got == used(steps)[0]

    @points(2)
    @given(kind=KINDS, steps=st.lists(GET | GET | DROP, min_size=1, max_size=8))
    @example(kind="odd", steps=[("get", 0, None, 0), ("get", 0, None, 1), ("drop", 0), ("drop", 1), ("drop", 1)])
    @example(kind="bag", steps=[("get", 0, 1, 0), ("get", 1, 1, 1), ("get", 0, True, 2), ("drop", 0), ("drop", 2)])
    @example(kind="slots", steps=[("get", 0, 0, 0), ("drop", 0), ("get", 0, 0, 0), ("get", 0, "", 0)])
    @example(kind="function", steps=[("get", 1, (), 0), ("get", 0, -1, 1), ("get", 0, -2, 2), ("drop", 0), ("drop", 1)])
    def test_releases_each_object_once(self, attempt, kind, steps):
        """release is called with the key, once for each object, as soon as the object is gone."""
        seen = attempt.use_caches(kind=kind, steps=steps)
        got, released = used(steps)
        assert seen.got == got
        assert seen.released == released

    @points(2)
    @given(kind=KINDS, steps=st.lists(GET_ALIKE | EVICT | DROP, min_size=3, max_size=9))
    @example(kind="function", steps=[("get", 0, (), 0), ("get", 1, (), 1), ("evict", 1, ()), ("drop", 0), ("drop", 1)])
    @example(kind="object", steps=[("get", 0, 1, 0), ("evict", 0, 1), ("get", 0, 1, 1), ("drop", 0), ("get", 0, 1, 2)])
    @example(kind="odd", steps=[("evict", 0, 1), ("get", 0, 1, 0), ("evict", 0, 1.0), ("evict", 0, 1), ("drop", 0)])
    @example(kind="slots", steps=[("get", 0, "a", 0), ("evict", 1, "a"), ("drop", 0), ("evict", 0, "a")])
    @example(
        kind="bag", steps=[("get", 0, True, 0), ("evict", 0, 1), ("get", 0, 1, 1), ("drop", 0), ("get", 0, True, 2)]
    )
    def test_evicts(self, attempt, kind, steps):
        """evict releases and forgets an object at once, and the end of that object changes nothing any more."""
        seen = attempt.use_caches(kind=kind, steps=steps)
        got, released = used(steps)
        assert seen.got == got
        assert seen.released == released

    @given(kind=KINDS, drawn=NUMBERS.flatmap(lambda keys: st.tuples(st.just(keys), st.permutations(range(len(keys))))))
    @example(kind="object", drawn=([3, 7], [1, 0]))
    def test_releases_after_its_own_end(self, attempt, kind, drawn):
        """release is called for each object, even if the cache is gone before it."""
        keys, order = drawn
        seen = attempt.outlive_cache(kind=kind, keys=keys, order=order)
        released = [keys[place] for place in order]
        assert seen.released == [released[: number + 1] for number in range(len(order))]

    @points(2)
    @given(fates=st.lists(st.sampled_from(["saved", "ring"]), min_size=1, max_size=6))
    @example(fates=["saved", "ring", "saved"])
    def test_what_comes_back_is_not_gone(self, attempt, fates):
        """An object that saved itself, or that only the collector finds, is there for get until it is gone."""
        seen = attempt.come_back(fates=fates)
        everything = list(range(len(fates)))
        saved = [[fates[:key].count("saved")] if fates[key] == "saved" else [] for key in everything]
        assert seen.made == everything
        assert seen.found == [[]] * len(fates) + saved
        assert seen.released == [[], [key for key in everything if fates[key] == "ring"], everything]

    @given(errors=st.lists(EXCEPTIONS | OTHERS, min_size=1, max_size=3), key=KEYS)
    @example(errors=[KeyError("a"), KeyError("a")], key="a")
    @example(errors=[kind("a") for kind in KINDS_OF_ERRORS + KINDS_OF_OTHERS], key=1)
    def test_passes_an_error_on(self, attempt, errors, key):
        """An error of make reaches whoever called get, and the next get calls make again."""
        seen = attempt.make_failing(errors=errors, key=key)
        assert seen.raised == [[place] for place in range(len(errors))]
        assert seen.got == len(errors) + 1
        assert seen.calls == [key] * (len(errors) + 1)

    @given(keys=KEPT, evicted=KEPT, instead=st.dictionaries(st.integers(0, 6), st.integers(0, 9), max_size=4))
    @example(keys=[3, 6, 5], evicted=[], instead={6: 5, 5: 1})
    @example(keys=[3, 6, 5], evicted=[3, 5], instead={6: 5, 5: 1})
    def test_release_uses_the_cache(self, attempt, keys, evicted, instead):
        """release may use the cache: for the key that is being released there is no object then."""
        seen = attempt.use_while_releasing(keys=keys, evicted=evicted, instead=instead)
        made, released = taken_over(keys, evicted, instead)
        assert seen.made == made
        assert seen.released == released

    @given(numbers=NUMBERS, places=st.tuples(*[st.lists(st.integers(0, 5), max_size=3)] * 2))
    @example(numbers=[1, 2, 3], places=([0], [1]))
    def test_forgets_keys(self, attempt, numbers, places):
        """A key is not kept alive by the cache once its object is gone or evicted, and an evicted object neither."""
        evicted, dropped = ([place for place in some if place < len(numbers)] for some in places)
        seen = attempt.forget_keys(numbers=numbers, evicted=evicted, dropped=dropped)
        left = [number for place, number in enumerate(numbers) if place not in evicted + dropped]
        assert seen.kept == left
        assert seen.alive == [number for place, number in enumerate(numbers) if place not in dropped]

    @examples(4)
    @given(first=st.integers(1, 9), times=scale(100, 4_000))
    @example(first=1, times=2_000)
    def test_has_any_number_of_objects(self, attempt, first, times):
        """WeakCache has any number of objects at once, and releases any number one after the other."""
        seen = attempt.get_many(first=first, times=times)
        assert seen.released == 2 * times
        assert seen.sum == times * (2 * first + times - 1)
        assert seen.kept == times


class TestSignal:
    """Signal"""

    @public
    @points(2)
    @given(steps=st.lists(st.tuples(st.sampled_from(["connect", "disconnect", "send"]), HANDS), min_size=1, max_size=9))
    @example(steps=[("connect", 1), ("connect", 0), ("connect", 1), ("send", 2), ("disconnect", 1), ("send", 1)])
    @example(steps=[("disconnect", 0), ("connect", 0), ("connect", 2), ("disconnect", 0), ("connect", 0), ("send", 1)])
    def test_calls_in_the_order_of_connecting(self, attempt, steps):
        """send calls those who are connected, each once and in the order of connecting, and returns their results."""
        seen = attempt.call_functions(steps=steps)
        connected, results = [], []
        for action, number in steps:
            if action == "send":
                results.append(sent(number, connected))
            elif action == "disconnect":
                connected = [place for place in connected if place != number]
            elif number not in connected:
                connected.append(number)
        assert seen.results == results

    @points(3)
    @given(steps=st.lists(CHANGE | CHANGE | SEND | REPLACE, min_size=3, max_size=12))
    @example(
        steps=[("connect", 0, 0, "left"), ("connect", 0, 1, "left"), ("connect", 0, 0, "right"), ("send", 0, (), {})]
    )
    @example(steps=[("connect", 0, 0, "left"), ("connect", 0, 0, "left"), ("send", 0, (1,), {"a": "b"})])
    @example(steps=[*[("connect", 0, 1, way) for way in ("call", "function")], ("replace", 1), ("send", 0, (), {})])
    @example(steps=[*[("connect", 0, number, "call") for number in (0, 1)], ("send", 0, (), {})])
    @example(
        steps=[
            *[("connect", 0, number, way) for number in (0, 1) for way in ("left", "right", "call")],
            *[step for way in ("left", "call") for step in [("disconnect", 0, 0, way), ("send", 0, (), {})]],
        ]
    )
    def test_knows_methods_and_objects(self, attempt, steps):
        """A method is a receiver as long as its object exists, and two are the same only by identity."""
        seen = attempt.call_ears(steps=steps)
        assert seen.results == heard(steps)

    @public
    @given(ways=LISTENERS, left=st.integers(0, 4), word=WORDS)
    @example(ways=["object", "method", "object"], left=1, word="a")
    def test_keeps_no_receiver_alive(self, attempt, ways, left, word):
        """A signal keeps no receiver alive: it goes at once when its last other reference goes."""
        seen = attempt.send_and_let_go(ways=ways, failing=[], left=left, word=word)
        assert seen.heard == [(number, word) for number in range(len(ways))]
        assert seen.alive == list(range(len(ways)))[:left]

    @points(2)
    @given(
        errors=st.lists(st.none() | EXCEPTIONS | EXCEPTIONS | OTHERS, max_size=5), word=WORDS, again=st.integers(0, 5)
    )
    @example(errors=[None, ValueError("a"), None, ValueError("a")], word="b", again=3)
    @example(errors=[ValueError("a"), KeyboardInterrupt("a"), None], word="b", again=5)
    @example(errors=[ValueError("a"), None, KeyError("a")], word="b", again=1)
    @example(errors=[None, StopIteration("a"), None, *[kind("a") for kind in KINDS_OF_ERRORS]], word="b", again=0)
    @example(errors=[ReferenceError("a"), None, SystemExit("a"), None], word="b", again=9)
    @example(errors=[ReferenceError("a"), None, AttributeError("a"), None, GeneratorExit("a"), None], word="b", again=9)
    def test_calls_all_before_it_raises(self, attempt, errors, word, again):
        """send calls all receivers before it raises the first of their exceptions; what is no Exception ends it."""
        seen = attempt.send_to_failing(errors=errors, word=word, again=again)
        calls, place = called(errors, word, again)
        results = [f"{place} {word}" for place in range(len(errors))]
        assert seen.heard == calls
        assert seen.outcome == (("returned", results) if place is None else ("raised", errors[place]))
        assert seen.which == ([] if place is None else [place]), "A copy is not the error that was raised."

    @points(2)
    @given(ways=LISTENERS, failing=st.lists(st.integers(0, 4), max_size=3), left=st.integers(0, 3), word=WORDS)
    @example(ways=["object"] * 3, failing=[0, 2], left=1, word="a")
    @example(ways=["object", "method"], failing=[1], left=0, word="b")
    def test_an_error_keeps_nobody_alive(self, attempt, ways, failing, left, word):
        """Once nobody has the error that a receiver raised, the receivers go at once with their last reference."""
        seen = attempt.send_and_let_go(ways=ways, failing=failing, left=left, word=word)
        assert seen.heard == [(number, word) for number in range(len(ways))]
        assert seen.alive == list(range(len(ways)))[:left]

    @examples(4)
    @given(first=st.integers(1, 9), times=scale(50, 400))
    @example(first=1, times=400)
    def test_calls_any_number(self, attempt, first, times):
        """A signal has any number of receivers at once, and any number one after the other."""
        seen = attempt.send_to_many(first=first, times=times)
        total = times * (2 * first + times - 1) // 2
        assert seen["one by one"] == total
        assert seen.together == total
