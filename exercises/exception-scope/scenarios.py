"""What the suite does with an attempt at the scope of an except."""

import builtins
from functools import partial
from traceback import extract_tb

from grader.scenario import Odd, fake_clock, interrupted, lookalikes, outcome, sift, which

THINGS = [None, False, 0, "", (), [], ..., NotImplemented, Odd(), ValueError(), ConnectionError(), KeyError()]
THINGS += [True]
clock = fake_clock()


class Handler(Odd):
    """Can be called, and says nothing else of itself."""

    def __init__(self, function):
        self.function = function

    def __call__(self, /, *args, **kwargs):
        return self.function(*args, **kwargs)


class Asked:
    """A mapping that can be asked for one item at a time, and nothing else."""

    def __init__(self, items):
        self.items, self.names = items, []

    def __getitem__(self, name):
        self.names.append(name)
        return self.items[name]


def dive(depth, error):
    """Raises an error after some calls within each other."""
    if depth == 0:
        raise error
    dive(depth - 1, error)


def odd(error, *kinds):
    """An error of a subclass that equals everything and is neither true nor false, with a cause and a note."""
    error = type("Strange", (Odd, *kinds, type(error)), {})(*error.args)
    error.__cause__ = LookupError("why")
    error.add_note("found in the morning")
    return error


def ended(errors, function, *args):
    """How a call ended that is made while an earlier error is handled: with which thing, or which error and cause."""
    try:
        raise EOFError("an earlier error")
    except EOFError:
        how, got = outcome(function, *args)
    return (how, which(got, THINGS)) if how == "returned" else (how, which(got, errors), str(got.__cause__))


def frames(error, *names):
    """Those of the functions in a traceback that have one of these names."""
    return [frame.name for frame in extract_tb(error.__traceback__) if frame.name in names]


# expected errors


def operate(steps, errors, refusal, strange):
    """Runs operations, of which each returns a thing or raises an error; what is "refused" can't be reported either."""
    from exception_scope import risky_operation

    errors = [odd(error) if strange else error for error in [*errors, refusal]]
    calls = []

    def operation(way, place):
        calls.append((way, place))
        return THINGS[place] if way == "return" else dive(0, errors[place])

    def report(way, error):
        calls.append(which(error, errors))
        return dive(0, errors[-1]) if way == "refused" else THINGS[len(calls) - 1]

    ends = [
        ended(errors, risky_operation, Handler(partial(operation, *step)), Handler(partial(report, step[0])))
        for step in steps
    ]
    return {"ends": ends, "calls": calls}


def trace_operation(depth, error):
    """Looks at the functions in the traceback of an error that went on."""
    from exception_scope import risky_operation

    _, got = outcome(risky_operation, lambda: dive(depth, error), lambda error: None)
    return frames(got, "risky_operation", "dive")


def suppress_errors(kinds, errors, levels, second):
    """Leaves blocks within one suppress object, so many times over, by errors: how do they end, which of them go on?"""
    from exception_scope import suppress

    also = [BufferError] if second else []
    errors, after = [error and odd(error, *also) for error in errors], []
    suppressing, _ = suppress(*[getattr(builtins, kind) for kind in kinds]), suppress(BaseException)

    def leave(error, levels):
        with suppressing, suppress():
            if levels > 1:
                leave(error, levels - 1)
            elif error is not None:
                raise error
            after.append("in the block")
        after.append("behind it")

    ends = [ended(errors, leave, error, levels) for error in errors]
    return {"ends": ends, "after": after}


# narrow try


def dispatch_all(names, wanted, args, kwargs):
    """Calls handlers that write down what they get: what comes out, and what are the handlers asked for?"""
    from exception_scope import UnknownCommand, dispatch

    calls = []
    handlers = Asked(
        {name: Handler(lambda *a, name=name, **k: calls.append((name, a, k)) or len(calls)) for name in names}
    )
    results, refused, errors = sift(UnknownCommand, lambda name: dispatch(handlers, name, *args, **kwargs), wanted)
    texts = [str(error) for error in errors]
    return {"results": results, "refused": refused, "texts": texts, "calls": calls, "asked": handlers.names}


def dispatch_failing(errors, places):
    """Calls handlers that raise, or return a thing: what comes out?"""
    from exception_scope import dispatch

    errors = [odd(error) for error in errors]
    handlers = {"raise": lambda place: dive(0, errors[place]), "return": lambda place: THINGS[place]}
    return [ended(errors, dispatch, handlers, way, place) for way, place in places]


