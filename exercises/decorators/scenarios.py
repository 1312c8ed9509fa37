"""What the suite does with an attempt at decorators."""

import builtins
import time
import timeit

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import (
    BaseException,
    ConnectionError,
    Exception,
    KeyboardInterrupt,
    TypeError,
    ValueError,
    enumerate,
    float,
    getattr,
    hash,
    id,
    isinstance,
    len,
    list,
    object,
    print,
    range,
    round,
    set,
    sorted,
    str,
    sum,
    tuple,
    type,
)
from contextlib import redirect_stdout
from io import StringIO


def make_clock():
    """A sleep, two clocks that move only while somebody sleeps, and what has been slept."""
    nanoseconds = 15_625_000
    waits = []

    def sleep(seconds):
        nonlocal nanoseconds
        # Libraries have floats of their own kind, and those could not leave the jail.
        waits.append(float(seconds))
        nanoseconds += round(seconds * 1_000_000_000)

    def read():
        return nanoseconds / 1_000_000_000

    def read_ns():
        return nanoseconds

    def slept():
        return waits[:]

    return sleep, read, read_ns, slept


sleep, read_clock, read_clock_ns, slept = make_clock()
time.sleep = sleep
timeit.default_timer = read_clock
for kind in ("time", "perf_counter", "monotonic", "process_time", "thread_time"):
    setattr(time, kind, read_clock)
    setattr(time, f"{kind}_ns", read_clock_ns)
time.clock_gettime = lambda which: read_clock()
time.clock_gettime_ns = lambda which: read_clock_ns()

ERRORS = {
    kind: getattr(builtins, kind)
    for kind in (
        "AssertionError",
        "AttributeError",
        "BaseException",
        "ConnectionError",
        "Exception",
        "GeneratorExit",
        "KeyboardInterrupt",
        "LookupError",
        "NameError",
        "OSError",
        "RuntimeError",
        "StopIteration",
        "SystemExit",
        "TypeError",
        "ValueError",
    )
}

YEAR = 365 * 24 * 3600  # seconds


def _renamed(function, name, doc=None, within=""):
    """The function as if it had been written under another name, at the top of a module or within a function."""
    function.__name__ = name
    function.__qualname__ = f"{within}.<locals>.{name}" if within else name
    function.__doc__ = doc
    return function


def _error(kind, message):
    return ERRORS[kind](message)


def _kind(error):
    """The name of an exception's class; one that only has the name of another is told apart."""
    name = type(error).__name__
    return name if ERRORS.get(name, type(error)) is type(error) else f"another {name}"


def _end(function, *args):
    """What a call returned, or the exception that it raised."""
    try:
        return function(*args), None
    except BaseException as error:
        return None, error


def _in_words(result, error):
    """How a call ended, as plain data."""
    return ["returned", result] if error is None else ["raised", _kind(error), str(error)]


def _outcome(function, *args):
    return _in_words(*_end(function, *args))


def _positions(wanted, errors):
    """Where an exception stands among others, which may look alike."""
    return [position for position, error in enumerate(errors) if error is wanted]


def describe(decorators, decorator, verb, number, doc):
    """Asks a decorated function, made within another one, for its name and its docstring.

    from decorators import {{ decorator | raw }}
    def make():
        def {{ verb | raw }}_{{ number }}():
            pass
        {{ verb | raw }}_{{ number }}.__doc__ = {{ doc and doc.replace("VERB", verb.title()) }}
        return {{ decorator | raw }}{% if decorator == "retry" %}(){% endif %}({{ verb | raw }}_{{ number }})

    decorated = make()
    print(decorated.__name__)
    print(repr(decorated.__doc__))
    """

    def function():
        pass

    decorate = decorators.retry() if decorator == "retry" else getattr(decorators, decorator)
    text = doc and doc.replace("VERB", verb.title())
    decorated = decorate(_renamed(function, f"{verb}_{number}", text, within="make"))
    return {
        "name": getattr(decorated, "__name__", None),
        "doc": getattr(decorated, "__doc__", None),
    }


