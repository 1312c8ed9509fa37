"""Notes on style for an attempt that works, in words for learners: ruff finds them, and they are worth no points."""

from dataclasses import dataclass

from grader.catalog import Exercise
from grader.errors import ExerciseError

MOST = 3
ADVICE = "Notes on style need ruff: pip install ruff."
LATER = "Notes on style come once it works."
# What is worth most to know comes first.
RULES = {
    "B006": "This default is made once and shared by all calls: take None, and make a new one inside.",
    "B023": "The function will see the last value of this loop variable: hand it over as a default.",
    "E722": "A bare except catches Ctrl-C and typing errors as well: name the exceptions that you mean.",
    "BLE001": "This catches every exception, mistakes of your own among them: name those that you expect.",
    "B904": "An exception that is raised inside except should say where it comes from: raise … from error.",
    "S110": "An exception that nobody hears of hides mistakes: do something about it, or let it pass on.",
    "B012": "return, break or continue in finally swallows an exception that is on its way.",
    "F811": "This name was defined above already, and nobody has used that one: one of the two can go.",
    "F632": "`is` asks whether it is the very same object: to compare values, take ==.",
    "E711": "To ask for None, write `is None`: == may be answered by the other object.",
    "E712": "A truth value needs no comparison: write `if done:` or `if not done:`.",
    "E713": "`x not in y` reads better than `not x in y`.",
    "E714": "`x is not y` reads better than `not x is y`.",
    "E721": "To ask for a type, take isinstance: subclasses count as well then.",
    "SIM115": "A file is closed for sure when it is opened in a with statement.",
    "B008": "A call in a default runs once, when the function is defined: make the value inside.",
    "B018": "This line computes something and throws it away.",
    "B015": "This comparison has no effect: did you mean to assign, return or assert it?",
    "PLW0127": "A name that is assigned to itself does nothing.",
    "B007": "The loop does not use this variable: call it _, so that a reader knows.",
    "B020": "The loop variable takes the place of what is looped over: give it a name of its own.",
    "PLW0603": "A function that changes a global is hard to follow: take an argument, and return the value.",
    "A001": "This name hides a built-in of Python: choose another.",
    "A002": "This argument hides a built-in of Python: choose another name.",
    "E741": "l, O and I look like digits: choose a name that says what it is.",
    "E731": "A function with a name is better written with def: it shows in tracebacks.",
    "F841": "This variable is never used: it can go.",
    "F401": "This import is never used: it can go.",
    "F541": "This f-string has nothing to fill in: the f can go.",
    "SIM113": "enumerate counts along: no counter of your own is needed.",
    "SIM110": "any() or all() says what this loop looks for.",
    "SIM103": "The condition is what you return: return it, without an if.",
    "SIM102": "Two ifs, one right inside the other, are one if with `and`.",
    "SIM118": "`key in mapping` needs no .keys().",
    "SIM210": "The condition is a truth value already: no `True if … else False`.",
    "SIM401": "mapping.get(key, default) does this in one step.",
    "SIM105": "contextlib.suppress says that an exception is expected and of no matter.",
    "PERF102": "Only keys, or only values, are used here: loop over .keys() or .values().",
    "PLR1714": "Several comparisons with the same name are one: `x in (a, b)`.",
    "PLR5501": "An if alone in an else is an elif.",
    "RET505": "After return no else is needed: what follows can move to the left.",
    "C400": "A comprehension says this without list() around a generator.",
    "C401": "A comprehension says this without set() around a generator.",
    "C402": "A comprehension says this without dict() around a generator.",
    "C416": "The comprehension only copies: list() or set() says so.",
    "C419": "any() and all() take a generator: without the list they stop at the first answer.",
    "PIE790": "pass is not needed where something else stands, a docstring for example.",
    "UP032": "An f-string is easier to read than .format().",
    "E701": "A line of its own for what comes after the colon is easier to read.",
    "E702": "Two statements on a line are easier to read on two.",
    "N801": "Classes are called in CapWords.",
    "N802": "Functions are called in lower case, with underscores.",
    "N806": "Variables are called in lower case, with underscores.",
}


@dataclass(frozen=True)
class Note:
    """One thing that could be written better: its line, the rule's code, and what to do, in a sentence."""

    line: int
    code: str
    words: str


@dataclass(frozen=True)
class Style:
    """What there is to say about the style of an attempt; `problem` is why there is nothing to say."""

    notes: tuple[Note, ...] = ()
    problem: str | None = None


def style(exercise: Exercise, source: bytes) -> Style:
    """The notes that are worth most, each rule once, in the order of the file; for an attempt that works. What stands
    in the stub as well is none of the learner's.
    """
    from grader.jail.text.findings import Misused, Unread
    from grader.judge.keeper.tools import ruff

    try:
        program = ruff()
        given = {(note.code, line) for note, line in _found(exercise.module, exercise.stub.read_bytes(), program)}
        mine = [note for note, line in _found(exercise.module, source, program) if (note.code, line) not in given]
    except ExerciseError:
        return Style(problem=ADVICE)
    except (Misused, Unread, OSError) as error:
        return Style(problem=f"There are no notes on style: {error}")
    first = {note.code: note for note in reversed(mine)}  # of each rule, the first in the file
    best = [first[code] for code in RULES if code in first][:MOST]
    return Style(tuple(sorted(best, key=lambda note: (note.line, note.code))))


def _found(module: str, source: bytes, program: str) -> list[tuple[Note, str]]:
    """What ruff finds in a text, with the line that it stands in."""
    from grader.jail.text.linter import lint

    text = source.decode("utf-8-sig", "replace")
    lines = text.splitlines()
    found = lint(module, text, list(RULES), True, program)
    return [
        (Note(one.line, one.code, RULES[one.code]), lines[one.line - 1].strip() if one.line <= len(lines) else "")
        for one in found
        if one.code in RULES
    ]
