"""What the suite does with an attempt at functions."""

from functools import partial

from grader.scenario import Odd, failing, fake_clock, iterable, lookalikes, outcome, recorder, sift, source, which

clock = fake_clock()


class Adder(Odd):
    """Can be called, and adds what it was made with; has attributes that are called like those of a partial."""

    func = function = functions = args = kwargs = keywords = None

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


class Threefold(partial):
    """A partial that does something else when it is called."""

    def __call__(self, number):
        return 3 * number


class Shown(Odd):
    """An object whose repr is as it was told."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __str__(self):
        return "not " + self.text

    def __format__(self, spec):
        return "not " + self.text


class Label(Shown):
    """Equal to a label of the same text, and neither true nor false."""

    def __eq__(self, other):
        return isinstance(other, Label) and self.text[:3] == other.text[:3]

    def __hash__(self):
        return 1


def callables(add):
    """A method, two classes, an odd object and two partials."""
    return [add.__add__, int, Twice, Adder(add), partial(pow, add), Threefold(pow, add)]


KNOWN = {repr(one): one for one in [int, abs, NotImplemented]}
THINGS = [Odd(), [], Odd(), [], None, 0, "", {}, (1,), NotImplemented, StopIteration("a"), Adder(1), iter([1]), (1, 2)]


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
    """The text of a call with objects whose repr is this."""
    from functions import process_args

    def thing(text):
        return KNOWN[text] if text in KNOWN else Shown(text)

    return process_args(*map(thing, args), **{name: thing(text) for name, text in kwargs.items()})


def apply(kind, numbers, args, kwargs, results):
    """Applies an operation that writes down its arguments and returns one result after another."""
    from functions import apply_operation

    operation, calls = recorder(results)
    returned = apply_operation(operation, iterable(kind, numbers), *args, **kwargs)
    return {"returned": returned, "calls": calls}


def apply_anything(numbers, add, places):
    """Applies operations of all kinds to numbers, and one that returns its arguments to odd things."""
    from functions import apply_operation

    results = [apply_operation(operation, numbers) for operation in callables(add)]
    things = [THINGS[place] for place in places]
    rows = apply_operation(lambda *args, **kwargs: [*args, *kwargs.values()], things, things[0], also=things[-1])
    rows.append(apply_operation(lambda thing: thing, things))
    return {"results": results, "places": [[which(thing, THINGS) for thing in row] for row in rows]}


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
    """Applies an operation that adds one number more to the list, until there are many: how many results, their sum."""
    from functions import apply_operation

    numbers = [first]

    def operation(number, power):
        if len(numbers) < count:
            numbers.append(number + 1)
        return number**power

    results = apply_operation(operation, numbers, 2)
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


def send_through(tags, cut, calls):
    """Calls a pipe of functions that each write a tag, some of which are in a pipe of their own that was bound."""
    from functions import bind, pipe

    def tagger(tag):
        return lambda *args, **kwargs: f"{tag}({', '.join([*map(str, args), *map(str, kwargs.items())])})"

    functions = list(map(tagger, tags))
    piped = pipe(bind(pipe(*functions[:cut])), *functions[cut:]) if cut else pipe(*functions)
    return [piped(*args, **kwargs) for args, kwargs in calls]


def call_anything(numbers, add, places):
    """Binds functions of all kinds, and odd things; sends numbers through a pipe of these functions."""
    from functions import bind, pipe

    bound = [bind(function, number)() for number in numbers for function in callables(add)]
    piped = [pipe(*callables(add)[:4], Adder(1), Threefold(pow))(number) for number in numbers]
    first, second = (THINGS[place] for place in places)
    things = bind(lambda *args, size, to: [*args, size, to], first, size=second, to=second)(second, size=first)
    things.append(bind(lambda thing: thing, second)())
    return {"bound": bound, "piped": piped, "places": [which(thing, THINGS) for thing in things]}


def call_failing(error, place, turns):
    """Calls, in turn, what was bound and a pipe: the first calls end in errors that look alike."""
    from functions import bind, pipe

    errors = lookalikes(error, 2)
    function, calls = failing(*errors, then=7)
    both = [bind(function, "a"), pipe(*[str] * place, function, str)]
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
    """Stamps texts, each after a pause, with the time or with one that is given: the stamps, and the calls refused."""
    from functions import stamp

    def stamp_later(call):
        pause, args, kwargs = call
        clock.sleep(pause)
        return stamp(*args, **kwargs)

    stamps, refused, _ = sift(TypeError, stamp_later, calls)
    return {"stamps": stamps, "refused": refused}


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
    """Makes rows of buttons whose presses are written down, and calls them; labels <a> and <b> are odd objects."""
    from functions import make_buttons

    received = []

    def press(*args, **kwargs):
        received.append((list(map(repr, args)), kwargs))
        return len(received)

    rows = [[Label(f"{one} {row}") if one in ("<a>", "<b>") else one for one in rows[row]] for row in range(len(rows))]
    made = [make_buttons(iterable(kind, labels), press) for labels in rows]
    returned = [made[row][rows[row][place]](*args, **kwargs) for row, place, args, kwargs in calls]
    labels = [list(map(repr, dict.keys(buttons))) for buttons in made]
    return {"received": received, "returned": returned, "labels": labels}


def press_anything(numbers, add, error, places):
    """Makes buttons that call functions of all kinds, some that fail at first, and one that returns its arguments."""
    from functions import make_buttons

    results = [[button() for button in make_buttons(labels=numbers, press=one).values()] for one in callables(add)]
    errors = lookalikes(error, 3)
    buttons = make_buttons(numbers, failing(*errors, then=THINGS[places[0]])[0])
    ends = [outcome(buttons[number])[1] for number in [*numbers, *numbers]]
    first, second = (THINGS[place] for place in places)
    same = make_buttons([None], lambda *args, **kwargs: [*args, *kwargs.values()])[None](first, size=second)
    places = [which(thing, THINGS) for thing in same]
    return {"results": results, "which": [which(end, [*errors, *THINGS]) for end in ends], "places": places}
