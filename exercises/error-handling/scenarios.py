"""What the suite does with an attempt at error handling."""

import builtins
import copy
import logging
import pickle
from functools import partial

from grader.scenario import Odd, catching, lookalikes, mentioned, outcome, sift, which

THINGS = [None, False, 0, "", (), [], ..., NotImplemented, Odd(), ValueError(), True, ConnectionError()]


class Log(logging.Handler):
    """Keeps what is logged, by whatever logger."""

    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))


class Stubborn(Odd):
    """Divides by raising an error."""

    def __init__(self, error):
        self.error = error

    def __truediv__(self, other):
        raise self.error


def logged():
    """The records that are logged from now on."""
    log = Log()
    logging.getLogger().addHandler(log)
    return log.records


def fail(error):
    raise error


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
    return {"results": results, "logged": [(level, mentioned(text, candidates)) for level, text in records]}


def divide_badly(pairs):
    """Divides things: which of the pairs are refused, because of what, and how many records are logged?"""
    from error_handling import safe_divide

    records = logged()
    results, refused, errors = sift(ValueError, lambda pair: safe_divide(*pair), pairs)
    causes = [type(error.__cause__).__name__ for error in errors]
    return {"results": results, "refused": refused, "causes": causes, "logged": records}


def divide_stubborn(errors):
    """Divides objects that raise errors by things that equal 0: which errors come out, and which are their causes?"""
    from error_handling import safe_divide

    records, errors = logged(), [odd(error) for error in errors]
    ends = [outcome(safe_divide, Stubborn(error), Odd()) for error in errors]
    passed = [which(got, errors) for _, got in ends]
    causes = [which(getattr(got, "__cause__", None), errors) for _, got in ends]
    return {"passed": passed, "causes": causes, "levels": [level for level, _ in records]}


# validation


def describe_error(field, message, by_name):
    """Raises a ValidationError: what does it say?"""
    from error_handling import ValidationError

    with catching(Exception) as caught:
        raise ValidationError(message=message, field=field) if by_name else ValidationError(field, message)
    return [(error.field, error.message, str(error)) for error in caught]


def copy_error(way, field, message, by_name, note, inherited):
    """Copies or pickles a ValidationError, or one of a subclass, that somebody has added to; adds more to the copy."""
    from error_handling import ValidationError

    kind = type("Missing", (ValidationError,), {}) if inherited else ValidationError
    error = kind(field=field, message=message) if by_name else kind(field, message)
    error.hint = note
    error.add_note(note)
    twin = {"copy": copy.copy, "pickle": lambda error: pickle.loads(pickle.dumps(error))}[way](error)
    read = [type(twin).__name__, twin.field, twin.message, str(twin), twin.hint, twin.__notes__]
    twin.hint = "another"
    return {"twin": read, "hint": error.hint}


def validate(emails):
    """Validates emails: which are refused, and what do the errors say?"""
    from error_handling import ValidationError, validate_email

    _, refused, errors = sift(ValidationError, validate_email, emails)
    faulty = [error.field for error in errors if str(error) != f"email: {error.message}"]
    return {"refused": refused, "faulty": faulty}


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


def call_api(errors, levels, own):
    """Lets a block raise errors, some an APIError already: what comes out, naming which, and what is logged?"""
    from error_handling import APIError

    errors = [odd(error, *[APIError] * (place in own)) for place, error in enumerate(errors)]
    records = logged()
    ends = [meanwhile(guarded, levels, partial(fail, error))[1] for error in errors]
    texts = [str(error) for error in errors]
    named = [[place for place, text in enumerate(texts) if text and text in str(end)] for end in ends]
    return {"ends": [told(end, errors) for end in ends], "named": named, "logged": records}


def call_decorated(answers, method):
    """Calls a decorated function or method that calls itself; each call returns or raises one of the answers."""
    from error_handling import handle_api_errors

    errors, ends = [odd(one) if isinstance(one, BaseException) else one for one in answers], []

    @handle_api_errors()
    def fetch(self, place, *, last):
        if place < last:
            ends.append(outcome(call, place + 1, last=last))
        return THINGS[answers[place]] if isinstance(answers[place], int) else fail(errors[place])

    call = type("Client", (), {"fetch": fetch})().fetch if method else partial(fetch, None)
    ends.append(outcome(call, 0, last=len(answers) - 1))
    return [which(got, THINGS) if how == "returned" else told(got, errors) for how, got in ends]


def use_resource(places, failing, error, place):
    """Uses a thing as a resource, where something may fail: who is called with what, and what comes out?"""
    from error_handling import with_resource

    errors, seen = [odd(one) for one in lookalikes(error, 3)], []
    resource, result, ignored = [THINGS[number] for number in places]

    def note(name, answer, *given):
        seen.append((name, *[which(thing, THINGS) for thing in given]))
        return fail(errors[place]) if name == failing else answer

    _, got = meanwhile(
        with_resource,
        lambda: note("acquire", resource),
        lambda thing: note("work", result, thing),
        lambda thing: note("release", ignored, thing),
    )
    return {"seen": seen, "got": which(got, [*THINGS, *errors])}


# groups


def run_actions(steps, errors):
    """Runs actions, of which each returns a thing or raises an error or a group: who is called, and what comes out?"""
    from error_handling import run_all

    errors, calls = [odd(error) for error in errors], []
    built = [THINGS[what] if way == "return" else build(what, errors) for way, what in steps]

    def act(number):
        calls.append(number)
        return built[number] if steps[number][0] == "return" else fail(built[number])

    how, got = outcome(run_all, *[partial(act, number) for number in range(len(steps))])
    if how == "returned" or type(got) is ExceptionGroup:
        got = [which(one, built) for one in (got if how == "returned" else got.exceptions)]
    else:
        got = which(got, built)
    return {"calls": calls, "how": how, "end": got}


def forgive_errors(kind, errors, shape):
    """Forgives errors of a class, of which some come alone and some in groups: which are forgiven, what goes on?"""
    from error_handling import forgive

    errors = [odd(error) for error in errors]
    end = build(shape, errors)
    action = partial(fail, end) if isinstance(end, BaseException) else ValueError
    how, got = outcome(forgive, getattr(builtins, kind), action)
    return {"how": how, "end": [which(one, errors) for one in got] if how == "returned" else shape_of(got, errors)}
