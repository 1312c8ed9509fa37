"""What the suite does with an attempt at properties."""

from grader.scenario import Odd, catching, interrupted, iterable, lookalikes, outcome, recorder, sift, which

THINGS = [None, False, 0, "", [], ..., NotImplemented, Odd(), ValueError("no error")]


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
    """Assigns a seventh of each number on its scale, and a little more, and reads that scale."""
    from properties import Temperature

    temperature = Temperature(made_with / 7)
    seen = [temperature.celsius]
    for scale, number in steps:
        for exactly in (number / 7, number / 7 * (1 + 1e-12)):
            setattr(temperature, scale, exactly)
            seen.append(getattr(temperature, scale))
    return seen


def assign_what_is_read(celsius, scales, times):
    """Assigns what a scale reads to the same scale, on one after another and again and again."""
    from properties import Temperature

    temperature = Temperature(celsius=celsius)
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
    return {"made": [readings_of(one) for one in made], "refused": refused}


def use_series(odd, readings, steps):
    """Takes one step after another and changes each list that was handed over: what is found, and was summarized?"""
    calls = []

    def name_by(letter):
        return lambda numbers: calls.append((letter, numbers)) or f"{letter}{sum(numbers)}"

    functions = {letter: name_by(letter) for letter in "abc"}
    series, found = series_of(odd, readings, functions["a"]), []
    readings.append("not a reading")
    for action, *value in steps:
        if action == "read":
            found.append(series.summary)
        elif action == "assign":
            series.readings = value[0]
            value[0].append("not a reading")
        elif action == "function":
            series.summarize = functions[value[0]]
        elif action == "add":
            series.add(value[0])
        else:
            del series.summary
    return {"found": found, "calls": calls, "readings": series.readings}


def remember(places, times):
    """Summaries are unusual things: at which places do those stand that are read, again and again?"""
    from properties import Series

    seen = []
    for place in places:
        summarize, calls = recorder([THINGS[place], "computed again"])
        series = Series([1], summarize)
        found = [which(series.summary, THINGS) for _ in range(times)]
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
    """Reads the summary of one series and then of another; they share their function."""
    calls = []
    several = [series_of(odd, row, lambda readings: calls.append(readings) or sum(readings)) for row in rows]
    found = [several[turn].summary for turn in turns]
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


def fail_first(readings, error, place):
    """Summarizing raises one of three errors that look alike, and works from then on."""
    from properties import Series

    errors = lookalikes(error, 3)
    results = interrupted([errors[place], "abc", "computed again"])
    series = Series(readings, lambda readings: (next(results), readings))
    first = outcome(lambda: series.summary)
    return {"first": (first[0], which(first[1], errors)), "then": [series.summary, series.summary]}


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


def assign_what_fails(readings, others, error):
    """Assigns readings that raise an error on the way, with a summary remembered."""
    from properties import Series

    calls = []
    series = Series(readings, lambda readings: calls.append(readings) or sum(readings))
    before = series.summary
    end = outcome(setattr, series, "readings", interrupted([*others, error]))
    summaries = before, series.summary
    return {"outcome": end, "readings": series.readings, "summaries": summaries, "calls": calls}


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
            delattr(members[place], "nickname") if action == "delete" else setattr(members[place], action, value[0])
        refused += [step] * len(errors)
        seen.append([f"{member.name} or {member.nickname}" for member in members])
    return {"seen": seen, "refused": refused}


def call_things(places):
    """Nicknames are unusual things, and are taken away again: at which places do those stand that are read?"""
    from properties import Member

    member, seen = Member(1, "Ada"), []
    for place in places:
        member.nickname = THINGS[place]
        found = member.nickname
        del member.nickname
        seen.append((which(found, THINGS), member.nickname))
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
