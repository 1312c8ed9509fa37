"""What the suite does with an attempt at functional programming."""

from ast import literal_eval
from functools import partial, wraps
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


class Odder(Odd):
    """Does what a function does, or has items to go through, but says nothing else of itself."""

    def __init__(self, inside):
        self.inside = inside

    def __call__(self, *args):
        return self.inside(*args)

    def __iter__(self):
        return iter(self.inside)


class Parcel:
    """To be curried as a class, as a method, and as an object without a hash that can be called."""

    __hash__ = None

    def __init__(self, a, b):
        calls.append((a, b))

    def send(self, a, b, c=Odd()):  # noqa: B008
        calls.append((a, b, 0 if isinstance(c, Odd) else c))

    def __call__(self, a, *, b):
        calls.append((a, b))


def three(a, b, c):
    calls.append((a, b, c))


def rest(a, b, *others, **named):
    calls.append((a, b, others, named))


def mixed(a, b=0, *, c, d=0):
    calls.append((a, b, c, d))


def places(a, b=0, /, *others, c):
    calls.append((a, b, others, c))


def nothing(a=0, *others):
    calls.append((a, others))


def named(function, args, **kwargs):
    calls.append((function, args, kwargs))


@wraps(three)
def decorated(*args, **kwargs):
    three(*args, **kwargs)


