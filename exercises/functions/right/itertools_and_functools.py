"""Composes what the standard library has: count, reduce, partial, partialmethod's cousins and map."""

import itertools
import time
from functools import partial, reduce


def greet(name, greeting="Hello", *, mark="!"):
    return "{}, {}{}".format(greeting, name, mark)


def process_args(*args, **kwargs):
    named = itertools.starmap("{}={!r}".format, kwargs.items())
    return ", ".join(itertools.chain(map("{!r}".format, args), named))


def apply_operation(operation, numbers, /, *args, **kwargs):
    return reduce(lambda results, number: results.append(operation(number, *args, **kwargs)) or results, numbers, [])


bind = partial


def pipe(*functions):
    def piped(*args, **kwargs):
        first = functions[:1] or [lambda value: value]
        return reduce(lambda value, function: function(value), functions[1:], first[0](*args, **kwargs))

    return piped


def stamp(text, *, when=None):
    return (time.time() if when is None else when, text)


def make_counter(start=0, step=1):
    return itertools.count(start, step).__next__


def make_buttons(labels, press):
    labels = list(labels)
    return dict(zip(labels, map(partial, itertools.repeat(press), labels)))
