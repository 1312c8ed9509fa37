"""What the suite does with an attempt at properties."""

from math import inf, nextafter

from grader.scenario import Odd, catching, interrupted, iterable, lookalikes, outcome, recorder, sift, which

THINGS = [None, False, 0, "", [], ..., NotImplemented, Odd(), ValueError("no error")]


class Quiet(Odd):
    """Does what a function does, but says nothing else of itself."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


def readings_of(temperature):
    """A temperature on all three scales, to six decimals."""
    return [round(getattr(temperature, scale), 6) for scale in ("celsius", "fahrenheit", "kelvin")]


def series_of(odd, readings, summarize):
    """A series, of a subclass of Odd if it is to be odd."""
    from properties import Series

    return (type("OddSeries", (Odd, Series), {}) if odd else Series)(readings, summarize)


def convert(starts, steps):
    """Makes temperatures, assigns to one and then another on some scale, and reads that one on all three."""
    from properties import Temperature

    several = [Temperature(start) for start in starts]
    seen = []
    for place, scale, number in steps:
        setattr(several[place], scale, number)
        seen.append(readings_of(several[place]))
    return {"seen": seen, "left": [readings_of(one) for one in several]}


def read_exactly(made_with, steps):
    """Assigns a seventh of a number, what comes next to it, and very little, and reads it after a refusal elsewhere."""
    from properties import Temperature

    temperature = Temperature(made_with / 7)
    seen = [temperature.celsius]
    for scale, number, other in steps:
        for exactly in (number / 7, nextafter(number / 7, inf), abs(number) / 7e15):
            setattr(temperature, scale, exactly)
            with catching(ValueError):
                setattr(temperature, other, -1000)
            seen.append(getattr(temperature, scale))
    return seen


def assign_what_is_read(start, number, scales, times):
    """Assigns what a scale reads to the same scale, on one after another and again and again."""
    from properties import Temperature

    temperature = Temperature(celsius=20)
    setattr(temperature, start, number)
    for scale in scales * times:
        setattr(temperature, scale, getattr(temperature, scale))
    return readings_of(temperature)


def offer(scale, numbers):
    """Assigns one number after the other: which are refused, and what is read after each?"""
    from properties import Temperature

    temperature, refused, after = Temperature(), [], []
    for number in numbers:
        with catching(ValueError) as errors:
            setattr(temperature, scale, number)
        refused += [str(number) for _ in errors]
        after.append(readings_of(temperature))
    return {"refused": refused, "after": after}


def make(numbers):
    """Makes a temperature of each number."""
    from properties import Temperature

    made, refused, _ = sift(ValueError, Temperature, numbers)
    return {"made": [readings_of(one) for one in made], "refused": [str(number) for number in refused]}


def use_series(odd, readings, steps):
    """Takes one step after another and changes each list that was handed over: what is found, and was summarized?"""
    calls = []

    def name_by(letter):
        return lambda numbers: calls.append((letter, numbers)) or f"{letter}{sum(numbers)}"

    functions = {letter: Quiet(name_by(letter)) if odd else name_by(letter) for letter in "abc"}
    series, found = series_of(odd, readings, functions["a"]), []
    readings.append("not a reading")
    for action, *value in steps:
        if action == "read":
            found.append(series.summary)
        elif action == "again":
            series.readings = series.readings
        elif action == "assign":
            series.readings = value[0]
            value[0].append("not a reading")
        elif action == "function":
            series.summarize = functions[value[0]]
        elif action == "add":
            series.add(value[0])
        else:
            del series.summary
    kept = [letter for letter in "abc" if functions[letter] is series.summarize]
    return {"found": found, "calls": calls, "readings": series.readings, "function": kept}


def remember(places, times):
    """Readings and summaries are unusual things: at which places do those stand that are read, again and again?"""
    from properties import Series

    seen = []
    for place in places:
        summarize, calls = recorder([THINGS[place], "computed again"])
        series = Series([THINGS[place - 1]], summarize)
        series.add(THINGS[place])
        found = [which(thing, THINGS) for thing in [*series.readings, *[series.summary for _ in range(times)]]]
        seen.append((found, len(calls)))
    return seen


def read_often(first, times):
    """Reads one summary many times, and then one more of other readings."""
    from properties import Series

    calls = []
    series = Series([first], lambda readings: calls.append(readings) or sum(readings))
    total = sum([series.summary for _ in range(times)])
    series.add(times)
    last = series.summary
    return {"total": total, "last": last, "calls": calls}


def use_several(odd, rows, turns):
    """Does something with one series and then with another; they share their function."""
    calls, found = [], []
    several = [series_of(odd, row, lambda readings: calls.append(readings) or sum(readings)) for row in rows]
    for place, action in turns:
        if action == "read":
            found.append(several[place].summary)
        elif action == "add":
            several[place].add(place)
        else:
            del several[place].summary
    return {"found": found, "calls": calls}


def one_after_another(rows):
    """Makes series, each in the place of the one before, and reads their summaries."""
    from properties import Series

    found = []
    for row in rows:
        series = Series(row, sum)
        found.append(series.summary)
        del series
    return found


def fail_once(readings, error, place, first):
    """Summarizing raises one of three errors that look alike, at first or later, and works from then on."""
    from properties import Series

    errors = lookalikes(error, 3)
    results = interrupted(["before"] * first + [errors[place], "abc", "computed again"])
    series = Series(readings, lambda readings: (next(results), readings))
    before = [series.summary for _ in range(first)]
    series.add(first)
    how, caught = outcome(lambda: series.summary)
    return {"before": before, "failed": (how, which(caught, errors)), "then": [series.summary, series.summary]}


def take_readings(kind, first, second):
    """Makes a series of an iterable, and assigns another one."""
    from properties import Series

    series = Series(iterable(kind, first), sum)
    seen = [(type(series.readings).__name__, list(series.readings))]
    series.readings = iterable(kind, second)
    seen.append((type(series.readings).__name__, list(series.readings)))
    return seen


def assign_what_reads(readings):
    """Assigns those readings that are less than all together, which is found out on the way."""
    from properties import Series

    series = Series(readings, sum)
    series.readings = (reading for reading in series.readings if reading < series.summary)
    return {"readings": series.readings, "summary": series.summary}


def assign_what_fails(readings, others, error, place):
    """Assigns readings that raise one of three errors that look alike on the way, with a summary remembered."""
    from properties import Series

    calls, errors = [], lookalikes(error, 3)
    series = Series(readings, lambda readings: calls.append(readings) or sum(readings))
    before = series.summary
    _, caught = outcome(setattr, series, "readings", interrupted([*others, errors[place]]))
    summaries = before, series.summary
    return {"which": which(caught, errors), "readings": series.readings, "summaries": summaries, "calls": calls}


def assign_summaries(rows, read_first):
    """Assigns a summary to each series, of which some have one already: what is read then, and was summarized?"""
    calls = []
    several = [series_of(False, row, lambda readings: calls.append(readings) or sum(readings)) for row in rows]
    for series, first in zip(several, read_first):
        outcome(lambda series=series: series.summary if first else None)
    _, refused, _ = sift(AttributeError, lambda row: setattr(several[rows.index(row)], "summary", -1), rows)
    found = [series.summary for series in several]
    return {"refused": refused, "found": found, "calls": calls}


def change_numbers(numbers, actions):
    """Tries to assign or delete the number of each member."""
    from properties import Member

    members = [Member(number, "Ada") for number in numbers]
    errors = []
    for member, action in zip(members, actions):
        with catching(AttributeError) as caught:
            delattr(member, "number") if action == "delete" else setattr(member, "number", action)
        errors.append(len(caught))
    return {"errors": errors, "numbers": [f"no. {member.number}" for member in members]}


def rename(names, steps):
    """Changes one member and then another: all names and nicknames after each step, and the steps that were refused."""
    from properties import Member

    members, seen, refused = [Member(0, name) for name in names], [], []
    for step, (place, action, *value) in enumerate(steps):
        with catching(AttributeError) as errors:
            if action == "delete":
                del members[place].nickname
            elif action == "by name":
                members[place].nickname = members[place].name
            else:
                setattr(members[place], action, value[0])
        refused += [step] * len(errors)
        seen.append([f"{member.name} or {member.nickname}" for member in members])
    return {"seen": seen, "refused": refused}


def call_things(places):
    """Numbers, names and nicknames are unusual things: at which places do those stand that are read?"""
    from properties import Member

    seen = []
    for place in places:
        member = Member(THINGS[place - 1], THINGS[place - 2])
        found = [member.number, member.name, member.nickname]
        member.nickname = THINGS[place]
        found.append(member.nickname)
        del member.nickname
        seen.append([which(thing, THINGS) for thing in [*found, member.nickname]])
    return seen


def one_member_after_another(names):
    """Makes members, each in the place of the one before, and gives them nicknames."""
    from properties import Member

    seen = []
    for name in names:
        member = Member(1, name)
        seen.append(f"{name} or {member.nickname}")
        member.nickname = "Peggy"
        del member
    return seen


def shout(names):
    """A subclass has a name of its own making."""
    from properties import Member

    class Loud(Member):
        name = property(lambda self: self.said.upper(), lambda self, said: setattr(self, "said", said))

    loud, seen = Loud(1, "nobody"), []
    for name in names:
        loud.name = name
        seen.append(loud.nickname)
    return seen
