"""What the suite does with an attempt at decorators."""

from grader.scenario import failing, fake_clock, lookalikes, outcome, printed, recorder, renamed, which

clock = fake_clock(busy=True)


def describe(decorate, verb, number, doc):
    """Asks a decorated function, made within another one, for its name and its docstring."""
    from decorators import cache, retry, timer

    name, doc = f"{verb}_{number}", doc and doc.format(verb.title())
    decorated = {"cache": cache, "retry": retry(), "timer": timer}[decorate](renamed(lambda: None, name, doc))
    return {"name": getattr(decorated, "__name__", None), "doc": getattr(decorated, "__doc__", None)}


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

    def work(ticks):  # sixteenths: who prints what a call was given prints no seconds
        print("working")
        clock.sleep(ticks / 16)

    timed = timer(renamed(work, name))
    with printed() as lines:
        for pause, seconds in calls:
            clock.sleep(pause)
            timed(round(seconds * 16))
    return {"lines": lines}


def time_many_calls(name, count, ticks):
    """Calls a timed function over and over, each time for some sixteenths of a second."""
    from decorators import timer

    timed = timer(renamed(lambda: clock.sleep(ticks / 16), name))
    with printed() as lines:
        for _ in range(count):
            timed()
    return {"different": sorted(set(lines)), "count": len(lines)}


def time_failure(name, seconds, error, position):
    """Calls a timed function that raises one of three exceptions that look alike."""
    from decorators import timer

    errors = lookalikes(error, 3)

    def fail(ticks):
        clock.sleep(ticks / 16)
        raise errors[position]

    with printed() as lines:
        end = outcome(timer(renamed(fail, name)), round(seconds * 16))
    return {"lines": lines, "outcome": end, "positions": which(end[1], errors)}


def time_recursion(name, durations, fails, times):
    """Calls a timed function that works for a while and then calls itself with the rest; the last one may fail."""
    from decorators import timer

    def descend(ticks):
        clock.sleep(ticks[0] / 16)
        if ticks[1:]:
            outcome(descend, ticks[1:])
        elif fails:
            raise ValueError("the last one")

    descend = timer(renamed(descend, name))
    with printed() as lines:
        for _ in range(times):
            descend([round(seconds * 16) for seconds in durations])
    return {"lines": lines}


def call_cached(arguments):
    """Calls a cached function that returns how often it has been called."""
    from decorators import cache

    calls = []

    @cache
    def count(*args):
        calls.append(args)
        return len(calls)

    results = [count(*args) for args in arguments]
    return {"results": results, "calls": calls}


def call_cached_with_keywords(arguments):
    """Calls a cached function that takes keywords and returns how often it has been called."""
    from decorators import cache

    calls = []

    @cache
    def count(*args, **kwargs):
        calls.append((args, kwargs))
        return len(calls)

    results = [count(*args, **kwargs) for args, kwargs in arguments]
    return {"results": results, "calls": calls}


class Account:
    """Equal by number, and shown by its owner."""

    def __init__(self, number, owner):
        self.number, self.owner = number, owner

    def __eq__(self, other):
        return isinstance(other, Account) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __repr__(self):
        return f"Account({self.owner!r})"


class SavingsAccount(Account):
    """Alan's."""


def call_cached_with_accounts(accounts, by_name, kept):
    """Calls a cached function with objects that are equal by number, and shown by owner; Alan's are of a subclass."""
    from decorators import cache

    calls = []

    @cache
    def balance(account):
        calls.append(account.number)
        return len(calls)

    # Kept, none has the address of another; gone, none is there for a cache that keeps no arguments itself.
    objects = (SavingsAccount(*one) if one[1] == "Alan" else Account(*one) for one in accounts)
    objects = list(objects) if kept else objects
    results = [balance(account=one) if by_name else balance(one) for one in objects]
    return {"results": results, "calls": calls}


def call_cached_table(table, indices):
    """Looks values up in a table through a cached function."""
    from decorators import cache

    calls = []

    @cache
    def look_up(index):
        calls.append(index)
        return table[index]

    results = [look_up(index) for index in indices]
    return {"results": results, "calls": calls}


class Result:
    """Kept by nobody but the cache."""

    def __init__(self, value):
        self.value = value


def call_cached_again(start, count, step):
    """Goes through a range of numbers with a cached function, and a year later through some of them again."""
    from decorators import cache

    calls = []

    @cache
    def double(number):
        calls.append(number)
        return Result(2 * number)

    total = sum(double(number).value for number in range(start, start + count))
    clock.sleep(365 * 24 * 3600)
    total += sum(double(number).value for number in range(start, start + count, step))
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


def call_cached_namesakes(wanted, kept):
    """Calls cached functions that have the same name; they are kept, or made for one call and then gone."""
    from decorators import cache

    calls = []

    def make(tag):
        @cache
        def label(number):
            calls.append((tag, number))
            return tag + str(number)

        return label

    functions = {tag: make(tag) for tag in "ab"}
    # No name for a function that is gone after its call: the next one may have its address.
    results = [(functions[tag] if kept else make(tag))(number) for tag, number in wanted]
    return {"results": results, "calls": calls}


def call_flaky(errors, result, settings):
    """Calls a retried function that raises a few errors, one a call, before it returns."""
    from decorators import retry

    left, waits_before = list(errors), []

    @retry(*settings)
    def flaky():
        waits_before.append(len(clock.sleeps))
        if left:
            raise left.pop(0)
        return result

    end = outcome(flaky)
    return {
        "calls": len(waits_before),
        "outcome": end,
        "positions": which(end[1], errors),
        "waits": clock.sleeps,
        "waits_before": waits_before,
    }


