"""What the suite does with an attempt at decorators."""

from functools import reduce

from grader.scenario import Odd, failing, fake_clock, lookalikes, outcome, printed, recorder, renamed, sift, which

clock = fake_clock(busy=True)


def decorator(name):
    """One decorator, ready to be put on functions."""
    import decorators

    return decorators.retry(max_attempts=2, delay=0) if name == "retry" else getattr(decorators, name)


def describe(decorate, verb, number, doc):
    """Asks a decorated function, made within another one, for its name and its docstring."""
    doc = doc and doc.format(verb.title())
    decorated = decorator(decorate)(renamed(lambda: None, f"{verb}_{number}", doc))
    return {"name": getattr(decorated, "__name__", None), "doc": getattr(decorated, "__doc__", None)}


# timer, with functions that take sixteenths of a second: who prints what a call was given prints no seconds


def call_timed(args, kwargs, results):
    """Calls a timed function that writes down its arguments and returns one result after another."""
    from decorators import timer

    collect, received = recorder(results)
    timed = timer(renamed(collect, "collect"))
    with printed():
        returned = [timed(*args, **kwargs) for _ in results]
    return {"returned": returned, "received": received}


def time_calls(name, calls):
    """Calls a timed function a few times, each time after a pause."""
    from decorators import timer

    def work(ticks):
        print("working")
        clock.sleep(ticks / 16)

    timed = timer(renamed(work, name))
    with printed() as lines:
        for pause, ticks in calls:
            clock.sleep(pause)
            timed(ticks)
    return {"lines": lines}


def time_many_calls(name, count, ticks):
    """Calls a timed function over and over."""
    from decorators import timer

    timed = timer(renamed(lambda: clock.sleep(ticks / 16), name))
    with printed() as lines:
        for _ in range(count):
            timed()
    return {"different": sorted(set(lines)), "count": len(lines)}


def time_failure(name, ticks, error, position):
    """Calls a timed function that raises one of three exceptions that look alike."""
    from decorators import timer

    errors = lookalikes(error, 3)

    def fail(ticks):
        clock.sleep(ticks / 16)
        raise errors[position]

    with printed() as lines:
        end = outcome(timer(renamed(fail, name)), ticks)
    return {"lines": lines, "outcome": end, "positions": which(end[1], errors)}


def time_recursion(name, durations, fails, times):
    """Calls a timed function that works for a while and then calls itself with the rest; the last one may fail."""
    from decorators import timer

    def descend(ticks, *rest):
        clock.sleep(ticks / 16)
        if rest:
            outcome(descend, *rest)
        elif fails:
            raise ValueError("the last one")

    descend = timer(renamed(descend, name))
    with printed() as lines:
        for _ in range(times):
            descend(*durations)
    return {"lines": lines}


# cache


def call_cached(arguments, results):
    """Calls a cached function that returns one result after another, whatever its arguments are."""
    from decorators import cache

    count, calls = recorder(results)
    cached = cache(count)
    returned = [cached(*args, **kwargs) for args, kwargs in arguments]
    return {"results": returned, "calls": calls}


def call_cached_with_purses(purses, by_name, kept):
    """Calls a cached function with objects that are equal if the same coin is in them, and are shown by their owner."""
    from decorators import cache

    owned = {owner: type(owner, (frozenset,), {"__repr__": lambda self: type(self).__name__}) for _, owner in purses}
    calls = []

    @cache
    def count(purse):
        calls.extend(purse)
        return len(calls)

    # Kept, none has the address of another; gone, none is there for a cache that keeps no arguments itself.
    objects = (owned[owner]({coin}) for coin, owner in purses)
    objects = list(objects) if kept else objects
    results = [count(purse=one) if by_name else count(one) for one in objects]
    return {"results": results, "calls": calls}


def call_cached_again(start, count, step):
    """Goes through a range of numbers with a cached function, and a year later through some of them again."""
    from decorators import cache

    numbers, calls = range(start, start + count), []

    @cache
    def double(number):
        calls.append(number)
        return {2 * number}  # a set of its own, which nobody but the cache keeps

    total = sum(sum(double(number)) for number in numbers)
    clock.sleep(365 * 24 * 3600)
    total += sum(sum(double(number)) for number in numbers[::step])
    return {"total": total, "calls": len(calls)}


def call_cached_failing(errors, result, times):
    """Calls a cached function, always alike, that fails a few times before it returns."""
    from decorators import cache

    fetch, calls = failing(*errors, then=result)
    cached = cache(fetch)
    ends = [outcome(cached, "index") for _ in range(times)]
    return {"outcomes": ends, "calls": len(calls)}


def call_cached_recursively(numbers, failures):
    """Calls a cached function that calls itself, down to 0, where it fails a few times; who called 0 goes on."""
    from decorators import cache

    calls = []

    @cache
    def add_up(number):
        calls.append(number)
        if number > 0:
            end, below = outcome(add_up, number - 1)
            return number + below if end == "returned" else 100 * number
        if calls.count(0) <= failures:
            raise ConnectionError("try again")
        return 0

    ends = [outcome(add_up, number) for number in numbers]
    return {"outcomes": ends, "calls": calls}


# retry


def call_flaky(errors, result, settings):
    """Calls a retried function that raises a few errors, one a call, before it returns."""
    from decorators import retry

    (fail, calls), waits_before = failing(*errors, then=result), []

    @retry(*settings)
    def flaky():
        waits_before.append(len(clock.sleeps))
        return fail()

    end = outcome(flaky)
    return {
        "calls": len(calls),
        "outcome": end,
        "positions": which(end[1], errors),
        "waits": clock.sleeps,
        "waits_before": waits_before,
    }


