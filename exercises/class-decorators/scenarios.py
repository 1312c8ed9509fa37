"""What the suite does with an attempt at class decorators."""

from abc import ABCMeta
from collections import OrderedDict, UserDict, defaultdict
from functools import partial, wraps
from inspect import iscoroutine, isgenerator

from grader.scenario import Odd, failing, fake_clock, lookalikes, outcome, run, sift, which


class Empty:
    """False in a condition."""

    def __len__(self):
        return 0


class New:
    """Has a `__new__` that writes down what it was given."""

    def __new__(cls, /, *args, **kwargs):
        cls.made = [*vars(cls).get("made", []), (args, kwargs)]
        return super().__new__(cls)


class Slots:
    """Has no room for anything else."""

    __slots__ = ("args", "kwargs")


class Abstract(metaclass=ABCMeta):
    """Has a metaclass."""

    __slots__ = ()


class Shouting:
    """Shows itself."""

    def __repr__(self):
        return "A SHOUTING THING"


class Holder:
    """Has a method, and something to count with."""

    total = 0

    def inherited(self, number):
        return number + 1

    @staticmethod
    def shared(number):
        return number + 2


def count(self, number):
    yield from range(number)


async def wait(self, number):
    return number + 4


def finish(result):
    """What a generator or a coroutine comes to."""
    return list(result) if isgenerator(result) else run(result, fake_clock()) if iscoroutine(result) else result


ATTRIBUTES = {
    "count": count,
    "wait": wait,
    "plain": lambda self, number: number + 5,
    "static": staticmethod(lambda number: number * 2),
    "_static": staticmethod(lambda number: number * 3),
    "of_class": classmethod(lambda cls, number: (cls.__name__, number)),
    "value": property(lambda self: abs),
    "kind": int,
    "power": partial(pow, 2),
    "size": abs,
    "around": wraps(count)(lambda self, number: number + 6),
}
KINDS = {"plain": object, "odd": Odd, "empty": Empty, "new": New, "slots": Slots, "abc": Abstract}


def keep(log, base, name):
    """A class that keeps its arguments, and writes them into a log when `__init__` is run."""

    class Keeper(base):
        if base is Slots:
            __slots__ = ()

        def __init__(self, /, *args, **kwargs):
            self.args, self.kwargs = args, kwargs
            log.append((name, args, kwargs))

        @classmethod
        def make(cls, /, *args, **kwargs):
            return cls(*args, **kwargs)

    return Keeper


def show(things, parent):
    """Shows instances of classes (name, fields, values of all of them), of one that derives and of a twin of each."""
    from class_decorators import add_repr

    bases = {"object": (), "Shouting": (Shouting,)}[parent]
    classes = [type(name, bases, {"__qualname__": f"make.{name}"}) for name, _, _ in things]
    decorators, shown = [add_repr(*fields) for _, fields, _ in things], []
    decorated = [decorate(one) for decorate, one in zip(decorators, classes)]
    for (_, fields, values), decorate, one in zip(things, decorators, classes):
        thing, twin = one(), decorate(type(f"{one.__name__}Twin", bases, {}))()
        child = type(f"{one.__name__}Child", (one,), {})()
        for value in values:
            for shows in (thing, child, twin):
                vars(shows).update(dict.fromkeys(fields, value), last=value)
                shown.append(repr(shows))
    return {"shown": shown, "returned": [which(one, classes) for one in decorated]}


def show_own(classes):
    """Decorates classes some of which have written a `__repr__`, and some of which inherit one."""
    from class_decorators import add_repr

    def own(self):
        return f"own {self.x}"

    Parent = add_repr("y")(type("Parent", (), {"y": property(lambda self: self.x + 1)}))
    kinds = {
        "own": (Shouting, {"__repr__": own}),
        "the same": (Shouting, {"__repr__": Shouting.__repr__}),
        "inherited": (Shouting, {}),
        "decorated": (Parent, {}),
    }
    made = [add_repr("x")(type(name, kinds[kind][:1], {"x": x, **kinds[kind][1]})) for kind, name, x in classes]
    return [[repr(one()), Parent.__repr__(one()) if issubclass(one, Parent) else None] for one in made]


def enter(kind, already, names, wanted, entries):
    """Registers classes of these names, by decorators for these keywords, in a registry that may be empty."""
    from class_decorators import register

    kinds = {"dict": dict, "ordered": OrderedDict, "user": UserDict, "default": partial(defaultdict, list)}
    registry = kinds[kind](dict.fromkeys(already))
    classes = [type(name, (), {"__qualname__": f"make.{name}"}) for name in names]
    decorators = [register(registry, **keywords) for keywords in wanted]
    returned, refused, _ = sift(ValueError, lambda one: decorators[one[1]](classes[one[0]]), entries)
    found = [(name, which(one, classes)) for name, one in registry.items()]
    return {"registry": found, "refused": refused, "returned": [which(one, classes) for one in returned]}


def enter_twice(names, turns):
    """Registers classes in two registries, by decorators on top of each other, and lets others derive from them."""
    from class_decorators import register

    registries = {}, {}
    for name, (first, second) in zip(names, turns):
        thing = type(name, (), {})
        register(registries[first], name=f"{name} above")(register(registries[second])(thing))
        type(f"{name}Child", (thing,), {})
    return [[(name, one.__name__) for name, one in registry.items()] for registry in registries]