FUNCTIONS = {
    "named": named,
    "three": three,
    "rest": rest,
    "mixed": mixed,
    "places": places,
    "nothing": nothing,
    "decorated": decorated,
    "class": Parcel,
    "method": Parcel.send.__get__(7),
    "object": object.__new__(Parcel),
    "partial": partial(mixed, b=3),
    "built in": calls.append,
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


def loop_again(way, items, further, lengths):
    """Loops over one result again and again, so many items each time; meanwhile the list has become longer."""
    result = start(way, lambda number: number + 1, items)
    items.extend(further)
    seen = [next(result, "no more")]
    seen += [list(islice(result, length)) for length in lengths]
    return {"seen": seen, "left": items}


def count_many(step, most):
    """Maps and filters as many numbers as are needed, behind which is an error: how many come out, and their sum."""
    from functional import my_filter, my_map

    numbers = interrupted([*range(step * most), ConnectionError("nobody asked for this one")])
    doubles = my_map(lambda number: 2 * number, my_filter(lambda number: number % step == step - 1, numbers))
    found = list(islice(doubles, most))
    return {"count": len(found), "sum": sum(found)}


def put_many_together(count):
    """Adds up many numbers, groups them, and maps over as many iterables."""
    from functional import group_by, my_map, my_reduce

    total = my_reduce(lambda total, number: total + number, range(count))
    groups = group_by(lambda number: number % (count // 2 + 1), range(count))
    (size,) = my_map(lambda *items: len(items), *[[count]] * count)
    return {"total": total, "groups": len(groups), "size": size}


def reduce_list(kind, items, initial):
    """Puts items together, and shows in which order."""
    from functional import my_reduce

    return my_reduce(lambda total, item: f"({total} {item})", iterable(kind, items), *initial)


def reduce_all(lists):
    """Adds up each of some lists, without an initial value; which can't be done?"""
    from functional import my_reduce

    sums, refused, _ = sift(TypeError, lambda items: my_reduce(lambda a, b: a + b, items), lists)
    return {"sums": sums, "refused": refused, "lists": lists}


def pass_things(places):
    """Has odd functions get unusual things of an odd iterable and return them: which ones come out?"""
    from functional import my_filter, my_map, my_reduce

    things, totals = [THINGS[place] for place in places], []
    found = list(my_map(Odder(lambda thing: thing), my_filter(Press("yes"), Odder(things))))
    my_reduce(Odder(lambda total, item: totals.append(total) or item), Odder([*things, "last"]))
    begun = [my_reduce(lambda total, item: total, range(place % 3), THINGS[place]) for place in places]
    single = [my_reduce(len, [thing]) for thing in things]
    return [[which(thing, THINGS) for thing in some] for some in (found, totals, begun, single)]


def meet_errors(way, items, initial, errors, place, by_function):
    """Lets the function, or the iterable, raise one of three errors that look alike, for each of some errors."""
    places, called = [], []
    for error in errors:
        alike, calls = lookalikes(error, 3), []

        def note(*given, raised=alike[place], calls=calls):
            calls.append(given[-1])
            if given[-1] is raised:
                raise raised
            return len(calls)

        stream = [*items, alike[place]] if by_function else interrupted([*items, alike[place]])
        caught = outcome(lambda note=note, stream=stream: list(start(way, note, stream, *initial)))[1]
        places += which(caught, alike) or ["another"]
        called.append([item for item in calls if item in items])
    return {"places": places, "called": called}


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
    composed = compose(str, compose(*[Press(letter) for letter in letters], first))
    results = [composed(*args, **kwargs) for args, kwargs in given]
    return {"results": results, "received": received}


def compose_itself(letters, text):
    """Composes functions, the last of which calls the composition again, until no text is left."""
    from functional import compose

    def spell(text):
        return text[0] + composed(text[1:]) if text else "."

    composed = compose(*[Press(letter) for letter in letters], spell)
    return composed(text)


def compose_many(count, number):
    """Composes very many functions."""
    from functional import compose

    return compose(*[lambda number: number + 2] * count)(number)


def curry_many(count, number):
    """Calls what waits very many times without an argument."""
    from functional import curry

    waiting = curry(lambda a, b: f"{a}-{b}")(number)
    for _ in range(count):
        waiting = waiting()
    return waiting(count)


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


def curry_itself(first, numbers):
    """Curries a function that calls what waits again, as long as there are numbers."""
    from functional import curry

    def join(a, b, left):
        return f"{a}/{b}/" + (waiting(left[0])(left[1:]) if left else "end")

    waiting = curry(join)(first)
    return waiting(numbers[0])(numbers[1:])


def call_failing(errors, place, first, given):
    """Curries and composes a function that raises one of three errors that look alike, and calls it again and again."""
    from functional import compose, curry

    raised, calls = [lookalikes(error, 3) for error in errors], []

    def fail(a, b, *others):
        calls.append((a, b, *others))
        raise raised[b][place]

    waiting = curry(fail)(first)
    functions = [waiting, compose(str, waiting), compose(waiting, abs)]
    ends = [(b, outcome(function, b)) for b in given for function in functions]
    places = [(which(caught, raised[b]) or ["another"])[0] for b, (_, caught) in ends]
    return {"calls": calls, "places": places}


def hand_things_on(places, count):
    """Composes and curries functions that return what they get: which things come out, after how many calls?"""
    from functional import compose, curry

    passed = []
    composed = compose(*[Odder(lambda thing: passed.append(thing) or thing)] * count)
    first, second = [curry(lambda a, b, place=place: [a, b][place]) for place in (0, 1)]
    things = [composed(THINGS[place]) for place in places]
    things += [second(THINGS[-1])(THINGS[place]) for place in places]
    things += [first(b=THINGS[-1])(THINGS[place]) for place in places]
    things += [second(b=THINGS[place])(a=THINGS[-1]) for place in places]
    return {"places": [which(thing, THINGS) for thing in things], "calls": len(passed)}


# group_by


def group_numbers(kind, items, divisor):
    """Groups numbers by their remainders, and writes down for which the key was asked."""
    from functional import group_by

    asked = []
    groups = group_by(lambda number: asked.append(number) or number % divisor, iterable(kind, items))
    group_by(abs, items)
    return {"groups": list(dict.items(groups)), "asked": asked, "left": items}


def group_things(keys, places, wanted):
    """Groups things by any keys, and asks for groups that are there, and for others that aren't."""
    from functional import group_by

    left = iter(keys)
    groups = group_by(Odder(lambda thing: next(left)), Odder([THINGS[place] for place in places]))
    found, refused, _ = sift(KeyError, lambda key: [which(thing, THINGS) for thing in groups[key]], wanted)
    return {"found": found, "refused": refused, "names": list(groups)}


# update_in


def update(text, path, word):
    """Updates nested data, and prints it, as two dicts are equal whatever their order."""
    from functional import update_in

    data, meanwhile = literal_eval(text), []
    later = update_in(data, path, lambda old: meanwhile.append(str(data)) or {word: old})
    return {"later": later, "printed": str(later), "data": data, "path": path, "meanwhile": meanwhile}


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
        later = update_in(data, (None, 0, ""), Odder(lambda thing: got.append(thing) or THINGS[place - 1]))
        found.append(which(later[None][0][""], THINGS))
    return {"got": [which(thing, THINGS) for thing in got], "found": found}


def update_missing(number, paths):
    """Updates what is there, and what isn't: for which paths is there an error, and what does the function get?"""
    from functional import update_in

    data = {"a": number, "b": [number + 1, {"c": number + 2}], "t": (number + 3,), "e": []}
    function, calls = recorder(["new"])
    _, refused, errors = sift(LookupError, lambda path: update_in(data, path, function), paths)
    kinds = [type(error).__name__ for error in errors]
    return {"refused": refused, "kinds": kinds, "calls": [args[0] for args, _ in calls]}


def update_failing(text, path, errors, place):
    """Lets the function raise one of three errors that look alike, for each of several errors."""
    from functional import update_in

    data, places = literal_eval(text), []
    for error in errors:
        alike = lookalikes(error, 3)

        def fail(old, error=alike[place]):
            raise error

        places += which(outcome(update_in, data, path, fail)[1], alike) or ["another"]
    return {"places": places, "data": data}
