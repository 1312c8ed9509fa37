"""The hidden suite of the exercise on functional programming."""

from datetime import timedelta
from functools import reduce
from inspect import signature
from itertools import chain, islice

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

ITEMS = st.lists(st.integers(-2, 9), max_size=6)
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
LISTS = st.lists(ITEMS, min_size=1, max_size=3)
THINGS = st.lists(st.integers(0, 12), min_size=1, max_size=6)  # places in the scenarios' list of things
ALL_THINGS = list(range(13))
TRUTHS = st.sampled_from([True, False, None, 0, 1, 2, -1, "", "no", [], [0], (), 0.0, 0.5, b"", set(), timedelta()])
WAYS = st.sampled_from(["my_map", "my_filter", "my_reduce", "group_by"])
LAZY_WAYS = st.sampled_from(["my_map", "my_filter"])
KINDS_OF_ERRORS = [ValueError, TypeError, AttributeError, IndexError, KeyError, LookupError, ZeroDivisionError]
KINDS_OF_ERRORS += [RuntimeError, RecursionError, OSError, EOFError, AssertionError, StopAsyncIteration, Exception]
KINDS_OF_ERRORS += [KeyboardInterrupt, SystemExit, BaseException]
ALL_ERRORS = [kind("missing 1 required positional argument: 'b'") for kind in KINDS_OF_ERRORS]
ERRORS = st.lists(
    st.builds(lambda kind, message: kind(message), st.sampled_from(KINDS_OF_ERRORS), st.text("abc", max_size=4)),
    min_size=1,
    max_size=4,
)
PLACES = st.integers(0, 2)
LETTERS = st.text("fghk", max_size=5)
TEXTS = st.lists(st.text("xyz", max_size=2), min_size=1, max_size=3)
USUAL_NAMES = ["function", "functions", "f", "func", "first", "args", "kwargs", "cls", "value", "signature", "name"]
GIVEN = st.lists(
    st.tuples(
        st.lists(st.integers(0, 9), max_size=3).map(tuple),
        st.dictionaries(st.sampled_from(["sep", *USUAL_NAMES]), st.integers(0, 9), max_size=2),
    ),
    min_size=1,
    max_size=3,
)
KEYS = st.sampled_from([None, 0, 1, 1.0, True, -1, -2, "", "a", "1", (), (1, 2), (2, 1), frozenset({1}), 0.5])
NUMBER = st.integers(1, 9)
LEAVES = st.sampled_from([None, False, 0, "", "ab"]) | st.builds(list) | st.builds(dict) | st.just(())


MISSING = [
    ["c"],
    [0],
    ["c", "a"],
    ["b", 2],
    ["b", -3],
    ["b", -4],
    ["b", 1, "a"],
    ["t", 1],
    ["t", -2],
    ["e", 0],
    ["e", -1],
]
CURRIED = {  # the signatures of the scenarios' functions
    "three": lambda a, b, c: None,
    "rest": lambda a, b, *others, **named: None,
    "mixed": lambda a, b=0, *, c, d=0: None,
    "places": lambda a, b=0, /, *others, c: None,
    "nothing": lambda a=0, *others: None,
    "named": lambda function, args, **kwargs: None,
    "decorated": lambda a, b, c: None,
    "class": lambda a, b: None,
    "method": lambda a, b, c=0: None,
    "object": lambda a, *, b: None,
    "partial": lambda a, *, b=3, c, d=0: None,
}