def call(kind, calls):
    """Calls one singleton again and again, by name or by its class method: what each call returned, what was run."""
    from class_decorators import singleton

    log = []
    Keeper = singleton(keep(log, KINDS[kind], "Keeper"))
    things = [(Keeper.make if way == "make" else Keeper)(*args, **kwargs) for way, args, kwargs in calls]
    kept = [(thing.args, thing.kwargs, which(thing, things) == [*range(len(things))]) for thing in things]
    return {"run": log, "kept": kept, "made": vars(Keeper).get("made", [])}


def call_family(turns):
    """Calls singletons, and ordinary classes that derive from one of them, in turn."""
    from class_decorators import singleton

    log = []
    Parent, Own = keep(log, object, "Parent"), keep(log, object, "Own")
    given = [Parent, type("Other", (Parent,), {}), Own]
    returned = [singleton(one) for one in given]

    class Child(returned[0]):
        def __init__(self, *args):
            super().__init__(*args, "of a child")
            log.append(("Child", args, {}))

    class Alone(returned[0]):
        def __init__(self, *args):
            self.args = args

    classes = {
        "Alone": Alone,
        "Parent": Parent,
        "Other": returned[1],
        "Own": returned[2],
        "Child": Child,
        "Heir": type("Heir", (Child,), {}),
    }
    things = [classes[name](number) for name, number in turns]
    kinds = [[name for name, one in classes.items() if isinstance(thing, one)] for thing in things]
    same = [which(one, given) for one in returned]
    kept = [(thing.args, which(thing, things)) for thing in things]
    return {"run": log, "kept": kept, "kinds": kinds, "returned": same}


def drop(calls):
    """Keeps state in a singleton that nobody else keeps, and gives it other arguments each time."""
    from class_decorators import singleton

    @singleton
    class Settings:
        def __init__(self, first):
            self.values = [first]

    for args, value in calls:
        Settings(*args).values.append(value)
    return Settings().values


def fail(way, error, times, calls):
    """Calls a singleton whose `__new__` or `__init__` fails a few times: how each call ended, with which error."""
    from class_decorators import singleton

    errors, ends = lookalikes(error, times), []
    attempt, _ = failing(*errors)

    def prepare(self, number):
        self.args = [*getattr(self, "args", []), number]
        attempt()

    def make(cls, number):
        self = object.__new__(cls)
        prepare(self, number)
        return self

    Single = singleton(type("Single", (), {way: prepare if way == "__init__" else make}))
    for number in calls:
        how, got = outcome(Single, number)
        ends.append((how, which(got, errors) if how == "raised" else got.args))
    return ends


def use(steps):
    """Uses an account, or one of a class that derives from it: what each call returned, and the log."""
    from class_decorators import log_calls

    log = []

    @log_calls(log)
    class Account(Holder):
        def add(self, number, /, **more):
            self.total += number + sum(more.values())
            return self.total

        def add_twice(self, number):
            return self.add(number) + self.add(number, again=1)

        def _hidden(self, number):
            return self.add(number, hidden=2)

    class Savings(Account):
        def add(self, number, /, **more):
            return super().add(number, interest=number, **more)

    accounts = {"Account": Account(), "Savings": Savings()}
    seen = [getattr(accounts[name], way)(number, **more) for name, way, number, more in steps]
    return {"seen": seen, "log": log}


def use_kinds(steps):
    """Calls what is in a class, on the class, an instance, or those of a class that derives from it."""
    from class_decorators import log_calls

    log = []
    Thing = log_calls(log)(type("Thing", (), dict(ATTRIBUTES)))
    Child = type("Child", (Thing,), {})
    things = {"Thing": Thing, "a Thing": Thing(), "Child": Child, "a Child": Child()}
    results = [getattr(things[thing], name)(number) for thing, name, number in steps]
    at_first = log[:]
    return {"log": at_first, "seen": [finish(result) for result in results], "later": log[len(at_first) :]}


def fail_logged(error, numbers):
    """Calls methods of two classes with one log, and with another one, that return or raise one of these things."""
    from class_decorators import log_calls

    logs = [], []
    decorators = [log_calls(log) for log in logs]
    errors = lookalikes(error, 5)

    def method(self, number, fails):
        if fails:
            raise errors[number]
        return errors[number]

    given = [type("Thing", (), {"do": method, "again": method}) for _ in range(3)]
    classes = [decorators[min(place, 1)](one) for place, one in enumerate(given)]
    ends = [outcome(getattr(classes[one](), name), number, fails) for one, name, number, fails in numbers]
    ends = [(how, which(got, errors)) for how, got in ends]
    return {"ends": ends, "logs": logs, "returned": [which(one, given) for one in classes]}


def look_at_methods(names, kind):
    """Decorates a class with methods of these names: what their names and docstrings are, and what they wrap."""
    from class_decorators import log_calls

    made = []
    for name in names:
        made.append(lambda self=None: None)
        made[-1].__name__, made[-1].__doc__ = name, f"What {name} does."
    kinds = {"function": lambda one: one, "static": staticmethod, "class": classmethod}
    Thing = log_calls([])(type("Thing", (), {one.__name__: kinds[kind](one) for one in made}))
    found = [getattr(Thing, name) for name in names]
    return [(one.__name__, one.__doc__, which(one.__wrapped__, made)) for one in found]


def use_all(number, calls):
    """Puts all four decorators on one class, in some order, and calls it."""
    from class_decorators import add_repr, log_calls, register, singleton

    log, registry = [], {}
    decorators = [add_repr("size"), register(registry), singleton, log_calls(log)]

    class Box:
        def __init__(self, size):
            self.size = size

        def grow(self, by):
            self.size += by
            return self

    for place in number:
        Box = decorators[place](Box)  # noqa: N806
    shown = [repr(registry["Box"](size).grow(by)) for size, by in calls]
    return {"shown": shown, "log": log}