def call_timed(decorators, args, kwargs, results):
    """Calls a timed function that writes down its arguments and returns one result after another.

    from decorators import timer
    received = []
    @timer
    def collect(*args, **kwargs):
        received.append((args, kwargs))
        return {{ results }}[len(received) - 1]

    [collect(*{{ args }}, **{{ kwargs }}) for _ in {{ results }}]
    received
    """
    received = []

    @decorators.timer
    def collect(*args, **kwargs):
        received.append([list(args), kwargs])
        return results[len(received) - 1]

    with redirect_stdout(StringIO()):
        returned = [collect(*args, **kwargs) for _ in results]
    return {"returned": returned, "received": received}


def time_calls(decorators, name, calls):
    """Calls a timed function, made within another one, a few times, each time after a pause.

    import time
    from decorators import timer
    def make():
        @timer
        def {{ name | raw }}(seconds):
            print("working")
            time.sleep(seconds)
        return {{ name | raw }}

    {{ name | raw }} = make()
    def call(pause, seconds):
        time.sleep(pause)
        {{ name | raw }}(seconds)

    {% for numbers in calls %}call(*{{ numbers }}); {% endfor %}
    """

    def work(ticks):  # sixteenths: who prints what a call was given prints no seconds
        print("working")
        sleep(ticks / 16)

    work = decorators.timer(_renamed(work, name, within="make"))
    with redirect_stdout(StringIO()) as printed:
        for pause, seconds in calls:
            sleep(pause)
            work(round(seconds * 16))
    return {"printed": printed.getvalue()}


def time_many_calls(decorators, name, count, ticks):
    """Calls a timed function over and over, each time for some sixteenths of a second: how many lines, and which?

    import contextlib, io, time
    time.sleep = lambda seconds: None
    from decorators import timer
    @timer
    def {{ name | raw }}(ticks):
        time.sleep(ticks / 16)

    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for _ in range({{ count }}):
            {{ name | raw }}({{ ticks }})

    lines = printed.getvalue().splitlines()
    len(lines), sorted(set(lines))
    """

    def work(ticks):
        sleep(ticks / 16)

    work = decorators.timer(_renamed(work, name))
    with redirect_stdout(StringIO()) as printed:
        for _ in range(count):
            work(ticks)
    lines = printed.getvalue().splitlines()
    return {"count": len(lines), "different": sorted(set(lines))}


def time_failure(decorators, name, seconds, kind, message, position):
    """Calls a timed function that raises one of three exceptions that look alike, and asks which of them comes out.

    import time
    from decorators import timer
    errors = [{{ kind | raw }}({{ message }}) for _ in range(3)]
    @timer
    def {{ name | raw }}():
        time.sleep({{ seconds }})
        raise errors[{{ position }}]

    caught = None
    try:
        {{ name | raw }}()
    except BaseException as error:
        caught = error

    repr(caught), [position for position, error in enumerate(errors) if error is caught]
    """
    errors = [_error(kind, message) for _ in range(3)]
    ticks = round(seconds * 16)

    def fail():
        sleep(ticks / 16)
        raise errors[position]

    fail = decorators.timer(_renamed(fail, name))
    with redirect_stdout(StringIO()) as printed:
        result, caught = _end(fail)
    return {
        "lines": printed.getvalue().splitlines(),
        "outcome": _in_words(result, caught),
        "positions": _positions(caught, errors),
    }


def time_recursion(decorators, name, durations, failing, times):
    """Calls a timed function that works for a while and then calls itself with the rest; the last one may fail.

    import time
    from decorators import timer
    @timer
    def {{ name | raw }}(durations):
        time.sleep(durations[0])
        if durations[1:]:
            try:
                {{ name | raw }}(durations[1:])
            except ValueError:
                pass
        elif {{ failing }}:
            raise ValueError("the last one")

    for _ in range({{ times }}):
        {{ name | raw }}({{ durations }})

    """

    def descend(ticks):
        sleep(ticks[0] / 16)
        if ticks[1:]:
            _outcome(descend, ticks[1:])
        elif failing:
            raise ValueError("the last one")

    descend = decorators.timer(_renamed(descend, name))
    with redirect_stdout(StringIO()) as printed:
        for _ in range(times):
            descend([round(seconds * 16) for seconds in durations])
    return {"lines": printed.getvalue().splitlines()}


