"""What the suite does with an attempt at memory management."""

from contextlib import suppress
from gc import collect, disable
from itertools import count
from operator import neg
from weakref import ref

from grader.scenario import Odd, lookalikes, outcome, which

disable()  # what goes with its last reference needs no collector, and what needs it is collected below


class Thing:
    """Nothing but something that can be weakly referenced."""


KINDS = {
    "object": Thing,
    "odd": type("Strange", (Odd,), {}),
    "bag": type("Bag", (set,), {}),
    "slots": type("Slotted", (), {"__slots__": ("number", "__weakref__")}),
    "function": lambda: lambda: None,
}


class Ring:
    """Refers to itself, and to something else."""

    def __init__(self, one):
        self.me, self.one = self, one


class Dying:
    """Has something done with itself as soon as nobody refers to it."""

    def __init__(self, last):
        self.last = last

    def __del__(self):
        self.last(self)


def numbering(kind):
    """A function that makes things of a kind, each of which has its key and a number."""
    numbers = count(1)

    def make(key):
        one = KINDS[kind]()
        one.number = (key, next(numbers))
        return one

    return make


def take_census(fates, times=1):
    """Takes a census of things: some go at once, some are held by a ring for the collector, some are kept."""
    from memory_management import census

    kept = []
    ways = {"at once": id, "collected": Ring, "kept": kept.append}

    def make():
        made = [Thing() for _ in fates * times]
        for one, fate in zip(made, fates * times):
            ways[fate](one)
        return made

    def break_cycles():
        collect()

    return {"counted": census(make, break_cycles)}


def take_strange_census(things, whole):
    """Takes a census of things of all kinds; some save themselves, or leave another one; a list stands for cycles."""
    from memory_management import census

    kept, held, calls = [], [], []
    ways = {"collected": held.append, "saved late": held.append, "kept": kept.append}
    dying = {"saved": kept.append, "saved late": kept.append, "replaced": lambda one: kept.append(Dying(kept.append))}

    def make():
        calls.append("make")
        made = [Dying(dying[fate]) if fate in dying else KINDS[kind]() for kind, fate in things]
        for one, (_, fate) in zip(made, things):
            ways.get(fate, id)(one)
        kept.extend([made] if whole else [])
        return made

    def break_cycles():
        calls.append("collect")
        held.clear()

    return {"counted": census(make, break_cycles), "calls": calls}


def use_caches(kind, steps):
    """Gets things of two caches, keeps each in a hand, drops and evicts them: what is released by each step?"""
    from memory_management import WeakCache

    hands, got, released, seen = {}, [], ([], []), []
    caches = [WeakCache(numbering(kind), lambda key, one=one: one.append(repr(key))) for one in released]
    for action, *what in steps:
        if action == "get":
            place, key, hand = what
            hands[hand] = caches[place].get(key)
            got.append(hands[hand].number)
        elif action == "evict":
            place, key = what
            caches[place].evict(key)
        else:
            hands[what[0]] = None
        seen.append([one[:] for one in released])
    return {"got": got, "released": seen}


def outlive_cache(kind, keys, order):
    """Drops a cache, and then its things one after the other: what is released after each?"""
    from memory_management import WeakCache

    released, seen = [], []
    cache = WeakCache(numbering(kind), released.append)
    things = [cache.get(key) for key in keys]
    del cache
    for place in order:
        things[place] = None
        seen.append(released[:])
    return {"released": seen}


def come_back(fates):
    """Gets things that nobody keeps, but they save themselves or are in a cycle; lets go of both kinds."""
    from memory_management import WeakCache

    saved, made, released = [], [], []

    def make(key):
        made.append(key)
        return Dying(saved.append) if fates[key] == "saved" else Ring(key)

    cache = WeakCache(make, released.append)
    found = [which(cache.get(key), saved) for key in [*range(len(fates))] * 2]
    before = released[:]
    collect()
    collected = sorted(released)
    saved.clear()
    return {"made": made, "found": found, "released": [before, collected, sorted(released)]}


def make_failing(errors, key):
    """Gets a thing that can't be made, and goes on until it can."""
    from memory_management import WeakCache

    left, calls = [*errors], []

    def make(key):
        calls.append(key)
        if left:
            raise left.pop(0)
        return Ring(len(calls))

    cache, raised = WeakCache(make, calls.append), []
    for _ in errors:
        raised.append(which(outcome(cache.get, key)[1], errors))
        cache.evict(key)
    return {"raised": raised, "got": cache.get(key).one, "calls": calls}


def use_while_releasing(keys, evicted, instead):
    """Drops or evicts things in turn; as one is released, it is dropped, and one for its key or another is kept."""
    from memory_management import WeakCache

    made, released, kept = [], [], []

    def release(key):
        cache.evict(key)
        things[key] = None
        released.append((key, references[key]() is None))
        kept.append(cache.get(instead.get(key, key)))

    cache = WeakCache(lambda key: made.append(key) or set(), release)
    things = {key: cache.get(key) for key in keys}
    references = {key: ref(one) for key, one in things.items()}
    for key in keys:
        if key in evicted:
            cache.evict(key)
        things[key] = None
        kept.append(cache.get(instead.get(key, key)))
    return {"made": made, "released": released}


