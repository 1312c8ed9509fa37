"""What the suite does with an attempt at bounded caches."""

from itertools import islice

from grader.scenario import Odd, fake_clock, lookalikes, outcome, recorder, renamed, sift, which

clock = fake_clock()
THINGS = [None, False, 0, "", (), [], ..., NotImplemented, Odd(), ValueError(), True, "no", (1, 2)]
KEYS = ["a", "b", None, (1, 2), 1, "", "1", -1, -2]
ONES = [1, 1.0, True, type("int", (int,), {})(1), type("int", (int,), {})(1)]


def ask(cache, way, *rest):
    """What a cache answers: places in a list of things, or of keys."""
    if way in ("wait", "set the clock"):
        return (clock.sleep if way == "wait" else clock.set_wall)(rest[0] / 16)
    if way == "write":
        cache[rest[0]] = THINGS[rest[1]]
    elif way == "delete":
        _, gone, _ = sift(KeyError, cache.__delitem__, rest)
        return gone
    elif way == "read":
        got, _, _ = sift(KeyError, cache.__getitem__, rest)
        return [which(thing, THINGS) for thing in got]
    elif way == "get":
        return which(cache.get(rest[0], *[THINGS[place] for place in rest[1:]]), THINGS)
    elif way == "in":
        return [key for key in rest if key in cache]
    elif way == "first":
        return [KEYS.index(key) for key in islice(cache, 1)]
    elif way == "loop within a loop":
        return sum(1 for _ in cache for _ in cache)
    return len(cache), [KEYS.index(key) for key in cache]


# LRUCache


def use_caches(sizes, turns):
    """Uses several caches in turn, in one way after another."""
    from bounded_cache import LRUCache

    caches = [LRUCache(*size) for size in sizes]
    return [ask(caches[turn], *step) for turn, step in turns]


def make_caches(wanted, count):
    """Makes caches of several kinds and sizes, and gives each some entries: which are refused, what is kept?"""
    from bounded_cache import LRUCache, TTLCache, custom_cache

    def make(kind, size):
        if kind == "custom_cache":
            return custom_cache(size)(lambda number: -number)
        return LRUCache(max_size=size) if kind == "LRUCache" else TTLCache(max_size=size, seconds=9)

    def fill(cache):
        if hasattr(cache, "cache_info"):
            return sum(cache(number) for number in range(count)), cache.cache_info()["size"]
        for number in range(count):
            cache[number] = number
        return sum(cache), len(cache)

    made, refused, _ = sift(ValueError, lambda one: make(*one), wanted)
    return {"kept": [fill(cache) for cache in made], "refused": refused}


def fill_cache(count, size, step, seconds):
    """Writes many entries, reads some, writes as many more, adds up what is there, deletes some, and waits."""
    from bounded_cache import LRUCache, TTLCache

    cache = TTLCache(seconds, size) if seconds else LRUCache(size)
    for number in range(count):
        cache[number] = number
    read = sum(cache.get(number, 0) for number in range(0, count, step))
    for number in range(count, 2 * count):
        cache[number] = number
    kept = list(cache)
    for number in kept[::step]:
        del cache[number]
    lengths = [len(kept), len(cache)]
    clock.sleep(9)
    return {"sum": sum(kept), "read": read, "lengths": [*lengths, len(cache)]}


# TTLCache


def use_expiring_caches(settings, turns):
    """Uses several caches in turn, while time passes."""
    from bounded_cache import TTLCache

    caches = [TTLCache(ticks / 16, *size) for ticks, size in settings]
    return [ask(caches[turn], *step) for turn, step in turns]


# custom_cache


def call_cached(settings, given, steps):
    """Calls two cached functions, whose results say how often both were called, looks at their numbers, and forgets."""
    from bounded_cache import custom_cache

    count, calls = recorder(range(1, 99))
    decorate = custom_cache(**settings)
    one, other = (lambda *args, **kwargs: count(*args, **kwargs) for _ in range(2))
    functions = [decorate(one)]
    functions.append(decorate({"the first": functions[0], "the same": one}.get(given, other)))
    answers = []
    for turn, way, *rest in steps:
        function = functions[turn]
        if way == "call":
            answers.append(function(*rest[0], **rest[1]))
        elif way == "info":
            answers.append(function.cache_info())
        elif way == "forget":
            function.cache_forget(*rest[0], **rest[1])
        else:
            function.cache_clear()
    return {"answers": answers, "calls": calls}


def call_with_ones(places, name):
    """Calls a cached function with equal numbers of several types, two of which have the same name."""
    from bounded_cache import custom_cache

    count, _ = recorder(range(1, 99))
    cached = custom_cache(None, True)(lambda *args, **kwargs: count())
    return [cached(**{name: ONES[place]}) if name else cached(ONES[place]) for place in places]


def call_for_things(places, times):
    """Calls a cached function that returns things: which come back, and how often was it called?"""
    from bounded_cache import custom_cache

    calls = []
    cached = custom_cache()(lambda place: calls.append(place) or THINGS[place])
    found = [which(cached(place), THINGS) for _ in range(times) for place in places]
    return {"found": found, "calls": calls}


def call_failing(error, place, fails, names):
    """Calls a cached function that raises one of three errors at some of its runs."""
    from bounded_cache import custom_cache

    errors, calls = lookalikes(error, 3), []

    @custom_cache(max_size=1)
    def fetch(name):
        calls.append(name)
        if len(calls) in fails:
            raise errors[place]
        return len(calls)

    ends = [outcome(fetch, name) for name in names]
    found = [which(got, errors) if how == "raised" else got for how, got in ends]
    return {"found": found, "calls": calls, "info": fetch.cache_info()}


def call_recursively(size, numbers):
    """Calls a cached function that calls itself twice, by its decorated name."""
    from bounded_cache import custom_cache

    calls = []

    @custom_cache(max_size=size)
    def add(number):
        calls.append(number)
        return number if number < 2 else add(number - 1) + add(number - 2)

    results = [add(number) for number in numbers]
    return {"results": results, "calls": calls, "info": add.cache_info()}


def describe(verb, number, doc):
    """Asks a cached function for its name and its docstring."""
    from bounded_cache import custom_cache

    cached = custom_cache(max_size=number)(renamed(lambda: None, f"{verb}_{number}", doc))
    return cached.__name__, cached.__doc__