def call_cached(decorators, arguments):
    """Calls a cached function that returns how often it has been called.

    from decorators import cache
    calls = []
    @cache
    def count(*args):
        calls.append(args)
        return len(calls)

    [count(*args) for args in {{ arguments }}]
    calls
    """
    calls = []

    @decorators.cache
    def count(*args):
        calls.append(list(args))
        return len(calls)

    return {"results": [count(*args) for args in arguments], "calls": calls}


def call_cached_with_keywords(decorators, arguments):
    """Calls a cached function that takes keywords and returns how often it has been called.

    from decorators import cache
    calls = []
    @cache
    def count(*args, **kwargs):
        calls.append((args, kwargs))
        return len(calls)

    [count(*args, **kwargs) for args, kwargs in {{ arguments }}]
    calls
    """
    calls = []

    @decorators.cache
    def count(*args, **kwargs):
        calls.append([list(args), kwargs])
        return len(calls)

    results = [count(*args, **kwargs) for args, kwargs in arguments]
    return {"results": results, "calls": calls}


def _account_classes():
    """Two classes whose objects are equal by number, and shown by their owner; the second is derived from the first."""

    class Account:
        def __init__(self, number, owner):
            self.number, self.owner = number, owner

        def __eq__(self, other):
            return isinstance(other, Account) and self.number == other.number

        def __hash__(self):
            return hash(self.number)

        def __repr__(self):
            return f"Account({self.owner!r})"

    class SavingsAccount(Account):
        pass

    return Account, SavingsAccount


def call_cached_with_accounts(decorators, accounts, by_name, kept):
    """Calls a cached function with objects that are equal by number, and shown by owner; Alan's are of a subclass.

    from decorators import cache
    class Account:
        def __init__(self, number, owner):
            self.number, self.owner = number, owner
        def __eq__(self, other):
            return isinstance(other, Account) and self.number == other.number
        def __hash__(self):
            return hash(self.number)
        def __repr__(self):
            return f"Account({self.owner!r})"

    class SavingsAccount(Account):
        pass

    kinds = {"Ada": Account, "Alan": SavingsAccount}
    calls = []
    @cache
    def balance(account):
        calls.append(account.number)
        return len(calls)

    {% if kept %}
    accounts = [kinds[owner](number, owner) for number, owner in {{ accounts }}]
    [balance({% if by_name %}account={% endif %}account) for account in accounts]
    {% else %}
    [balance({% if by_name %}account={% endif %}kinds[owner](number, owner)) for number, owner in {{ accounts }}]
    {% endif %}
    calls
    """
    plain, savings = _account_classes()
    calls = []

    @decorators.cache
    def balance(account):
        calls.append(account.number)
        return len(calls)

    # Kept, none has the address of another; gone, none is there for a cache that keeps no arguments itself.
    objects = ((savings if owner == "Alan" else plain)(number, owner) for number, owner in accounts)
    objects = list(objects) if kept else objects
    results = [balance(account=account) if by_name else balance(account) for account in objects]
    return {"results": results, "calls": calls}


def call_cached_table(decorators, table, indices):
    """Looks values up in a table through a cached function.

    from decorators import cache
    calls = []
    @cache
    def look_up(index):
        calls.append(index)
        return {{ table }}[index]

    [look_up(index) for index in {{ indices }}]
    calls
    """
    calls = []

    @decorators.cache
    def look_up(index):
        calls.append(index)
        return table[index]

    return {"results": [look_up(index) for index in indices], "calls": calls}


def call_cached_again(decorators, start, count, step):
    """Goes through a range of numbers with a cached function, and a year later through some of them again.

    import time
    real_clock = time.monotonic
    years = [0]
    time.time = time.monotonic = time.perf_counter = lambda: real_clock() + years[0] * 365 * 24 * 3600

    from decorators import cache
    calls = []
    class Result:
        def __init__(self, value):
            self.value = value

    @cache
    def double(number):
        calls.append(number)
        return Result(2 * number)

    total = sum(double(number).value for number in range({{ start }}, {{ start + count }}))
    years[0] += 1
    total += sum(double(number).value for number in range({{ start }}, {{ start + count }}, {{ step }}))
    len(calls), total
    """
    calls = []

    class Result:  # which nobody keeps but the cache
        def __init__(self, value):
            self.value = value

    @decorators.cache
    def double(number):
        calls.append(number)
        return Result(2 * number)

    total = sum(double(number).value for number in range(start, start + count))
    sleep(YEAR)
    total += sum(double(number).value for number in range(start, start + count, step))
    return {"calls": len(calls), "total": total}