@st.composite
def portions(draw):
    """A kind of function, its arguments in portions of which only the last one suffices, and the call that it makes."""
    kind = draw(st.sampled_from(list(CURRIED)))
    curried = signature(CURRIED[kind])
    by_kind = {one: [name for name, it in curried.parameters.items() if it.kind == one] for one in range(5)}
    only, either, others, by_name, named = (by_kind[one] for one in range(5))
    count = draw(st.integers(len(only), len(only + either) + 2 * len(others)))
    needed = {name for name, it in curried.parameters.items() if it.default is it.empty} - {*others, *named}
    names = [name for name in (only + either)[count:] + by_name if name in needed or draw(st.booleans())]
    if named:
        names += draw(st.lists(st.sampled_from(["func", "first", "kwargs", "size"]), max_size=2, unique=True))
    steps = list(enumerate(draw(st.permutations([None] * count + names)), start=draw(NUMBER)))
    cuts = draw(st.lists(st.integers(0, len(steps)), max_size=4).map(sorted))
    given, args, kwargs = [], (), {}
    for start, end in zip([0, *cuts], [*cuts, None], strict=True):
        piece = steps[start:end]
        given.append(
            (tuple(value for value, name in piece if not name), {name: value for value, name in piece if name})
        )
        args, kwargs = args + given[-1][0], kwargs | given[-1][1]
        if needed <= curried.bind_partial(*args, **kwargs).arguments.keys():
            break
    bound = curried.bind(*args, **kwargs)
    bound.apply_defaults()
    return kind, given, tuple(bound.arguments.values())


def labelled(lists):
    return ["/".join(map(str, items)) for items in zip(*lists, strict=False)]


def replaced(data, path, function):
    """Nested data with something else at the end of a path."""
    if not path:
        return function(data)
    key, *rest = path
    if isinstance(data, dict):
        return {one: replaced(value, rest, function) if one == key else value for one, value in data.items()}
    place = range(len(data))[key]
    return type(data)(replaced(one, rest, function) if here == place else one for here, one in enumerate(data))


def keys_of(data):
    return list(data) if isinstance(data, dict) else list(range(len(data)))


def nested(leaves):
    """Dicts, lists and tuples in each other."""
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.lists(inner, min_size=1, max_size=3).map(tuple)
            | st.dictionaries(
                st.sampled_from(["a", "b", "", 0, 1, -1, 0.5, (), (1, 2), None]), inner, min_size=1, max_size=3
            )
        ),
        max_leaves=8,
    )


@st.composite
def places(draw, leaves=NUMBER | LEAVES):
    """Nested data and a path into it, thirty keys at most, some of them negative or bool."""
    data = place = draw(nested(leaves))
    path = []
    for _ in range(draw(st.integers(0, 4))):
        if not isinstance(place, dict | list | tuple) or not place or place == [0]:
            break
        key = draw(st.sampled_from(keys_of(place)))
        if not isinstance(place, dict) and draw(st.booleans()):
            key -= len(place)
        path.append(bool(key) if key in (0, 1) and isinstance(place, list) and draw(st.booleans()) else key)
        place = place[key]
    for depth in range(draw(st.sampled_from([0, 0, 1, 26]))):
        data, key = [([data], 0), ((depth, data), -1), ({"a": depth, "b": data}, "b")][depth % 3]
        path = [key, *path]
    return data, draw(st.sampled_from([list, tuple]))(path)