def forget_keys(numbers, evicted, dropped):
    """Evicts some things and drops others: which of the keys and of the things are still there?"""
    from memory_management import WeakCache

    keys = [frozenset({number}) for number in numbers]
    cache = WeakCache(lambda key: set(), id)
    things = [cache.get(key) for key in keys]
    references = [*map(ref, keys)], [*map(ref, things)]
    for place in evicted:
        cache.evict(keys[place])
    for place in dropped:
        things[place] = None
    keys.clear()
    kept, alive = [[number for number, one in zip(numbers, some) if one() is not None] for some in references]
    return {"kept": kept, "alive": alive}


def get_many(first, times):
    """Gets, evicts and drops thing after thing, and keeps one each time: how many keys are released, and their sum."""
    from memory_management import WeakCache

    released, kept = [], []
    cache = WeakCache(numbering("object"), released.append)
    for key in range(first, first + times):
        one = cache.get(key)
        cache.evict(key)
        one = cache.get(key)
        del one
        kept.append(cache.get(-key))
    found = [one.number for key, one in enumerate(kept, first) if cache.get(-key) is one]
    return {"released": len(released), "sum": sum(released), "kept": len(found)}


def hearing(way):
    """A method, called hear, that says by which way it was called, and how."""

    def hear(self, *args, **kwargs):
        return way, self.number, args, kwargs

    return hear


class Ear(Odd):
    """Hears with several methods, and by being called; all of these functions have one name."""

    hear, left, right, __call__ = map(hearing, ["hear", "left", "right", "call"])

    def __init__(self, number):
        self.number = number
        self.function = lambda *args, **kwargs: ("function", number, args, kwargs)


def part(ear, way):
    """The receiver that belongs to an ear."""
    return ear if way == "call" else getattr(ear, way)


def call_functions(steps):
    """Connects and disconnects functions, and sends numbers."""
    from memory_management import Signal

    functions = [lambda number: signal.send(number - 1) if number else None, abs, neg]
    signal, results = Signal(), []
    for action, number in steps:
        if action == "send":
            results.append(signal.send(number))
        else:
            getattr(signal, action)(functions[number])
    return {"results": results}


def call_ears(steps):
    """Connects and disconnects methods of ears, ears and functions, with two signals; ears are replaced by others."""
    from memory_management import Signal

    signals, ears, results, numbers = [Signal(), Signal()], [Ear(0), Ear(1)], [], count(2)
    for action, place, *what in steps:
        if action == "send":
            args, kwargs = what
            results.append(signals[place].send(*args, **kwargs))
        elif action == "replace":
            ears[place] = None
            ears[place] = Ear(next(numbers))
        else:
            number, way = what
            getattr(signals[place], action)(part(ears[number], way))
    return {"results": results}


def send_and_let_go(ways, failing, left, word):
    """Sends a word to listeners, some of whom raise an error, and lets go of all but a few: which are still there?"""
    from memory_management import Signal

    heard, signal = [], Signal()

    class Listener:
        __slots__ = ("number", "__weakref__")

        def __init__(self, number):
            self.number = number

        def __call__(self, word):
            heard.append((self.number, word))
            if self.number in failing:
                raise ValueError(word)

    listeners = [Listener(number) for number in range(len(ways))]
    references = [ref(listener) for listener in listeners]
    for number, way in enumerate(ways):
        signal.connect(listeners[number].__call__ if way == "method" else listeners[number])
    with suppress(ValueError):
        signal.send(word)
    del listeners[left:]
    return {"heard": heard, "alive": [one().number for one in references if one() is not None]}


def send_to_failing(errors, word, again):
    """Sends a word to receivers each of which raises its error, if it has one; one of them sends another word."""
    from memory_management import Signal

    heard, signal = [], Signal()

    def receiver(place):
        def hear(said):
            heard.append(f"{place} {said}")
            if place == again and said == word:
                outcome(signal.send, word + word)
            if errors[place] is not None:
                raise errors[place]
            return f"{place} {said}"

        return hear

    receivers = [receiver(place) for place in range(len(errors))]
    for one in receivers:
        signal.connect(one)
    end = outcome(signal.send, word)
    return {"heard": heard, "outcome": end, "which": which(end[1], errors)}


def send_to_many(first, times):
    """Connects an ear, sends a number and lets go of the ear, many times; then sends a number to many: all added up."""
    from memory_management import Signal

    signal, one_by_one = Signal(), 0
    for number in range(first, first + times):
        ear = Ear(number)
        signal.connect(ear.left)
        one_by_one += sum(heard for _, heard, _, _ in signal.send())
        del ear
    ears = [Ear(number) for number in range(first, first + times)]
    for ear in ears:
        signal.connect(ear.right)
    return {"one by one": one_by_one, "together": sum(heard for _, heard, _, _ in signal.send())}