def call_cached_failing(decorators, kind, messages, result, times):
    """Calls a cached function, always alike, that fails a few times before it returns.

    from decorators import cache
    messages = {{ messages }}
    calls = []
    @cache
    def fetch(page):
        calls.append(page)
        if messages:
            raise {{ kind | raw }}(messages.pop(0))
        return {{ result }}

    outcomes = []
    for _ in range({{ times }}):
        try:
            outcomes.append(fetch("index"))
        except BaseException as error:
            outcomes.append(error)

    outcomes
    len(calls)
    """
    left = list(messages)
    calls = []

    @decorators.cache
    def fetch(page):
        calls.append(page)
        if left:
            raise _error(kind, left.pop(0))
        return result

    outcomes = [_outcome(fetch, "index") for _ in range(times)]
    return {"outcomes": outcomes, "calls": len(calls)}


def call_cached_recursively(decorators, numbers, failures):
    """Calls a cached function that calls itself, down to 0, where it fails a few times; who called 0 goes on.

    from decorators import cache
    calls = []
    @cache
    def add_up(number):
        calls.append(number)
        if number == 0:
            if calls.count(0) <= {{ failures }}:
                raise ConnectionError("try again")
            return 0
        try:
            return number + add_up(number - 1)
        except ConnectionError:
            return 100 * number

    results = []
    for number in {{ numbers }}:
        try:
            results.append(add_up(number))
        except ConnectionError:
            results.append("failed")

    results
    calls
    """
    calls = []

    @decorators.cache
    def add_up(number):
        calls.append(number)
        if number == 0:
            if calls.count(0) <= failures:
                raise ConnectionError("try again")
            return 0
        try:
            return number + add_up(number - 1)
        except ConnectionError:
            return 100 * number

    results = []
    for number in numbers:
        try:
            results.append(add_up(number))
        except ConnectionError:
            results.append("failed")
    return {"results": results, "calls": calls}


def call_cached_namesakes(decorators, tags, wanted, kept):
    """Calls cached functions that have the same name; they are kept, or made for one call and then gone.

    from decorators import cache
    calls = []
    def make(tag):
        @cache
        def label(number):
            calls.append((tag, number))
            return tag + str(number)
        return label

    tags = {{ tags }}
    functions = [make(tag) for tag in tags]
    [{% if kept %}functions[which]{% else %}make(tags[which]){% endif %}(number) for which, number in {{ wanted }}]
    calls
    """
    calls = []

    def make(tag):
        @decorators.cache
        def label(number):
            calls.append((tag, number))
            return tag + str(number)

        return label

    functions = [make(tag) for tag in tags]
    # No name for a function that is gone after its call: the next one may have its address.
    results = [(functions[which] if kept else make(tags[which]))(number) for which, number in wanted]
    return {"results": results, "calls": calls}


def call_flaky(decorators, errors, result, max_attempts, delay):
    """Calls a retried function that raises a few errors, one a call, before it returns.

    import time
    waits = []
    time.sleep = waits.append
    from decorators import retry
    errors = [{% for kind, message in errors %}{{ kind | raw }}({{ message }}), {% endfor %}]
    calls = []
    @retry(max_attempts={{ max_attempts }}, delay={{ delay }})
    def flaky():
        calls.append(f"after {len(waits)} waits")
        if errors:
            raise errors.pop(0)
        return {% if result is iterable and result is not string %}{{ result[0] | raw }}({{ result[1] }})
               {%- else %}{{ result }}{% endif %}

    raised = list(errors)
    try:
        outcome = flaky()
    except BaseException as error:
        outcome = error

    print("outcome:", repr(outcome), [position for position, error in enumerate(raised) if error is outcome])
    calls
    waits
    """
    # A pair stands for an exception that is returned, not raised.
    value = _error(*result) if isinstance(result, tuple) else result
    seen = _call_flaky(decorators.retry(max_attempts=max_attempts, delay=delay), errors, value)
    if isinstance(result, tuple) and seen["outcome"][-1] is value:
        seen["outcome"][1:] = [result]
    return seen


