"""What the suite does with an attempt at functions."""

from functools import partial

from grader.scenario import Odd, failing, fake_clock, iterable, lookalikes, outcome, recorder, sift, source, which

clock = fake_clock()


class Adder(Odd):
    """Can be called, and adds what it was made with."""

    def __init__(self, number):
        self.number = number

    def __call__(self, number):
        return self.number + number


class Twice:
    """A class that makes numbers of numbers, and whose objects could be called as well."""

    def __new__(cls, number):
        return 2 * number

    def __call__(self, number):
        return number


class Shown(Odd):
    """An object that is shown as it was told."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def callables(add):
    """A method, two classes, an odd object and a partial."""
    return [add.__add__, int, Twice, Adder(add), partial(pow, add)]


THINGS = [Odd(), [], Odd(), [], None, 0, "", {}, (1,)]


def greet_all(calls):
    """Greets, with these arguments: the greetings, and the calls that are refused."""
    from functions import greet

    greetings, refused, _ = sift(TypeError, lambda call: greet(*call[0], **call[1]), calls)
    return {"greetings": greetings, "refused": refused}


def process(args, kwargs):
    """The text of a call."""
    from functions import process_args

    return process_args(*args, **kwargs)


def process_shown(args, kwargs):
    """The text of a call with objects that are shown like this."""
    from functions import process_args

    return process_args(*map(Shown, args), **{name: Shown(text) for name, text in kwargs.items()})


def apply(kind, numbers, args, kwargs, results):
    """Applies an operation that writes down its arguments and returns one result after another."""
    from functions import apply_operation

    operation, calls = recorder(results)
    returned = apply_operation(operation, iterable(kind, numbers), *args, **kwargs)
    return {"returned": returned, "calls": calls}


def apply_anything(numbers, add, places):
    """Applies operations of all kinds to numbers, and one that changes nothing to odd things."""
    from functions import apply_operation

    results = [apply_operation(operation, numbers) for operation in callables(add)]
    same = apply_operation(lambda thing: thing, [THINGS[place] for place in places])
    return {"results": results, "places": [which(thing, THINGS) for thing in same]}


def apply_and_fail(numbers, error, place):
    """Applies an operation that raises one of three errors that look alike: what was pulled until then?"""
    from functions import apply_operation

    errors, (stream, pulled), calls = lookalikes(error, 3), source([*numbers, "bad", *numbers]), []

    def operation(*args):
        calls.append(args)
        if args[0] == "bad":
            raise errors[place]

    end = outcome(apply_operation, operation, stream, "more")
    return {"outcome": end, "which": which(end[1], errors), "pulled": pulled, "calls": calls}


def apply_many(first, count):
    """Applies an operation to many numbers: how many results there are, and all of them added up."""
    from functions import apply_operation

    results = apply_operation(pow, iter(range(first, first + count)), 2)
    return {"count": len(results), "sum": sum(results)}


def bind_and_call(layers, calls, results):
    """Binds a function that writes down its arguments, binds what comes of it, and so on, and calls the last one."""
    from functions import bind

    function, received = recorder(results)
    bound = function
    for args, kwargs in layers:
        bound = bind(bound, *args, **kwargs)
    returned = [bound(*args, **kwargs) for args, kwargs in calls]
    return {"returned": returned, "received": received}


def bind_apart(first, second, calls):
    """Binds one function twice, and calls one and the other in turn."""
    from functions import bind

    function, received = recorder()
    both = [bind(function, *first), bind(function, *second)]
    for place, number in calls:
        both[place](number)
    return {"received": [args for args, _ in received]}


def send_through(tags, calls):
    """Calls a pipe of functions that each write a tag, the first one behind all of its arguments."""
    from functions import pipe

    def tagger(tag):
        return lambda *args, **kwargs: f"{tag}({', '.join([*map(str, args), *kwargs])})"

    piped = pipe(*map(tagger, tags))
    return [piped(*args, **kwargs) for args, kwargs in calls]


def call_anything(numbers, add, places):
    """Binds functions of all kinds, and odd things; sends numbers through a pipe of these functions."""
    from functions import bind, pipe

    bound = [bind(function, number)() for number in numbers for function in callables(add)]
    piped = [pipe(*callables(add)[:4])(number) for number in numbers]
    first, second = (THINGS[place] for place in places)
    things = bind(lambda *args, **kwargs: [*args, *kwargs.values()], first, size=second)(second, size=first)
    return {"bound": bound, "piped": piped, "places": [which(thing, THINGS) for thing in things]}


def call_failing(error, turns):
    """Calls, in turn, what was bound and a pipe: the first calls end in errors that look alike."""
    from functions import bind, pipe

    errors = lookalikes(error, 2)
    function, calls = failing(*errors, then=7)
    both = [bind(function, "a"), pipe(str, function, str)]
    ends = [outcome(both[turn], number) for number, turn in enumerate(turns)]
    return {"which": [which(end, errors) for _, end in ends], "calls": [args for args, _ in calls]}


def call_within(calls):
    """Calls what was bound: its function calls it again with one less, and fails at 0."""
    from functions import bind

    received = []

    def function(*args, **kwargs):
        received.append((args, kwargs))
        return bound(args[1] - 1) if args[1] > 1 else 1 / args[1]

    bound = bind(function, "a", size=1)
    sift(ZeroDivisionError, lambda call: bound(call[0], **call[1]), calls)
    return {"received": received}


def pipe_within(add, numbers):
    """Calls a pipe one of whose functions calls the pipe again with one less, and fails below 0."""
    from functions import pipe

    def down(number):
        return piped(number - 1) if number > 0 else [add][number]

    piped = pipe(int, down, Adder(add), Twice)
    results, refused, _ = sift(IndexError, piped, numbers)
    return {"results": results, "refused": refused}


def send_things(places, sent):
    """Calls a pipe of functions that write down what they get and return one of these things each."""
    from functions import pipe

    got = []

    def giver(place):
        return lambda given: [got.append(given), THINGS[place]][1]

    piped = pipe(*map(giver, places))
    returned = [piped(THINGS[place]) for place in sent]
    return {"got": [which(one, THINGS) for one in got], "returned": [which(one, THINGS) for one in returned]}


def send_far(count, numbers):
    """Calls a pipe of many functions that add one."""
    from functions import pipe

    piped = pipe(*count * [Adder(1)])
    return [piped(number) for number in numbers]


def stamp_all(calls):
    """Stamps texts, each after a pause, with the time or with one that is given."""
    from functions import stamp

    stamps = []
    for pause, args, kwargs in calls:
        clock.sleep(pause)
        stamps.append(stamp(*args, **kwargs))
    return stamps


def count_in_turn(counters, turns):
    """Makes counters, and calls one and the other."""
    from functions import make_counter

    made = [make_counter(**given) for given in counters]
    return [made[turn]() for turn in turns]


def count_far(start, step, count):
    """Calls a counter many times, and then once more."""
    from functions import make_counter

    counter = make_counter(start, step)
    total = sum(counter() for _ in range(count))
    return {"total": total, "then": counter()}


def press_buttons(kind, rows, calls):
    """Makes rows of buttons whose presses are written down, and calls them in this order."""
    from functions import make_buttons

    received = []

    def press(*args, **kwargs):
        received.append((list(map(repr, args)), kwargs))
        return len(received)

    made = [make_buttons(iterable(kind, labels), press) for labels in rows]
    returned = [made[row][label](*args, **kwargs) for row, label, args, kwargs in calls]
    return {"received": received, "returned": returned, "labels": [list(buttons) for buttons in made]}


def press_anything(numbers, add, error):
    """Makes buttons that call functions of all kinds, and some that fail at first."""
    from functions import make_buttons

    results = [[button() for button in make_buttons(numbers, press).values()] for press in callables(add)]
    errors = lookalikes(error, 3)
    buttons = make_buttons(numbers, failing(*errors, then=THINGS[0])[0])
    ends = [outcome(buttons[number])[1] for number in numbers]
    return {"results": results, "which": [which(end, [*errors, THINGS[0]]) for end in ends]}
