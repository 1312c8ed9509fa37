"""The hidden suite of the exercise on functional programming."""

from functools import reduce
from itertools import chain, islice

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

ITEMS = st.lists(st.integers(-2, 9), max_size=6)
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
LISTS = st.lists(ITEMS, min_size=1, max_size=3)
THINGS = st.lists(st.integers(0, 12), min_size=1, max_size=6)  # places in the scenarios' list of things
ALL_THINGS = list(range(13))
TRUTHS = st.sampled_from([True, False, None, 0, 1, 2, -1, "", "no", [], [0], (), 0.0, 0.5])
WAYS = st.sampled_from(["my_map", "my_filter", "my_reduce", "group_by"])
LAZY_WAYS = st.sampled_from(["my_map", "my_filter"])
KINDS_OF_ERRORS = [ValueError, TypeError, AttributeError, IndexError, KeyError, RuntimeError]
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from([*KINDS_OF_ERRORS, KeyboardInterrupt, SystemExit, BaseException]),
    st.text("abc", min_size=1, max_size=4) | st.just("missing 1 required positional argument: 'b'"),
)
PLACES = st.integers(0, 2)
LETTERS = st.text("fghk", max_size=5)
TEXTS = st.lists(st.text("xyz", max_size=2), min_size=1, max_size=3)
GIVEN = st.lists(
    st.tuples(
        st.lists(st.integers(0, 9), max_size=3).map(tuple),
        st.dictionaries(
            st.sampled_from(["sep", "function", "functions", "args", "value"]), st.integers(0, 9), max_size=2
        ),
    ),
    min_size=1,
    max_size=3,
)
KEYS = st.sampled_from([None, 0, 1, 1.0, True, -1, -2, "", "a", "1", (), (1, 2), (2, 1), frozenset({1}), 0.5])
NUMBER = st.integers(1, 9)


