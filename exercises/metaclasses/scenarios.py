"""What the suite does with an attempt at metaclasses."""

import time
from abc import ABCMeta, abstractmethod
from functools import partial
from gc import collect
from itertools import count
from types import new_class

from grader.scenario import Odd, catching, fake_threads, lookalikes, mentioned, outcome, sift, which

threads = fake_threads()

THINGS = {
    "function": lambda self: True,
    "static": staticmethod(lambda: True),
    "class": classmethod(lambda cls: True),
    "kind of class": type("Method", (classmethod,), {})(lambda cls: True),
    "odd": type("Callable", (Odd,), {"__call__": lambda self: True})(),
    "partial": partial(int, 1),
    "abstract": abstractmethod(lambda self: True),
    "property": property(lambda self: True),
    "kind of property": type("Property", (property,), {})(lambda self: True),
}


class Agreeing:
    """Equal to everything, with a hash of its own."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 2**40 + 15


NAMES = [None, "", "csv", 0, ("a", 1), frozenset({2}), ..., NotImplemented, Agreeing(), object(), float]


class Given:
    """Keeps what it was made with."""

    def __init__(self, /, *args, **kwargs):
        self.given = args, kwargs


class Heard:
    """Writes down each subclass that is made, with the keywords of its class statement."""

    def __init_subclass__(cls, /, heard=None, **kwargs):
        super().__init_subclass__()
        if heard is not None:
            heard.append((cls.__name__, getattr(cls, "declared", None), kwargs))


class Units:
    """A base that keeps the keywords of its subclasses, and refuses those with a number below zero."""

    def __init_subclass__(cls, /, **units):
        super().__init_subclass__()
        cls.units = units
        if min(units.values(), default=0) < 0:
            raise (KeyboardInterrupt if min(units.values()) < -5 else ValueError)("below zero")


class Empty(type):
    """A metaclass of classes that are empty, so that they count as false."""

    def __len__(cls):
        return 0


def define(metaclass, name, statements=(), bases=(), keywords=()):
    """A class statement whose body binds or deletes one name after the other; a list is the body of an inner class."""

    def run(body):
        for one, *values in statements:
            if not values:
                del body[one]
            for value in values:
                if isinstance(value, list):
                    body[one] = define(metaclass, one, value, bases, keywords)
                else:
                    body[one] = THINGS.get(value, value) if isinstance(value, str) else value

    return new_class(name, bases, {"metaclass": metaclass, **dict(keywords)}, run)


def call_classes(calls):
    """Calls a class, its child, its grandchild and one of the same name: what was each made with, and which is it?"""
    from metaclasses import SingletonMeta

    Thing = define(SingletonMeta, "Thing", bases=(Given,))
    Child = define(SingletonMeta, "Child", bases=(Thing,))
    classes = [
        Thing,
        Child,
        define(SingletonMeta, "Child", bases=(Child,)),
        define(SingletonMeta, "Thing", bases=(Given,)),
    ]
    made = [classes[place](*args, **kwargs) for place, args, kwargs in calls]
    return [(which(type(one), classes), one.given, which(one, made)) for one in made]


def call_unusual(names, odd, calls):
    """Calls a class that has attributes of these names; its objects are empty or odd, and nobody keeps them."""
    from metaclasses import SingletonMeta

    Other = define(SingletonMeta, "Other", bases=(Given,))
    taken = [name for name in vars(type(Other())) if name.isidentifier() and "__" not in name]

    class Thing(Odd if odd else Given, metaclass=SingletonMeta):
        __len__ = lambda self: 0  # noqa: E731
        __init__ = lambda self, first: setattr(self, "number", first + next(numbers))  # noqa: E731
        locals().update({name: f"my {name}" for name in [*names, *taken]})

    numbers, found = count(), []
    for first in calls:
        found.append(Thing(first).number)
        collect()
    return {"found": found, "attributes": [vars(Thing)[name] for name in names]}


def fail_first(error, place, calls):
    """Making the object raises one of three errors that look alike, and works from then on."""
    from metaclasses import SingletonMeta

    errors = lookalikes(error, 3)

    class Thing(metaclass=SingletonMeta):
        def __init__(self, number):
            if left:
                raise left.pop()
            self.number = number

    left = [errors[place]]
    ends = [outcome(Thing, number) for number in calls]
    return [which(got, errors) if end == "raised" else got.number for end, got in ends]


def call_at_once(schedule, numbers, seconds, failures, error):
    """Threads call a class at once, each with its number; its object has another in it, takes long and fails first."""
    from metaclasses import SingletonMeta

    class Part(metaclass=SingletonMeta):
        def __init__(self, number):
            self.number = number

    class Thing(Part):
        def __init__(self, number):
            self.state = made.append(number)
            time.sleep(seconds)
            if len(made) <= failures:
                raise type(error)(number)
            self.state = f"{number} with {Part(number).number}"

    made = []
    ends = threads.interleave(schedule, *[lambda number=number: Thing(number).state for number in numbers])
    return {"ends": ends, "made": made}


def call_heard(numbers, keywords):
    """Calls a class whose base hears of it, with the keywords of its class statement."""
    from metaclasses import SingletonMeta

    heard = []
    Thing = define(SingletonMeta, "Thing", bases=(Given, Heard), keywords={"heard": heard, **keywords})
    return {"made": [Thing(number).given for number in numbers], "heard": heard}


def combine(order, bodies, numbers):
    """Derives a metaclass from others, and makes classes with it: their declared names, and what calls give."""
    import metaclasses

    Meta = type("Meta", tuple([ABCMeta if name == "ABCMeta" else getattr(metaclasses, name) for name in order]), {})
    classes, _, _ = sift(TypeError, lambda body: define(Meta, *body, bases=(Given, Heard)), bodies)
    return [(one.__name__, one.declared, [made.given for made in sift(TypeError, one, numbers)[0]]) for one in classes]


def validate(bodies):
    """Makes a class of each name and body: which are made, and what do the errors mention?"""
    from metaclasses import ValidatedMeta

    made, _, errors = sift(TypeError, lambda body: define(ValidatedMeta, *body).__name__, bodies)
    words = [name for name, _ in bodies]
    return {"made": made, "named": [mentioned(str(error), [*words, "validate"]) for error in errors]}


def inherit(parents, children):
    """Makes parents without the metaclass, and children of some of them, in this order: which are made?"""
    from metaclasses import ValidatedMeta

    bases = [object] * len(parents)
    for place, bodies in enumerate(parents):
        for body in bodies:
            bases[place] = define(type, "Parent", body, (bases[place],))
    made, _, _ = sift(TypeError, lambda c: define(ValidatedMeta, c[0], c[1], tuple([bases[n] for n in c[2]])), children)
    grandchildren = [define(ValidatedMeta, f"{one.__name__} junior", bases=(one,)) for one in made]
    return [one.__name__ for one in grandchildren]


def derive_metaclass(bodies):
    """Derives a metaclass from one whose classes have no `validate`, but it has: which classes are made?"""
    from metaclasses import ValidatedMeta

    Own = type("Own", (type,), {"validate": lambda cls: True})
    Meta = type("Meta", (ValidatedMeta, Own), {"validate": lambda cls: True})
    base = define(Own, "Base")
    made, _, _ = sift(TypeError, lambda body: define(Meta, *body, bases=(base,)).__name__, bodies)
    return made


def hear(metaclass, bodies, keywords):
    """Makes classes of a base that hears of its subclasses, with keywords: what does it hear?"""
    import metaclasses

    heard, Meta = [], getattr(metaclasses, metaclass)
    sift(TypeError, lambda body: define(Meta, *body, (Heard,), {"heard": heard, **keywords}), bodies)
    return heard


def register(classes, calls):
    """Derives classes from one another, with names or without, and creates objects: what is made, and with what?"""
    from metaclasses import Plugin

    made = [define(Empty, "Base", bases=(Plugin, Given))]
    for number, (parent, keywords) in enumerate(classes):
        with catching(ValueError):
            made.append(new_class(f"Class {number}", (made[parent % len(made)],), keywords))
    last = made[-1]("an object")
    last.names().append("mine")
    found, unknown, _ = sift(LookupError, lambda call: last.create(call[0], *call[1], **call[2]), calls)
    created = [(type(one).__name__, one.given) for one in found]
    unknown = [name for name, _, _ in unknown]
    return {"made": [c.__name__ for c in made], "names": made[-1].names(), "created": created, "unknown": unknown}


def register_units(classes):
    """Derives classes, which nobody keeps, from Plugin and a base that refuses some: names, and what the base keeps."""
    from metaclasses import Plugin

    for place, units in classes:
        with catching((ValueError, KeyboardInterrupt)):
            some = new_class("Some", (Plugin, Units), {"name": NAMES[place], **units})
    some = collect()
    return [(which(name, NAMES), Plugin.create(name).units) for name in Plugin.names()]


def create_failing(names, wanted, error, place):
    """An object of one class can't be made: it raises one of three errors that look alike."""
    from metaclasses import Plugin

    errors, calls = lookalikes(error, 3), []

    def fail(self):
        calls.append(type(self).__name__)
        raise errors[place]

    for name in names:
        new_class(f"Class {name}", (Plugin,), {"name": name}, lambda body: body.update(__init__=fail))
    end, got = outcome(Plugin.create, wanted)
    return {"end": (end, which(got, errors)), "calls": calls}