def call_flaky_with_settings(decorators, settings, errors):
    """Calls a function, retried with the settings given in their order, that raises a few errors.

    import time
    waits = []
    time.sleep = waits.append
    from decorators import retry
    errors = [{% for kind, message in errors %}{{ kind | raw }}({{ message }}), {% endfor %}]
    calls = []
    @retry(*{{ settings }})
    def flaky():
        calls.append("call")
        if errors:
            raise errors.pop(0)

    try:
        flaky()
    except ConnectionError:
        pass

    len(calls)
    waits
    """
    return _call_flaky(decorators.retry(*settings), errors, None)


def _call_flaky(decorate, errors, result):
    raised = [_error(kind, message) for kind, message in errors]
    left = raised[:]
    calls = []

    @decorate
    def flaky():
        calls.append(len(slept()))
        if left:
            raise left.pop(0)
        return result

    returned, caught = _end(flaky)
    return {
        "outcome": _in_words(returned, caught),
        "positions": _positions(caught, raised),
        "calls": len(calls),
        "waits": slept(),
        "waits_before": calls,
    }


def call_stubborn(decorators, failures, max_attempts, ticks):
    """Calls a retried function that fails very often: how many calls, and how many waits, of how many seconds?

    import time
    waits = []
    time.sleep = waits.append
    from decorators import retry
    calls = []
    @retry(max_attempts={{ max_attempts }}, delay={{ ticks / 16 }})
    def stubborn():
        calls.append("call")
        if len(calls) <= {{ failures }}:
            raise ConnectionError(len(calls))
        return f"done at call {len(calls)}"

    try:
        outcome = stubborn()
    except ConnectionError as error:
        outcome = error

    outcome, len(calls), len(waits), sorted(set(waits))
    """
    calls = 0

    @decorators.retry(max_attempts=max_attempts, delay=ticks / 16)
    def stubborn():
        nonlocal calls
        calls += 1
        if calls <= failures:
            raise ConnectionError(calls)
        return f"done at call {calls}"

    outcome = _outcome(stubborn)
    return {"outcome": outcome, "calls": calls, "waits": len(slept()), "different": sorted(set(slept()))}


def call_retried(decorators, args, kwargs, failures):
    """Calls a retried function that writes down its arguments and fails a number of times.

    from decorators import retry
    received = []
    @retry(max_attempts={{ failures + 1 }}, delay=0)
    def send(*args, **kwargs):
        received.append((args, kwargs))
        if len(received) <= {{ failures }}:
            raise ConnectionError("try again")

    send(*{{ args }}, **{{ kwargs }})
    received
    """
    received = []

    @decorators.retry(max_attempts=failures + 1, delay=0)
    def send(*args, **kwargs):
        received.append([list(args), kwargs])
        if len(received) <= failures:
            raise ConnectionError("try again")

    send(*args, **kwargs)
    return {"received": received}


def call_repeatedly(decorators, calls, max_attempts, nested):
    """Calls one retried function several times, or lets each call make the next; each fails as often as listed.

    from decorators import retry
    calls = {{ calls }}
    attempts = [0] * len(calls)
    @retry(max_attempts={{ max_attempts }}, delay=0)
    def flaky(number):
        failures, stopped = calls[number]
        attempts[number] += 1
        if {{ nested }} and attempts[number] == 1 and number + 1 < len(calls):
            call(number + 1)
        if attempts[number] <= failures:
            raise ConnectionError("try again")
        if stopped:
            raise KeyboardInterrupt

    def call(number):
        try:
            flaky(number)
        except (ConnectionError, KeyboardInterrupt):
            pass

    for number in range({% if nested %}1{% else %}{{ calls | length }}{% endif %}):
        call(number)

    attempts
    """
    attempts = [0] * len(calls)  # of each call; one that is stopped ends by KeyboardInterrupt

    @decorators.retry(max_attempts=max_attempts, delay=0)
    def flaky(number):
        failures, stopped = calls[number]
        attempts[number] += 1
        if nested and attempts[number] == 1 and number + 1 < len(calls):
            _outcome(flaky, number + 1)
        if attempts[number] <= failures:
            raise ConnectionError("try again")
        if stopped:
            raise KeyboardInterrupt

    for number in range(1 if nested else len(calls)):
        _outcome(flaky, number)
    return {"attempts": attempts}


