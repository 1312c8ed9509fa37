"""Objects with __call__ in the place of closures, and *args, **kwargs taken apart by hand."""

import time


def greet(*args, mark="!", **kwargs):
    return Greeting(*args, **kwargs).with_mark(mark)


class Greeting:
    def __init__(self, name, greeting="Hello"):
        self.text = f"{greeting}, {name}"

    def with_mark(self, mark):
        return f"{self.text}{mark}"


def apply_operation(*args, **kwargs):
    operation, numbers, *rest = args
    return [operation(number, *rest, **kwargs) for number in numbers]


class Bound:
    def __init__(*args, **kwargs):
        self, self.function, *self.args = args
        self.kwargs = kwargs

    def __call__(*args, **kwargs):
        self, *more = args
        return self.function(*self.args, *more, **(self.kwargs | kwargs))


def bind(*args, **kwargs):
    return Bound(*args, **kwargs)


class Pipe:
    def __init__(self, functions):
        self.functions = functions

    def __call__(self, /, *args, **kwargs):
        value = args[0] if args else None
        for place, function in enumerate(self.functions):
            value = function(value) if place else function(*args, **kwargs)
        return value


def pipe(*functions):
    return Pipe(functions)


class Counter:
    def __init__(self, upcoming, step):
        self.upcoming, self.step = upcoming, step

    def __call__(self):
        self.upcoming += self.step
        return self.upcoming - self.step


def make_counter(start=0, step=1):
    return Counter(start, step)


def make_buttons(labels, press):
    return {label: Bound(press, label) for label in labels}


def stamp(text, *, when=None):
    return [time.time_ns() / 10**9, when][when is not None], text
