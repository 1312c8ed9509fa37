"""What the suite does with an attempt at decorators."""

import builtins
import time
import timeit

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import BaseException, ValueError, getattr, isinstance, len, list, str, tuple, type
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
        "BaseException",
        "ConnectionError",
        "Exception",
        "GeneratorExit",
        "KeyboardInterrupt",
        "LookupError",
        "SystemExit",
        "TypeError",
        "ValueError",
    )
}


class Account:
    """Equal by its number, and shown by its owner."""

    def __init__(self, number, owner):
        self.number, self.owner = number, owner

    def __eq__(self, other):
        return isinstance(other, Account) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __repr__(self):
        return f"Account({self.owner!r})"


class SavingsAccount(Account):
    """Another class, equal by its number like any account."""


def _renamed(function, name, doc=None):
    """The function as if it had been written under another name, at the top of a module."""
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _error(kind, message):
    return ERRORS[kind](message)


def _kind(error):
    """The name of an exception's class; one that only has the name of another is told apart."""
    name = type(error).__name__
    return name if ERRORS.get(name, type(error)) is type(error) else f"another {name}"


def _outcome(function, *args):
    """How a call ended, as plain data."""
    try:
        return ["returned", function(*args)]
    except BaseException as error:
        return ["raised", _kind(error), str(error)]


def describe(decorators, decorator, verb, number):
    """Asks a decorated function for its name and its docstring.

    from decorators import {{ decorator | raw }}
    @{{ decorator | raw }}{% if decorator == "retry" %}(){% endif %}
    def {{ verb | raw }}_{{ number }}():
        "{{ verb | title | raw }} {{ number }} things."

    {{ verb | raw }}_{{ number }}.__name__
    {{ verb | raw }}_{{ number }}.__doc__
    """

    def function():
        pass

    decorate = decorators.retry() if decorator == "retry" else getattr(decorators, decorator)
    doc = f"{verb.title()} {number} things."
    decorated = decorate(_renamed(function, f"{verb}_{number}", doc))
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
    """Calls a timed function a few times, each time after a pause.

    import time
    from decorators import timer
    @timer
    def {{ name | raw }}(seconds):
        time.sleep(seconds)

    def call(pause, seconds):
        time.sleep(pause)
        {{ name | raw }}(seconds)

    {% for numbers in calls %}call(*{{ numbers }}); {% endfor %}
    """

    def work(ticks):  # sixteenths: who prints what a call was given prints no seconds
        sleep(ticks / 16)

    work = decorators.timer(_renamed(work, name))
    with redirect_stdout(StringIO()) as printed:
        for pause, seconds in calls:
            sleep(pause)
            work(round(seconds * 16))
    return {"lines": printed.getvalue().splitlines()}


def time_failure(decorators, name, seconds, kind, message):
    """Calls a timed function that raises after a while.

    import time
    from decorators import timer
    @timer
    def {{ name | raw }}():
        time.sleep({{ seconds }})
        raise {{ kind | raw }}({{ message }})

    try:
        outcome = {{ name | raw }}()
    except BaseException as error:
        outcome = error

    outcome
    """

    ticks = round(seconds * 16)

    def fail():
        sleep(ticks / 16)
        raise _error(kind, message)

    fail = decorators.timer(_renamed(fail, name))
    with redirect_stdout(StringIO()) as printed:
        outcome = _outcome(fail)
    return {"lines": printed.getvalue().splitlines(), "outcome": outcome}


def time_recursion(decorators, name, durations):
    """Calls a timed function that works for a while and then calls itself with the rest.

    import time
    from decorators import timer
    @timer
    def {{ name | raw }}(durations):
        time.sleep(durations[0])
        if durations[1:]:
            {{ name | raw }}(durations[1:])

    {{ name | raw }}({{ durations }})
    """

    def descend(ticks):
        sleep(ticks[0] / 16)
        if ticks[1:]:
            descend(ticks[1:])

    descend = decorators.timer(_renamed(descend, name))
    with redirect_stdout(StringIO()) as printed:
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


def call_cached_with_accounts(decorators, accounts):
    """Calls a cached function with objects that are equal by number, and printed by owner; Alan's are of a subclass.

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

    [balance(kinds[owner](number, owner)) for number, owner in {{ accounts }}]
    calls
    """
    calls = []

    @decorators.cache
    def balance(account):
        calls.append(account.number)
        return len(calls)

    # All alive at once: an address that is used again would make two of them look like one.
    objects = [(SavingsAccount if owner == "Alan" else Account)(number, owner) for number, owner in accounts]
    return {"results": [balance(account) for account in objects], "calls": calls}


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


def call_cached_twice_over(decorators, start, count):
    """Goes twice through a range of numbers with a cached function.

    from decorators import cache
    calls = []
    @cache
    def double(number):
        calls.append(number)
        return 2 * number

    for number in 2 * list(range({{ start }}, {{ start + count }})):
        _ = double(number)

    len(calls)
    """
    calls = []

    @decorators.cache
    def double(number):
        calls.append(number)
        return 2 * number

    total = sum(double(number) for number in 2 * list(range(start, start + count)))
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
        except {{ kind | raw }} as error:
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

    outcomes = [_outcome(fetch, "index")[-1] for _ in range(times)]
    return {"outcomes": outcomes, "calls": len(calls)}


def call_cached_namesakes(decorators, tags, wanted):
    """Calls several cached functions that have the same name.

    from decorators import cache
    calls = []
    def make(tag):
        @cache
        def label(number):
            calls.append((tag, number))
            return tag + str(number)
        return label

    functions = [make(tag) for tag in {{ tags }}]
    [functions[which](number) for which, number in {{ wanted }}]
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
    results = [functions[which](number) for which, number in wanted]
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

    try:
        outcome = flaky()
    except BaseException as error:
        outcome = error

    print("outcome:", repr(outcome))
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
    left = list(errors)
    calls = []

    @decorate
    def flaky():
        calls.append(len(slept()))
        if left:
            raise _error(*left.pop(0))
        return result

    outcome = _outcome(flaky)
    return {"outcome": outcome, "calls": len(calls), "waits": slept(), "waits_before": calls}


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


def call_repeatedly(decorators, failures, max_attempts):
    """Calls one retried function several times; each time it fails as often as listed.

    from decorators import retry
    attempts = []
    @retry(max_attempts={{ max_attempts }}, delay=0)
    def flaky(failures):
        attempts[-1] += 1
        if attempts[-1] <= failures:
            raise ConnectionError("try again")

    for failures in {{ failures }}:
        attempts.append(0)
        try:
            flaky(failures)
        except ConnectionError:
            pass

    attempts
    """
    attempts = []

    @decorators.retry(max_attempts=max_attempts, delay=0)
    def flaky(failures):
        attempts[-1] += 1
        if attempts[-1] <= failures:
            raise ConnectionError("try again")

    for count in failures:
        attempts.append(0)
        _outcome(flaky, count)
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
