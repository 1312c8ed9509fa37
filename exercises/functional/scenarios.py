"""What the suite does with an attempt at functional programming."""

from ast import literal_eval
from itertools import islice

from grader.scenario import Odd, interrupted, iterable, lookalikes, outcome, recorder, sift, source, which

THINGS = [None, False, 0, "", (), [], ..., NotImplemented, Odd(), ValueError(), True, "no", len]
calls = []


class Press(Odd):
    """Can be called, but says nothing else of itself."""

    def __init__(self, letter):
        self.letter = letter

    def __call__(self, text):
        return f"{self.letter}({text})"


class Parcel:
    """To be curried as a class, as a method, and as an object that can be called."""

    def __init__(self, a, b):
        calls.append((a, b))

    def send(self, a, b, c=Odd()):  # noqa: B008
        calls.append((a, b) if isinstance(c, Odd) else (a, b, c))

    def __call__(self, a, *, b):
        calls.append((a, b))


def three(a, b, c):
    calls.append((a, b, c))


def rest(a, b, *others, **named):
    calls.append((a, b, *others, named))


def nothing(a=None, *others):
    calls.append((a, *others))


def named(function, args):
    calls.append((function, args))


FUNCTIONS = {
    "named": named,
    "three": three,
    "rest": rest,
    "nothing": nothing,
    "class": Parcel,
    "method": Parcel.send.__get__(7),
    "object": object.__new__(Parcel),
}


def label(*items):
    return "/".join(map(str, items))


def start(way, function, items, *initial):
    """Begins one of the things that go through an iterable."""
    import functional

    return getattr(functional, way)(function, items, *initial)


# map, filter and reduce


def map_lists(kind, lists):
    """Maps a function over iterables of some kind."""
    from functional import my_map

    return list(my_map(label, *[iterable(kind, items) for items in lists]))


def map_pairs(items):
    """Maps a function over one iterator, given twice."""
    from functional import my_map

    once = iter(items)
    return list(my_map(label, once, once))


def map_slowly(lists, results, most):
    """Takes some results, and looks what has been pulled before and after each, and how often it called."""
    from functional import my_map

    streams, pulled = zip(*[source(items) for items in lists])
    function, calls = recorder(results)
    mapped = my_map(function, *streams)
    seen = [([one[:] for one in pulled], len(calls))]
    for result in islice(mapped, most):
        seen.append((result, [one[:] for one in pulled], len(calls)))
    return {"seen": seen, "left": [list(stream) for stream in streams]}


def filter_things(kind, answers):
    """Filters numbers by what a table says of each, true or false or neither 1 nor True."""
    from functional import my_filter

    return list(my_filter(lambda number: answers[number], iterable(kind, list(range(len(answers))))))


def filter_slowly(items, divisor, most):
    """Takes some items, and looks before and after each what has been pulled."""
    from functional import my_filter

    stream, pulled = source(items)
    kept = my_filter(lambda number: number % divisor == 0, stream)
    seen = [pulled[:]]
    for item in islice(kept, most):
        seen.append((item, pulled[:]))
    return {"seen": seen, "left": list(stream)}


def loop_again(way, items, lengths):
    """Loops over one result again and again, so many items each time."""
    result = start(way, lambda number: number + 1, items)
    return [list(islice(result, length)) for length in lengths]


def count_many(step, most):
    """Maps and filters as many numbers as are needed, behind which is an error: how many come out, and their sum."""
    from functional import my_filter, my_map

    numbers = interrupted([*range(step * most), ConnectionError("nobody asked for this one")])
    doubles = my_map(lambda number: 2 * number, my_filter(lambda number: number % step == step - 1, numbers))
    found = list(islice(doubles, most))
    return {"count": len(found), "sum": sum(found)}


def reduce_list(kind, items, initial):
    """Puts items together, and shows in which order."""
    from functional import my_reduce

    return my_reduce(lambda total, item: f"({total} {item})", iterable(kind, items), *initial)


def reduce_all(lists):
    """Adds up each of some lists, without an initial value; which can't be done?"""
    from functional import my_reduce

    sums, refused, _ = sift(TypeError, lambda items: my_reduce(lambda a, b: a + b, iter(items)), lists)
    return {"sums": sums, "refused": refused}


def pass_things(places):
    """Has functions get unusual things and return them: which ones come out?"""
    from functional import my_filter, my_map, my_reduce

    things = [THINGS[place] for place in places]
    found = list(my_map(lambda thing: thing, my_filter(Press("yes"), things)))
    totals = [my_reduce(lambda total, item: total, range(place % 3), THINGS[place]) for place in places]
    firsts = [my_reduce(lambda total, item: total, [thing, 1, 2]) for thing in things]
    return [[which(thing, THINGS) for thing in some] for some in (found, totals, firsts)]


def meet_error(way, items, error, place, by_function):
    """Lets the function, or the iterable, raise one of three errors that look alike."""
    errors, calls = lookalikes(error, 3), []

    def note(*given):
        calls.append(given[-1])
        if given[-1] is errors[place]:
            raise given[-1]
        return len(calls)

    stream = [*items, errors[place]] if by_function else interrupted([*items, errors[place]])
    initial = [0] * (way == "my_reduce" and by_function)
    end = outcome(lambda: list(start(way, note, stream, *initial)))
    return {"calls": [item for item in calls if item in items], "outcome": end, "which": which(end[1], errors)}