def call_stubborn(failures, max_attempts, ticks):
    """Calls a retried function that fails very often, and counts calls and waits."""
    from decorators import retry

    calls = []

    @retry(max_attempts=max_attempts, delay=ticks / 16)
    def stubborn():
        calls.append("call")
        if len(calls) <= failures:
            raise ConnectionError(len(calls))
        return f"done at call {len(calls)}"

    end = outcome(stubborn)
    return {
        "outcome": end,
        "calls": len(calls),
        "waits": len(clock.sleeps),
        "different_waits": sorted(set(clock.sleeps)),
    }


def call_retried(args, kwargs, failures):
    """Calls a retried function that writes down its arguments and fails a number of times."""
    from decorators import retry

    send, received = failing(*lookalikes(ConnectionError("try again"), failures))
    retry(max_attempts=failures + 1, delay=0)(send)(*args, **kwargs)
    return {"received": received}


def call_repeatedly(calls, max_attempts, nested):
    """Calls one retried function several times, or lets each call make the next; each fails as often as listed."""
    from decorators import retry

    attempts = [0] * len(calls)

    @retry(max_attempts=max_attempts, delay=0)
    def flaky(number):
        failures, stopped = calls[number]
        attempts[number] += 1
        if nested and attempts[number] == 1 and number + 1 < len(calls):
            outcome(flaky, number + 1)
        if attempts[number] <= failures:
            raise ConnectionError("try again")
        if stopped:
            raise KeyboardInterrupt

    for number in range(1 if nested else len(calls)):
        outcome(flaky, number)
    return {"attempts": attempts}


def decorate_with(numbers):
    """Decorates a function that always fails, with one max_attempts after another, and calls it."""
    from decorators import retry

    refused, attempts = [], []
    for max_attempts in numbers:
        fail, calls = failing(*lookalikes(ConnectionError("try again"), 9))
        end, made = outcome(lambda count=max_attempts, fail=fail: retry(max_attempts=count, delay=0)(fail))
        if end == "raised" and type(made) is ValueError:
            refused.append(max_attempts)
        else:
            outcome(made)
            attempts.append(len(calls))
    return {"refused": refused, "attempts": attempts}


# All three


def decorator(name):
    """One decorator, ready to be put on functions."""
    import decorators

    return decorators.retry(max_attempts=2, delay=0) if name == "retry" else getattr(decorators, name)


def call_methods(decorate, owners, calls):
    """Calls a decorated method of one of several objects after the other."""
    made = []

    class Account:
        def __init__(self, owner):
            self.owner = owner

        @decorator(decorate)
        def greet(self, number):
            made.append((self.owner, number))
            return f"{self.owner} {number}"

    accounts = [Account(owner) for owner in owners]
    with printed():
        results = [accounts[place].greet(number) for place, number in calls]
    return {"results": results, "calls": made}


class OddError(Exception):
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class Odd:
    """Equal to everything, and neither true nor false."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __bool__(self):
        raise TypeError("neither true nor false")


def call_for_objects(decorate, count, wanted):
    """Calls a decorated function that returns for each object the one opposite; those say yes to every comparison."""
    given = [object() for _ in range(count)]
    answers = [Odd() for _ in given]
    calls = []

    @decorator(decorate)
    def opposite(one):
        calls.extend(which(one, given))
        return answers[-1 - calls[-1]]

    with printed():
        results = [opposite(given[place]) for place in wanted]
    return {"places": [which(result, answers) for result in results], "calls": calls}


def raise_odd(decorate, count, position, reason):
    """Calls a decorated function that raises one of several exceptions that are equal to everything."""
    errors = [OddError() for _ in range(count)]

    @decorator(decorate)
    def fail():
        raise errors[position] from ValueError(reason)

    with printed():
        end, caught = outcome(fail)
    return {"positions": which(caught, errors), "cause": getattr(caught, "__cause__", None)}


def decorate_two(decorate, tags, wanted):
    """Puts one decorator on two functions, which are the same one if their tags are, and calls them in turn."""
    calls = []

    def make(tag):
        def label(number):
            calls.append((tag, number))
            return f"{tag}{number}"

        return label

    functions = {tag: make(tag) for tag in tags}
    put_on = decorator(decorate)
    pair = [put_on(functions[tag]) for tag in tags]
    with printed():
        results = [pair[place](number) for place, number in wanted]
    return {"results": results, "calls": calls}


def call_stacked(layers, failures, numbers):
    """Puts decorators on top of each other, the first one innermost, on a function that fails a few times."""
    calls = []

    def work(number):
        calls.append(number)
        if len(calls) <= failures:
            raise ConnectionError(f"call {len(calls)}")
        return f"{number} at call {len(calls)}"

    for layer in layers:
        work = decorator(layer)(work)
    with printed() as lines:
        ends = [outcome(work, number) for number in numbers]
    return {"outcomes": ends, "calls": calls, "lines": lines}


def call_generator(decorate, items):
    """Calls a decorated generator function, looks how much is printed, and only then runs the generator."""

    @decorator(decorate)
    def produce(items):
        for item in items:
            clock.sleep(1)
            yield 2 * item

    with printed() as at_the_call:
        returned = produce(items)
    with printed() as later:
        made = list(returned)
    return {"kind": type(returned).__name__, "made": made, "lines": at_the_call, "later": later}


def call_coroutine(decorate, items):
    """Calls a decorated coroutine function, looks how much is printed, and only then runs the coroutine."""

    @decorator(decorate)
    async def produce(items):
        clock.sleep(1)
        return [2 * item for item in items]

    with printed() as at_the_call:
        returned = produce(items)
    with printed() as later:
        end = outcome(returned.send, None)
    return {"kind": type(returned).__name__, "made": end[1].value, "lines": at_the_call, "later": later}