def decorate_with(decorators, numbers):
    """Decorates a function that always fails, with one max_attempts after another, and calls it.

    from decorators import retry
    refused = []
    attempts = []
    def fail():
        attempts[-1] += 1
        raise ConnectionError("try again")

    for max_attempts in {{ numbers }}:
        try:
            decorated = retry(max_attempts=max_attempts, delay=0)(fail)
        except ValueError:
            refused.append(max_attempts)
            continue
        attempts.append(0)
        try:
            decorated()
        except ConnectionError:
            pass

    refused
    attempts
    """
    refused = []
    attempts = []

    def fail():
        attempts[-1] += 1
        raise ConnectionError("try again")

    for max_attempts in numbers:
        try:
            decorated = decorators.retry(max_attempts=max_attempts, delay=0)(fail)
        except ValueError:
            refused.append(max_attempts)
            continue
        attempts.append(0)
        _outcome(decorated)
    return {"refused": refused, "attempts": attempts}


# All three


def _decorator(decorators, name):
    """One decorator, ready to be put on functions."""
    return decorators.retry(max_attempts=2, delay=0) if name == "retry" else getattr(decorators, name)


def _timed(printed):
    """The lines of timer in what was printed: nothing keeps the others from printing, too."""
    return [line for line in printed.getvalue().splitlines() if " took " in line]


def call_methods(decorators, decorator, owners, calls):
    """Calls a decorated method of one of several objects after the other.

    from decorators import {{ decorator | raw }}
    calls = []
    class Account:
        def __init__(self, owner):
            self.owner = owner
        @{{ decorator | raw }}{% if decorator == "retry" %}(max_attempts=2, delay=0){% endif %}
        def greet(self, number):
            calls.append((self.owner, number))
            return f"{self.owner} {number}"

    accounts = [Account(owner) for owner in {{ owners }}]
    [accounts[which].greet(number) for which, number in {{ calls }}]
    calls
    """
    made = []

    class Account:
        def __init__(self, owner):
            self.owner = owner

        @_decorator(decorators, decorator)
        def greet(self, number):
            made.append((self.owner, number))
            return f"{self.owner} {number}"

    accounts = [Account(owner) for owner in owners]
    with redirect_stdout(StringIO()):
        results = [accounts[which].greet(number) for which, number in calls]
    return {"results": results, "calls": made}


def call_for_objects(decorators, decorator, count, wanted):
    """Calls a decorated function that returns for each object the one opposite; those say yes to every comparison.

    from decorators import {{ decorator | raw }}
    class Odd:
        __eq__ = lambda self, other: True
        __hash__ = lambda self: 1
        def __bool__(self):
            raise TypeError("neither true nor false")

    given = [object() for _ in range({{ count }})]
    answers = [Odd() for _ in given]
    places = {id(one): place for place, one in enumerate(given)}
    @{{ decorator | raw }}{% if decorator == "retry" %}(max_attempts=2, delay=0){% endif %}
    def opposite(one):
        calls.append(places[id(one)])
        return answers[-1 - calls[-1]]

    calls = []
    results = [opposite(given[place]) for place in {{ wanted }}]
    [[place for place, one in enumerate(answers) if one is result] for result in results]
    calls
    """

    class Odd:
        def __eq__(self, other):
            return True

        def __hash__(self):
            return 1

        def __bool__(self):
            raise TypeError("neither true nor false")

    given = [object() for _ in range(count)]
    answers = [Odd() for _ in given]
    places = {id(one): place for place, one in enumerate(given)}
    calls = []

    @_decorator(decorators, decorator)
    def opposite(one):
        calls.append(places[id(one)])
        return answers[-1 - calls[-1]]

    with redirect_stdout(StringIO()):
        results = [opposite(given[place]) for place in wanted]
    return {"places": [_positions(result, answers) for result in results], "calls": calls}


def raise_odd(decorators, decorator, count, position, reason):
    """Calls a decorated function that raises one of several exceptions that are equal to everything.

    from decorators import {{ decorator | raw }}
    class Odd(Exception):
        __eq__ = lambda self, other: True
        __hash__ = lambda self: 1

    errors = [Odd() for _ in range({{ count }})]
    @{{ decorator | raw }}{% if decorator == "retry" %}(max_attempts=2, delay=0){% endif %}
    def fail():
        raise errors[{{ position }}] from ValueError({{ reason }})

    caught = None
    try:
        fail()
    except Exception as error:
        caught = error

    [position for position, error in enumerate(errors) if error is caught]
    getattr(caught, "__cause__", None)
    """

    class Odd(Exception):
        def __eq__(self, other):
            return True

        def __hash__(self):
            return 1

    errors = [Odd() for _ in range(count)]

    @_decorator(decorators, decorator)
    def fail():
        raise errors[position] from ValueError(reason)

    with redirect_stdout(StringIO()):
        _, caught = _end(fail)
    return {"positions": _positions(caught, errors), "cause": str(getattr(caught, "__cause__", None))}


