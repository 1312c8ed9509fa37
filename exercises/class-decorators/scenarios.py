"""What the suite does with an attempt at class decorators."""

from abc import ABCMeta
from collections import OrderedDict, UserDict, defaultdict
from functools import lru_cache, partial, wraps
from inspect import iscoroutine, isgenerator

from grader.scenario import Odd, failing, fake_clock, lookalikes, outcome, renamed, run, sift, which


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
    "from_": lambda self, number: number + 7,
    "_of_class": classmethod(lambda cls, number: number + 8),
    "cached": lru_cache(lambda self, number: number + 9),
    "_plain": lambda self, number: number + 10,
    "__call__": lambda self, number: number + 11,
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


def set_fields(thing, where, fields, values):
    """Sets attributes on an instance or its class, or on the instance where a property of the same name looks."""
    for field, value in zip(fields, values):
        if where == "property":
            vars(thing)[field] = [value]
        else:
            setattr(type(thing) if where == "class" else thing, field, value)


def body(where, fields):
    """The body of a class, in which properties or slots may have to be."""
    if where == "property":
        return {field: property(lambda self, field=field: vars(self)[field][0]) for field in fields}
    return {"__slots__": (*fields, "last")} if where == "slots" else {}


def show(things, parent, where):
    """Shows instances of classes (name, fields, values of all of them), of one that derives and of a twin of each."""
    from class_decorators import add_repr

    bases = {"object": (), "Shouting": (Shouting,)}[parent]
    classes = [type(name, bases, {"__qualname__": f"make.{name}", **body(where, fields)}) for name, fields, _ in things]
    decorators, shown = [add_repr(*fields) for _, fields, _ in things], []
    decorated = [decorate(one) for decorate, one in zip(decorators, classes)]
    for (_, fields, values), decorate, one in zip(things, decorators, classes):
        twin = decorate(type(f"{one.__name__}Twin", bases, body(where, fields)))
        for place in range(len(values)):
            for shows in [one(), type(f"{one.__name__}Child", (one,), {})(), twin()]:
                set_fields(shows, where, ["last", *fields], [None] + (values[place:] + values[:place]) * 3)
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
        "own of a child": (Parent, {"__repr__": own}),
        "the parent's": (Parent, {"__repr__": Parent.__repr__}),
    }
    made = [add_repr("x")(type(name, kinds[kind][:1], {"x": x, **kinds[kind][1]})) for kind, name, x in classes]
    return [[repr(one()), Parent.__repr__(one()) if issubclass(one, Parent) else None] for one in made]


def enter(kind, already, names, wanted, entries):
    """Registers classes, the last of which derives from the first, by decorators for these keywords; some put a name
    into the registry, or take it out, themselves."""
    from class_decorators import register

    kinds = {"dict": dict, "ordered": OrderedDict, "user": UserDict, "default": partial(defaultdict, list)}
    registry = kinds[kind](dict.fromkeys(already))
    classes = [type(name, (), {"__qualname__": f"make.{name}"}) for name in names[:2]]
    classes.append(type(names[2], (classes[0],), {"__qualname__": f"make.{names[2]}"}))
    decorators = [register(registry, **keywords) for keywords in wanted]

    def do(way, one):
        if way == "put":
            registry[one] = None
        elif way == "take out":
            registry.pop(one, None)
        else:
            return decorators[one](classes[way])

    returned, refused, _ = sift(ValueError, lambda entry: do(*entry), entries)
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


def equip(log, name, base, ways, above):
    """A class that has `__new__` or `__init__`, or both, and hands its arguments to those of the classes above."""

    def new(cls, /, *args, **more):
        log.append((name, "__new__", args, more))
        make = super(made, cls).__new__
        return make(cls, *args, **more) if "__new__" in above else make(cls)

    def init(self, /, *args, **more):
        log.append((name, "__init__", args, more))
        prepare = super(made, self).__init__
        prepare(*args, **more) if "__init__" in above else prepare()

    made = type(name, (base,), {way: {"__new__": new, "__init__": init}[way] for way in ways})
    return made


def call_family(kind, parent, child, turns):
    """Calls singletons, and ordinary classes that derive from one of them, in turn."""
    from class_decorators import singleton

    log = []
    Parent = equip(log, "Parent", KINDS[kind], parent, ())
    returned = [singleton(Parent)]
    Child = equip(log, "Child", Parent, child, parent)
    Own = equip(log, "Own", Child, child, [*parent, *child])
    Other = type("Parent", (Parent,), {})
    returned += [singleton(Other), singleton(Own)]
    Alone = type(
        "Alone", (Parent,), {"__init__": lambda *args, **more: log.append(("Alone", "__init__", args[1:], more))}
    )
    classes = [Parent, Other, Own, Child, type("Heir", (Child,), {}), Alone]
    things = [classes[place](*args, **more) for place, args, more in turns]
    kinds = [which(type(thing), classes) for thing in things]
    same = [which(one, classes) for one in returned]
    return {"run": log, "kept": [which(thing, things) for thing in things], "kinds": kinds, "returned": same}


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


def fail(way, both, error, times, calls):
    """Calls a singleton whose `__new__` or `__init__` fails a few times: how each call ended, with which error."""
    from class_decorators import singleton

    errors, ends = lookalikes(error, times), []
    attempt, _ = failing(*errors)

    def prepare(self, number):
        self.args = [*getattr(self, "args", []), number]
        if way == "__init__":
            attempt()

    def make(cls, number):
        self = object.__new__(cls)
        self.args = [number]
        if way == "__new__":
            attempt()
        return self

    methods = {"__init__": prepare, "__new__": make}
    Single = singleton(type("Single", (), methods if both else {way: methods[way]}))
    for number in calls:
        how, got = outcome(Single, number)
        ends.append((how, which(got, errors) if how == "raised" else got.args))
    return ends


def use(steps):
    """Uses an account, or one of classes that derive from it: what each call returned, and the log."""
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

        @staticmethod
        def fee(number, /, **more):
            return Account.rate(number) + sum(more.values())

        @classmethod
        def of(cls, /, *numbers, **more):
            return cls.__name__, cls.rate(sum(numbers)) + sum(more.values())

        @staticmethod
        def rate(number):
            return number * 2

    class Savings(Account):
        def add(self, number, /, **more):
            return super().add(number, interest=number, **more)

    @log_calls(log)
    class Deposit(Savings):
        def add(self, number, /, **more):
            return super().add(number, **more)

    accounts = {"Account": Account(), "Savings": Savings(), "Deposit": Deposit()}
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
    kept = [which(vars(Thing)[name], ATTRIBUTES.values()) for _, name, _ in steps]
    return {
        "log": at_first,
        "kept": kept,
        "seen": [finish(result) for result in results],
        "later": log[len(at_first) :],
    }


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


def look_at_methods(names, doc, kind):
    """Decorates a class with methods of these names: what their names and docstrings are, and what they wrap."""
    from class_decorators import log_calls

    made = [renamed(lambda self=None: None, name, doc and f"{doc} {name}") for name in names]
    if kind == "around":
        made = [wraps(one)(lambda self=None: None) for one in made]
    kinds = {"static": staticmethod, "class": classmethod}
    Thing = log_calls([])(
        type("Thing", (), {f"do_{one.__name__}": kinds.get(kind, lambda one: one)(one) for one in made})
    )
    found = [getattr(Thing, f"do_{name}") for name in names]
    return [(one.__name__, one.__doc__, which(getattr(one, "__wrapped__", None), made)) for one in found]


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
