"""What the suite does with an attempt at iterators."""

from itertools import islice

from grader.scenario import Odd, interrupted, iterable, lookalikes, outcome, source, which


class Tag(Odd):
    """Has a + and nothing else."""

    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return f"{self.text}+{other.text}"

    def __reduce__(self):
        raise TypeError("can't be copied")


THINGS = [None, False, 0, "", (), ..., NotImplemented, Odd(), StopIteration, StopIteration()]


def ask(peekable, way, *default):
    """What is got from a Peekable in one of four ways."""
    try:
        if way == "peek":
            return peekable.peek(*default)
        return {"next": next, "bool": bool, "list": list}[way](peekable)
    except StopIteration:
        return "the end"


def count_down(starts):
    """Makes several CountDowns, and then loops over each."""
    from iterators import CountDown

    several = [CountDown(start) for start in starts]
    return [list(countdown) for countdown in several]


def count_far(start, most):
    """Takes the first numbers of a CountDown that may have many: how many they are, and all of them added up."""
    from iterators import CountDown

    numbers = list(islice(CountDown(start), most))
    return {"count": len(numbers), "sum": sum(numbers)}


def loop_again(start, lengths):
    """Loops over one CountDown again and again, and leaves each loop after so many numbers."""
    from iterators import CountDown

    countdown = CountDown(start)
    return [list(islice(countdown, length)) for length in lengths]


def loop_at_once(start, turns):
    """Has several iterators of one CountDown under way; each is made when its first turn comes."""
    from iterators import CountDown

    countdown, iterators, numbers = CountDown(start), {}, []
    for turn in turns:
        if turn not in iterators:
            iterators[turn] = iter(countdown)
        numbers.append(next(iterators[turn], "the end"))
    return numbers


def loop_on(start, lengths):
    """Loops over one iterator of a CountDown again and again, so many numbers each time."""
    from iterators import CountDown

    iterator = iter(CountDown(start))
    return [list(islice(iterator, length)) for length in lengths]


def add_up(kind, items):
    """All sums of an iterable of some kind."""
    from iterators import pairwise_sum

    return list(pairwise_sum(iterable(kind, items)))


def add_things(things):
    """All sums of a list of things, and the things after that."""
    from iterators import pairwise_sum

    sums = list(pairwise_sum(things))
    return {"sums": sums, "things": things}


def add_tags(texts):
    """All sums of objects that can only be added."""
    from iterators import pairwise_sum

    return list(pairwise_sum([Tag(text) for text in texts]))


def add_many(first, most):
    """Takes the first sums of many numbers behind which is an error: how many they are, and all of them added up."""
    from iterators import pairwise_sum

    numbers = interrupted([*range(first, first + most + 1), ConnectionError("nobody asked for this one")])
    sums = list(islice(pairwise_sum(numbers), most))
    return {"count": len(sums), "sum": sum(sums)}


def pull_sums(items, most):
    """Looks what has been pulled after the call, and after each of the first sums, and what is left then."""
    from iterators import pairwise_sum

    stream, pulled = source(items)
    sums = pairwise_sum(stream)
    seen = [pulled[:]]
    for number in islice(sums, most):
        seen.append((number, pulled[:]))
    return {"pulled": seen, "left": list(stream)}


def add_in_turn(lists, turns):
    """Has the sums of several lists under way, and takes so many of one and then of another."""
    from iterators import pairwise_sum

    sums = [pairwise_sum(items) for items in lists]
    return [list(islice(sums[turn], most)) for turn, most in turns]


def add_until_error(items, error, place):
    """Takes the sums of a source that in the end raises one of three errors that look alike."""
    from iterators import pairwise_sum

    errors, sums = lookalikes(error, 3), []
    end = outcome(sums.extend, pairwise_sum(interrupted([*items, errors[place]])))
    return {"sums": sums, "outcome": end, "which": which(end[1], errors)}


def look_ahead(kind, lists, turns):
    """Asks one Peekable and then another, in one way after another."""
    from iterators import Peekable

    peekables = [Peekable(iterable(kind, items)) for items in lists]
    return [ask(peekables[turn], *step) for turn, step in turns]


def look_behind(items, places):
    """Takes all items, and then peeks with one default after another: at which places do those stand?"""
    from iterators import Peekable

    peekable = Peekable(items)
    taken = list(peekable)
    return {"taken": taken, "found": [which(peekable.peek(THINGS[place]), THINGS) for place in places]}


def look_at_things(places):
    """Has unusual things as items; at which places do those stand that are peeked at, twice, and taken?"""
    from iterators import Peekable

    peekable = Peekable([THINGS[place] for place in places])
    seen = []
    for _ in places:
        found = peekable.peek(), peekable.peek("none"), next(peekable)
        seen.append([which(thing, THINGS) for thing in found])
    return seen


def find_runs(items):
    """Puts equal neighbours together, as long as there are items."""
    from iterators import Peekable

    peekable, runs = Peekable(items), []
    while peekable:
        run = [next(peekable)]
        while peekable and peekable.peek() == run[0]:
            run.append(next(peekable))
        runs.append(run)
    return runs


def look_at_many(first, count, peeks):
    """Peeks many times at the first of many items, and once at each: both kinds of items added up."""
    from iterators import Peekable

    peekable, ahead, taken = Peekable(iter(range(first, first + count))), 0, 0
    for _ in range(peeks):
        ahead += peekable.peek()
    for _ in range(count):
        ahead += peekable.peek()
        taken += next(peekable)
    return {"ahead": ahead, "taken": taken}


def pull_ahead(items, steps):
    """What has been pulled when a Peekable is made; what it answers in one way after another, and has pulled then."""
    from iterators import Peekable

    stream, pulled = source(items)
    peekable = Peekable(stream)
    return {"seen": [pulled[:], *[(ask(peekable, *step), pulled[:]) for step in steps]]}


def look_at_errors(before, after, error, place, steps):
    """Asks for items among which the source raises one of three errors that look alike, and goes on."""
    from iterators import Peekable

    errors = lookalikes(error, 3)
    peekable = Peekable(interrupted(before + [errors[place]] + after))
    ends = [outcome(ask, peekable, *step) for step in steps]
    return {"ends": [(how, got if how == "returned" else which(got, errors)) for how, got in ends]}