def decorate_two(decorators, decorator, tags, wanted):
    """Puts one decorator on two functions, which are the same one if their tags are, and calls them in turn.

    from decorators import {{ decorator | raw }}
    calls = []
    def make(tag):
        def label(number):
            calls.append((tag, number))
            return f"{tag}{number}"
        return label

    tags = {{ tags }}
    made = {tag: make(tag) for tag in tags}
    decorate = {{ decorator | raw }}{% if decorator == "retry" %}(max_attempts=2, delay=0){% endif %}
    pair = [decorate(made[tag]) for tag in tags]
    [pair[which](number) for which, number in {{ wanted }}]
    calls
    """
    calls = []

    def make(tag):
        def label(number):
            calls.append((tag, number))
            return f"{tag}{number}"

        return label

    made = {tag: make(tag) for tag in tags}
    decorate = _decorator(decorators, decorator)
    pair = [decorate(made[tag]) for tag in tags]
    with redirect_stdout(StringIO()):
        results = [pair[which](number) for which, number in wanted]
    return {"results": results, "calls": calls}


def call_stacked(decorators, layers, failures, numbers):
    """Puts decorators on top of each other, the first one innermost, on a function that fails a few times.

    import decorators
    calls = []
    def work(number):
        calls.append(number)
        if len(calls) <= {{ failures }}:
            raise ConnectionError(f"call {len(calls)}")
        return f"{number} at call {len(calls)}"

    {% for layer in layers %}
    work = decorators.{{ layer | raw }}{% if layer == "retry" %}(max_attempts=2, delay=0){% endif %}(work)
    {% endfor %}
    outcomes = []
    for number in {{ numbers }}:
        try:
            outcomes.append(work(number))
        except ConnectionError as error:
            outcomes.append(error)

    outcomes
    calls
    """
    calls = []

    def work(number):
        calls.append(number)
        if len(calls) <= failures:
            raise ConnectionError(f"call {len(calls)}")
        return f"{number} at call {len(calls)}"

    for layer in layers:
        work = _decorator(decorators, layer)(work)
    with redirect_stdout(StringIO()) as printed:
        outcomes = [_outcome(work, number) for number in numbers]
    return {"outcomes": outcomes, "calls": calls, "lines": _timed(printed)}


def call_lazily(decorators, decorator, kind, items):
    """Calls a decorated generator or coroutine function, looks what is printed, and only then runs what it returned.

    import time
    time.sleep = lambda seconds: None
    from decorators import {{ decorator | raw }}
    @{{ decorator | raw }}{% if decorator == "retry" %}(max_attempts=2, delay=0){% endif %}
    {% if kind == "generator" %}
    def produce(items):
        for item in items:
            time.sleep(1)
            yield 2 * item
    {% else %}
    async def produce(items):
        time.sleep(1)
        return [2 * item for item in items]
    {% endif %}

    returned = produce({{ items }})
    print("returned", type(returned).__name__)
    {% if kind == "generator" %}
    list(returned)
    {% else %}
    try:
        returned.send(None)
    except StopIteration as end:
        end.value

    {% endif %}
    """

    def produce(items):
        for item in items:
            sleep(1)
            yield 2 * item

    async def produce_all(items):
        sleep(1)
        return [2 * item for item in items]

    function = _renamed(produce if kind == "generator" else produce_all, "produce")
    decorated = _decorator(decorators, decorator)(function)
    with redirect_stdout(StringIO()) as printed:
        returned = decorated(items)
        lines = len(_timed(printed))
        if kind == "generator":
            made = list(returned)
        else:
            made = _end(returned.send, None)[1].value
    kind = type(returned).__name__
    return {"kind": kind, "made": made, "lines": _timed(printed), "before": lines}