@st.composite
def portions(draw):
    """A kind of function, its arguments in portions of which only the last one suffices, and the call that it makes."""
    kind = draw(st.sampled_from(["three", "rest", "class", "method", "object", "named"]))
    names = {"three": ["a", "b", "c"], "named": ["function", "args"]}.get(kind, ["a", "b"])
    values = draw(st.lists(st.integers(0, 9), min_size=len(names), max_size=len(names)))
    by_position = draw(st.integers(0, len(names) if kind != "object" else 1))
    steps = [((value,), {}) for value in values[:by_position]]
    for name, value in zip(names[by_position:], values[by_position:], strict=True):
        steps.insert(draw(st.integers(0, len(steps))), ((), {name: value}))
    extra, more = draw(st.integers(10, 99)), draw(st.booleans())
    if kind == "rest" and by_position < 2:
        more = False
    if kind == "rest" and more:
        steps.append(((extra,), {"size": extra}))
    if kind == "method" and more:
        steps.append(((), {"c": extra}))
    cuts = draw(st.lists(st.integers(0, len(names) - 1), max_size=4).map(sorted))
    pieces = [steps[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    given = [
        (tuple(chain(*[args for args, _ in piece])), {k: v for _, kw in piece for k, v in kw.items()})
        for piece in pieces
    ]
    further = {"rest": [extra, {"size": extra}] if more else [{}], "method": [extra] * more}.get(kind, [])
    return kind, given, (*values, *further)


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
            | st.dictionaries(st.sampled_from(["a", "b", 0, 1, (1, 2), None]), inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    )


@st.composite
def places(draw, leaves=NUMBER):
    """Nested data and a path into it, with negative indexes here and there."""
    data = place = draw(nested(leaves))
    path = []
    for _ in range(draw(st.integers(0, 4))):
        if not isinstance(place, dict | list | tuple) or place == [0]:
            break
        key = draw(st.sampled_from(keys_of(place)))
        if not isinstance(place, dict) and draw(st.booleans()):
            key -= len(place)
        path.append(key)
        place = place[key]
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

    @given(way=LAZY_WAYS, items=st.lists(NUMBER, max_size=6), lengths=st.lists(NUMBER, min_size=2, max_size=4))
    @example(way="my_map", items=[1, 2, 3], lengths=[2, 2])
    @example(way="my_filter", items=[1, 2, 3], lengths=[2, 2])
    def test_goes_on_where_it_stands(self, attempt, way, items, lengths):
        """A second loop over what my_map or my_filter returned goes on where the first stopped."""
        loops = attempt.loop_again(way=way, items=items, lengths=lengths)
        one = iter([item + 1 for item in items] if way == "my_map" else items)
        assert loops == [list(islice(one, length)) for length in lengths]

    @examples(4)
    @given(step=scale(1, 3_000), most=scale(1, 40))
    @example(step=3_000, most=9)
    @example(step=1, most=30_000)
    def test_knows_no_limit(self, attempt, step, most):
        """my_map and my_filter give as much as somebody asks for, however much there is to leave out."""
        seen = attempt.count_many(step=step, most=most)
        assert seen.count == most
        assert seen.sum == sum(2 * (step * (number + 1) - 1) for number in range(most))

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

    @points(2)
    @given(places=THINGS)
    @example(places=ALL_THINGS)
    def test_any_thing_is_an_item(self, attempt, places):
        """None, false things and what equals everything are items, results and totals; a function may be odd, too."""
        found, totals, firsts = attempt.pass_things(places=places)
        assert found == [[place] for place in places]
        assert totals == [[place] for place in places]
        assert firsts == [[place] for place in places]

    @given(way=WAYS, items=ITEMS, error=ERRORS, place=PLACES, by_function=st.booleans())
    @example(way="my_map", items=[1, 2], error=IndexError("abc"), place=1, by_function=False)
    @example(way="my_filter", items=[1, 2], error=TypeError("abc"), place=1, by_function=True)
    @example(way="my_reduce", items=[], error=ValueError("abc"), place=1, by_function=False)
    @example(way="group_by", items=[1, 2], error=KeyError("abc"), place=1, by_function=True)
    def test_passes_an_error_on(self, attempt, way, items, error, place, by_function):
        """The very error that a function or an iterable raises reaches the caller, after the calls before it."""
        seen = attempt.meet_error(way=way, items=items, error=error, place=place, by_function=by_function)
        assert seen.calls == (items[1:] if way == "my_reduce" and not by_function else items)
        assert seen.outcome == ("raised", error)
        assert seen.which == [place], "A copy is not the error that was raised."


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
        assert results == ["".join(f"{letter}(" for letter in letters) + text + ")" * len(letters) for text in texts]

    @given(letters=LETTERS, given=GIVEN, result=TRUTHS)
    @example(letters="fg", given=[((1, 2), {"sep": 3}), ((), {})], result=None)
    @example(letters="f", given=[((1,), {})], result=(1, 2))
    def test_last_function_gets_all_arguments(self, attempt, letters, given, result):
        """The last function of a composition gets all arguments, each other one a single argument."""
        letters = letters or "f"
        seen = attempt.compose_with_arguments(letters=letters, given=given, result=result)
        assert seen.received == given
        assert seen.results == ["".join(f"{one}(" for one in letters) + str(result) + ")" * len(letters)] * len(given)

    @examples(4)
    @given(count=scale(1_000, 30_000), number=st.integers(0, 99))
    @example(count=30_000, number=1)
    def test_composes_thousands(self, attempt, count, number):
        """A composition may be made of thousands of functions."""
        result = attempt.compose_many(count=count, number=number)
        assert result == number + 2 * count

    @points(3)
    @given(case=portions())
    @example(case=("three", [((1,), {}), ((2,), {}), ((3,), {})], (1, 2, 3)))
    @example(case=("three", [((), {}), ((1, 2), {}), ((), {}), ((3,), {})], (1, 2, 3)))
    @example(case=("three", [((1, 2, 3), {})], (1, 2, 3)))
    @example(case=("three", [((1,), {"c": 3}), ((), {"b": 2})], (1, 2, 3)))
    @example(case=("rest", [((1,), {}), ((2, 30), {"size": 30})], (1, 2, 30, {"size": 30})))
    @example(case=("method", [((1,), {}), ((2,), {"c": 30})], (1, 2, 30)))
    @example(case=("method", [((1,), {}), ((2,), {})], (1, 2)))
    @example(case=("named", [((), {"args": 2}), ((), {"function": 1})], (1, 2)))
    @example(case=("object", [((1,), {}), ((), {"b": 2})], (1, 2)))
    @example(case=("class", [((1,), {}), ((2,), {})], (1, 2)))
    @example(case=("nothing", [((), {})], (None,)))
    @example(case=("nothing", [((4, 5), {})], (4, 5)))
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

    @given(error=ERRORS, place=PLACES, given=st.lists(st.tuples(NUMBER, NUMBER), min_size=1, max_size=3))
    @example(error=TypeError("missing 1 required positional argument: 'b'"), place=1, given=[(1, 2)])
    def test_curried_function_raises(self, attempt, error, place, given):
        """The very error that a curried function raises, a TypeError too, reaches the caller, after one call."""
        seen = attempt.curry_failing(error=error, place=place, given=given)
        assert seen.calls == given
        assert seen.which == [[place]] * len(given)

    @given(places=THINGS, count=st.integers(0, 3))
    @example(places=ALL_THINGS, count=0)
    @example(places=ALL_THINGS, count=2)
    def test_hand_any_thing_on(self, attempt, places, count):
        """What compose and curry make hands on the very objects; compose() returns its argument."""
        seen = attempt.hand_things_on(places=places, count=count)
        assert seen.places == [[place] for place in places] * 2
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
        present=st.lists(st.sampled_from([["a"], ["b", 0], ["b", -2], ["b", 1, "c"]]), max_size=3),
        missing=st.lists(st.sampled_from([["c"], ["b", 2], ["b", -3], ["b", 1, "a"], [0]]), min_size=1, max_size=3),
        number=NUMBER,
    )
    @example(present=[["a"]], missing=[["c"], ["b", 2]], number=3)
    def test_refuses_what_is_not_there(self, attempt, present, missing, number):
        """A key or an index that is not there is an error, and the function is not called."""
        paths = [path for pair in zip(present, missing, strict=False) for path in pair] + missing
        seen = attempt.update_missing(number=number, paths=paths)
        assert seen.refused == [path for path in paths if path in missing]
        values = {"a": number, "b0": number + 1, "b-2": number + 1, "b1c": number + 2}
        assert seen.calls == [values["".join(map(str, path))] for path in paths if path not in missing]

    @given(case=places(), error=ERRORS, place=PLACES)
    @example(case=({"a": [1]}, ["a", 0]), error=KeyError("abc"), place=1)
    def test_passes_the_error_of_the_function_on(self, attempt, case, error, place):
        """The very error that the function raises reaches the caller, and the data is as it was."""
        data, path = case
        seen = attempt.update_failing(text=repr(data), path=path, error=error, place=place)
        assert seen.which == [place], "A copy is not the error that was raised."
        assert seen.data == data
