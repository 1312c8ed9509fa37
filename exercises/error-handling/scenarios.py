"""What the suite does with an attempt at error handling."""

import builtins
import copy
import logging
import pickle
import re
from decimal import InvalidOperation
from functools import partial

from grader.scenario import Odd, catching, lookalikes, outcome, sift, which

THINGS = [None, False, 0, "", (), [], ..., NotImplemented, Odd(), ValueError(), True, ConnectionError()]
THINGS += [(False, KeyError()), ExceptionGroup("a", [KeyError()])]
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


class Log(logging.Handler):
    """Keeps what is logged, by whatever logger."""

    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))


class Action(Odd):
    """Calls a function when it is called, and when something is divided by it or the other way round."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *_):
        return self.function()

    __truediv__ = __rtruediv__ = __call__


def logged():
    """The records that are logged from now on, of whatever level."""
    log, root = Log(), logging.getLogger()
    root.addHandler(log)
    root.setLevel(logging.NOTSET)
    return log.records


def fail(error):
    raise error


def answer(one):
    """Raises an error, or returns the thing at a place."""
    return THINGS[one] if isinstance(one, int) else fail(one)


def odd(error, *bases):
    """An error of a subclass, and of further classes, that equals everything and is neither true nor false."""
    return type("Strange", (Odd, *bases, type(error)), {})(*error.args)


def meanwhile(function, *args):
    """How a call ends that is made while an earlier error is handled."""
    try:
        raise EOFError("an earlier error")
    except EOFError:
        return outcome(function, *args)


def build(shape, errors):
    """The error at a place in a list, or a group of such things, with a message; None of None."""
    if shape is None:
        return None
    if isinstance(shape, int):
        return errors[shape]
    message, parts = shape
    return BaseExceptionGroup(message, [build(part, errors) for part in parts])


def shape_of(error, errors):
    """What `build` would make the same error from."""
    if isinstance(error, BaseExceptionGroup):
        return error.message, [shape_of(one, errors) for one in error.exceptions]
    return which(error, errors)


# safe_divide


def divide(pairs, candidates):
    """Divides numbers: what comes out, and which candidates are named by what is logged?"""
    from error_handling import safe_divide

    records, results = logged(), [safe_divide(a, b) for a, b in pairs]
    named = [[one for one in candidates if str(one) in NUMBER.findall(text)] for _, text in records]
    return {"results": results, "levels": [level for level, _ in records], "named": named}


def divide_badly(pairs):
    """Divides things: which of the pairs are refused, because of what, and how many records are logged?"""
    from error_handling import safe_divide

    records = logged()
    results, refused, errors = sift(ValueError, lambda pair: safe_divide(*pair), pairs)
    causes = [type(error.__cause__).__name__ for error in errors]
    return {"results": results, "refused": refused, "causes": causes, "logged": records}


def divide_stubborn(answers, other, right):
    """Divides objects that raise errors or give things, on either side: what comes out, and what causes it?"""
    from error_handling import safe_divide

    undefined = {ArithmeticError: [InvalidOperation]}
    answers = [one if isinstance(one, int) else odd(one, *undefined.get(type(one), [])) for one in answers]
    pairs = [(Action(partial(answer, one)), THINGS[other]) for one in answers]
    records, ends = logged(), [outcome(safe_divide, *(pair[::-1] if right else pair)) for pair in pairs]
    return {
        "ends": [(how, which(got, THINGS if how == "returned" else answers)) for how, got in ends],
        "causes": [which(got.__cause__, answers) for how, got in ends if how == "raised"],
        "levels": [level for level, _ in records],
    }


# validation


def describe_error(field, message, named):
    """Raises a ValidationError, with none, one or both of its texts by name: what does it say?"""
    from error_handling import ValidationError

    make = partial(ValidationError, field=field) if named == 2 else partial(ValidationError, field)
    with catching(Exception) as caught:
        raise make(message=message) if named else make(message)
    return [(error.field, error.message, str(error)) for error in caught]


def copy_error(way, field, message, named, notes, added, inherited):
    """Copies or pickles a ValidationError, or one of a subclass, that somebody has added to: what do both say?"""
    from error_handling import ValidationError

    kind = type("Missing", (ValidationError,), {}) if inherited else ValidationError
    make = partial(kind, field=field) if named == 2 else partial(kind, field)
    error = make(message=message) if named else make(message)
    for name, value in added.items():
        setattr(error, name, value)
    for note in notes:
        error.add_note(note)
    twin = copy.copy(error) if way == "copy" else pickle.loads(pickle.dumps(error, way))
    error.place, twin.place = len(notes), len(added)
    both = [(type(one).__name__, one.field, one.message, str(one), one.place) for one in (error, twin)]
    more = [({name: getattr(one, name) for name in added}, getattr(one, "__notes__", [])) for one in (error, twin)]
    return {"original": [*both[0], *more[0]], "twin": [*both[1], *more[1]]}


def validate(emails):
    """Validates emails: which are refused, what do the errors say, and what is returned for the others?"""
    from error_handling import ValidationError, validate_email

    results, refused, errors = sift(ValidationError, validate_email, emails)
    faulty = [error.field for error in errors if str(error) != f"email: {error.message}"]
    return {"refused": refused, "faulty": faulty, "results": results}


# API errors and resources


def guarded(levels, action):
    """Calls an action within handle_api_errors, so many times over."""
    from error_handling import handle_api_errors

    if levels == 0:
        return action()
    with handle_api_errors():
        return guarded(levels - 1, action)


def told(end, errors):
    """Which kind of error came out, as the cause of which, and at which place it stands itself."""
    from error_handling import APIError, APITimeout

    kind = "timeout" if isinstance(end, APITimeout) else "api" if isinstance(end, APIError) else "other"
    return kind, which(end.__cause__, errors), which(end, errors)


def call_api(errors, levels, own, place):
    """Lets a block raise errors, some an APIError already, or return a thing: what comes out, and what is logged?"""
    from error_handling import APIError

    errors = [odd(error, *[APIError] * (place in own)) for place, error in enumerate(errors)]
    records = logged()
    ends = [meanwhile(guarded, levels, partial(fail, error))[1] for error in errors]
    texts = [str(error) for error in errors]
    named = [[place for place, text in enumerate(texts) if text and text in str(end)] for end in ends]
    returned = which(guarded(levels, lambda: THINGS[place]), THINGS)
    return {"ends": [told(end, errors) for end in ends], "named": named, "returned": returned, "logged": records}


def call_decorated(answers, method, names):
    """Calls a decorated function or method that calls itself; each call returns or raises one of the answers."""
    from error_handling import handle_api_errors

    answers, ends, given = [one if isinstance(one, int) else odd(one) for one in answers], [], []

    @handle_api_errors()
    def fetch(self, place, /, **named):
        given.append((which(self, clients), {name: value + place for name, value in named.items()}))
        if place + 1 < len(answers):
            ends.append(outcome(call, place + 1, named))
        return answer(answers[place])

    def call(place, named):
        client = clients[place % 2]
        return client.fetch(place, **named) if method else fetch(client, place, **named)

    client = type("Client", (), {"fetch": fetch})
    clients = [client(), client()]
    ends.append(outcome(call, 0, {name: len(name) for name in names}))
    ends = [which(got, THINGS) if how == "returned" else told(got, answers) for how, got in ends]
    return {"ends": ends, "given": given}


def use_resource(places, failing, error, place):
    """Uses a thing as a resource, where something may fail: who is called with what, and what comes out?"""
    from error_handling import with_resource

    errors, seen, records = [odd(one) for one in lookalikes(error, 3)], [], logged()
    resource, result, ignored = [THINGS[number] for number in places]

    def note(name, answer, *given):
        seen.append((name, *[which(thing, THINGS) for thing in given]))
        return fail(errors[place]) if name == failing else answer

    how, got = meanwhile(
        with_resource,
        lambda: note("acquire", resource),
        lambda thing: note("work", result, thing),
        lambda thing: note("release", ignored, thing),
    )
    got = which(got, THINGS if how == "returned" else errors)
    return {"seen": seen, "how": how, "got": got, "logged": records}


# groups


def run_actions(steps, errors, alike):
    """Runs actions, of which each returns a thing or raises an error or a group: who is called, and what comes out?"""
    from error_handling import run_all

    errors, calls, records = [odd(error) for error in errors], [], logged()
    built = [THINGS[what] if way == "return" else build(what, errors) for way, what in steps]

    def act(number):
        calls.append(number)
        return built[number] if steps[number][0] == "return" else fail(built[number])

    actions = [Action(partial(act, number)) for number in range(len(steps))]
    how, got = outcome(run_all, *[Action(lambda: act(len(calls)))] * len(steps) if alike else actions)
    if how == "returned" or type(got) is ExceptionGroup:
        got = [which(one, built) for one in (got if how == "returned" else got.exceptions)]
    else:
        got = which(got, built)
    return {"calls": calls, "how": how, "end": got, "logged": records}


def forgive_errors(kind, errors, shape, place):
    """Forgives errors of a class, of which some come alone and some in groups: which are forgiven, what goes on?"""
    from error_handling import forgive

    errors, calls, records = [odd(error) for error in errors], [], logged()
    kind = type(errors[kind]) if isinstance(kind, int) else getattr(builtins, kind)
    end = build(shape, errors)

    def act():
        calls.append(len(calls))
        return THINGS[place] if end is None else fail(end)

    how, got = outcome(forgive, kind, Action(act))
    got = [which(one, errors) for one in got] if how == "returned" else shape_of(got, errors)
    return {"how": how, "end": got, "calls": calls, "logged": records}
