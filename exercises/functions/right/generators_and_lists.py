"""State in generators, a ChainMap of keywords, lambdas of a lambda; a mark of its own for a time that was left out."""

import time
from collections import ChainMap

_LEFT_OUT = object()


def process_args(*args, **kwargs):
    def texts():
        yield from map(repr, args)
        for name, value in kwargs.items():
            yield f"{name}={value!r}"

    return ", ".join(texts())


def bind(function, /, *args, **kwargs):
    return lambda *more, **others: function(*args + more, **ChainMap(others, kwargs))


def pipe(*functions):
    def piped(*args, **kwargs):
        left = iter(functions)
        for function in left:
            value = function(*args, **kwargs)
            break
        else:
            (value,) = args
        for function in left:
            value = function(value)
        return value

    return piped


def stamp(text, *, when=_LEFT_OUT):
    return (time.time() if when is _LEFT_OUT or when is None else when), text


def make_counter(start=0, step=1):
    def numbers():
        number = start
        while True:
            yield number
            number += step

    return numbers().__next__


def make_buttons(labels, press):
    button = lambda label: lambda *args, **kwargs: press(label, *args, **kwargs)  # noqa: E731
    return dict(map(lambda label: (label, button(label)), labels))