def declare(bodies):
    """Makes a class of each name and body, and a child of each: what do they declare?"""
    from metaclasses import DeclaredMeta

    made, _, errors = sift(TypeError, lambda body: define(DeclaredMeta, *body), bodies)
    children = [define(DeclaredMeta, "Child", [("own", 1)], (one,)) for one in made]
    words = sorted({one for _, statements in bodies for one, *_ in statements if not one.startswith("_")})
    named = [mentioned(str(error), words) for error in errors]
    return {"declared": [(a.__name__, a.declared, b.declared) for a, b in zip(made, children)], "named": named}


def stop_at_once(statements):
    """Which statements of a class body have run when it is refused, or is at its end?"""
    from metaclasses import DeclaredMeta

    ran = []

    def run(body):
        for one, value in statements:
            body[one] = THINGS.get(value, value) if isinstance(value, str) else value
            ran.append((one, value))

    outcome(new_class, "Some", (), {"metaclass": DeclaredMeta}, run)
    return ran


def assign_later(names, numbers):
    """Assigns to the attributes of a finished class, again and again."""
    from metaclasses import DeclaredMeta

    Thing = define(DeclaredMeta, "Thing", [(name, 10) for name in names])
    for name, number in zip(names, numbers):
        setattr(Thing, name, getattr(Thing, name) + number)
        setattr(Thing, name, getattr(Thing, name) + 1)
    return {"attributes": [getattr(Thing, name) for name in names], "declared": Thing.declared}
