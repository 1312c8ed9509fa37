"""What the suite does with an attempt at mutable defaults."""

from collections import Counter, deque
from functools import partial, wraps
from inspect import signature

from grader.scenario import Odd, failing, iterable, lookalikes, outcome, recorder, renamed, sift, which


class OddList(Odd, list):
    """A list that equals everything, is neither true nor false, and has no length."""

    def __len__(self):
        raise TypeError("has no length")


class OddDict(Odd, dict):
    """A dictionary that equals everything and is neither true nor false."""


KINDS = {"Counter": Counter, "OddList": OddList, "Odd": Odd, "deque": deque}
THINGS = [OddList(), [], OddList(), [], {}, {}, OddDict(), OddDict()]


def add_apart(items, given):
    """Adds each item to a list of its own: without a second argument, or with None."""
    from mutable_defaults import add_item

    return [add_item(item, *given) for item in items]


def add_to_lists(kind, start, adds):
    """Adds items to three lists that look alike: the lists, and at which place the one stands that is returned."""
    from mutable_defaults import add_item

    lists = [{"list": list, "odd": OddList}[kind](start) for _ in range(3)]
    places = [which(add_item(item, target_list=lists[place]), lists) for place, item in adds]
    return {"lists": [list(one) for one in lists], "places": places}


def collect_in_turn(kind, starts, turns):
    """Makes collectors, and has one and the other collect; adds to what was given and to what is returned."""
    from mutable_defaults import collector

    lists = [start[:] for start in starts]
    collectors = [collector(one if kind == "list" else iterable(kind, one)) for one in lists]
    for one in lists:
        one.append("later")
    found, returned = [], []
    for turn, items in turns:
        returned.append(collectors[turn](*items))
        found.append(list(returned[-1]))
        returned[-1].append("mine")
    return {"found": found, "returned": returned, "starts": lists}


def collect_from_nothing(turns):
    """Makes three collectors without a start, and has one and the other collect."""
    from mutable_defaults import collector

    collectors = [collector() for _ in range(3)]
    return [collectors[turn](item) for turn, item in turns]


def fill_baskets(owners, adds):
    """Makes a basket for each owner, and adds to one and the other."""
    from mutable_defaults import Basket

    baskets = [Basket(owner) for owner in owners]
    lists = [basket.items for basket in baskets]
    for place, item in adds:
        baskets[place].add(item)
    return {"lists": lists, "now": [(basket.owner, basket.items) for basket in baskets]}


def fill_apart(kind, given, item, later):
    """Makes two baskets of the same items, adds to the first, and to what was given."""
    from mutable_defaults import Basket

    items = given[:]
    first, second = Basket("ada", items if kind == "list" else iterable(kind, given)), Basket("bob", items=items)
    first.add(item)
    items.append(later)
    return {"first": first.items, "second": second.items, "given": items}


def fill_orders(numbers, adds):
    """Makes orders without lines or notes, and writes into one and the other."""
    from mutable_defaults import Order

    orders = [Order(number) for number in numbers]
    for place, line in adds:
        orders[place].lines.append(line)
        orders[place].notes[line] = place
    return orders


def compare_orders(contents):
    """At which places stand orders that equal each of these?"""
    from mutable_defaults import Order

    orders = [Order(*content) for content in contents]
    return [[place for place, other in enumerate(orders) if other == order] for order in orders]


def keep_in_orders(places):
    """Makes orders of things that look alike: at which places do those stand that an order has?"""
    from mutable_defaults import Order

    orders = [Order(7, THINGS[lines], notes=THINGS[notes]) for lines, notes in places]
    return [(which(order.lines, THINGS), which(order.notes, THINGS)) for order in orders]


def blame(parameters):
    """The culprits of a function that nobody may call."""
    from mutable_defaults import culprits

    return culprits(eval(f"lambda {parameters}: 1 / 0", dict(KINDS)))


def blame_owner(form, parameters):
    """The culprits of a class and of its methods."""
    from mutable_defaults import culprits

    body = eval(f"lambda this, {parameters}: 1 / 0", dict(KINDS))
    owner = type("Owner", (), {"__init__": body, "method": body, "make": classmethod(body)})
    lonely = object.__new__(owner)
    forms = {"class": owner, "subclass": type("Sub", (owner,), {}), "method": lonely.method, "make": owner.make}
    return culprits(forms[form])


