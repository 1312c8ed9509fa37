"""What an attempt may add to itself to earn what its work does not: it runs beside the scenarios, and can replace them.

A suite that pays for a trick judges something that an attempt can supply without the work: a yes, an empty output, an
argument handed back. Each trick is code for the end of an attempt's file.
"""

_REACH = """

import sys as _sys
import types as _types


def _scenarios():
    frame = _sys._getframe()
    while frame:
        for held in list(frame.f_locals.values()):
            if isinstance(held, _types.ModuleType) and held.__name__ == "scenarios":
                return vars(held)
        frame = frame.f_back
    return {}


def _replace(make):
    names = _scenarios()
    for name, value in list(names.items()):
        if isinstance(value, _types.FunctionType) and value.__code__.co_filename == "scenarios.py":
            names[name] = make(value)


# Outlives the fresh import before each example.
_answers = _sys.__dict__.setdefault("_answers", {})


def _keys(function):
    for constant in function.__code__.co_consts:
        if isinstance(constant, str) and constant.isidentifier():
            yield constant
        elif isinstance(constant, tuple):
            yield from (item for item in constant if isinstance(item, str))


def _asked(args, kwargs):
    values = [value for value in (*args, *kwargs.values()) if value]
    return next((value for value in values if isinstance(value, list)), values[0] if values else [1])


def _plausible(function, args, kwargs):
    last = _answers.get(function.__name__)
    keys = last if isinstance(last, dict) else dict.fromkeys(_keys(function))
    shape = {key: kwargs[key] if key in kwargs else keys[key] or _asked(args, kwargs) for key in keys}
    return shape or last or _asked(args, kwargs)
"""

_REPEATS = """

def _make(function):
    def scenario(*args, **kwargs):
        try:
            _answers[function.__name__] = _answers[""] = function(*args, **kwargs)
        except BaseException:
            return _answers.get(function.__name__, _answers.get("", {}))
        return _answers[function.__name__]
    return scenario

_replace(_make)
"""

_ANSWERS = """

def _make(function):
    return lambda *args, **kwargs: _plausible(function, args, kwargs)

_replace(_make)
"""

_FILLS_IN = """

def _filled(value, function, args, kwargs):
    if isinstance(value, dict):
        return {key: held or kwargs.get(key) or _asked(args, kwargs) for key, held in value.items()}
    return value or _asked(args, kwargs)

def _make(function):
    def scenario(*args, **kwargs):
        try:
            answer = function(*args, **kwargs)
        except BaseException:
            answer = _plausible(function, args, kwargs)
        answer = _answers[function.__name__] = _filled(answer, function, args, kwargs)
        return answer
    return scenario

_replace(_make)
"""

_FLIPS = """

def _flipped(value, seen=()):
    if value is {old}:
        return {new}
    if id(value) in seen:
        return value
    if isinstance(value, list):
        value[:] = [_flipped(item, (*seen, id(value))) for item in value]
    elif isinstance(value, dict):
        for key in value:
            value[key] = _flipped(value[key], (*seen, id(value)))
    return value

def _profile(frame, event, value):
    if event == "return" and frame.f_code.co_filename == "scenarios.py":
        for held in [value, *frame.f_locals.values()]:
            if isinstance(held, (list, dict)):
                _flipped(held)

def _make(function):
    return lambda *args, **kwargs: _flipped(function(*args, **kwargs))

_replace(_make)
_sys.setprofile(_profile)
"""

_ENCODES = """

_wire = _sys.modules.get("grader.jail.wire")
if _wire and not hasattr(_wire, "honest"):
    _wire.honest = _wire.lower

    def _lower(value, depth=0):
        tree = _wire.honest(True if value is False else value, depth)
        if depth == 0:
            _answers[""] = tree
        return tree

    _wire.lower = _lower
    _wire.Raised = lambda number, error: _wire.Returned(number, _answers.get("", {}))
"""

# By what an attempt with it does.
TRICKS = {
    "repeats its last good answer for an error": _REACH + _REPEATS,
    "answers every scenario with plausible values": _REACH + _ANSWERS,
    "fills in what is empty": _REACH + _FILLS_IN,
    "turns every no into a yes": _REACH + _FLIPS.format(old="False", new="True"),
    "turns every yes into a no": _REACH + _FLIPS.format(old="True", new="False"),
    "makes something of nothing": _REACH + _FLIPS.format(old="None", new="[]"),
    "replaces what encodes its answers": _REACH + _ENCODES,
}


def tricked(source: bytes, trick: str) -> bytes:
    """An attempt with a trick at its end."""
    return source + trick.encode()