def dispatch_broken(errors):
    """Asks mappings that raise errors for a handler: what comes out?"""
    from exception_scope import UnknownCommand, dispatch

    errors = {f"command {place}": odd(error) for place, error in enumerate(errors)}
    broken = type("Broken", (), {"__getitem__": lambda self, name: dive(0, errors[name])})()
    ends = [outcome(dispatch, broken, name)[1] for name in errors]
    return [str(end) if isinstance(end, UnknownCommand) else which(end, errors.values()) for end in ends]


def parse_lines(lines):
    """Parses and uses lines, and writes down in which order."""
    from exception_scope import parse_and_use

    events = []

    def read():
        for line in lines:
            events.append(("read", line))
            yield line

    def parse(line):
        events.append(("parse", line))
        return int(line)

    results, rejected = parse_and_use(read(), parse, lambda number: events.append(("use", number)) or number + 1)
    return {"results": results, "rejected": rejected, "events": events}


def parse_failing(lines, where, error, place):
    """Parses and uses lines, after which the lines, the parsing or the use raises one of three errors."""
    from exception_scope import parse_and_use

    errors, used, rejected = [odd(one) for one in lookalikes(error, 3)], [], []

    def fail_at(name, line):
        return dive(0, errors[place]) if name == where and line == "last" else line

    def use(line):
        used.append(line)
        return fail_at("use", line)

    def run():
        read = interrupted([*lines, errors[place] if where == "lines" else "last", "never"])
        rejected.extend(parse_and_use(read, Handler(partial(fail_at, "parse")), Handler(use))[1])

    end = ended(errors, run)
    return {"end": end, "used": used, "rejected": rejected}


def parse_things(batches):
    """Parses lines to things, and has them used; with each use goes a whole run with the other batches."""
    from exception_scope import parse_and_use

    used = []

    def run(batches):
        batch, *others = batches

        def use(one):
            if others:
                run(others)
            used.append(one)
            return one

        return parse_and_use(map(str, batch), lambda line: THINGS[int(line)] if len(line) < 3 else int("x"), use)

    results, rejected = run(batches)
    return {
        "used": [which(one, THINGS) for one in used],
        "results": [which(one, THINGS) for one in results],
        "rejected": rejected,
    }


# fetch_and_store


def fetch_all(steps, settings, stored):
    """Fetches from a source that raises errors or returns a thing, and stores with one that may fail as well."""
    from exception_scope import fetch_and_store

    steps = [odd(step) if isinstance(step, BaseException) else step for step in [*steps, stored]]
    calls = []

    def answer(step):
        return THINGS[step] if isinstance(step, int) else dive(0, step)

    def fetch():
        calls.append("fetch")
        return answer(steps[len(calls) - 1])

    def store(thing):
        calls.append(which(thing, THINGS))
        return answer(steps[-1])

    end = ended(steps, fetch_and_store, Handler(fetch), Handler(store), *settings)
    return {"end": end, "calls": calls, "waits": clock.sleeps}


def fetch_often(failures, attempts, number):
    """Fetches from a source that fails very often."""
    from exception_scope import fetch_and_store

    calls = []

    def fetch():
        calls.append(number)
        return dive(0, ConnectionError()) if len(calls) <= failures else len(calls)

    how, got = outcome(fetch_and_store, fetch, lambda value: value + number, attempts)
    return {"calls": len(calls), "result": got if how == "returned" else type(got).__name__}


def trace_fetch(depth, attempts):
    """Looks at the functions in the traceback of the error of the last attempt."""
    from exception_scope import fetch_and_store

    _, got = outcome(fetch_and_store, lambda: dive(depth, ConnectionError("refused")), str, attempts)
    return frames(got, "fetch_and_store", "dive")


# run_and_clean


def clean(work, cleanups, strange=True):
    """Works and cleans up, where the work returns a thing or raises an error, and a cleanup may raise one as well."""
    from exception_scope import run_and_clean

    steps = [odd(one) if strange and isinstance(one, BaseException) else one for one in [work, *cleanups]]
    errors, calls, actions = [one for one in steps if not isinstance(one, int)], [], {}

    def act(step):
        calls.append(str(step))
        return THINGS[step] if isinstance(step, int) else dive(0, step)

    def action(step):  # the same one for the same thing
        return actions.setdefault(step if isinstance(step, int) else id(step), Handler(partial(act, step)))

    end = ended(errors, run_and_clean, action(steps[0]), *[action(step) for step in steps[1:]])
    texts = sorted({str(one) for one in errors})
    notes = [[[text for text in texts if text in note] for note in getattr(one, "__notes__", [])] for one in errors]
    return {"calls": calls, "end": end, "notes": notes}