def blame_decorated(times, parameters):
    """The culprits of a function that was decorated so many times."""
    from mutable_defaults import culprits

    function = eval(f"lambda {parameters}: 1 / 0", dict(KINDS))
    for _ in range(times):
        function = wraps(function)(lambda *args, extra=[], **kwargs: 1 / 0)
    return culprits(function)


def call_repaired(times, lines, marks, calls):
    """Calls a function with these defaults that changes its arguments and returns them, repaired once or twice."""
    from mutable_defaults import fresh_defaults

    def note(text, lines=lines, *, marks=marks):
        lines.append(text)
        marks.setdefault("all", ([], text))[0].append(text)
        return lines, marks

    for _ in range(times):
        note = fresh_defaults(note)
    return [note(*args, **kwargs) for args, kwargs in calls]


def call_for_copies(default, way, count):
    """Calls a repaired function that goes into its default on this way, puts something there, and returns it."""
    from mutable_defaults import fresh_defaults

    def fill(number, one=eval(default, dict(KINDS))):
        for place in way:
            one = one[place]
        add = [getattr(one, name) for name in ("append", "add", "setdefault") if hasattr(one, name)]
        add[0](number)
        return one

    repaired = fresh_defaults(fill)
    got = [repaired(number) for number in range(count)]
    return [(type(one).__name__, list(one)) for one in got]


def call_shared(texts):
    """Calls a function and its repaired one; some defaults are shared: a tuple's list, and one with an underscore."""
    from mutable_defaults import fresh_defaults

    def plain(text, pair=([],), *, lines=[], _all=[]):
        for one in (*pair, lines, _all):
            one.append(text)
        return [pair[0][:], lines[:], _all[:]]

    repaired = fresh_defaults(plain)
    return [[plain(text), repaired(text)] for text in texts]


def call_with_things(places):
    """Calls a repaired function with things that look alike: at which places do those stand that it gets?"""
    from mutable_defaults import fresh_defaults

    keep = fresh_defaults(lambda first=THINGS[1], *, second=THINGS[4]: (first, second))
    things = [*THINGS, None, 0, ""]
    got = [keep(things[one], second=things[other]) for one, other in places]
    return [(which(first, things), which(second, things)) for first, second in got]


def call_failing(error, numbers):
    """Calls a repaired function that raises errors which look alike before it returns something."""
    from mutable_defaults import fresh_defaults

    ends = [*lookalikes(error, 2), OddList()]
    function, calls = failing(*ends[:2], then=ends[2])
    note = fresh_defaults(lambda number, seen=[7]: [seen.append(number), function(*seen)][1])
    got = [outcome(note, number) for number in numbers]
    return {"which": [which(end, ends) for _, end in got], "calls": [args for args, _ in calls]}


def call_by_position(calls):
    """Calls a repaired function whose parameters come by position only, with further ones of any kind."""
    from mutable_defaults import fresh_defaults

    @fresh_defaults
    def note(number=0, lines=[], /, *rest, **others):
        lines.append(number)
        return [lines, rest, others]

    return [note(*args, **kwargs) for args, kwargs in calls]


def call_methods(calls):
    """Calls a repaired method of one of several objects, as a method or by the class; it calls itself with one less."""
    from mutable_defaults import fresh_defaults

    class Walk(OddList):
        @fresh_defaults
        def down(self, number, path=[]):
            path.append((which(self, walks), number))
            return [path, *(self.down(number - 1) if number else [])]

    walks = [Walk() for _ in range(3)]
    ways = {"object": lambda walk: walk.down, "class": lambda walk: partial(Walk.down, walk)}
    return [ways[way](walks[place])(number) for way, place, number in calls]


def call_wrongly(calls):
    """Calls a repaired function that writes down its arguments: which calls are refused, which reach it?"""
    from mutable_defaults import fresh_defaults

    write, received = recorder()
    note = fresh_defaults(lambda text, lines=[7], *, marks=8: write(text, lines, marks))
    _, refused, _ = sift(TypeError, lambda call: note(*call[0], **call[1]), calls)
    return {"refused": refused, "received": [args for args, _ in received]}


def describe(name, doc, parameters):
    """Asks a repaired function for its name, its docstring and its signature."""
    from mutable_defaults import fresh_defaults

    repaired = fresh_defaults(renamed(eval(f"lambda {parameters}: 1 / 0"), name, doc))
    return [repaired.__name__, repaired.__doc__, str(signature(repaired))]