def call_stubborn(failures, max_attempts, ticks):
    """Calls a retried function that fails very often, and counts calls and waits."""
    from decorators import retry

    stubborn, calls = failing(*map(ConnectionError, range(failures)), then=f"after {failures}")
    waits = clock.sleeps
    end = outcome(retry(max_attempts=max_attempts, delay=ticks / 16)(stubborn))
    return {"outcome": end, "calls": len(calls), "waits": len(waits), "different_waits": sorted(set(waits))}


def call_retried(args, kwargs, failures):
    """Calls a retried function that writes down its arguments and fails a number of times."""
    from decorators import retry

    send, received = failing(*lookalikes(ConnectionError("try again"), failures))
    retry(max_attempts=failures + 1, delay=0)(send)(*args, **kwargs)
    return {"received": received}


def call_repeatedly(calls, max_attempts, nested):
    """Calls one retried function several times, or lets each call make the next; each fails as often as listed."""
    from decorators import retry

    functions = [failing(*[ConnectionError()] * failures, *[KeyboardInterrupt()] * stop) for failures, stop in calls]

    @retry(max_attempts=max_attempts, delay=0)
    def flaky(first, *others):
        fail, made = first
        if others and not made:
            outcome(flaky, *others)
        fail()

    for chain in [functions] if nested else [[one] for one in functions]:
        outcome(flaky, *chain)
    return {"attempts": [len(made) for _, made in functions]}


def decorate_with(numbers):
    """Decorates a function that always fails, with one max_attempts after another, and calls it."""
    from decorators import retry

    def attempts_of(max_attempts):
        fail, calls = failing(*lookalikes(ConnectionError("try again"), 9))
        decorated = retry(max_attempts=max_attempts, delay=0)(fail)
        outcome(decorated)
        return len(calls)

    attempts, refused, _ = sift(ValueError, attempts_of, numbers)
    return {"refused": refused, "attempts": attempts}


# All three


def call_methods(decorate, calls):
    """Calls a decorated method of one of several objects after the other."""
    made = []

    class Account:
        @decorator(decorate)
        def add(self, number):
            made.append((*which(self, accounts), number))
            return made[-1][::-1]

    accounts = [Account() for _ in range(3)]
    with printed():
        results = [accounts[place].add(number) for place, number in calls]
    return {"results": results, "calls": made}


def call_for_objects(decorate, count, wanted):
    """Calls a decorated function that returns for each object the one opposite, which is odd."""
    given, answers, calls = [object() for _ in range(count)], [Odd() for _ in range(count)], []

    @decorator(decorate)
    def opposite(one):
        calls.extend(which(one, given))
        return answers[-1 - calls[-1]]

    with printed():
        results = [opposite(given[place]) for place in wanted]
    return {"places": [which(result, answers) for result in results], "calls": calls}


def raise_odd(decorate, count, position, reason):
    """Calls a decorated function that raises one of several exceptions that are equal to everything."""
    OddError = type("OddError", (Exception,), {"__eq__": Odd.__eq__, "__hash__": lambda self: 1})
    errors = [OddError() for _ in range(count)]

    @decorator(decorate)
    def fail():
        raise errors[position] from ValueError(reason)

    with printed():
        end, caught = outcome(fail)
    return {"positions": which(caught, errors), "cause": getattr(caught, "__cause__", None)}


def call_namesakes(decorate, tags, wanted, kept):
    """Puts one decorator on two functions of one name, which are the same one if their tags are, and calls them in
    turn; they are kept, or made for one call and then gone.
    """
    from decorators import cache, retry, timer

    calls, put_on = [], {"cache": cache, "retry": retry(max_attempts=2, delay=0), "timer": timer}[decorate]

    def make(tag):
        return lambda number: calls.append((tag, number)) or f"{tag}{number}"

    functions = {tag: make(tag) for tag in tags}
    pair = [put_on(functions[tag]) for tag in tags]
    # No name for a function that is gone after its call: the next one may have its address.
    with printed():
        results = [(pair[place] if kept else put_on(make(tags[place])))(number) for place, number in wanted]
    return {"results": results, "calls": calls}


def call_stacked(layers, failures, numbers):
    """Puts decorators on top of each other, the first one innermost, on a function that fails a few times."""
    from decorators import cache, retry, timer

    put_on = {"cache": cache, "retry": retry(max_attempts=2, delay=0), "timer": timer}
    fail, calls = failing(*map(ConnectionError, range(failures)))

    def work(number):
        clock.sleep(1)
        return fail(number) or f"{number} at call {len(calls)}"

    work = reduce(lambda function, layer: put_on[layer](function), layers, renamed(work, "work"))
    with printed() as lines:
        ends = [outcome(work, number) for number in numbers]
    return {"outcomes": ends, "calls": calls, "lines": lines}


def call_generator(decorate, items):
    """Calls a decorated generator function, says what came back, and only then runs the generator."""

    def produce(items):
        for item in items:
            clock.sleep(1)
            yield 2 * item

    with printed() as lines:
        returned = decorator(decorate)(renamed(produce, "produce"))(items)
        print("returned:", type(returned).__name__)
        made = list(returned)
    return {"made": made, "lines": lines}


def call_coroutine(decorate, items):
    """Calls a decorated coroutine function, says what came back, and only then runs the coroutine."""

    async def produce(items):
        clock.sleep(1)
        return [2 * item for item in items]

    with printed() as lines:
        returned = decorator(decorate)(renamed(produce, "produce"))(items)
        print("returned:", type(returned).__name__)
        _, stop = outcome(returned.send, None)
    return {"made": stop.value, "lines": lines}