class TestMapFilterReduce:
    """map, filter and reduce"""

    @points(2)
    @given(kind=KINDS, lists=LISTS, items=ITEMS)
    @example(kind="list", lists=[[2, 3, 4]], items=[1, 2, 3, 4])
    @example(kind="iterator", lists=[[2, 3, 4], [1]], items=[1, 2, 3])
    @example(kind="bare", lists=[[2], [3, 4], []], items=[])
    @public
    def test_maps_until_one_is_at_its_end(self, attempt, kind, lists, items):
        """my_map calls the function with the first items, then with the second ones, until an iterable has no more."""
        mapped = attempt.map_lists(kind=kind, lists=lists)
        assert mapped == labelled(lists)
        pairs = attempt.map_pairs(items=items)
        assert pairs == labelled([items[::2], items[1::2]])

    @points(2)
    @given(lists=LISTS, results=st.lists(TRUTHS, min_size=1, max_size=4), most=st.integers(1, 4))
    @example(lists=[[1, 2, 3]], results=[1, 2], most=2)
    @example(lists=[[1, 2, 3], [4]], results=[None, 0], most=3)
    def test_maps_on_demand(self, attempt, lists, results, most):
        """my_map pulls one item of each iterable, and calls the function once, when a result is asked for."""
        seen = attempt.map_slowly(lists=lists, results=results, most=most)
        shortest = min(map(len, lists))
        count = min(most, shortest)
        returned = islice(chain(results, [results[-1]] * 4), count)
        wanted = [(result, [items[:done] for items in lists], done) for done, result in enumerate(returned, start=1)]
        assert seen.seen == [([[] for _ in lists], 0), *wanted]
        end = [len(items) for items in lists].index(shortest) if most > shortest else 0
        assert seen.left == [items[count + (place < end) :] for place, items in enumerate(lists)]

    @given(kind=KINDS, answers=st.lists(TRUTHS, max_size=8))
    @example(kind="list", answers=[True, False, 1, 0, "no", "", None, [0], 2])
    @public
    def test_filters_by_truth(self, attempt, kind, answers):
        """my_filter gives the items for which the predicate returns something true, and False is an item as well."""
        kept = attempt.filter_things(kind=kind, answers=answers)
        assert kept == [number for number, answer in enumerate(answers) if answer]

    @given(items=ITEMS, divisor=st.integers(1, 3), most=st.integers(1, 4))
    @example(items=[1, 2, 3, 4, 5, 6], divisor=2, most=2)
    def test_filters_on_demand(self, attempt, items, divisor, most):
        """my_filter pulls items when one is asked for, and none behind the one that it gives."""
        seen = attempt.filter_slowly(items=items, divisor=divisor, most=most)
        hits = [place for place, item in enumerate(items) if item % divisor == 0][:most]
        assert seen.seen == [[], *[(items[place], items[: place + 1]) for place in hits]]
        assert seen.left == (items[hits[-1] + 1 :] if len(hits) == most else [])

    @given(
        way=LAZY_WAYS,
        items=st.lists(NUMBER, max_size=6),
        further=st.lists(NUMBER, max_size=2),
        lengths=st.lists(NUMBER, min_size=2, max_size=4),
    )
    @example(way="my_map", items=[1, 2, 3, 4], further=[5], lengths=[2, 2])
    @example(way="my_filter", items=[1, 2, 3, 4], further=[5], lengths=[2, 2])
    def test_goes_on_where_it_stands(self, attempt, way, items, further, lengths):
        """A second loop over what my_map or my_filter returned goes on where the first stopped."""
        seen = attempt.loop_again(way=way, items=items, further=further, lengths=lengths)
        one = iter([item + (way == "my_map") for item in items + further])
        assert seen.seen == [next(one, "no more"), *[list(islice(one, length)) for length in lengths]]
        assert seen.left == items + further

    @examples(4)
    @given(step=scale(1, 3_000), most=scale(1, 40))
    @example(step=3_000, most=9)
    @example(step=1, most=30_000)
    def test_knows_no_limit(self, attempt, step, most):
        """However many items and iterables there are, each of the functions goes through all of them."""
        seen = attempt.count_many(step=step, most=most)
        assert seen.count == most
        assert seen.sum == sum(2 * (step * (number + 1) - 1) for number in range(most))
        together = attempt.put_many_together(count=most)
        assert together.total == sum(range(most))
        assert together.groups == most // 2 + 1
        assert together.size == most

    @points(2)
    @given(
        kind=KINDS,
        items=st.lists(st.text("abc", max_size=2), min_size=1, max_size=6),
        initial=st.tuples() | st.tuples(TRUTHS),
    )
    @example(kind="list", items=["a", "b", "c"], initial=())
    @example(kind="iterator", items=["a", "b"], initial=(None,))
    @example(kind="bare", items=["a"], initial=("",))
    @example(kind="iterator", items=["a"], initial=())
    @example(kind="numbered", items=["a", "", "b"], initial=(0,))
    @public
    def test_reduces_from_the_left(self, attempt, kind, items, initial):
        """my_reduce puts items together from the left, beginning with the initial value or else the first item."""
        total = attempt.reduce_list(kind=kind, items=items, initial=initial)
        assert total == reduce(lambda total, item: f"({total} {item})", items, *initial)

    @given(lists=st.lists(st.lists(st.integers(-9, 9), max_size=3), min_size=2, max_size=5))
    @example(lists=[[1, 2], [], [0], []])
    def test_reduces_no_items(self, attempt, lists):
        """my_reduce raises TypeError if there is neither an item nor an initial value, and returns a single item."""
        seen = attempt.reduce_all(lists=lists)
        assert seen.refused == [items for items in lists if not items]
        assert seen.sums == [sum(items) for items in lists if items]
        assert seen.lists == lists, "The lists that were given have changed."

    @points(2)
    @given(places=THINGS)
    @example(places=ALL_THINGS)
    def test_any_thing_is_an_item(self, attempt, places):
        """None, false things and what equals everything are items, results and totals; a function may be odd, too."""
        found, totals, begun, single = attempt.pass_things(places=places)
        assert found == [[place] for place in places]
        assert totals == [[place] for place in places]
        assert begun == [[place] for place in places]
        assert single == [[place] for place in places]

    @given(
        way=WAYS,
        items=ITEMS,
        begun=st.booleans(),
        errors=ERRORS,
        place=PLACES,
        by_function=st.booleans(),
    )
    @example(way="my_map", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=False)
    @example(way="my_map", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=True)
    @example(way="my_filter", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=False)
    @example(way="my_filter", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=True)
    @example(way="my_reduce", items=[1], begun=True, errors=ALL_ERRORS, place=1, by_function=False)
    @example(way="my_reduce", items=[], begun=False, errors=ALL_ERRORS, place=1, by_function=False)
    @example(way="my_reduce", items=[1], begun=False, errors=ALL_ERRORS, place=1, by_function=True)
    @example(way="group_by", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=False)
    @example(way="group_by", items=[1, 2], begun=False, errors=ALL_ERRORS, place=1, by_function=True)
    def test_passes_an_error_on(self, attempt, way, items, begun, errors, place, by_function):
        """The very error that a function or an iterable raises reaches the caller, after the calls before it."""
        items, initial = items or [1] * by_function, [0] * (begun and way == "my_reduce")
        seen = attempt.meet_errors(
            way=way, items=items, initial=initial, errors=errors, place=place, by_function=by_function
        )
        assert seen.places == [place] * len(errors), "A copy is not the error that was raised."
        if by_function or way in ("my_map", "my_filter"):  # the others may pull all items first
            assert seen.called == [items[1:] if way == "my_reduce" and not begun else items] * len(errors)