# compose and curry


def compose_letters(letters, texts):
    """Composes functions that say who was called, and calls the composition a few times."""
    from functional import compose

    composed = compose(*[Press(letter) for letter in letters])
    return [composed(text) for text in texts]


def compose_with_arguments(letters, given, result):
    """Composes functions, the last of which writes down its arguments; composes the composition with another one."""
    from functional import compose

    first, received = recorder([result])
    composed = compose(str.strip, compose(*[Press(letter) for letter in letters], first))
    results = [composed(*args, **kwargs) for args, kwargs in given]
    return {"results": results, "received": received}


def compose_many(count, number):
    """Composes very many functions."""
    from functional import compose

    return compose(*[lambda number: number + 2] * count)(number)


def curry_by_portions(kind, portions):
    """Gives a curried function its arguments portion by portion: what has it been called with after each?"""
    from functional import curry

    stage, seen = curry(FUNCTIONS[kind]), [calls[:]]
    for args, kwargs in portions:
        stage = stage(*args, **kwargs)
        seen.append(calls[:])
    return seen


def curry_branches(first, seconds, thirds):
    """Goes on from one waiting function in several ways, and from each of those in several ways."""
    from functional import curry

    waiting = curry(label_three)(first)
    stages = [waiting(b) if by_position else waiting(b=b) for b, by_position in seconds]
    return [stage(c=c) for c in thirds for stage in stages]


def label_three(a, b, c):
    return f"{a}/{b}/{c}"


def curry_failing(error, place, given):
    """Curries a function that raises one of three errors that look alike, and calls it again and again."""
    from functional import curry

    errors, calls = lookalikes(error, 3), []

    def fail(a, b):
        calls.append((a, b))
        raise errors[place]

    ends = [outcome(curry(fail)(a), b) for a, b in given]
    return {"calls": calls, "which": [which(caught, errors) for _, caught in ends]}


def hand_things_on(places, count):
    """Composes and curries functions that return what they get: which things come out, after how many calls?"""
    from functional import compose, curry

    passed = []
    composed, second = compose(*[lambda thing: passed.append(thing) or thing] * count), curry(lambda a, b: b)
    things = [composed(THINGS[place]) for place in places] + [second(THINGS[-1])(THINGS[place]) for place in places]
    return {"places": [which(thing, THINGS) for thing in things], "calls": len(passed)}


# group_by


def group_numbers(kind, items, divisor):
    """Groups numbers by their remainders, and writes down for which the key was asked."""
    from functional import group_by

    asked = []
    groups = group_by(lambda number: asked.append(number) or number % divisor, iterable(kind, items))
    return {"groups": list(groups.items()), "asked": asked}


def group_things(keys, places, wanted):
    """Groups things by any keys, and asks for groups that are there, and for others that aren't."""
    from functional import group_by

    left = iter(keys)
    groups = group_by(lambda thing: next(left), [THINGS[place] for place in places])
    found, refused, _ = sift(KeyError, lambda key: [which(thing, THINGS) for thing in groups[key]], wanted)
    return {"found": found, "refused": refused, "names": list(groups)}


# update_in


def update(text, path, word):
    """Updates nested data, and prints it, as two dicts are equal whatever their order."""
    from functional import update_in

    data = literal_eval(text)
    later = update_in(data, path, lambda old: {word: old})
    return {"later": later, "printed": str(later), "data": data, "path": path}


def update_and_compare(text, path, word):
    """Goes along the path in the old data and in the new: what at each level is the very same?"""
    from functional import update_in

    old, shared = literal_eval(text), []
    new = update_in(old, path, lambda value: word or value)
    for step in path:
        keys = list(old) if isinstance(old, dict) else list(range(len(old)))
        shared.append([key for key in keys if new[key] is old[key]] + ["all of it"] * (new is old))
        old, new = old[step], new[step]
    return shared


def update_twins(items, keys, path, number):
    """Has one list stand in several places, and updates it in one of them."""
    from functional import update_in

    return update_in(dict.fromkeys(keys, items), path, lambda old: old + number)


def update_things(places):
    """Replaces one thing by the next: which one does the function get, and which one is there then?"""
    from functional import update_in

    got, found = [], []
    for place in places:
        data = {None: ({"": THINGS[place]},)}
        later = update_in(data, (None, 0, ""), lambda thing: got.append(thing) or THINGS[place - 1])
        found.append(which(later[None][0][""], THINGS))
    return {"got": [which(thing, THINGS) for thing in got], "found": found}


def update_missing(number, paths):
    """Updates what is there, and what isn't: for which paths is there an error, and what does the function get?"""
    from functional import update_in

    data, (function, calls) = {"a": number, "b": [number + 1, {"c": number + 2}]}, recorder(["new"])
    _, refused, _ = sift(LookupError, lambda path: update_in(data, path, function), paths)
    return {"refused": refused, "calls": [args[0] for args, _ in calls]}


def update_failing(text, path, error, place):
    """Lets the function raise one of three errors that look alike."""
    from functional import update_in

    data, errors = literal_eval(text), lookalikes(error, 3)

    def fail(old):
        raise errors[place]

    _, caught = outcome(update_in, data, path, fail)
    return {"which": which(caught, errors), "data": data}
