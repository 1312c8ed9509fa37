"""Everything by hand: functions in functions with nonlocal, loops that append, signatures with * and /."""

from time import time as now


def greet(name, greeting="Hello", *, mark="!"):
    return greeting + ", " + name + mark


def process_args(*args, **kwargs):
    parts = []
    for value in args:
        parts.append(repr(value))
    for name in kwargs:
        parts.append(name + "=" + repr(kwargs[name]))
    return ", ".join(parts)


def apply_operation(operation, numbers, /, *args, **kwargs):
    results = []
    for number in numbers:
        results.append(operation(number, *args, **kwargs))
    return results


def bind(function, /, *args, **kwargs):
    def bound(*more, **others):
        return function(*args, *more, **{**kwargs, **others})

    return bound


def pipe(*functions):
    def piped(*args, **kwargs):
        if not functions:
            return args[0]
        result = functions[0](*args, **kwargs)
        for place in range(1, len(functions)):
            result = functions[place](result)
        return result

    return piped


def stamp(text, *, when=None):
    if when is None:
        when = now()
    return when, text


def make_counter(start=0, step=1):
    calls = -1

    def count():
        nonlocal calls
        calls += 1
        return start + calls * step

    return count


def make_buttons(labels, press):
    def button(label):
        def pressed(*args, **kwargs):
            return press(label, *args, **kwargs)

        return pressed

    return {label: button(label) for label in labels}