class TestComposeAndCurry:
    """compose and curry"""

    @points(2)
    @given(letters=LETTERS, texts=TEXTS)
    @example(letters="fgh", texts=["x", "y"])
    @example(letters="", texts=["x"])
    @public
    def test_composes_from_the_right(self, attempt, letters, texts):
        """compose(f, g, h) calls h first, then g with its result, then f, at every call again."""
        results = attempt.compose_letters(letters=letters, texts=texts)
        opened, closed = "".join(f"{letter}(" for letter in letters), ")" * len(letters)
        assert results == [opened + text + closed for text in texts]
        spelled = attempt.compose_itself(letters=letters, text=texts[0])
        assert spelled == "".join(opened + letter for letter in texts[0]) + opened + "." + closed * (len(texts[0]) + 1)

    @given(letters=LETTERS, given=GIVEN, result=TRUTHS)
    @example(letters="fg", given=[((1, 2), {"sep": 3}), ((), {})], result=None)
    @example(letters="f", given=[((1,), {})], result=(1, 2))
    @example(letters="", given=[((1, 2), {"first": 3})], result=None)
    def test_last_function_gets_all_arguments(self, attempt, letters, given, result):
        """The last function of a composition gets all arguments, each other one a single argument."""
        seen = attempt.compose_with_arguments(letters=letters, given=given, result=result)
        assert seen.received == given
        assert seen.results == ["".join(f"{one}(" for one in letters) + str(result) + ")" * len(letters)] * len(given)

    @examples(4)
    @given(count=scale(1_000, 30_000), number=st.integers(0, 99))
    @example(count=30_000, number=1)
    def test_composes_thousands(self, attempt, count, number):
        """A composition may be made of thousands of functions, and what waits may be called thousands of times."""
        result = attempt.compose_many(count=count, number=number)
        assert result == number + 2 * count
        result = attempt.curry_many(count=count // 6, number=number)
        assert result == f"{number}-{count // 6}"

    @points(3)
    @given(case=portions())
    @example(case=("three", [((1,), {}), ((2,), {}), ((3,), {})], (1, 2, 3)))
    @example(case=("three", [((), {}), ((1, 2), {}), ((), {}), ((3,), {})], (1, 2, 3)))
    @example(case=("three", [((1, 2, 3), {})], (1, 2, 3)))
    @example(case=("three", [((1,), {"c": 3}), ((), {"b": 2})], (1, 2, 3)))
    @example(case=("decorated", [((), {"b": 2}), ((1,), {"c": 3})], (1, 2, 3)))
    @example(case=("rest", [((1,), {}), ((2, 30), {"size": 30})], (1, 2, (30,), {"size": 30})))
    @example(case=("rest", [((1,), {"size": 30}), ((2,), {})], (1, 2, (), {"size": 30})))
    @example(case=("mixed", [((1, 2), {}), ((), {"d": 4}), ((), {"c": 3})], (1, 2, 3, 4)))
    @example(case=("mixed", [((1,), {"d": 4}), ((), {"c": 3})], (1, 0, 3, 4)))
    @example(case=("places", [((1, 2), {}), ((3, 4), {}), ((5,), {"c": 6})], (1, 2, (3, 4, 5), 6)))
    @example(case=("method", [((1,), {}), ((2,), {"c": 30})], (1, 2, 30)))
    @example(case=("method", [((1,), {}), ((2,), {})], (1, 2, 0)))
    @example(case=("named", [((), {"args": 2, "kwargs": 3}), ((), {"function": 1})], (1, 2, {"kwargs": 3})))
    @example(case=("object", [((1,), {}), ((), {"b": 2})], (1, 2)))
    @example(case=("class", [((1,), {}), ((2,), {})], (1, 2)))
    @example(case=("partial", [((1,), {}), ((), {"c": 2})], (1, 3, 2, 0)))
    @example(case=("built in", [((), {}), ((5,), {})], 5))
    @example(case=("nothing", [((), {})], (0, ())))
    @example(case=("nothing", [((4, 5), {})], (4, (5,))))
    @public
    def test_curried_function_waits(self, attempt, case):
        """curry collects arguments over any number of calls, and calls the function once, when they suffice."""
        kind, given, called = case
        seen = attempt.curry_by_portions(kind=kind, portions=given)
        assert seen == [[]] * len(given) + [[called]]

    @points(2)
    @given(
        first=NUMBER,
        seconds=st.lists(st.tuples(NUMBER, st.booleans()), min_size=1, max_size=3),
        thirds=st.lists(NUMBER, min_size=1, max_size=3),
    )
    @example(first=1, seconds=[(2, True), (3, True)], thirds=[4, 5])
    @example(first=1, seconds=[(2, False), (3, True)], thirds=[4, 5])
    def test_curried_function_goes_on_in_several_ways(self, attempt, first, seconds, thirds):
        """What waits for arguments can be called again and again, and each call goes its own way."""
        results = attempt.curry_branches(first=first, seconds=seconds, thirds=thirds)
        assert results == [f"{first}/{b}/{c}" for c in thirds for b, _ in seconds]
        joined = attempt.curry_itself(first=first, numbers=thirds)
        assert joined == "".join(f"{first}/{number}/" for number in thirds) + "end"

    @given(errors=ERRORS, place=PLACES, first=NUMBER)
    @example(errors=ALL_ERRORS, place=1, first=1)
    def test_curried_function_raises(self, attempt, errors, place, first):
        """The very error that a function raises, curried or composed, a TypeError too, comes out, after one call."""
        numbers = [number for number in range(len(errors)) for _ in range(3)]
        seen = attempt.call_failing(errors=errors, place=place, first=first, given=numbers[::3])
        assert seen.calls == [(first, number) for number in numbers]
        assert seen.places == [place] * len(numbers)

    @given(places=THINGS, count=st.integers(0, 3))
    @example(places=ALL_THINGS, count=0)
    @example(places=ALL_THINGS, count=2)
    def test_hand_any_thing_on(self, attempt, places, count):
        """What compose and curry make hands on the very objects; compose() returns its argument."""
        seen = attempt.hand_things_on(places=places, count=count)
        assert seen.places == [[place] for place in places] * 4
        assert seen.calls == count * len(places)


class TestGroupBy:
    """group_by"""

    @points(2)
    @given(kind=KINDS, items=st.lists(st.integers(-9, 9), max_size=8), divisor=st.integers(2, 4))
    @example(kind="list", items=[3, 1, 4, 1, 5], divisor=2)
    @example(kind="iterator", items=[5, 2, 2, 7], divisor=3)
    @example(kind="bare", items=[], divisor=2)
    @public
    def test_puts_items_into_lists(self, attempt, kind, items, divisor):
        """group_by collects the items of a key in a list, in the order in which keys and items come."""
        seen = attempt.group_numbers(kind=kind, items=items, divisor=divisor)
        keys = list(dict.fromkeys(item % divisor for item in items))
        assert seen.groups == [(key, [item for item in items if item % divisor == key]) for key in keys]
        assert seen.asked == items, "The key is asked once for each item, in their order."
        assert seen.left == items, "The list that was given has changed."

    @given(
        pairs=st.lists(st.tuples(KEYS, st.integers(0, 12)), max_size=8), wanted=st.lists(KEYS, min_size=1, max_size=6)
    )
    @example(pairs=[(None, 8), ("", 0), (None, 1), ((1, 2), 2), (0, 3), ((2, 1), 8)], wanted=[None, 0.5, 0, (2, 1), 1])
    @example(pairs=[(1, 0), (True, 1), (1.0, 2)], wanted=[1.0, 1, 0])
    def test_takes_any_key_and_item(self, attempt, pairs, wanted):
        """Whatever can be hashed is a key, equal keys are one, and a key that no item has is a KeyError."""
        keys, things = [key for key, _ in pairs], [place for _, place in pairs]
        seen = attempt.group_things(keys=keys, places=things, wanted=wanted)
        groups = {}
        for key, place in pairs:
            groups.setdefault(key, []).append([place])
        assert seen.refused == [key for key in wanted if groups.get(key) is None]
        assert seen.found == [groups[key] for key in wanted if groups.get(key) is not None]
        assert seen.names == list(groups)


class TestUpdateIn:
    """update_in"""

    @points(2)
    @given(case=places(), word=st.text("abc", max_size=2))
    @example(case=({"b": 1, "a": 2}, ["b"]), word="b")
    @example(case=({"a": [1, (2, 3)]}, ["a", 1, -1]), word="b")
    @example(case=([1, 2, 3], [-1]), word="b")
    @example(case=((1, 2, 3), [-3]), word="b")
    @example(case=([{"a": 1}], ()), word="b")
    @example(case=({(1, 2): (1,)}, ((1, 2), 0)), word="b")
    @public
    def test_puts_the_new_in_the_place_of_the_old(self, attempt, case, word):
        """update_in returns data with the function's result where the path leads, and changes nothing."""
        data, path = case
        seen = attempt.update(text=repr(data), path=path, word=word)
        later = replaced(data, path, lambda old: {word: old})
        assert seen.later == later
        assert seen.printed == str(later), "A dict has its keys in the old order."
        assert seen.data == data, "The data that was given has changed."
        assert seen.path == path, "The path that was given has changed."
        assert seen.meanwhile == [str(data)], "The function is called once, and the data is as it was."

    @points(2)
    @given(case=places(st.just([0])), word=st.sampled_from(["", "new"]))
    @example(case=({"a": [[1], ([2], [3])], "b": [4]}, ["a", 1, 0]), word="new")
    @example(case=({"a": [[1], [2]], "b": [4]}, ["a", 1]), word="")
    def test_shares_all_else(self, attempt, case, word):
        """Only what lies beside the path is the very same in the old data and in the new."""
        data, path = case
        shared = attempt.update_and_compare(text=repr(data), path=path, word=word)
        place, wanted = data, []
        for depth, key in enumerate(path, start=1):
            here = key if isinstance(place, dict) else range(len(place))[key]
            kept = not word and depth == len(path)  # the function returned what was there
            wanted.append([one for one in keys_of(place) if one != here or kept])
            place = place[key]
        assert shared == wanted

    @given(
        items=st.lists(NUMBER, min_size=1, max_size=3),
        keys=st.lists(st.sampled_from("abc"), min_size=2, max_size=3, unique=True),
        place=st.integers(0, 2),
        number=NUMBER,
    )
    @example(items=[1, 2], keys=["a", "b"], place=1, number=4)
    def test_updates_one_of_several_places(self, attempt, items, keys, place, number):
        """A list that stands in several places is updated in the one that the path leads to."""
        path = [keys[place % len(keys)], place % len(items)]
        later = attempt.update_twins(items=items, keys=keys, path=path, number=number)
        assert later == replaced(dict.fromkeys(keys, items), path, lambda old: old + number)

    @given(places=THINGS)
    @example(places=ALL_THINGS)
    def test_any_thing_can_be_replaced(self, attempt, places):
        """None and false things are values like any others, old or new."""
        seen = attempt.update_things(places=places)
        assert seen.got == [[place] for place in places]
        assert seen.found == [[(place - 1) % 13] for place in places]

    @given(
        present=st.lists(st.sampled_from([["a"], ["b", 0], ["b", -2], ["b", 1, "c"], ["t", -1]]), max_size=3),
        missing=st.lists(st.sampled_from(MISSING), min_size=1, max_size=4),
        number=NUMBER,
    )
    @example(present=[["a"]], missing=[["c"], ["b", 2], ["b", -3], ["b", -4], ["t", -2], ["e", -1]], number=3)
    def test_refuses_what_is_not_there(self, attempt, present, missing, number):
        """A key or an index that is not there is an error, and the function is not called."""
        paths = [path for pair in zip(present, missing, strict=False) for path in pair] + missing
        seen = attempt.update_missing(number=number, paths=paths)
        refused = [path for path in paths if path in MISSING]
        assert seen.refused == refused
        assert seen.kinds == [
            "IndexError" if isinstance(path[-1], int) and path[1:] else "KeyError" for path in refused
        ]
        values = {"a": number, "b0": number + 1, "b-2": number + 1, "b1c": number + 2, "t-1": number + 3}
        assert seen.calls == [values["".join(map(str, path))] for path in paths if path not in MISSING]

    @given(case=places(), errors=ERRORS, place=PLACES)
    @example(case=({"a": [1]}, ["a", 0]), errors=ALL_ERRORS, place=1)
    def test_passes_the_error_of_the_function_on(self, attempt, case, errors, place):
        """The very error that the function raises reaches the caller, and the data is as it was."""
        data, path = case
        seen = attempt.update_failing(text=repr(data), path=path, errors=errors, place=place)
        assert seen.places == [place] * len(errors), "A copy is not the error that was raised."
        assert seen.data == data
